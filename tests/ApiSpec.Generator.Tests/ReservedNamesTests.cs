using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>A printed name that generated code uses itself does not stop a build.</summary>
public sealed class ReservedNamesTests
{
    private const string Words =
        // Members that generated types have, of each kind.
        "equals getHashCode toString getType memberwiseClone finalize referenceEquals clone equalityContract printMembers json jsonContract additionalMembers "
        + "names known toKnown unlisted value undocumented none default with dispose operations description operationIndex operation call roles createRequest "
        + "other alternatives checkNumbers has hasMember members contract1 body query cancellationToken status response result headers nameof fields address "
        // Variables and fields of generated code.
        + "connection present present1 seen seen1 next unknown reader writer item request target page at cursor field text collected index left right obj "
        // Names of the files' types and namespaces.
        + "system apiSpec example app xClient xApi partsClient parts rows string object task "
        // Keywords, and words that are keywords in places.
        + "abstract as base bool break case catch class const continue decimal delegate do double else enum event explicit extern false finally fixed float "
        + "for "
        + "foreach goto if implicit in int interface internal is lock long namespace new null operator out override params private protected public readonly "
        + "ref "
        + "return sbyte sealed short sizeof stackalloc static struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void "
        + "volatile while async await dynamic file get global init nint notnull partial record required scoped set unmanaged var when where yield";

    private static readonly string[] All = [.. Words.Split(' ').Distinct(StringComparer.Ordinal)];

    public static TheoryData<string, string> Places => new()
    {
        { "enum value", "response:\n  state: enum " + string.Join('|', All.Select(static word => word == "null" ? "'null'" : word)) },
        { "member of a response", "response:\n" + Rows("string") },
        { "optional list of a response", "response:\n" + Rows("string[]", "?") },
        { "member that may be absent or null", "response:\n" + Rows("int or null", "?") },
        { "member with values", "response:\n" + Rows("enum a|b") },
        { "member with a table", "response:\n" + string.Concat(All.Select(static word => "  " + Key(word) + ":\n    inner: int\n")) },
        { "member of a body", "body:\n" + Rows("int") },
        { "optional member of a body", "body:\n" + Rows("string", "?") },
        { "list of a body", "body:\n" + Rows("'map<string[]>'") },
        { "parameter of the query", "query:\n" + Rows("int") },
        { "optional parameter of the query", "query:\n" + Rows("string", "?") },
        { "optional list of the query", "query:\n" + Rows("'int[] as comma'", "?") },
        { "parameter with values", "query:\n" + Rows("enum a|b") },
        { "optional parameter with values", "query:\n" + Rows("enum a|b", "?") },
        { "header", "headers:\n" + Rows("string") },
        { "optional header", "headers:\n" + Rows("enum a|b", "?") },
        { "part of a form", "body multipart:\n" + Rows("string") },
        { "role", "roles: [" + string.Join(", ", All.Select(static word => "'" + word + "'").Take(60)) + "]\n" },
        { "placeholder", "path:\n" + Rows("int") },
        { "header of a response", "status:\n  200 OK:\n    description: x\n    headers:\n" + Rows("string").Replace("  ", "      ", StringComparison.Ordinal) },
        { "status", "status:\n  200: OK\n" + string.Concat(Messages.Select(static (word, index) => "  " + (400 + index) + " " + word + ": x\n").Take(190)) },
        { "body of a status", "status:\n" + string.Concat(Messages.Where(static word => word != "null")
            .Select(static (word, index) => "  " + (200 + index) + " " + word + ":\n    description: x\n    response: int\n").Take(100)) },
        { "alternative", "response: {one: '" + string.Join(" | ", Schemas) + "'}\nschemas:\n"
            + string.Concat(Schemas.Select(static word => "  " + word + ": {" + word + ": int}\n")) },
        { "enum schema", "response: {" + string.Join(", ", Schemas.Select(static word => word + "s?: " + word)) + "}\nschemas:\n"
            + string.Concat(Schemas.Select(static word => "  " + word + ": enum a|" + word + "\n")) },
        { "union schema", "response: {" + string.Join(", ", Schemas.Select(static word => word + "s?: " + word)) + "}\nschemas:\n"
            + string.Concat(Schemas.Select(static word => "  " + word + ": int | 'string[]'\n".Replace("'", "", StringComparison.Ordinal))) },
    };

    // A message that belongs to another code is reported.
    private static IEnumerable<string> Messages => All.Where(static word => word != "continue");

    // Schemas are types, not members. Schemas that hide a .NET type are tested elsewhere.
    private static IEnumerable<string> Schemas
        => [
            "Json",
            "JsonContract",
            "Other",
            "Alternatives",
            "CheckNumbers",
            "Clone",
            "PrintMembers",
            "AdditionalMembers",
            "Equals",
            "GetType",
            "ToString",
            "Value",
            "Known",
            "ToKnown",
            "TryParse",
            "Names",
            "EqualityContract",
            "GetHashCode",
            "Finalize",
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_word_can_be_the_name_of_every_element(string place, string keys)
    {
        Assert.NotEmpty(place);
        var request = place == "placeholder"
            ? "GET /rows" + string.Concat(All.Select(static word => "/{" + word + "}"))
            : (keys.StartsWith("body", StringComparison.Ordinal) ? "POST" : "GET") + " /rows";
        var status = keys.StartsWith("status", StringComparison.Ordinal) ? "" : "status: [200]\n";
        var file = SpecFiles.Of("rows", "operation: Rows.Read\nrequest: " + request + "\n" + status + keys + "\n");
        foreach (var consumer in new[] { Consumer.Net100, Consumer.NetFramework48 })
        {
            var run = GeneratorRun.Of(consumer, file);
            Expect.Nothing(run.Errors);
            Expect.Nothing(run.CompilerMessages());
        }
    }

    [Theory]
    [InlineData("With.Call", "WithGroup.CallOperation")]
    [InlineData("Operations.Description", "OperationsGroup.DescriptionOperation")]
    [InlineData("Dispose.CreateRequest", "DisposeGroup.CreateRequestOperation")]
    [InlineData("Description.ToString", "DescriptionGroup.ToStringOperation")]
    [InlineData("Same.Same", "Same.SameOperation")]
    [InlineData("Docs.Pages", "Docs.PagesOperation")]
    [InlineData("Docs.Credential", "Docs.CredentialOperation")]
    [InlineData("Docs.Conditions", "Docs.ConditionsOperation")]
    [InlineData("Docs.DoneWhen", "Docs.DoneWhenOperation")]
    [InlineData("Plain.Get", "Plain.Get")]
    public void An_operation_can_have_every_name(string operation, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("one", "operation: " + operation + "\nrequest: GET /one\nstatus: [200]\nresponse: {id: int}\n"))
            .AssertCompiles();
        var client = run.Compilation.GetTypeByMetadataName("Example.App.OneClient")!;
        var group = Assert.IsAssignableFrom<IPropertySymbol>(client.GetMembers(expected.Split('.')[0]).Single());
        Assert.NotEmpty(group.Type.GetMembers(expected.Split('.')[1] + "Async"));
    }

    [Fact]
    public void An_operation_that_has_pages_or_issues_a_token_can_have_every_name()
    {
        const string Paging = "query: {page?: int default 1}\npaging: {page: page, items: data}\nresponse: {data: 'int[]'}\n";
        string[] names = [
            "Pages", "Items", "Credential", "Operation", "Call", "CreateRequest", "Rules", "Conditions", "Selected", "Async", "At", "WithResponse",
        ];
        GeneratorRun.Of(
        [
            SpecFiles.Of("api", "client: RackClient\nauthentication:\n  - token: S.Credential\n    member: token\n"),
            SpecFiles.Section("S.Credential", "response: {token: string}\n", "POST /s"),
            .. names.Select(static name => SpecFiles.Section("Docs." + name, Paging, "GET /" + name)),
        ]).AssertCompiles();
    }

    [Fact]
    public void An_operation_that_has_conditions_and_ends_a_wait_can_have_every_name()
    {
        const string Keys = "roles: [Admin]\nquery: {a?: int, b?: int required when a = 1}\nresponse: {state: enum on|off}\ndone when: state = off\n";
        string[] names = ["Conditions", "DoneWhen", "UntilDone", "Roles", "Call", "Operation", "CreateRequest"];
        GeneratorRun.Of([
            SpecFiles.Of("api", "client: RackClient\nroles: [Admin]\n"),
            .. names.Select(static name => SpecFiles.Section("Docs." + name, Keys, "GET /" + name)),
        ]).AssertCompiles();
    }

    [Theory]
    [InlineData("enum json|xml", "JsonValue Xml")]
    [InlineData("enum xml|json", "Xml JsonValue")]
    [InlineData("enum value|json|none|default", "ValueValue JsonValue None Default")]
    [InlineData("enum known|unlisted|toString|Names", "KnownValue UnlistedValue ToStringValue NamesValue")]
    [InlineData("enum rowsReadResponseState|a", "RowsReadResponseStateValue A")]
    public void The_name_of_a_value_depends_on_that_value_alone(string type, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Rows.Read", "response:\n  state: " + type + "\n")).AssertCompiles();
        var names = run.Compilation.GetSymbolsWithName("Known", SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>().Single()
            .GetMembers().OfType<IFieldSymbol>().Select(static field => field.Name).Where(static name => name != "Unlisted");
        Assert.Equal(expected, string.Join(' ', names));
    }

    [Theory]
    [InlineData("response:\n  json: string\n  other: string", "RowsReadResponse", "JsonMember Other")]
    [InlineData("response:\n  rowsReadResponse: string\n  has: int", "RowsReadResponse", "RowsReadResponseMember Has")]
    [InlineData("query:\n  json?: string\n  clone?: int\n  rowsReadQuery?: int", "RowsReadQuery", "Json CloneParameter RowsReadQueryParameter")]
    [InlineData("query:\n  status?: enum a|b", "RowsReadQuery", "Status")]
    public void The_name_of_a_member_depends_on_that_member_alone(string keys, string type, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Rows.Read", keys + "\n")).AssertCompiles();
        var members = run.Compilation.GetTypeByMetadataName("Example.App." + type)!.GetMembers().OfType<IPropertySymbol>()
            .Where(static property => !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public).Select(static property => property.Name);
        Assert.Equal(expected, string.Join(' ', members));
    }

    [Fact]
    public void A_link_can_have_every_name()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section("Rows.Read", "response: Row\nschemas:\n  Row:\n    json: url - link Rows.Follow\n    row: url\n"),
            SpecFiles.Section("Rows.Follow", "path: {id: int}\nbody: Row\n", "POST /objects/rows/{id}"));
        run.AssertCompiles();
        Assert.Contains(run.Files.Values, static text => text.Contains("body.JsonMember", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("response:\n  state: enum one|a-b|a_b\n", "(5,23)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData("response:\n  state: enum json|json-value\n", "(5,20)+10 'json-value' becomes the C# name 'JsonValue', which 'json' already has")]
    [InlineData("response:\n  state:\n    type: enum\n    values: [one, a-b, a_b]\n", "(7,24)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData(
        "response:\n  state:\n    type: enum\n    values:\n      a-b: first\n      a_b: second\n",
        "(9,7)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData(
        "response:\n  state:\n    type: enum\n    values:\n      a: first\n      b: {csharp: Json}\n",
        "(9,7)+1 'b' becomes the C# name 'Json', which 'a member of every generated type' already has")]
    [InlineData("response:\n  states: enum a-b|a_b[]\n", "(5,20)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData("response: S\nschemas:\n  S: enum a-b|a_b\n", "(6,15)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData(
        "response: S\nschemas:\n  S:\n    type: enum\n    values:\n      a-b:\n      a_b:\n",
        "(10,7)+3 'a_b' becomes the C# name 'AB', which 'a-b' already has")]
    [InlineData(
        "response:\n  a:\n    type: int\n    csharp: value__\n  b?:\n    type: int[]\n    csharp: get_a\n",
        "(8,3)+2 'b' becomes the C# name 'get_a', which 'a member of every generated type' already has")]
    [InlineData(
        "response:\n  a:\n    type: int or null\n    csharp: _present\n",
        "(5,3)+1 'a' becomes the C# name '_present', which 'a member of every generated type' already has")]
    public void A_clash_that_remains_is_shown_at_its_value(string keys, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Rows.Read", keys));
        Assert.Contains(run.DiagnosticTexts, mistake => mistake.StartsWith("APISPEC0209 /specs/Rows.Read.apispec.yaml" + expected, StringComparison.Ordinal));
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void The_values_of_an_alias_clash_where_it_is_used()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "api: x\nclient: XClient\ntypes:\n  State: enum aaaaaaaaaaaaaaaaaa|a-b|a_b\n"),
            SpecFiles.Section("Rows.Read", "response:\n  state: State\n"));
        Assert.Contains(
            run.DiagnosticTexts, static mistake => mistake.StartsWith("APISPEC0209 /specs/Rows.Read.apispec.yaml(5,10)+5 'a_b'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_never_has_the_name_of_a_property()
        => GeneratorRun.Of(SpecFiles.Section("Rows.Read", "response:\n  tags?: string[]\n  other?:\n    type: string[]\n    csharp: _tags\n")).AssertCompiles();

    [Theory]
    [InlineData("body:\n  present?: any\n  other?: int or null\n")]
    [InlineData("body:\n  ID: string[]\n  Id?: any\n")]
    [InlineData("response:\n  class?: string[]\n  other?:\n    type: string[]\n    csharp: _class\n")]
    [InlineData("query:\n  data?: bytes\n  Data2?: bytes\n  other?:\n    type: int\n    csharp: _data\n")]
    [InlineData("body:\n  value?: string\n  valueMember?: string\n  writer?: int\n  writerMember?: int\n")]
    public void No_field_or_variable_is_written_twice(string keys)
        => GeneratorRun.Of(SpecFiles.Section("Rows.Read", keys, keys.StartsWith("body", StringComparison.Ordinal) ? "POST /rows" : null)).AssertCompiles();

    [Theory]
    [InlineData("values:\n      '': not set\n      a: first\n")]
    [InlineData("values:\n      \"\":\n      a:\n")]
    [InlineData("values: ['', a]\n")]
    public void An_empty_text_is_a_value(string values)
    {
        var state = GeneratedAssembly.Of(SpecFiles.Section("Rows.Read", "response:\n  state:\n    type: enum\n    " + values)).Json("RowsReadResponseState");
        Assert.Equal("Empty", state.Type.GetMethod("ToKnown")!.Invoke(state.Parse("\"\""), null)!.ToString());
        Assert.Equal("\"\"", state.Write(state.Type.GetProperty("Empty")!.GetValue(null)!));
    }

    private static string Rows(string type, string mark = "") => string.Concat(All.Select(word => "  " + Key(word + mark) + ": " + type + "\n"));

    private static string Key(string word) => word is "null" or "true" or "false" ? "'" + word + "'" : word;
}
