using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Values in a spec are compared with their types: constants, defaults, ranges, and the values of usage examples.</summary>
public sealed class ValueTests
{
    private const string Api = """
        api: x
        client: XClient
        namespace: N
        types:
          integer: int
          dateTime: date-time
          state: enum on|off
          maybe: string or null
          truth: boolean
          ids: integer[] as comma
        """;

    [Theory]
    [InlineData("query: {c: integer always abc}", "'abc' is not valid: an int is a whole number of 32 bits")]
    [InlineData("query: {c?: integer default abc}", "'abc' is not valid: an int is a whole number of 32 bits")]
    [InlineData("query: {c?: dateTime default time of execution}", "'time of execution' is not valid: a date and time looks like '2026-01-31T23:59:59Z'")]
    [InlineData("query: {c?: integer 1..10 default 99}", "'99' is not valid: it is outside the range 1..10")]
    [InlineData("query: {c: integer 1..10 always 99}", "'99' is not valid: it is outside the range 1..10")]
    [InlineData("query: {c: state always of}", "'of' is not valid: the enum does not have this value")]
    [InlineData("path: {id: integer always x}", "'x' is not valid: an int is a whole number of 32 bits", "GET /parts/{id}")]
    [InlineData("headers: {c: integer always x}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: integer always x}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: 'integer as string always x'}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: 'ids always 1,x'}", "'1,x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: integer or null always x}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: integer | truth always x}", "'x' is not valid: no alternative of the type has this value")]
    [InlineData("response: {c: Level always x}\nschemas: {Level: integer}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: {c: Level always medium}\nschemas: {Level: enum low|high}", "'medium' is not valid: the enum does not have this value")]
    [InlineData("response: {c: Part always x}\nschemas: {Part: {c: int}}", "'x' is not valid: a value of type object cannot be written in a row")]
    [InlineData("response: {'list[]': {deep: {c: integer always x}}}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: Part\nschemas: {Part: {c: integer always x}}", "'x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("response: Part<int>\nschemas: {Part<T>: {t: T always x, c: integer always x}}", "'x' is not valid: an int is a whole number of 32 bits")]
    public void A_constant_or_default_is_checked_against_a_type_that_has_a_name(string keys, string message, string? request = null)
    {
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", keys + "\n", request)).Errors);
        Assert.StartsWith("APISPEC0126 /specs/Parts.Get.apispec.yaml(", mistake, StringComparison.Ordinal);
        Assert.Contains(message, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c: integer 1..10 always 10")]
    [InlineData("c: state always off")]
    [InlineData("c: maybe always null")]
    [InlineData("c: dateTime always 2026-01-31T23:59:59Z")]
    [InlineData("c: integer | truth always true")]
    [InlineData("c: maybe ..5 always abcde")]
    public void A_constant_that_fits_the_named_type_is_accepted(string row)
        => Expect.Nothing(GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "response:\n  " + row + "\n")).DiagnosticTexts);

    [Fact]
    public void A_wrong_value_is_reported_at_its_own_characters()
        => Assert.Equal(
            ["APISPEC0126 /specs/Parts.Get.apispec.yaml(5,21)+3 'abc' is not valid: an int is a whole number of 32 bits",
                "APISPEC0126 /specs/Parts.Get.apispec.yaml(6,29)+2 '99' is not valid: it is outside the range 1..10"],
            GeneratorRun.Of(
                SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "query:\n  a: integer always abc\n  b?: integer 1..10 default 99\n")).DiagnosticTexts);

    [Fact]
    public void Rows_of_the_API_file_are_checked_as_well()
        => Assert.Equal(
            ["APISPEC0126 /specs/api.apispec.yaml(12,25)+1 'x' is not valid: an int is a whole number of 32 bits",
                "APISPEC0126 /specs/api.apispec.yaml(15,25)+1 'y' is not valid: an int is a whole number of 32 bits",
                "APISPEC0126 /specs/api.apispec.yaml(17,23)+1 'z' is not valid: an int is a whole number of 32 bits"],
            GeneratorRun.Of(
                SpecFiles.Of(
                    "api", Api + "\nheaders:\n  X-One: integer always x\nsets:\n  list:\n    two: integer always y\nerror:\n  one: integer always z\n"),
                SpecFiles.Section("Parts.Get", "use: [list]\n")).DiagnosticTexts);

    [Theory]
    [InlineData("c: truth 1..5", "APISPEC0123", "+4 ")]
    [InlineData("c: state ..5", "APISPEC0123", "+3 ")]
    [InlineData("c: Part 1..5", "APISPEC0123", "+4 ")]
    [InlineData("c: integer 1.5..5", "APISPEC0122", "+6 ")]
    [InlineData("c: maybe -1..5", "APISPEC0122", "+5 ")]
    public void A_range_is_checked_against_a_type_that_has_a_name(string row, string rule, string length)
    {
        var mistake = Assert.Single(
            GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "response:\n  " + row + "\nschemas: {Part: {c: int}}\n")).Errors);
        Assert.StartsWith(rule, mistake, StringComparison.Ordinal);
        Assert.Contains(length, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c: integer", "\"text\"", "APISPEC0311", "'c' is a string in the example, but a number in the schema")]
    [InlineData("c: dateTime", "\"nodate\"", "APISPEC0305", "'nodate' cannot be the value of 'c': a date and time looks like")]
    [InlineData("c: duration", "\"P1Y\"", "APISPEC0305", "'P1Y' cannot be the value of 'c': a duration looks like 'PT15M'")]
    [InlineData("c: time", "\"18:50:30Z\"", "APISPEC0305", "'18:50:30Z' cannot be the value of 'c': a time looks like")]
    [InlineData("c: int 1..10", "50", "APISPEC0305", "'50' cannot be the value of 'c': it is outside the range 1..10")]
    [InlineData("c: long 1..9007199254740992", "9007199254740993", "APISPEC0305", "'9007199254740993' cannot be the value of 'c': it is outside the range")]
    [InlineData("c: string 2..3", "\"a\"", "APISPEC0305", "'a' cannot be the value of 'c': it is outside the range 2..3")]
    [InlineData("c: int[1..2]", "[]", "APISPEC0305", "'a list' cannot be the value of 'c': it is outside the range 1..2")]
    [InlineData("c: map<int> ..1", """{"a":1,"b":2}""", "APISPEC0305", "'an object' cannot be the value of 'c': it is outside the range ..1")]
    [InlineData("c: int[..1] as comma", "\"1,2\"", "APISPEC0305", "'1,2' cannot be the value of 'c': it is outside the range ..1")]
    [InlineData("c: integer[] as comma", "\"1,x\"", "APISPEC0305", "'1,x' cannot be the value of 'c': an int is a whole number of 32 bits")]
    [InlineData("c: integer 1..10", "50", "APISPEC0305", "'50' cannot be the value of 'c': it is outside the range 1..10")]
    [InlineData("c: int | boolean", "\"text\"", "APISPEC0311", "'c' is a string in the example, but a number, or true or false in the schema")]
    [InlineData("c: uuid | date", "\"text\"", "APISPEC0305", "'text' cannot be the value of 'c': no alternative of the type has this value")]
    [InlineData("c: int | Part", """{"d":"x"}""", "APISPEC0311", "'d' is a string in the example, but a number in the schema")]
    [InlineData("c: int | Part", "{}", "APISPEC0309", "The example is missing 'd', which Part requires")]
    [InlineData("c: Part | Piece", """{"d":"x"}""", "APISPEC0305", "'an object' cannot be the value of 'c': no alternative of the type has this value")]
    [InlineData("c: int[] | Part[]", "[1,{\"d\":1}]", "APISPEC0305", "'a list' cannot be the value of 'c': no alternative of the type has this value")]
    [InlineData("c: (int | boolean)[]", "[1,\"x\"]", "APISPEC0311", "'c' is a string in the example")]
    [InlineData("c: boolean always true", "false", "APISPEC0305", "'false' cannot be the value of 'c': the section always has 'true'")]
    [InlineData("c: string or null always null", "\"null\"", "APISPEC0305", "'null' cannot be the value of 'c': the section always has null")]
    [InlineData("c: string or null always \"null\"", "\"x\"", "APISPEC0305", "'x' cannot be the value of 'c': the section always has 'null'")]
    [InlineData("c: Page<integer>", """{"data":["x"]}""", "APISPEC0311", "'data' is a string in the example, but a number in the schema")]
    public void A_value_of_an_example_is_checked(string row, string json, string rule, string message)
    {
        const string Schemas = "schemas:\n  Part: {d: int}\n  Piece: {e: int}\n  Page<T>: {data: 'T[]'}\n";
        var keys = "body:\n  " + row + "\nexamples:\n  - request body: |\n      {\"c\": " + json + "}\n" + Schemas;
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Put", keys, "PUT /parts")).DiagnosticTexts);
        Assert.StartsWith(rule, mistake, StringComparison.Ordinal);
        Assert.Contains(message, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c: duration", "\"P1DT2H\"")]
    [InlineData("c: date-time", "\"20260131T1859+0900\"")]
    [InlineData("c: int | boolean", "true")]
    [InlineData("c: int[] | Part[]", "[{\"d\":1}]")]
    [InlineData("c: Part | Piece", """{"e":1}""")]
    [InlineData("c: Rule", """["a",["b",[]],[1,2]]""")]
    [InlineData("c: decimal always 1", "1.0")]
    [InlineData("c: string or null always null", "null")]
    [InlineData("c: maybe", "null")]
    [InlineData("c: string or null always \"null\"", "\"null\"")]
    [InlineData("c: int[2..3]", "[1, ...]")]
    [InlineData("c: Chain", "1")]
    public void A_value_of_an_example_that_fits_is_accepted(string row, string json)
    {
        var chain = string.Concat(Enumerable.Range(1, 25).Select(static i => $"  C{i}: C{i + 1}\n"));
        var schemas = "schemas:\n  Part: {d: int}\n  Piece: {e: int}\n  Rule: string | Rule[] | long[]\n  Chain: C1\n" + chain + "  C26: int\n";
        var keys = "body:\n  " + row + "\nexamples:\n  - request body: |\n      {\"c\": " + json + "}\n" + schemas;
        Expect.Nothing(GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Put", keys, "PUT /parts")).DiagnosticTexts);
    }

    [Theory]
    [InlineData("GET /parts/xyz?q=1", "'xyz' cannot be the value of 'id': an int is a whole number of 32 bits")]
    [InlineData("GET /parts/1?q=x", "'x' cannot be the value of 'q': an int is a whole number of 32 bits")]
    [InlineData("GET /parts/1?q=11", "'11' cannot be the value of 'q': it is outside the range 1..10")]
    [InlineData("GET /parts/1?q=1&list=1,x", "'1,x' cannot be the value of 'list': an int is a whole number of 32 bits")]
    [InlineData("GET /parts/1?q=1&list=1,2,3", "'1,2,3' cannot be the value of 'list': it is outside the range ..2")]
    [InlineData("GET /parts/1?q=1&again=1&again=2&again=3", "'3 values' cannot be the value of 'again': it is outside the range ..2")]
    public void A_parameter_of_an_example_is_checked(string line, string message)
    {
        const string Keys = "path: {id: integer}\nquery:\n  q: integer 1..10\n  list?: integer[..2] as comma\n  again?: integer[..2] as repeat\nexamples:\n"
            + "  - request header: |\n      ";
        var mistake = Assert.Single(
            GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", Keys + line + " HTTP/1.1\n", "GET /parts/{id}")).DiagnosticTexts);
        Assert.StartsWith("APISPEC0305", mistake, StringComparison.Ordinal);
        Assert.Contains(message, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If-Modified-Since: Mon, 14 Jul 2014 11:54:52 GMT")]
    [InlineData("If-Modified-Since: 2014-07-14T11:54:52Z")]
    public void A_date_of_a_header_may_have_the_form_of_HTTP(string header)
        => Expect.Nothing(GeneratorRun.Of(SpecFiles.Section(
            "Parts.Get", "headers:\n  If-Modified-Since: date-time\nexamples:\n  - request header: |\n      GET /objects/Parts/Get HTTP/1.1\n      " + header
                + "\n")).DiagnosticTexts);

    [Theory]
    [InlineData("query: {c: string always null}")]
    [InlineData("path: {c: string always null}", "GET /parts/{c}")]
    [InlineData("headers: {c: string always null}")]
    [InlineData("response: {c: string always null}")]
    [InlineData("response: {c: int always null}")]
    [InlineData("response: {c: int | string always null}")]
    [InlineData("response: {c: integer always null}")]
    public void Null_is_refused_as_the_only_value_of_a_type_that_has_no_null(string keys, string? request = null)
    {
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", keys + "\n", request)).Errors);
        Assert.StartsWith("APISPEC0126 ", mistake, StringComparison.Ordinal);
        Assert.EndsWith(
            "+4 'null' is not valid: the type cannot be null; put the value in quotation marks if it is the text 'null'", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Password: string or null always null", """{"Password":null}""")]
    [InlineData("Password: maybe always null", """{"Password":null}""")]
    [InlineData("Password: int or null always null", """{"Password":null}""")]
    [InlineData("Password: 'string or null always \"null\"'", """{"Password":"null"}""")]
    [InlineData("Password: 'string always \"null\"'", """{"Password":"null"}""")]
    public void A_constant_null_is_sent_as_null_and_the_text_as_a_text(string row, string sent)
    {
        var body = GeneratedAssembly.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Put", "body:\n  " + row + "\n", "PUT /parts")).Json("PartsPutBody");
        Assert.Equal(sent, body.Write(body.New()));
    }

    [Theory]
    [InlineData("parameters: always null", "null", null)]
    [InlineData("parameters: always null", "[1]", "APISPEC0305 'a list' cannot be the value of 'parameters': the section always has null")]
    [InlineData(
        "name: always null",
        "null",
        "APISPEC0220 'null' cannot be the value of 'name': the type cannot be null; put the value in quotation marks if it is the text 'null'")]
    public void A_page_may_say_that_a_member_of_a_shared_table_is_null(string with, string parameters, string? mistake)
    {
        var keys = "response: Part\nwith:\n  " + with + "\nexamples:\n  - response body: |\n      {\"name\": \"x\", \"parameters\": " + parameters
            + "}\nschemas:\n  Part:\n    name: string\n    parameters: any[] or null\n";
        var mistakes = GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys)).Errors.ToList();
        if (mistake is null)
            Expect.Nothing(mistakes);
        else
            Assert.Contains(mistakes, found => found.StartsWith(mistake.Split(' ')[0], StringComparison.Ordinal)
                && found.EndsWith(mistake[mistake.IndexOf(' ', StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(100)]
    public void Examples_are_checked_through_chains_of_same_as_of_any_length(int length)
    {
        const string Example = "examples:\n  - response body: |\n      { \"a\": \"no number\" }\n";
        var files = Enumerable.Range(0, length + 1)
            .Select(i => SpecFiles.Section($"Chain.S{i:000}", i == length ? "response: {a: int}\n" : $"response: same as Chain.S{i + 1:000}\n" + Example))
            .ToArray();
        var run = GeneratorRun.Of(files);
        Assert.Equal(length, run.DiagnosticTexts.Count(static mistake => mistake.StartsWith("APISPEC0311", StringComparison.Ordinal)));
        Assert.Equal(length, run.DiagnosticTexts.Length);
    }

    [Fact]
    public void A_circle_of_same_as_is_reported_and_ends()
    {
        var files = Enumerable.Range(0, 50)
            .Select(static i => SpecFiles.Section($"Chain.S{i}", $"response: same as Chain.S{(i + 1) % 50}\nexamples:\n  - response body: |\n      {{}}\n"))
            .ToArray();
        Assert.Contains(
            GeneratorRun.Of(files).DiagnosticTexts,
            static mistake => mistake.StartsWith("APISPEC0211", StringComparison.Ordinal) || mistake.Contains("Chain.S", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_the_server_does_without_need_not_be_in_an_example()
        => Expect.Nothing(GeneratorRun.Of(SpecFiles.Section(
            "Parts.Get",
            "query:\n  a: int default 100\n  b: int when not for lists\n"
            + "examples:\n  - request header: |\n      GET /objects/Parts/Get HTTP/1.1\n")).DiagnosticTexts);
}
