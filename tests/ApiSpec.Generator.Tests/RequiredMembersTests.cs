using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>The compiler demands what a request must have, in records that are never read, as far as the framework lets it.</summary>
public sealed class RequiredMembersTests
{
    private static readonly SpecFile[] s_specs =
    [
        SpecFiles.Of("api", "client: RackClient\nnamespace: N\nmanuals: {V1: First, V2: Second}\nerror: {code: string, fault: Fault}\nschemas:\n"
            + "  Fault: {text: string}\n"
            + "  Rack: {name: string, size: int}\n"
            + "  Plan: {name: string, size: int, note?: string}\n"
            + "  Slot: {place: string}\n"
            + "  Lamp: {color: string}\n"
            + "  Fan: {speed: int}\n"
            + "  Item: Lamp | Fan\n"
            + "  Batch<T>: {items: 'T[]'}\n"
            + "  State: {level: int}\n"
            + "  Tree: {label: string, children?: 'Tree[]'}\n"),
        SpecFiles.Section("Racks.Create", "body: Rack\n", "POST /racks"),
        SpecFiles.Section("Racks.Update", "body: Rack\nrequired: [size]\n", "PATCH /racks"),
        SpecFiles.Section("Plans.Update", "body: Plan\nrequired: [name]\nresponse: Plan\n", "PUT /plans"),
        SpecFiles.Section("Slots.Fill", "body: Batch<Slot>\n", "POST /slots"),
        SpecFiles.Section("Items.Add", "body: {item: Item, more?: 'map<Tree>'}\n", "POST /items"),
        SpecFiles.Section("Faults.Send", "body: Fault\n", "POST /faults"),
        SpecFiles.Section("States.Send", "body: State\n", "POST /states"),
        SpecFiles.Of("states", "operation: States.List\nrequest: GET /states\nstatus:\n  200:\n    response: 'map<State[]>'\n  404:\n"),
        SpecFiles.Section("Forms.Send", "body form:\n  file: bytes\n  about: {name: string}\n", "POST /forms"),
        SpecFiles.Section("Rows.Send", """
            body:
              text: string
              number: int
              moment: date-time
              list: string[]
              names: map<int>
              anything: any
              state: enum on|off
              inner: {id: int}
              empty: string or null
              fixed: string always x
              fixedDay: date always 2026-01-31
              nothing: string or null always null
              optional?: string
              standard: int default 5
              conditional?: string required when number = 1
              only: string only when number = 1
              received: string read-only
              later: string since V2
              old: {type: string, deprecated: use text}

            """, "POST /rows"),
    ];

    private static readonly Consumer[] s_projects =
    [
        Consumer.Net100, Consumer.Net80, Consumer.Net80 with { Language = LanguageVersion.CSharp11 }, Consumer.NetStandard20, Consumer.NetFramework48,
    ];

    // The tests differ in what a program writes, and not in the specs.
    private static readonly ConcurrentDictionary<Consumer, Lazy<GeneratorRun>> s_runs = new();

    private static readonly Lazy<GeneratedAssembly> s_assembly = new(static () => GeneratedAssembly.Of(RunOf(Consumer.Net100)));

    [Fact]
    public void Every_member_that_the_program_has_to_give_is_demanded()
    {
        Assert.Equal(
            ["Anything", "Empty", "Inner", "List", "Moment", "Names", "Number", "Standard", "State", "Text"],
            Demanded(Consumer.Net100, "new RowsSendBody()"));
        Assert.Equal(["Id"], Demanded(Consumer.Net100, "new RowsSendBodyInner()"));
    }

    [Theory]
    [InlineData("new Rack()", "Name", "Size")]
    [InlineData("new RacksUpdateBody()", "Size")]
    [InlineData("new PlansUpdateBody()", "Name")]
    [InlineData("new BatchOfSlot()", "Items")]
    [InlineData("new Slot()", "Place")]
    [InlineData("new ItemsAddBody()", "Item")]
    [InlineData("new Lamp()", "Color")]
    [InlineData("new Tree()", "Label")]
    [InlineData("new FormsSendAbout()", "Name")]
    public void Records_of_requests_alone_have_required_members(string code, params string[] members)
        => Assert.Equal(members, Demanded(Consumer.Net100, code));

    [Theory]
    [InlineData("new Plan()")]
    [InlineData("new Fault()")]
    [InlineData("new RackError()")]
    [InlineData("new State()")]
    public void Records_that_are_also_read_can_be_incomplete(string code) => Assert.Empty(Demanded(Consumer.Net100, code));

    [Theory]
    [InlineData("new Rack { Name = \"n\", Size = 1 } with { Name = \"m\" }")]
    [InlineData("(RacksUpdateBody)new Rack { Name = \"n\", Size = 1 }")]
    [InlineData("(PlansUpdateBody)new Plan { Name = \"n\" }")]
    [InlineData("new BatchOfSlot { Items = [] }")]
    [InlineData("new RacksUpdateBody { Size = 1 }")]
    [InlineData("new ItemsAddBody { Item = new Fan { Speed = 1 } }")]
    public void What_is_complete_compiles(string code) => Assert.Empty(Demanded(Consumer.Net100, code));

    public static TheoryData<string, bool> Projects
        => [.. s_projects.Select(static consumer => (consumer.ToString(), consumer.Symbols.Contains("NET7_0_OR_GREATER")))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Frameworks_without_the_attributes_leave_it_to_the_check_before_sending(string project, bool isDemanded)
    {
        Assert.Equal(isDemanded ? ["Name", "Size"] : [], Demanded(s_projects.Single(consumer => consumer.ToString() == project), "new Rack()"));
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("true", true)]
    [InlineData("", true)]
    public void Project_can_do_without_required_members(string setting, bool isDemanded)
        => Assert.Equal(isDemanded ? ["Name", "Size"] : [], Demanded(Consumer.Net100 with { RequiredMembers = setting }, "new Rack()"));

    [Fact]
    public void Package_shows_the_setting_to_the_compiler()
        => Assert.Contains(
            XDocument.Load(Repository.PathOf("runtime", "ApiSpec", "buildTransitive", "ApiSpec.props")).Descendants("CompilerVisibleProperty"),
            static property => (string?)property.Attribute("Include") == "ApiSpecRequiredMembers");

    [Fact]
    public void Record_is_read_with_its_contract_and_with_the_serializer()
    {
        var rack = s_assembly.Value.Json("Rack");
        const string Json = """{"name":"n","size":1}""";

        Assert.Equal(Json, rack.Write(rack.Parse(Json)));
        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize(Json, rack.Type), rack.Type));
    }

    [Theory]
    [InlineData("Size", "'name' of Rack is required")]
    [InlineData("Name", "'size' of Rack is required")]
    public void Member_that_is_missing_all_the_same_is_refused_before_it_is_sent(string given, string message)
    {
        var rack = s_assembly.Value.Json("Rack");
        var incomplete = rack.New((given, given == "Size" ? 1 : "n"));

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => rack.Write(incomplete)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_a_record_keep_every_member()
    {
        var rack = s_assembly.Value.Json("Rack");
        var value = rack.Parse("""{"name":"n","size":1}""");
        var copy = value.GetType().GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance)!.Invoke(value, null)!;

        Assert.Equal(value, copy);
    }

    private static GeneratorRun RunOf(Consumer consumer)
        => s_runs.GetOrAdd(consumer, static consumer => new Lazy<GeneratorRun>(() => GeneratorRun.Of(consumer, s_specs).AssertCompiles())).Value;

    private static string[] Demanded(Consumer consumer, string expression)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $"using N; internal static class Caller {{ public static object Value() => {expression}; }}", consumer.ParseOptions, "Caller.cs", Encoding.UTF8);
        var messages = RunOf(consumer).Compilation.AddSyntaxTrees(tree).GetSemanticModel(tree).GetDiagnostics(
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(messages, static message => Assert.Equal("CS9035", message.Id));
        return
        [
            .. messages.Select(static message => message.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1].Split('.')[^1])
                .Order(StringComparer.Ordinal),
        ];
    }
}
