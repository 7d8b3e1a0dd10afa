using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Names that clash, hide others or do not exist, each with a diagnostic at its position.</summary>
public sealed class NamesTests
{
    private const string Api = "api: x\nclient: XClient\nnamespace: N\nroles: [Admin, Submit]\nsets:\n  list:\n    count?: int\n";

    [Theory]
    [InlineData(
        "response:\n  job-name: string\n  job_name: string\n",
        "APISPEC0209 /specs/Parts.Get.apispec.yaml(6,3)+8 'job_name' becomes the C# name 'JobName', which 'job-name' already has; choose another name with "
        + "'csharp:'")]
    [InlineData(
        "response:\n  code:\n    type: int\n    values:\n      1: {csharp: One}\n      2: {csharp: One}\n",
        "APISPEC0209 /specs/Parts.Get.apispec.yaml(9,7)+1 '2' becomes the C# name 'One', which '1' already has; write the values under 'values:', and "
        + "'csharp:' under this one")]
    [InlineData(
        "response:\n  code:\n    type: int\n    values: [1]\nschemas:\n  PartsGetResponseCode: {id: long}\n",
        "APISPEC0209 /specs/Parts.Get.apispec.yaml(5,3)+4 'the values of code' becomes the C# name 'PartsGetResponseCode', which 'schema "
        + "PartsGetResponseCode' already has; choose another name with 'csharp:'")]
    [InlineData(
        "response:\n  a:\n    type: string\n    csharp: _\n",
        "APISPEC0215 /specs/Parts.Get.apispec.yaml(5,3)+1 '_' cannot become a C# name; choose another name with 'csharp:'")]
    [InlineData(
        "response: Task\nschemas:\n  Task: {csharp: Task, members: {id: long}}\n",
        "APISPEC0210 /specs/Parts.Get.apispec.yaml(6,3)+4 'Task' would hide the .NET type System.Threading.Tasks.Task; choose another C# name with 'csharp:'")]
    [InlineData(
        "response: Strng\nschemas:\n  String1: {id: long}\n", "APISPEC0200 /specs/Parts.Get.apispec.yaml(4,11)+5 Unknown type 'Strng'; did you mean 'string'?")]
    [InlineData(
        "response:\n  a: string\n  bb:   map<Prt[]> or null - text\nschemas:\n  Part: {id: long}\n",
        "APISPEC0200 /specs/Parts.Get.apispec.yaml(6,13)+3 Unknown type 'Prt'; did you mean 'Part'?")]
    [InlineData(
        "roles: [Admin, Submitt]\n", "APISPEC0201 /specs/Parts.Get.apispec.yaml(4,16)+7 Role 'Submitt' is not defined in the API file; did you mean 'Submit'?")]
    [InlineData("use: [lst]\n", "APISPEC0202 /specs/Parts.Get.apispec.yaml(4,7)+3 Parameter set 'lst' is not defined in the API file; did you mean 'list'?")]
    [InlineData(
        "query:\n  Count?: int\nuse: [list]\n",
        "APISPEC0209 /specs/Parts.Get.apispec.yaml(6,7)+4 'count' becomes the C# name 'Count', which 'Count' already has; choose another name with 'csharp:'")]
    [InlineData(
        "response: One\nschemas:\n  One: {two: Two}\n  Two: {one: One}\n",
        "APISPEC0208 /specs/Parts.Get.apispec.yaml(6,3)+3 Schema 'One' contains itself through 'two'; make the member optional, nullable, a list or a map")]
    [InlineData(
        "response: Page\nschemas:\n  Page<T>: {data: 'T[]'}\n",
        "APISPEC0216 /specs/Parts.Get.apispec.yaml(4,11)+4 Wrong number of type arguments for schema 'Page'; expected 1, found 0")]
    [InlineData(
        "response: {codes: 'any[] as comma'}\n",
        "APISPEC0290 /specs/Parts.Get.apispec.yaml(4,20)+14 A list 'as comma' whose items are not single values cannot be generated; write 'string', and "
        + "split it in the program")]
    [InlineData(
        "response: {code: Code}\nschemas:\n  Code: string | Code\n",
        "APISPEC0208 /specs/Parts.Get.apispec.yaml(6,3)+4 Schema 'Code' contains itself through its alternatives; make the member optional, nullable, a list "
        + "or a map")]
    [InlineData(
        "response: {code: Code}\nschemas:\n  Code: string | Third\n  Third: int | Code\n",
        "APISPEC0208 /specs/Parts.Get.apispec.yaml(6,3)+4 Schema 'Code' contains itself through its alternatives; make the member optional, nullable, a list "
        + "or a map")]
    [InlineData(
        "body: Port\nrequired: [nmae]\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0219 /specs/Parts.Get.apispec.yaml(5,12)+4 'nmae' is not a member of Port; did you mean 'name'?")]
    [InlineData(
        "body: Port\nrequired: [name]\nschemas:\n  Port: enum a|b\n",
        "APISPEC0217 /specs/Parts.Get.apispec.yaml(4,1)+4 The body that 'required' belongs to must be an object; write its rows, or name a schema with rows")]
    [InlineData(
        "body:\n  mode: string\n  b?: string required when mdoe = x\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(6,28)+4 No parameter or body member of this section is named 'mdoe'; did you mean 'mode'?")]
    [InlineData(
        "body:\n  a: string\n  b?: string only when a = x and list has steps\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(6,34)+4 No parameter or body member of this section is named 'list'; write 'when' before words that are "
        + "not a condition")]
    [InlineData(
        "body:\n  owner:\n    mail?: string\n  b?: string required when owner.mial is given\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(7,28)+10 No parameter or body member of this section is named 'owner.mial'; did you mean 'owner.mail'?")]
    [InlineData(
        "query:\n  dry?: flag\nbody: Port\nschemas:\n  Port:\n    name?: string required when dry = true\n",
        "APISPEC0219 /specs/Parts.Get.apispec.yaml(9,33)+3 'dry' is not a member of Port; write a condition on rows of one page under 'required:' of that "
        + "section")]
    [InlineData(
        "body: Port\nrequired:\n  nmae: always\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0219 /specs/Parts.Get.apispec.yaml(6,3)+4 'nmae' is not a member of Port; did you mean 'name'?")]
    [InlineData(
        "body: Port\nrequired:\n  number: name = x and nam is given\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(6,24)+3 No parameter or body member of this section is named 'nam'; did you mean 'name'?")]
    [InlineData(
        "body: Port\nrequired:\n  number: when it is there\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0163 /specs/Parts.Get.apispec.yaml(6,11)+16 'when it is there' is not a condition; write 'name = value', 'name != value', 'list has value', "
        + "'name is given' or 'name is missing', joined by 'and'")]
    [InlineData(
        "query:\n  mode: enum fast|slow\n  b?: string required when mode = fsat\n",
        "APISPEC0126 /specs/Parts.Get.apispec.yaml(6,28)+11 'fsat' is not valid: 'mode' never has this value; did you mean 'fast'?")]
    [InlineData(
        "query:\n  on: boolean\n  b?: string only when on = open\n",
        "APISPEC0126 /specs/Parts.Get.apispec.yaml(6,24)+9 'open' is not valid: 'on' never has this value")]
    [InlineData(
        "body:\n  label{X}?: string\n  b?: string only when label{X} is given\n",
        "APISPEC0126 /specs/Parts.Get.apispec.yaml(6,24)+17 'label{X} is given' is not valid: the program chooses names with braces, so nothing can be "
        + "checked; write 'when' instead of 'required when' or 'only when'")]
    [InlineData("response:\n  a: password\n", "APISPEC0200 /specs/Parts.Get.apispec.yaml(5,6)+8 Unknown type 'password'; write 'string secret'")]
    [InlineData("response:\n  a: money\n", "APISPEC0200 /specs/Parts.Get.apispec.yaml(5,6)+5 Unknown type 'money'; write 'decimal' or 'string', or add "
        + "'types: { money: decimal }' to the API file")]
    [InlineData(
        "query:\n  count: int\n  b?: string only when count = many\n",
        "APISPEC0126 /specs/Parts.Get.apispec.yaml(6,24)+12 'many' is not valid: 'count' never has this value")]
    [InlineData(
        "body:\n  owner:\n    mail?: string\n  note?: string\nexactly-one: [owner.mial, note]\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(8,15)+10 No parameter or body member of this section is named 'owner.mial'")]
    [InlineData(
        "body: Port\nexactly-one: [name, nmber]\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0222 /specs/Parts.Get.apispec.yaml(5,15)+4 'name' is required, so a group rule cannot apply to it; write '?' after its name in its row")]
    [InlineData(
        "body: Port\nexactly-one: [name, nmber]\nschemas:\n  Port: {name: string, number?: int}\n",
        "APISPEC0150 /specs/Parts.Get.apispec.yaml(5,21)+5 No parameter or body member of this section is named 'nmber'; did you mean 'number'?")]
    public void A_wrong_name_is_reported_at_its_position(string keys, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", keys));
        Assert.Contains(expected, run.DiagnosticTexts);
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void Documentation_of_a_row_names_the_class_of_its_numbers()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Section(
                "Parts.Get",
                "query:\n  kind?: Kind\nheaders:\n  X-Level: {type: int, values: [1]}\nresponse:\n  codes: {type: 'int[] or null', values: {7: Gone}}\n"
                + "schemas:\n  Kind: {type: long, values: {1: First}}\n"));
        var code = string.Concat(run.AssertCompiles().Files.Values);
        foreach (var name in new[] { "Kind", "PartsGetXLevel", "PartsGetResponseCodes" })
            Assert.Contains("Its values are the constants of " + name + ", or other numbers.", code, StringComparison.Ordinal);
        Assert.Contains("public const long First = 1;", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int", "5000000000")]
    [InlineData("int", "0x80000000")]
    [InlineData("long | int", "5000000000")]
    [InlineData("int | long", "-5000000000")]
    [InlineData("long", "9223372036854775808")]
    public void A_number_that_is_too_large_for_its_type_is_reported_and_gets_no_constant(string type, string number)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "response:\n  code: {type: " + type + ", values: {" + number + ": Big, 7: Gone}}\n"));
        var error = Assert.Single(run.Errors);
        Assert.StartsWith("APISPEC0126 ", error, StringComparison.Ordinal);
        Assert.Contains("'" + number + "' is not valid", error, StringComparison.Ordinal);
        Expect.Nothing(run.CompilerMessages());
        var code = string.Concat(run.Files.Values);
        Assert.Contains(" Gone = 7;", code, StringComparison.Ordinal);
        Assert.DoesNotContain(" const int Big", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clash_of_two_groups_proposes_what_can_resolve_it()
    {
        // Reported once for any number of sections in the group, and without an effect on code for other groups.
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api), SpecFiles.Section("X.Get"), SpecFiles.Section("XGroup.Get"), SpecFiles.Section("XGroup.List"),
            SpecFiles.Section("Y.Get"));
        Assert.Equal(
            ["APISPEC0209 /specs/XGroup.Get.apispec.yaml(1,1)+9 'group XGroup' becomes the C# name 'XGroupClient', which 'group X' already has; choose "
                + "another name before the dot of 'operation:'"],
            run.Errors);
        Assert.Contains(run.Files.Keys, static name => name.Contains("Y.Get", StringComparison.Ordinal));
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void What_an_example_leaves_out_is_silenced_by_name()
    {
        const string Keys =
            "query: {from: int, to: int}\nresponse: {a: int, b: int}\nexamples:\n  - request header: GET /objects/Parts/Get?frm=1\n    response body: '{}'\n";
        const string Errata = "errata: [{omitted: to}, {omitted: b}, {printed: frm, here: from}]\n";
        var all = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", Keys)).DiagnosticTexts;
        var rest = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", Errata + Keys)).DiagnosticTexts;
        Assert.Equal(
            ["APISPEC0303", "APISPEC0304", "APISPEC0304", "APISPEC0309", "APISPEC0309"],
            all.Select(static mistake => mistake[..11]).Order(StringComparer.Ordinal));
        Assert.Contains("The example is missing 'a'", Assert.Single(rest), StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicates_are_reported_at_both_positions()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Of("one", "operation: Parts.Get\nrequest: GET /same\nstatus: [200]\nschemas: {S: {id: long}}\n"),
            SpecFiles.Of("two", "operation: Parts.Get\nrequest: GET /same\nstatus: [200]\nschemas: {S: {id: long}}\n"));
        Assert.Equal(
            [
                "APISPEC0203 /specs/one.apispec.yaml(1,1)+9 Operation 'Parts.Get' is also in two.apispec.yaml; rename one of the two",
                "APISPEC0203 /specs/two.apispec.yaml(1,1)+9 Operation 'Parts.Get' is also in one.apispec.yaml; rename one of the two",
            ],
            run.DiagnosticTexts);
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void Duplicates_of_one_part_are_reported_at_both_positions()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Of("one", "operation: Parts.Get\nrequest: GET /same\nstatus: [200]\nschemas: {S: {id: long}}\n"),
            SpecFiles.Of("two", "operation: Parts.List\nrequest: GET /same\nstatus: [200]\n"),
            SpecFiles.Of("three", "schemas: {S: {id: long}}\n"));
        Assert.Equal(
            [
                "APISPEC0204 /specs/one.apispec.yaml(2,10)+9 'GET /same' is also in two.apispec.yaml; correct the copied line, or write the constants that "
                + "distinguish the two",
                "APISPEC0204 /specs/two.apispec.yaml(2,10)+9 'GET /same' is also in one.apispec.yaml; correct the copied line, or write the constants that "
                + "distinguish the two",
                "APISPEC0205 /specs/one.apispec.yaml(4,11)+1 Schema 'S' is also in three.apispec.yaml; rename one of the two",
                "APISPEC0205 /specs/three.apispec.yaml(1,11)+1 Schema 'S' is also in one.apispec.yaml; rename one of the two",
            ],
            run.DiagnosticTexts);
    }

    [Fact]
    public void Two_API_files_with_one_id_are_shown_at_both_places()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("one", Api),
            SpecFiles.Of("two", Api.Replace("XClient", "YClient", StringComparison.Ordinal)),
            SpecFiles.Section("Parts.Get", "api: x\n"));
        Assert.Contains(
            "APISPEC0206 /specs/one.apispec.yaml(1,1)+3 API 'x' is also in two.apispec.yaml; give each API file a different id", run.DiagnosticTexts);
        Assert.Contains(
            "APISPEC0206 /specs/two.apispec.yaml(1,1)+3 API 'x' is also in one.apispec.yaml; give each API file a different id", run.DiagnosticTexts);
    }

    [Fact]
    public void A_project_can_have_two_APIs()
    {
        SpecFile[] files =
        [
            SpecFiles.Of("x", Api),
            SpecFiles.Of("y", "api: y\nclient: YClient\n"),
            new("/specs/x/get.apispec.yaml", "api: x\noperation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nresponse: {id: long}\n"),
            new("/specs/y/get.apispec.yaml", "api: y\noperation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nresponse: {id: long}\n"),
        ];
        var run = GeneratorRun.Of(files).AssertCompiles();
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("N.XClient"));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Example.App.Y.YClient"));

        var mistakes = GeneratorRun.Of([.. files, SpecFiles.Section("Parts.List"), SpecFiles.Section("Parts.Edit", "api: z\n")]).DiagnosticTexts;
        Assert.Contains(
            "APISPEC0213 /specs/Parts.List.apispec.yaml(2,1)+7 This project has several API files (x, y); add 'api:' with the id that this file belongs to",
            mistakes);
    }

    [Fact]
    public void Files_whose_names_differ_in_case_alone_are_all_generated()
        => Assert.Equal(
            ["X.ABC.g.cs", "X.Abc_2.g.cs", "X.Client.g.cs", "X.Parts.GET.g.cs", "X.Parts.Get_2.g.cs"],
            GeneratorRun.Of(
                SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "schemas: {ABC: {a: int}, Abc: {a: int}}\n"),
                SpecFiles.Of("upper", "operation: Parts.GET\nrequest: PUT /x\nstatus: [200]\n"))
                .AssertCompiles().Files.Keys);

    [Fact]
    public void Very_long_names_stay_apart_and_fit_a_file_name()
    {
        var name = new string('a', 190);
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Section("Parts." + name, "schemas:\n  " + name + "1: {x: int}\n  " + name + "2: {x: int}\n", "GET /x")).AssertCompiles();
        Assert.All(run.Files.Keys, static hint => Assert.True(hint.Length <= 110, hint));
        Assert.Equal(4, run.Files.Count);
        var longer = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "response:\n  " + new string('a', 1_010) + ": string\n"));
        Assert.StartsWith("APISPEC0029 /specs/Parts.Get.apispec.yaml(5,3)+1010", Assert.Single(longer.DiagnosticTexts), StringComparison.Ordinal);
    }

    // Names that generated code uses itself.
    private static readonly string[] OwnNames =
    [
        "Call", "Roles", "CreateRequest", "Operation", "Description", "Parts", "XApi", "XClient", "IXClient", "OperationIndex", "Operations", "With",
        "Dispose", "Names", "Known", "Finalize", "MemberwiseClone", "ReferenceEquals", "Members", "Contract1", "target", "request", "reader", "writer",
        "seen", "next", "unknown", "value", "item", "body", "query", "class", "record", "field", "await", "nameof", "global", "System", "ApiSpec", "String",
        "N",
    ];

    public static TheoryData<string> Names => [.. OwnNames];

    // Each name has an API and a namespace of its own, so that one compilation shows all of them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_of_the_generators_own_are_refused_or_harmless(bool isCSharpName)
    {
        var run = GeneratorRun.Of(
            [.. OwnNames.SelectMany((name, i) => SpecsWith(name, isCSharpName, "namespace: N" + i + "\n").Select(file => OfApi("x" + i, file)))]);

        Expect.Nothing(run.CompilerMessages());
        for (var i = 0; i < OwnNames.Length; i++)
        {
            var files = run.Files.Values.Count(text => text.Contains("\nnamespace N" + i + ";\n", StringComparison.Ordinal));
            Assert.True(files > 6, "too little is left of " + OwnNames[i] + ": " + string.Join("\n", run.DiagnosticTexts));
        }
    }

    // Without a namespace, nothing keeps these names apart from those of the compiler and of the libraries.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_of_the_generators_own_is_refused_or_harmless_without_a_namespace(string name)
    {
        foreach (var isCSharpName in new[] { false, true })
        {
            var run = GeneratorRun.Of(
                Consumer.Net100 with { Namespace = null, RootNamespace = "" }, SpecsWith(name, isCSharpName, ""));
            Expect.Nothing(run.CompilerMessages());
            Assert.True(run.Files.Count > 6, "too little is left: " + string.Join("\n", run.DiagnosticTexts));
        }
    }

    private static SpecFile OfApi(string api, SpecFile file) => new("/specs/" + api + file.Path["/specs".Length..], "api: " + api + "\n" + file.Text);

    // The name in every place where a spec can put one.
    private static SpecFile[] SpecsWith(string name, bool isCSharpName, string keysOfApi)
    {
        var csharp = isCSharpName ? "csharp: " + name + "\n" : "";
        var row = isCSharpName ? "other?:\n    type: string or null\n    csharp: " + name + "\n" : name + "?: string or null\n";
        var required = isCSharpName ? "other:\n    type: string\n    csharp: " + name + "\n" : name + ": string\n";
        return
        [
            SpecFiles.Of("api", "client: XClient\n" + keysOfApi + "roles: [Admin, Submit]\nsets:\n  list:\n    count?: int\n"),
            SpecFiles.Section("Parts." + name, csharp + "roles: [Admin]\n", "GET /one"),
            SpecFiles.Section(name + ".Get", csharp + "roles: [Admin]\n"),
            SpecFiles.Section("Parts.Enum", "response: {state: enum one|" + name + "|three}\n"),
            SpecFiles.Section("Parts.Status", "schemas: {S: {a: int}}\n")
                .With("operation: Parts.Status\nrequest: GET /status\nstatus:\n  200 " + name + ": x\n"),
            SpecFiles.Section("Parts.Rows", "body:\n  first?: string or null\n  " + row + "  last: 'string[][]'\n", "POST /rows"),
            SpecFiles.Section("Parts.Required", "body:\n  first: int\n  " + required + "  last: date-time or null\n", "POST /required"),
            SpecFiles.Section(
                "Parts.Query",
                "query:\n  " + row + "  tags?: string[] as comma\n  " + required.Replace("other", "another", StringComparison.Ordinal) + "body: {a: int}\n",
                "POST /query"),
            SpecFiles.Section("Parts.Path", "path:\n  " + (isCSharpName ? "id:\n    type: string\n    csharp: " + name + "\n" : name + ": string\n")
                + "body:\n  href: url - link Parts.Path\n", "POST /path/{" + (!isCSharpName ? name : "id") + "}"),
            SpecFiles.Section("Parts.Schema", "response: " + name + "\nschemas:\n  " + name + ":\n    " + csharp
                + "    members:\n      one: string\n".Replace("    members", !isCSharpName ? "members" : "    members", StringComparison.Ordinal)),
        ];
    }

    [Fact]
    public void Roles_of_sections_alone_clash_at_the_section_that_names_them()
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "roles: [job admin, job-admin]\n"));
        Assert.Contains(
            "APISPEC0209 /specs/Parts.Get.apispec.yaml(4,20)+9 'job-admin' becomes the C# name 'JobAdmin', which 'job admin' already has; choose another "
            + "name with 'csharp:'",
            run.DiagnosticTexts);
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void Methods_with_the_same_signature_are_reported()
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get"), SpecFiles.Section("Parts.GetWithResponse"));
        Assert.Contains(run.DiagnosticTexts, static mistake => mistake.StartsWith("APISPEC0209", StringComparison.Ordinal));
        Expect.Nothing(run.CompilerMessages());
    }
}
