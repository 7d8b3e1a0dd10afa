using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;

namespace ApiSpec.Wire.Tests.Conditions;

/// <content>Sections with conditions, and their client.</content>
public sealed partial class ConditionTests
{
    private const string Schemas = """
        schemas:
          Rule:
            kind: enum port|host
            port?: int required when kind = port only when kind = port
            host?: string required when kind = host
            parts[]:
              unit: string
              weight?: double required when kind = host and unit != g
          Tree:
            name: string
            leaf?: boolean default true
            children?: Tree[] required when leaf = false only when leaf = false
          Shape:
            type: Rule | Disc
          Disc:
            radius: double
            unit?: string required when radius is given
          Plain:
            control: enum outlet|group|sequence
            sequence?: string
            outlets?: string[]

        """;

    private static readonly Dictionary<string, (string Request, string Keys)> s_sections = new(StringComparer.Ordinal)
    {
        ["Own.Send"] = ("POST /own", """
            body:
              control: enum outlet|group|sequence
              outlets?: string[] required when control = outlet|group
              sequence: string required when control = sequence
              rack?: string or null
              room?: string required when rack is given
              period?: string only when periodType = ABSOLUTE|RELATIVE - ignored when NO
              periodType?: enum ABSOLUTE|RELATIVE|NO
              count?: int default 10
              step?: int required when count != 10 and rack is missing
              tags?: string[] as comma
              big?: boolean required when tags has "two words"|big
              exact?: decimal only when count = 1.0
              forced: string only when control = group

            """),
        ["Nested.Send"] = ("POST /nested", """
            body:
              mode: enum slow|fast
              limits:
                soft?: int
                hard?: int required when soft is given and mode = slow
              outlets[]:
                name: string
                delay?: int required when mode = slow
                steps[][]:
                  at: int
                  until?: int required when name = a and mode = slow and limits.hard = 7
              named:
                type: map<object or null>
                members:
                  x: int
                  y?: int only when x != 0 and mode = fast

            """),
        ["Shared.Send"] = ("POST /shared", "body: Rule[]\n"),
        ["Tree.Send"] = ("POST /tree", "body: Tree\n"),
        ["Union.Send"] = ("POST /union", "body: Shape\n"),
        ["Table.Send"] = ("POST /table", """
            query:
              dry?: flag
            body: Plain
            required:
              sequence: control = sequence and dry is missing
              outlets: control = outlet

            """),
        ["Query.List"] = ("GET /query", """
            query:
              mode?: enum all|range default all
              from?: date required when mode = range
              until?: date only when mode = range
              ids?: int[] as repeat
              tags?: string[] as pipe
              limit?: int required when tags has x only when ids has 5
              dry?: flag
              reason?: string required when dry = true
              fixed: int always 3
              other?: string required when fixed = 3.0 and X-Mode is given
            headers:
              X-Mode?: string
              X-Reason?: string required when mode = range and X-Mode = strict

            """),
        ["Form.Send"] = ("POST /form", """
            body form:
              cmd: enum set|get
              value?: string required when cmd = set
              unit?: string only when cmd = set

            """),
        ["FormJson.Send"] = ("POST /formjson", """
            body form:
              cmd: enum set|get
              opts?:
                mode: string
              steps[]:
                name: string
                delay?: int required when cmd = set
                unit?: string only when opts.mode = m
              note?: string required when opts.mode = loud
              many?: string required when steps is given and cmd = get and opts is given only when opts.mode != m

            """),
        ["Same.Send"] = ("POST /same", "query:\n  dry?: flag\nbody: same as Table.Send\n"),
        ["Inline.Send"] = ("POST /inline", """
            query:
              dry?: flag
            body:
              a?: string required when dry = true
              b?: string required when a is given

            """),
        ["SameInline.Send"] = ("POST /sameinline", "query:\n  dry?: flag\nbody: same as Inline.Send\n"),
        ["Blank.List"] = ("GET /blank", """
            query:
              from: date or ""
              reason?: string required when from = ""
              on?: boolean or ""
              off?: string only when on != false

            """),
        ["Groups.Send"] = ("POST /groups", """
            body:
              owner:
                mail: string
                phone: string or null
              site?:
                room:
                  number?: int
              note?: string
            exactly-one: [owner.mail, owner.phone]
            at-most-one: [site.room.number, note]

            """),
        ["Mixed.Send"] = ("POST /mixed/{kind}", """
            path:
              kind: enum a|b
            query:
              dry?: boolean
            body:
              items[]:
                id: int
                note?: string required when dry = true and kind = b
              text?: string only when kind = a

            """),
    };

    private static readonly Lazy<GeneratedClient> s_client = new(static () => GeneratedProject.Of(
        [new("api.apispec.yaml", "client: ExampleApiClient\n" + Schemas), .. s_sections.Select(
            static pair => new SpecDocument(pair.Key + ".apispec.yaml", Section(pair.Key, pair.Value.Request, pair.Value.Keys)))]).Load());

    private static IEnumerable<SpecDocument> Specs
        => [new("api.apispec.yaml", "client: ExampleApiClient\n" + Schemas), .. s_sections.Select(
            static pair => new SpecDocument(pair.Key + ".apispec.yaml", Section(pair.Key, pair.Value.Request, pair.Value.Keys)))];

    private static string Section(string operation, string request, string keys)
        => "operation: " + operation + "\nrequest: " + request + "\n" + keys + "status: [200]\n";
}
