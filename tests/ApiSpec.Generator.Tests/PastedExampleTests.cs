using ApiSpec.Generator.Tests.Running;
using ApiSpec.Language.Examples;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>
/// Examples as pages print them: commands, head and body in one, values that are not shown, slips in JSON. Each is compared, or reported as not compared.
/// </summary>
public sealed class PastedExampleTests
{
    private const string Login =
        "operation: Sessions.Create\nrequest: POST /v1/sessions\nquery:\n  lang?: enum en|ja\nheaders:\n  X-Area?: int\nbody:\n  user: string\n"
        + "  age?: int 1..99\n"
            + "status:\n  200 OK: Done.\n  400 Bad request: No.\nresponse:\n  id: int\n  state: enum on|off\n  tags?: string[]\n"
            + "  next?: url - link Sessions.Create\n";

    public static TheoryData<string, string> Right => new()
    {
        { "request header", "curl -X POST https://host/v1/sessions -H 'X-Area: 1' -d '{\"user\":\"admin\"}'" },
        { "request header", "$ curl -s -k --request POST \\\n    --url http://host:8080/v1/sessions?lang=ja \\\n    --header \"X-Area: 2\" \\\n"
            + "    --data-raw '{ \"user\" : \"admin\" }' | jq ." },
        { "request header", "curl.exe -XPOST ^\n  \"http://host/v1/sessions\" ^\n  -d \"{ \\\"user\\\" : \\\"admin\\\" }\"" },
        { "request header", "curl 192.168.1.100/v1/sessions -i -d '{\"user\":\"admin\"}'" },
        { "request header", "curl -u admin:secret -o out.json --connect-timeout 5 $HOST/v1/sessions --json '{\"user\":\"a\"}'" },
        { "request header", "curl -X POST https://host/v1/sessions -d @login.json" },
        { "request header", "curl -X POST -F file=@a.bin https://host/v1/sessions" },
        { "request header", "curl -X POST -G https://host/v1/sessions -d lang=en" },
        { "request header", "POST /v1/sessions HTTP/1.1\nX-Area: 1\n\n{ \"user\" : \"admin\" }" },
        { "request body", "POST http://host/v1/sessions HTTP/1.1\nX-Area: 1\n\n{ \"user\" : \"admin\" }" },
        { "request body", "curl -X POST https://host/v1/sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "POST <http://host:port/v1/sessions> httpVersion" },
        { "request header", "POST .../sessions?lang=ja" },
        { "request header", "POST /<version>/sessions?lang=<lang> HTTP/1.1\nX-Area: {AREA}" },
        { "request header", "POST host:8080/v1/sessions HTTP/1.1" },
        { "response header", "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ \"id\" : 1, \"state\" : \"on\" }" },
        { "response body", "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n\n{ \"id\" : 1, \"state\" : \"on\" }" },
        { "response body", "{ \"id\" : <id>, \"state\" : \"{STATE}\", \"tags\" : [ \"...\", ** ], \"next\" : \"<url>\" }" },
        { "response body", "{ \"id\" : ${ID}, \"state\" : \"****\", ... }" },
        { "request header", "curl\u00A0http://host/v1/sessions\u00A0\u3000-d '{\"user\":\"admin\"}' \\\u00A0\n -H\u2003'X-Area: 1'" },
        { "request header", "curl -s - https://host/v1/sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "curl localhost/v1/sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "curl .../sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "curl http://host/.../sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "curl https://host/v1/sessions --json '{\"user\":' --json '\"admin\"}'" },
        { "request header", "curl -G -X POST https://host/v1/sessions --data-urlencode 'lang=<a b>'" },
        { "request header", "curl -X POST 'https://host/v1/sessions' --url-query '+lang=en'" },
        { "request header", "curl -X POST https://host/v1/sessions --data-urlencode user@login.txt" },
        { "request header", "> POST /v1/sessions HTTP/1.1\n> X-Area: 1\n>\n> {\n>   \"user\" : \"admin\"\n> }" },
        { "response header", "< HTTP/1.1 200 OK\n< Content-Type: application/json\n<\n< { \"id\" : 1, \"state\" : \"on\" }" },
        { "response body", "< HTTP/1.1 200 OK\n< Content-Type: application/json\n\n{ \"id\" : 1, \"state\" : \"on\" }" },
        { "request header", "http://user:secret@192.168.0.2/v1/sessions?lang=ja" },
        { "request header", "POST /v1/sessions (signed)" },
        { "response body", "// A session\n{ \"id\" : 1, // who\n  \"state\" : \"on\" // or \"off\"\n} // end" },
        { "response body", "{ \"id\" : 1, \"state\" : \"on\", \"next\" : \"http://host/v1/sessions\" }" },
        { "response body", "<response>" },
        { "response body", "{ \"id\" : 1, **, \"state\" : \"on\" } ..." },
        { "request header", "curl -X POST\n  -H 'X-Area: 1'\n  https://host/v1/sessions\n  -d '{\"user\":\"admin\"}'" },
        { "request header", "curl -k -H\n'X-Area: 1' --data-binary '{\"user\":\n\"admin\"}'\nhttps://host/v1/sessions" },
        { "request header", "curl -X POST 'https://host/v1/\n   sessions?lang=\n   ja' -H 'X-Area:\n   1'" },
        { "request header", "curl -X POST /\n  -H 'X-Area: 1' /\n  https://host/v1/sessions /\n  -d '{\"user\":\"admin\"}'" },
        { "request header", "curl -X POST \\ -H 'X-Area: 1' ^ https://host/v1/sessions \\ -d '{\"user\":\"admin\"}' \\" },
        { "request header", "curl -X POST https://host/v1/sessions\n\nThe server answers:" },
        { "request header", "curl -X POST https://host/v1/sessions\nHTTP/1.1 200 OK" },
        { "request header", "curl -X POST \u201Chttps://host/v1/sessions\u201D -H \u2018X-Area: 1\u2019 -d '{\"user\":\"it\u2019s me\"}'" },
        { "request header", "curl -k https://<storage system>:8080/v1/sessions -d '{\"user\":\"admin\"}'" },
        { "request header", "curl -X POST https://{storage system}/v1/sessions?lang=<the language>" },
        { "request header", "https://<storage system>:8080/v1/sessions?lang=ja" },
        { "request header", "POST https://<storage system>:8080/v1/sessions HTTP/1.1" },
        { "response header", "200 OK" },
        { "response header", "200" },
        { "response header", "HTTP 200 OK\nContent-Type: application/json" },
        { "response header", "Status: 400 Bad request" },
        { "response header", "HTTP Status Code: 400 (Bad Request)" },
        { "response header", "HTTP/1.1 200 \u2013 OK" },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void An_example_is_compared_as_printed_and_agrees(string part, string text)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("login", Login + Example(part, text)));
        Expect.Nothing(run.DiagnosticTexts);
        Expect.Nothing(run.CompilerMessages());
    }

    [Theory]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions",
        "APISPEC0301 (21,7)+0 The example sends GET, but the section has POST; correct one of them, or add an erratum")]
    [InlineData(
        "request header",
        "curl -X POST https://host/v1/session -d '{\"user\":\"a\"}'",
        "APISPEC0302 (21,32)+0 The path of the example does not match '/v1/sessions'; correct one of them, or add an erratum")]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions -H 'X-Area: x' -d '{\"user\":\"a\"}'",
        "APISPEC0305 (21,49)+0 'x' cannot be the value of 'X-Area': an int is a whole number of 32 bits")]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions -d '{\"usr\":\"a\"}'",
        "APISPEC0310 (21,42)+0 The example has 'usr', which is not a member of the request; did you mean 'user'?")]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions -d '{\"name\":\"a\"}'",
        "APISPEC0309 (21,41)+0 The example is missing 'user', which the request requires; write 'user?' if it is optional")]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions -d \"{\\\"user\\\": 1}\"",
        "APISPEC0311 (21,52)+0 'user' is a number in the example, but a string in the schema")]
    [InlineData("request header", "curl -G -X POST https://host/v1/sessions -d lang=fr", "APISPEC0312 (21,56)+0 'fr' is not among the values of 'lang'")]
    [InlineData(
        "request header",
        "> POST /v1/sessions HTTP/1.1\n>\n> { \"user\" : 1 }",
        "APISPEC0311 (23,20)+0 'user' is a number in the example, but a string in the schema")]
    [InlineData(
        "request header",
        "> POST /v1/sessions HTTP/1.1\n>\n> {\n>  \"user\" : 1 }",
        "APISPEC0311 (24,19)+0 'user' is a number in the example, but a string in the schema")]
    [InlineData(
        "request header",
        "http://host/v1/session",
        "APISPEC0302 (21,18)+0 The path of the example does not match '/v1/sessions'; correct one of them, or add an erratum")]
    [InlineData(
        "response body",
        "{ \"id\" : 1 // who\n  \"state\" : \"on\" }",
        "APISPEC0316 (21,16)+0 This is not JSON: a comma is missing after this value; the body is read without the misprint")]
    [InlineData("response body", "{ \"id\" : 1 / 2 }", "APISPEC0308 (21,18)+0 This is not JSON: ',' or '}' is expected here")]
    [InlineData(
        "request header",
        "POST /v1/sessions HTTP/1.1\n\n{ \"user\" : 1 }",
        "APISPEC0311 (23,18)+0 'user' is a number in the example, but a string in the schema")]
    [InlineData(
        "request body",
        "POST /v1/sessions HTTP/1.1\n\n{ \"user\" : 1 }",
        "APISPEC0311 (23,18)+0 'user' is a number in the example, but a string in the schema")]
    [InlineData(
        "request body",
        "PUT /v1/sessions HTTP/1.1\n\n{ \"user\" : \"a\" }",
        "APISPEC0301 (21,7)+0 The example sends PUT, but the section has POST; correct one of them, or add an erratum")]
    [InlineData(
        "request body",
        "<user>admin</user>",
        "APISPEC0315 (21,7)+0 The request body of the example is XML, but the section has JSON; the body is not compared")]
    [InlineData(
        "request body",
        "user=admin&age=1",
        "APISPEC0315 (21,7)+0 The request body of the example is a form, but the section has JSON; the body is not compared")]
    [InlineData(
        "request body",
        "The name of the user",
        "APISPEC0315 (21,7)+0 The request body of the example is text, but the section has JSON; the body is not compared")]
    [InlineData(
        "response body",
        "{ \"id\" : 1, \"state\" : \"on\", }",
        "APISPEC0316 (21,33)+0 This is not JSON: a comma is not allowed before '}'; the body is read without the misprint")]
    [InlineData(
        "response body",
        "{ \"id\" : 1\n  \"state\" : \"on\" }",
        "APISPEC0316 (21,16)+0 This is not JSON: a comma is missing after this value; the body is read without the misprint")]
    [InlineData(
        "response body",
        "{ \"id\" : 1, \"state\" : \"on\", \"tags\" : [ \"a\\_b\" ] }",
        "APISPEC0316 (21,48)+0 This is not JSON: '\\_' is not an escape sequence of JSON; the body is read without the misprint")]
    [InlineData(
        "response body", "{ \"id\" : \"x\", \"state\" : \"on\", }", "APISPEC0311 (21,16)+0 'id' is a string in the example, but a number in the schema")]
    [InlineData("response body", "{ \"id\" : 1 \"state\" : \"on\" }", "APISPEC0308 (21,18)+0 This is not JSON: ',' or '}' is expected here")]
    [InlineData("response body", "{ \"id\" : 1, \"state\" : \"\\d\" }", "APISPEC0308 (21,30)+0 This is not JSON: '\\d' is not an escape sequence of JSON")]
    [InlineData("response body", "{ \"id\" : -Infinity, \"state\" : \"on\" }", "APISPEC0308 (21,16)+0 This is not JSON: '-Infinity' is not a number")]
    [InlineData("response body", "{ \"id\" : 01, \"state\" : \"on\" }", "APISPEC0308 (21,16)+0 This is not JSON: '01' is not a number")]
    [InlineData("response body", "{ \"id\" : 1., \"state\" : \"on\" }", "APISPEC0308 (21,16)+0 This is not JSON: '1.' is not a number")]
    [InlineData("response body", "{ \"id\" : 1e, \"state\" : \"on\" }", "APISPEC0308 (21,16)+0 This is not JSON: '1e' is not a number")]
    [InlineData("response body", "{ ... } ... garbage", "APISPEC0308 (21,19)+0 This is not JSON: the text after the JSON value is unexpected")]
    [InlineData(
        "request header",
        "curl -G -X POST https://host/v1/sessions --data-urlencode 'lang=a&b'",
        "APISPEC0312 (21,71)+0 'a&b' is not among the values of 'lang'")]
    [InlineData(
        "request header", "curl -X POST https://host/v1/sessions --url-query 'lang=a&b'", "APISPEC0312 (21,63)+0 'a&b' is not among the values of 'lang'")]
    [InlineData(
        "request header",
        "curl https://host/v1/sessions --data-raw '@'",
        "APISPEC0315 (21,49)+0 The request body of the example is text, but the section has JSON; the body is not compared")]
    [InlineData("response header", "404 Not found", "APISPEC0306 (21,7)+0 Status 404 of the example is not in the status table; add a row, or an erratum")]
    [InlineData(
        "response header",
        "Status: 200 Okay",
        "APISPEC0307 (21,19)+0 The example says 'Okay', but the status table says 'OK'; correct one of them, or add an erratum")]
    [InlineData("response header", "2000 OK", "APISPEC0300 (21,7)+0 This is not a status line; write 'HTTP/1.1 200 OK'")]
    [InlineData("response header", "OK 200", "APISPEC0300 (21,7)+0 This is not a status line; write 'HTTP/1.1 200 OK'")]
    [InlineData(
        "request header",
        "curl -X POST https://host/v1/sessions\n  -H 'X-Area: x'",
        "APISPEC0305 (22,21)+0 'x' cannot be the value of 'X-Area': an int is a whole number of 32 bits")]
    [InlineData(
        "request header",
        "curl -X POST\nhttps://host/v1/session",
        "APISPEC0302 (22,19)+0 The path of the example does not match '/v1/sessions'; correct one of them, or add an erratum")]
    [InlineData(
        "response body",
        "{ \" id \" : 1, \"state \" : \"on\" }",
        "APISPEC0310 (21,9)+0 The example has ' id ', which is not a member of the response; did you mean 'id'?")]
    [InlineData(
        "response body",
        "{ \"id\" : 1, \"state\" : \"on\", \"tags?\" : [] }",
        "APISPEC0310 (21,35)+0 The example has 'tags?', which is not a member of the response; write '\"tags?\"' with both kinds of quotation marks if the "
        + "'?' belongs to the name")]
    [InlineData("response body", "{ \"id\" : 1, \"state\" : \"<b>x</b>\" }", "APISPEC0312 (21,29)+0 '<b>x</b>' is not among the values of 'state'")]
    public void An_example_that_disagrees_is_reported_at_its_place(string part, string text, string expected)
        => Assert.Contains(
            expected, GeneratorRun.Of(SpecFiles.Of("login", Login + Example(part, text))).DiagnosticTexts
                .Select(static mistake => mistake.Replace("/specs/login.apispec.yaml", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Accept: */*", 0)]
    [InlineData("accept: text/csv;q=0.9, application/xml", 0)]
    [InlineData("Accept: text/csv", 0)]
    [InlineData("Accept: application/xml", 1)]
    public void A_printed_Accept_is_only_compared_if_it_is_one_media_type(string header, int diagnostics)
    {
        var section = SpecFiles.Section(
            "Tables.Get", "headers:\n  Accept?: enum application/json|text/csv\nresponse: any\n"
            + Example("request header", "curl http://host/v1/objects/Tables -H '" + header + "'"), "GET /v1/objects/Tables");

        Assert.Equal(diagnostics, GeneratorRun.Of(section).DiagnosticTexts.Count(static text => text.StartsWith("APISPEC0312", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_misspelt_member_has_one_diagnostic()
    {
        var texts = GeneratorRun.Of(
            SpecFiles.Of("login", Login + Example("response body", "{ \" id \" : 1, \"sttae\" : \"on\", \"tag\" : [] }"))).DiagnosticTexts;
        Assert.All(texts, static text => Assert.StartsWith("APISPEC0310", text, StringComparison.Ordinal));
        Assert.Equal(3, texts.Length);
    }

    [Fact]
    public void Errata_explain_names_with_spaces()
        => Expect.Nothing(GeneratorRun.Of(SpecFiles.Of(
            "login", Login + "errata:\n  - printed: '\" id \"'\n    here: id\n  - printed: ' state '\n    here: state\n"
                + Example("response body", "{ \" id \" : 1, \" state \" : \"on\" }"))).DiagnosticTexts);

    [Theory]
    [InlineData("user=a;id=1;lang=en", null)]
    [InlineData("user=a&id=1;lang=fr", "APISPEC0312")]
    [InlineData("id=1;name=a;b;c", null)]
    [InlineData("id=1;lang=en;q=2", "APISPEC0312")]
    [InlineData("lang=en;jp=1", "APISPEC0312")]
    public void Query_may_be_separated_by_semicolons(string query, string? id)
    {
        var texts = GeneratorRun.Of(
            SpecFiles.Of("api", "api: demo\nclient: DemoClient\nauthentication: query user\n"),
            SpecFiles.Of("things",
                "api: demo\noperation: Things.Get\nrequest: GET /things\nquery:\n  id?: int\n  name?: string\n  lang?: enum en|ja\nstatus: [200]\n"
                + Example("request header", "http://host/things?" + query))).DiagnosticTexts;
        Assert.Equal(id, texts.SingleOrDefault()?.Split(' ')[0]);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad request", 0)]
    [InlineData("HTTP/1.1 200 OK", 3)]
    public void The_values_of_a_request_that_is_refused_are_not_compared(string status, int mistakes)
    {
        const string Request = "POST /v1/sessions?lang=not-exist HTTP/1.1\nX-Area: not-exist";
        var example = Example("request header", Request) + "    request body: |\n      { \"user\" : \"admin\", \"age\" : 100 }\n    response header: |\n      "
            + status + "\n";
        Assert.Equal(mistakes, GeneratorRun.Of(SpecFiles.Of("login", Login + example)).DiagnosticTexts.Length);
    }

    [Fact]
    public void The_path_of_a_request_that_is_refused_is_compared()
    {
        var example = Example("request header", "POST /v2/sessions HTTP/1.1") + "    response header: |\n      HTTP/1.1 400 Bad request\n";
        Assert.StartsWith("APISPEC0302", Assert.Single(GeneratorRun.Of(SpecFiles.Of("login", Login + example)).DiagnosticTexts), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_are_not_compared_and_slips_do_not_stop_the_build()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("login", Login + Example("request body", "<user/>") + "    response body: |\n      { \"id\" : 1, \"state\" : \"on\", }\n"));
        Assert.Equal(
            [("APISPEC0315", DiagnosticSeverity.Info), ("APISPEC0316", DiagnosticSeverity.Warning)],
            run.Diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.DefaultSeverity)).Order());
    }

    [Theory]
    [InlineData("GET http://host", "GET http://host HTTP/1.1")]
    [InlineData("GET /", "GET http://host?x=1 HTTP/1.1")]
    [InlineData("GET /", "curl http://host")]
    [InlineData("GET /", "curl 'http://host?x=1'")]
    [InlineData("GET /", "curl 'http://host?x=/a'")]
    [InlineData("GET /", "curl 'host?x=/a'")]
    [InlineData("GET base-URL", "GET base-URL HTTP/1.1")]
    [InlineData("GET base-URL", "curl '{base-url}?x=1'")]
    [InlineData("GET base-URL", "curl https://h/api")]
    [InlineData("GET base-URL/things", "curl https://{base-url}/things?x=1")]
    [InlineData("GET base-URL/things", "GET https://{base-url}/things HTTP/1.1")]
    [InlineData("GET base-URL/things", "curl .../things")]
    [InlineData("GET base-URL/things", "curl https://h/api/things")]
    public void An_address_is_compared_without_its_server(string request, string example)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "api: demo\nclient: DemoClient\nbase: https://h/api\n"),
            SpecFiles.Of("things", "api: demo\noperation: Things.Get\nrequest: " + request.Replace("GET /", "GET http://host", StringComparison.Ordinal)
                + "\nquery:\n  x?: string\nstatus: [200]\n" + Example("request header", example)));
        Expect.Nothing(run.DiagnosticTexts);
    }

    [Theory]
    [InlineData("curl 'http://host?y=1'", "APISPEC0303")]
    [InlineData("curl 'http://host?x=/a&y=1'", "APISPEC0303")]
    [InlineData("curl 'http://host/a?x=1'", "APISPEC0302")]
    public void The_query_behind_a_host_is_compared(string example, string id)
        => Assert.StartsWith(
            id,
            Assert.Single(GeneratorRun.Of(SpecFiles.Of(
                "things",
                "operation: Things.Get\nrequest: GET http://host\nquery:\n  x?: string\nstatus: [200]\n"
                    + Example("request header", example))).DiagnosticTexts),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/.../things", "GET /api/... HTTP/1.1")]
    [InlineData("/api/.../things", "GET /api/**?x HTTP/1.1")]
    [InlineData("/api/**/things", "GET /api/** HTTP/1.1")]
    [InlineData("/api/**/things", "curl http://host/api/**")]
    public void A_path_with_an_ellipsis_does_not_match_an_example_that_ends_at_it(string path, string example)
        => Assert.Contains(
            GeneratorRun.Of(SpecFiles.Section("Things.Get", Example("request header", example), "GET " + path)).DiagnosticTexts,
            static mistake => mistake.StartsWith("APISPEC0302", StringComparison.Ordinal));

    [Theory]
    [InlineData("|/curl http://h")]
    [InlineData(";/curl http://h")]
    [InlineData("&x/curl http://h")]
    [InlineData("x|/curl http://h")]
    public void A_separator_of_commands_does_not_start_a_command(string text)
    {
        Assert.StartsWith(
            "APISPEC0301", GeneratorRun.Of(SpecFiles.Of("login", Login + Example("request header", text))).DiagnosticTexts[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "APISPEC0315",
            Assert.Single(GeneratorRun.Of(SpecFiles.Of("login", Login + Example("request body", text))).DiagnosticTexts),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.50", true)]
    [InlineData("10e400", true)]
    [InlineData("1.25E+3", true)]
    [InlineData("1e-7", true)]
    [InlineData("-", false)]
    [InlineData("-01", false)]
    [InlineData("1.e2", false)]
    [InlineData("1e+", false)]
    [InlineData("1.2.3", false)]
    [InlineData("-NaN", false)]
    [InlineData("1\u0661", false)]
    public void Numbers_are_those_of_JSON(string text, bool isNumber)
        => Assert.Equal(
            isNumber ? null : $"This is not JSON: '{text}' is not a number",
            JsonTextParser.Parse(text, out var mistake) is null ? mistake!.Value.Message : null);

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u3000')]
    [InlineData('\v')]
    public void Every_space_separates_the_words_of_a_command(char space)
        => Assert.Equal(
            ["curl", "http://h/x", "-H", "A: b"],
            ShellWord.Split($"curl http://h/x{space}-H{space}{space}'A: b'{space}\\{space}\n{space}| jq", 0).Select(static word => word.Text));

    private static string Example(string part, string text)
        => "examples:\n  - title: Example\n    " + part + ": |\n"
            + string.Concat(text.Split('\n').Select(static line => line.Length == 0 ? "\n" : "      " + line + "\n"));
}
