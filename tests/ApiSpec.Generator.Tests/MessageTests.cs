using System.Globalization;
using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Messages for people who write in the style of other formats, and forms that work for them.</summary>
public sealed class MessageTests
{
    private const string Api = "api: x\nclient: XClient\nnamespace: N\nroles: [Admin, Submit]\nwords:\n  api-root: /api/v2\n  tail: /end/\n";

    [Theory]
    [InlineData("Integer", "int")]
    [InlineData("file", "bytes")]
    [InlineData("Date", "date-time")]
    [InlineData("Object", "object")]
    [InlineData("number", "decimal")]
    [InlineData("timestamp", "date-time")]
    [InlineData("array", "string[]")]
    public void The_types_of_other_formats_are_known_by_name(string written, string meant)
    {
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  a: " + written + "\n")).DiagnosticTexts);
        Assert.StartsWith(
            "APISPEC0200 /specs/Parts.Get.apispec.yaml(5,6)+" + written.Length + " Unknown type '" + written + "'; ", mistake, StringComparison.Ordinal);
        Assert.Contains("'" + meant + "'", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STRING", "string Value")]
    [InlineData("Text(255)", "string Value")]
    [InlineData("Bool", "bool Value")]
    [InlineData("bool as 1|0", "bool Value")]
    [InlineData("Integer64", "long Value")]
    [InlineData("smallint", "int Value")]
    [InlineData("Float", "double Value")]
    [InlineData("DateTime", "global::System.DateTimeOffset Value")]
    [InlineData("DateTime as \"YYYY/MM/DD hh:mm\"", "global::System.DateTimeOffset Value")]
    [InlineData("date_time or epoch", "global::System.DateTimeOffset Value")]
    [InlineData("UUID", "global::System.Guid Value")]
    [InlineData("URI", "string Value")]
    [InlineData("STRING[] as comma", "global::System.Collections.Generic.IReadOnlyList<string> Value")]
    [InlineData("map<varchar(8)>", "global::System.Collections.Generic.IReadOnlyDictionary<string, string> Value")]
    [InlineData("GUID | Bool", "PartsGetResponseValue Value")]
    public void The_names_of_types_that_manuals_print_are_read(string written, string property)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  value: " + written + "\n"));
        run.AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains(property, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("query:\n  name: Text(1-8)\n", "Length(name, 1, 8, ")]
    [InlineData("query:\n  name?: varchar(8) - The name\n", "Length(query?.Name, null, 8, ")]
    [InlineData("body:\n  name: string(8)\n", "Length(\"name\", value.Name, null, 8)")]
    public void A_printed_length_is_the_range_of_a_string(string keys, string check)
        => Assert.Contains(
            GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys)).Files.Values, text => text.Contains(check, StringComparison.Ordinal));

    [Fact]
    public void A_schema_or_an_alias_takes_precedence_over_the_usual_meaning()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "client: PartsClient\ntypes:\n  Bool: enum on|off\n"),
            SpecFiles.Of("text", "schemas:\n  Text:\n    id: int\n"),
            SpecFiles.Section("Parts.Get", "response:\n  text: Text\n  state: Bool\n"));
        run.AssertCompiles();
        Assert.Contains(run.Files.Values, static text => text.Contains("global::Consumer.Text Text", StringComparison.Ordinal)
            || text.Contains("Text Text {", StringComparison.Ordinal));
    }

    [Fact]
    public void Uncertain_names_of_types_are_reported_once_for_each_file()
        => Assert.Equal(
            [
                "APISPEC0200 /specs/Parts.Get.apispec.yaml(8,6)+6 Unknown type 'number', 'Timestamp'; add 'types: { number: double, Timestamp: date-time }' to "
                    + "the API file, with the types that the reference means",
                "APISPEC0200 /specs/Tools.Get.apispec.yaml(5,6)+6 Unknown type 'number'; write 'double' or 'decimal' or 'long' or 'int', or add "
                    + "'types: { number: double }' to the API file",
            ],
            GeneratorRun.Of(
                SpecFiles.Section("Parts.Get", "query:\n  a: number\n  b?: Timestamp\nresponse:\n  c: number[]\n  d: Timestamp\n"),
                SpecFiles.Section("Tools.Get", "query:\n  a: number\n  b: number\n")).DiagnosticTexts);

    [Theory]
    [InlineData("status: [200]\nresponse:\n  code: int\n  other: long\n  quoted: long as string\n  at: epoch\nexamples:\n  - response body: |\n"
        + "      { \"code\" : 200.0, \"other\": 2E2, \"quoted\": \"2.0e2\", \"at\": 1.4E9 }\n")]
    [InlineData("status: [200]\nresponse:\n  at: date-time as \"YYYY-MM-DD hh:mm:ss.mmmmmmmmm\"\nexamples:\n  - response body: |\n"
        + "      { \"at\" : \"2012-07-17 07:18:30.854123456\" }\n")]
    [InlineData("status: [200]\nquery:\n  marker?: string\npaging:\n  cursor: marker\n  next: name\nresponse text/plain:\nresponse: Item[]\n"
        + "response xml:\n  items:\n    item: Item[]\nschemas:\n  Item:\n    name: string\n")]
    [InlineData("status: [200]\nresponse:\n  cct: (int 0..255) | (int 1900..10091)\n")]
    public void What_a_page_prints_is_not_reported(string keys)
        => Assert.Empty(GeneratorRun.Of(
            SpecFiles.Of("api", "client: PartsClient\nbase: http://[DEVICE-IP]\n"),
            SpecFiles.Of("get", "operation: Parts.List\nrequest: GET http://[DEVICE-IP]/parts\n" + keys)).AssertCompiles().DiagnosticTexts);

    [Theory]
    [InlineData("int", "2.5E0")]
    [InlineData("int", "3E9")]
    [InlineData("long", "2E-1")]
    [InlineData("long", "1E19")]
    [InlineData("long as string", "\"2.5\"")]
    [InlineData("epoch", "1E99")]
    public void Number_that_the_client_cannot_read_is_reported_in_an_example(string type, string printed)
        => Assert.StartsWith(
            "APISPEC0305 ",
            Assert.Single(GeneratorRun.Of(SpecFiles.Section(
                "Parts.Get", $"response:\n  code: {type}\nexamples:\n  - response body: |\n      {{ \"code\" : {printed} }}\n")).DiagnosticTexts),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("(int 0..255) | (int 1900..10091)", "int Value", "")]
    [InlineData("(int ..5) | (int 10..20)", "int Value", "")]
    [InlineData("(int 0..5) | (int 10..20) | string", "Value Value", "\"0\", \"20\"")]
    [InlineData("(int 0..5) | (int 6..20)", "int Value", "\"0 to 20\"")]
    [InlineData("(double 0..5) | (double 6..20)", "double Value", "\"0 to 5 or 6 to 20\"")]
    [InlineData("(int 10..20) | (int 0..12)", "int Value", "\"0 to 20\"")]
    [InlineData("(int 1..5) | int", "int Value", "")]
    [InlineData("((int 1..5) | (int 9..)) or null", "int? Value", "\"1 to 5 or at least 9\"")]
    public void Alternatives_that_differ_in_their_ranges_are_one_type(string type, string property, string limits)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("post", "operation: Parts.Create\nrequest: POST /parts\nstatus: [200]\nbody:\n  value: " + type + "\n")).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains(property, StringComparison.Ordinal));
        Assert.Contains(run.Files.Values, text => text.Contains(limits, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DateTime", "datetime", "DateTime")]
    [InlineData("STRING", "String", "STRING")]
    [InlineData("Number", "number", "Number")]
    [InlineData("flagged", "FLAGGED", "flagged")]
    [InlineData("Date", "DATE", "Date")]
    public void Declared_name_of_a_type_has_one_spelling(string declared, string written, string shown)
    {
        const string Section = "query:\n  a: {0}\n  b: {1}\nresponse:\n  c: {0}[]\n";
        foreach (var api in new[] { $"types:\n  {declared}: int\n", $"schemas:\n  {declared}: int\n" })
        {
            GeneratorRun.Of(
                SpecFiles.Of("api", "client: PartsClient\n" + api),
                SpecFiles.Section("Parts.Get", string.Format(CultureInfo.InvariantCulture, Section, declared, declared))).AssertCompiles();
            Assert.Equal(
                [$"APISPEC0200 /specs/Parts.Get.apispec.yaml(6,6)+{written.Length} Unknown type '{written}'; did you mean '{shown}'?"],
                GeneratorRun.Of(
                    SpecFiles.Of("api", "client: PartsClient\n" + api),
                    SpecFiles.Section("Parts.Get", string.Format(CultureInfo.InvariantCulture, Section, declared, written))).DiagnosticTexts);
        }
    }

    [Fact]
    public void A_schema_may_have_the_name_that_another_format_gives_a_type()
        => GeneratorRun.Of(SpecFiles.Section(
            "Parts.Get", "response:\n  a: file\nschemas:\n  file:\n    csharp: StoredFile\n    members:\n      name: string\n")).AssertCompiles();

    [Fact]
    public void A_few_roles_are_listed_where_none_is_near()
        => Assert.Contains(
            "APISPEC0201 /specs/Parts.Get.apispec.yaml(4,9)+13 Role 'Administrator' is not defined in the API file; the roles are Admin, Submit",
            GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "roles: [Administrator]\n")).DiagnosticTexts);

    [Theory]
    [InlineData("mode: always search", "APISPEC0120")]
    [InlineData("mode: List<string>", "APISPEC0120")]
    [InlineData("mode: int|string", "APISPEC0125")]
    [InlineData("mode: map<string>", "APISPEC0125")]
    [InlineData("mode: any", "APISPEC0125")]
    [InlineData("mode: full|short", "APISPEC0125")]
    [InlineData("mode: string? 1..5", "APISPEC0135")]
    [InlineData("mode: string | null", "APISPEC0125")]
    [InlineData("mode: list of int", "APISPEC0120")]
    public void A_parameter_that_is_wrong_is_wrong_once(string row, string rule)
    {
        var mistakes = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "query:\n  " + row + "\n")).Errors;
        Assert.StartsWith(rule, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query:\n  state?: waiting|running\n")]
    [InlineData("query:\n  state?: enum waiting|running nonsense\n")]
    [InlineData("response:\n  state: waiting|running\n")]
    [InlineData("response:\n  state: enum waiting|running|null\n")]
    public void The_values_of_an_enum_with_an_error_are_generated(string keys)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys));
        Assert.Single(run.Errors);
        Assert.Contains(
            run.Files.Values, static text => text.Contains("Waiting", StringComparison.Ordinal) && text.Contains("Running", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("waiting|running", 15, "'waiting'; write 'enum waiting|running'")]
    [InlineData("Waiting|Running", 15, "'Waiting'; write 'enum Waiting|Running', or add them under 'schemas:' if these are types")]
    [InlineData("Patr|Tool", 4, "'Patr'; did you mean 'Part'?")]
    public void Words_that_are_no_types_are_the_values_of_an_enum_unless_they_look_like_types(string type, int length, string message)
        => Assert.Equal(
            ["APISPEC0200 /specs/Parts.Get.apispec.yaml(5,10)+" + length + " Unknown type " + message],
            GeneratorRun.Of(
                SpecFiles.Section("Parts.Get", "response:\n  state: " + type + "\n  part: Part\nschemas:\n  Part:\n    id: int\n")).DiagnosticTexts);

    [Theory]
    [InlineData("GET /api-root/things", "\"/api/v2/things\"")]
    [InlineData("GET http://host:port/api-root/things", "\"/api/v2/things\"")]
    [InlineData("GET /api-root/tail/things", "\"/api/v2/end/things\"")]
    public void A_word_of_the_address_stands_for_a_path_with_its_slashes(string request, string path)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", request: request)).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains(path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aGVsbG8=", true)]
    [InlineData("", true)]
    [InlineData("aGVsbG8", false)]
    [InlineData("aGV$bG8=", false)]
    public void Base64_in_an_example_is_a_value_of_bytes(string value, bool isRight)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section("Parts.Get", "response:\n  by: bytes\nexamples:\n  - response body: |\n      { \"by\": \"" + value + "\" }\n"));
        Assert.Equal(isRight ? [] : ["APISPEC0305"], run.DiagnosticTexts.Select(static mistake => mistake.Split(' ')[0]));
    }

    [Fact]
    public void Null_in_an_example_names_the_member_and_says_how_to_allow_it()
    {
        const string Keys = "response:\n  unitStatus: UnitStatus\nschemas:\n  UnitStatus:\n    state: string\nexamples:\n  - response body: |\n"
            + "      { \"unitStatus\": null }\n";
        Assert.Equal(
            ["APISPEC0311 /specs/Parts.Get.apispec.yaml(11,23)+0 'unitStatus' is null in the example, but an object in the schema; write 'UnitStatus or "
                + "null' if it can be null"],
            GeneratorRun.Of(SpecFiles.Section("Parts.Get", Keys)).DiagnosticTexts);
    }

    [Theory]
    [InlineData(
        "response: Item\nwith:\n  state: always blue\nschemas:\n  Item:\n    state: enum on|off\n",
        "APISPEC0220 /specs/Parts.Get.apispec.yaml(6,10)+11 'blue' cannot be the value of 'state': the enum does not have this value")]
    [InlineData(
        "headers:\n  Accept: string always application/xml\n",
        "APISPEC0233 /specs/Parts.Get.apispec.yaml(5,3)+6 The client sets 'Accept' itself, but not to 'application/xml'; write the media type as "
        + "the value of 'response:'")]
    [InlineData(
        "headers:\n  Content-Type: string always application/vnd.x+json\n",
        "APISPEC0233 /specs/Parts.Get.apispec.yaml(5,3)+12 The client sets 'Content-Type' itself, but not to 'application/vnd.x+json'; write the "
        + "media type as the value of 'body:'")]
    [InlineData(
        "headers:\n  Accept: enum application/json|text/csv\nresponse:\n  a: int\n",
        "APISPEC0233 /specs/Parts.Get.apispec.yaml(5,3)+6 The client sets 'Accept' itself, but not to 'text/csv'; add the key 'response text/csv:' without "
        + "a value")]
    [InlineData(
        "headers:\n  Accept: enum application/json|application/xml\nresponse:\n  a: int\n",
        "APISPEC0233 /specs/Parts.Get.apispec.yaml(5,3)+6 The client sets 'Accept' itself, but not to 'application/xml'; write its rows under 'response xml:'")]
    [InlineData(
        "headers:\n  User-Agent: string always me\n",
        "APISPEC0233 /specs/Parts.Get.apispec.yaml(5,3)+10 The client sets 'User-Agent' itself, but not to 'me'; set ApiClientOptions.UserAgent")]
    [InlineData(
        "query:\n  HQL::filter?: hql-filter\n",
        "APISPEC0230 /specs/Parts.Get.apispec.yaml(5,3)+12 'HQL::filter' stays a string; a filter needs a response with exactly one list of objects")]
    [InlineData(
        "response:\n  state: enum 0|1\nexamples:\n  - response body: |\n      { \"state\": 1 }\n",
        "APISPEC0311 /specs/Parts.Get.apispec.yaml(8,18)+0 'state' is a number in the example, but a string in the schema; enum values are strings, so write "
        + "'int', and list the numbers under 'values'")]
    public void What_would_be_lost_is_told(string keys, string expected)
        => Assert.Equal([expected], GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys)).DiagnosticTexts);

    [Theory]
    [InlineData("headers:\n  Accept: string always application/json\n  Authorization: string\n  Accept-Language?: string\nresponse:\n  a: string\n")]
    [InlineData("headers:\n  Accept: string always application/xml\nresponse: application/xml\n")]
    [InlineData("headers:\n  Accept: string always application/vnd.x+json;version=4.0\nresponse:\n  a: string\n")]
    public void A_header_that_the_client_sends_as_the_page_has_it_needs_no_word(string keys)
        => Assert.Empty(GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys)).AssertCompiles().DiagnosticTexts);

    [Fact]
    public void Json_under_another_name_is_asked_for_and_sent_where_there_is_some()
    {
        const string All = Api + "headers:\n  Accept: string always application/vnd.x+json\n  Content-Type: string always application/vnd.x+json\n";
        const string Own = "headers:\n  Accept: string always application/json;v=2\nbody:\n  a: string\n";
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", All), SpecFiles.Section("Parts.Create", Own, "POST /parts"),
            SpecFiles.Section("Parts.Get", "response: application/xml\n", "GET /parts")).AssertCompiles();
        Assert.Empty(run.DiagnosticTexts);
        var create = Assert.Single(run.Files, static file => file.Key.Contains("Parts.Create", StringComparison.Ordinal)).Value;
        Assert.Contains("SetHeader(\"Accept\", \"application/json;v=2\")", create, StringComparison.Ordinal);
        Assert.Contains(", body, \"application/vnd.x+json\")", create, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "vnd.x", Assert.Single(run.Files, static file => file.Key.Contains("Parts.Get", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response:\n  data: Item[]\n  count: int\n")]
    [InlineData("response:\n  data[]:\n    name: string filter\n  count: int\n")]
    [InlineData("response: Item[]\n")]
    [InlineData("response: Items\n")]
    public void A_filter_is_typed_by_the_one_list_of_the_response(string response)
    {
        const string Tables = "schemas:\n  Item:\n    name: string filter\n  Items:\n    data: Item[]\n    count: int\n";
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "query:\n  HQL::filter?: hql-filter\n" + response + Tables)).AssertCompiles();
        Assert.Contains(run.Files.Values, static text => text.Contains("global::ApiSpec.HqlFilter<", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_the_only_one_with_a_mistake()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section("Parts.Get", "response: Item\n"), SpecFiles.Section("Parts.List", "response: Page<Item>\n"),
            SpecFiles.Of("tables", "schemas:\n  Item:\n    \"@id\"?: string\n  Page<T>:\n    data: T[]\n"));
        Assert.StartsWith("APISPEC0030 /specs/tables", Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clients_of_one_name_are_told_of()
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get"), SpecFiles.Section("Parts.List", "api: jp1ao\n"));
        Assert.Equal(
            ["APISPEC0232 /specs/Parts.List.apispec.yaml(2,1)+7 Another client is also named ObjectsClient, in Example.App; write the same 'api:' "
                + "in all sections of both, or in none"],
            run.DiagnosticTexts);
    }

    [Fact]
    public void A_code_that_neither_file_describes_is_told_of()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api + "status:\n  200 OK: Done.\n"), SpecFiles.Of("s", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200, 404]\n"));
        Assert.Equal(
            ["APISPEC0231 /specs/s.apispec.yaml(3,15)+3 The status table of the API file has no 404; describe it there, or write '404 message: text' here"],
            run.DiagnosticTexts);
    }

    [Theory]
    [InlineData("POWERED_ON", "PoweredOn")]
    [InlineData("VIRTUAL MACHINE", "VirtualMachine")]
    [InlineData("ID", "ID")]
    [InlineData("VendorID", "VendorID")]
    [InlineData("HQL::filter", "HQLFilter")]
    [InlineData("-", "Minus")]
    [InlineData("*", "Asterisk")]
    [InlineData("<=", "LessEqual")]
    [InlineData("0", "_0")]
    public void A_value_has_the_name_that_NET_would_give_it(string value, string name) => Assert.Equal(name, ApiSpec.Language.Rows.CSharpName.Pascal(value));

    [Fact]
    public void A_form_without_files_takes_typed_values_and_sends_its_constants()
    {
        const string Keys = "body form:\n  grant_type: string always password\n  username: string\n  size?: int\n";
        var run = GeneratorRun.Of(SpecFiles.Section("Tokens.Issue", Keys, "POST /tokens")).AssertCompiles();
        var text = Assert.Single(run.Files.Values, static text => text.Contains("SetUrlEncodedForm", StringComparison.Ordinal));
        Assert.Contains("ApiFormPart(\"grant_type\", \"password\")", text, StringComparison.Ordinal);
        Assert.Contains("IssueAsync(string username, int? size = null, ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_list_without_a_value_is_refused()
        => Assert.Contains(
            GeneratorRun.Of(SpecFiles.Section("Parts.Get", "query:\n  ids: int[] as repeat\n")).AssertCompiles().Files.Values,
            static text => text.Contains("ApiArgument.NotEmpty(ids, \"ids\");", StringComparison.Ordinal));
}
