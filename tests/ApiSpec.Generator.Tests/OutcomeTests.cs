using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Names in conditions and error codes, resolved in all files of an API.</summary>
public sealed class OutcomeTests
{
    private const string Error = "error:\n  success: boolean\n  error?: Fault\nschemas:\n  Fault:\n    code: int\n    odata.text?: string\n";

    [Theory]
    [InlineData("success when: success = true\nerror code in: error.code\nerror message in: error.odata.text\n" + Error, null)]
    [InlineData("success when: error is missing and success != false\n" + Error, null)]
    [InlineData(
        "success when: sucess = true\n" + Error, "APISPEC0219 /specs/api.apispec.yaml(2,15)+6 'sucess' is not a member of 'error'; did you mean 'success'?")]
    [InlineData(
        "success when: error is missing and sucess = true\n" + Error,
        "APISPEC0219 /specs/api.apispec.yaml(2,36)+6 'sucess' is not a member of 'error'; did you mean 'success'?")]
    [InlineData(
        "error code in: error.cod\n" + Error, "APISPEC0219 /specs/api.apispec.yaml(2,16)+9 'error.cod' is not a member of 'error'; did you mean 'error.code'?")]
    [InlineData("error message in: success.text\n" + Error, "APISPEC0219 /specs/api.apispec.yaml(2,19)+12 'success.text' is not a member of 'error'")]
    [InlineData(
        "error code in: items.code\nerror:\n  items[]:\n    code: string\n",
        "APISPEC0219 /specs/api.apispec.yaml(2,16)+10 'items.code' is not a member of 'error'; 'items' is a list, and members of list items cannot be named "
        + "here")]
    [InlineData(
        "success when: a.items.code = 0\nerror:\n  a:\n    items: Item[] or null\nschemas:\n  Item:\n    code: int\n",
        "APISPEC0219 /specs/api.apispec.yaml(2,15)+12 'a.items.code' is not a member of 'error'; 'a.items' is a list, and members of list items cannot be "
        + "named here")]
    [InlineData(
        "success when: success = true\n",
        "APISPEC0219 /specs/api.apispec.yaml(2,15)+7 'success' is not a member of 'error'; write 'error:' with the members of a failed response")]
    [InlineData("success when: success = true\nerror: any\n", "APISPEC0217")]
    [InlineData("success when: success = true\nerror: unknown\n", "APISPEC0147")]
    [InlineData("success when: success = true\nerror:\n  ...: unknown\n", "APISPEC0147")]
    public void Name_in_an_api_file_is_a_member_of_the_error_body(string keys, string? diagnostic)
    {
        var found = GeneratorRun.Of(SpecFiles.Of("api", "client: XClient\n" + keys), SpecFiles.Section("Parts.Get")).DiagnosticTexts;
        if (diagnostic is null)
            Assert.Empty(found);
        else
            Assert.StartsWith(diagnostic, Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "error code in: kode\nerror:\n  code: string\n", "APISPEC0219 /specs/get.apispec.yaml(4,16)+4 'kode' is not a member of 'error'; did you mean 'code'?")]
    [InlineData("success when: ok = true\nerror:\n  ok: boolean\n", null)]
    [InlineData("error:\n  title: string\n", null)]
    [InlineData("error codes:\n  A_1: one\n  A-1: two\n", null)]
    [InlineData("error codes:\n  A_1: one\n  A-1:\n    csharp: A1Again\n", null)]
    [InlineData("error: same as Parts.List\n", null)]
    public void Section_says_how_its_own_failures_look(string keys, string? diagnostic)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "client: XClient\nsuccess when: success = true\n" + Error),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\n" + keys),
            SpecFiles.Of("list", "operation: Parts.List\nrequest: GET /parts/all\nstatus: [200]\nresponse:\n  success: boolean\n"));
        if (diagnostic is null)
            Assert.Empty(run.AssertCompiles().DiagnosticTexts);
        else
            Assert.StartsWith(diagnostic, Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error codes:\n  0x1F: a\n  32: b\n", null)]
    [InlineData("error codes:\n  E-1: a\n", "APISPEC0126 /specs/get.apispec.yaml(5,3)+3 'E-1' is not valid: 'error.code' never has this value")]
    [InlineData("error codes: [0x1G]\n", "APISPEC0126 /specs/get.apispec.yaml(4,15)+4 '0x1G' is not valid: 'error.code' never has this value")]
    [InlineData("success when: error.code = 0x0\n", null)]
    [InlineData("error codes: [-2147024891, 0x7FFFFFFF]\n", null)]
    [InlineData(
        "error codes:\n  0x80070005: a\n",
        "APISPEC0126 /specs/get.apispec.yaml(5,3)+10 '0x80070005' is not valid: 'error.code' never has this value"
        + "; write '-2147024891' if the number is negative")]
    [InlineData(
        "error codes:\n  2147942405: a\n",
        "APISPEC0126 /specs/get.apispec.yaml(5,3)+10 '2147942405' is not valid: 'error.code' never has this value"
        + "; write '-2147024891' if the number is negative")]
    [InlineData(
        "error code in: kind\nerror:\n  kind: long\nerror codes:\n  0x8000000000000000: a\n",
        "APISPEC0126 /specs/get.apispec.yaml(8,3)+18 '0x8000000000000000' is not valid: 'kind' never has this value"
        + "; write '-9223372036854775808' if the number is negative")]
    [InlineData("error codes: [0x100000000]\n", "APISPEC0126 /specs/get.apispec.yaml(4,15)+11 '0x100000000' is not valid: 'error.code' never has this value")]
    [InlineData("error codes: [1.5]\n", "APISPEC0126 /specs/get.apispec.yaml(4,15)+3 '1.5' is not valid: 'error.code' never has this value")]
    [InlineData(
        "error code in: kind\nerror:\n  kind: int 1..30\nerror codes: [30, 0x1F]\n",
        "APISPEC0126 /specs/get.apispec.yaml(7,19)+4 '0x1F' is not valid: 'kind' never has this value")]
    [InlineData(
        "error code in: kind\nerror:\n  kind: string 2..3\nerror codes: [E-1, E-10]\n",
        "APISPEC0126 /specs/get.apispec.yaml(7,20)+4 'E-10' is not valid: 'kind' never has this value")]
    [InlineData("error code in: kind\nerror:\n  kind: int[1..2]\nerror codes: [7]\n", null)]
    [InlineData(
        "error codes:\n  0x10: a\n  16: b\n",
        "APISPEC0142 /specs/get.apispec.yaml(6,3)+2 '16' (also printed as '0x10') is already in this table; remove one of the two rows")]
    [InlineData(
        "error codes: [0x1F, 0x1f]\n",
        "APISPEC0142 /specs/get.apispec.yaml(4,21)+4 '0x1f' (also printed as '0x1F') is already in this table; remove one of the two rows")]
    [InlineData("error code in: kind\nerror:\n  kind: string\nerror codes:\n  0x10: a\n  16: b\n", null)]
    [InlineData(
        "error code in: kind\nerror:\n  kind: enum Lost|Busy\nerror codes:\n  Losst: a\n",
        "APISPEC0126 /specs/get.apispec.yaml(8,3)+5 'Losst' is not valid: 'kind' never has this value; did you mean 'Lost'?")]
    [InlineData("error code in: kind\nerror:\n  kind: enum Lost|...\nerror codes:\n  Busy: a\n", "APISPEC0147")]
    public void Error_code_is_a_value_of_its_member(string keys, string? diagnostic)
    {
        var found = GeneratorRun.Of(
            SpecFiles.Of("api", "client: XClient\nerror code in: error.code\n" + Error),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\n" + keys)).DiagnosticTexts;
        if (diagnostic is null)
            Assert.Empty(found);
        else
            Assert.StartsWith(diagnostic, Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_code_of_an_api_file_is_a_value_of_its_member()
        => Assert.StartsWith(
            "APISPEC0126 /specs/api.apispec.yaml(4,3)+1 'x' is not valid: 'error.code' never has this value",
            Assert.Single(GeneratorRun.Of(
                SpecFiles.Of("api", "client: XClient\nerror code in: error.code\nerror codes:\n  x: a\n  0x10: b\n" + Error),
                SpecFiles.Section("Parts.Get")).DiagnosticTexts),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("success when: sucess = true\n", "APISPEC0219 /specs/get.apispec.yaml(3,15)+6 'sucess' is not a member of 'error'; did you mean 'success'?")]
    [InlineData("error codes:\n  E-1: a\n", "APISPEC0126 /specs/get.apispec.yaml(4,3)+3 'E-1' is not valid: 'error.code' never has this value")]
    [InlineData(
        "response:\n  state: enum on|off\ndone when: state = of\n",
        "APISPEC0126 /specs/get.apispec.yaml(5,12)+10 'of' is not valid: 'state' never has this value")]
    public void Section_without_a_request_line_is_checked_as_well(string keys, string diagnostic)
        => Assert.Contains(
            GeneratorRun.Of(
                SpecFiles.Of("api", "client: XClient\nerror code in: error.code\n" + Error),
                SpecFiles.Of("get", "operation: Parts.Get\nrequest: unknown\n" + keys)).DiagnosticTexts,
            text => text.StartsWith(diagnostic, StringComparison.Ordinal));

    [Theory]
    [InlineData("types:\n  tree: tree[]\nerror:\n  code: tree\n")]
    [InlineData("error:\n  code: Tree\nschemas:\n  Tree: Tree[]\n")]
    [InlineData("error:\n  code: Wrap<int>\nschemas:\n  Wrap<T>: Wrap<Wrap<T>>[]\n")]
    public void Error_code_that_is_a_list_of_itself_is_reported_and_not_followed_for_ever(string keys)
        => Assert.NotEmpty(GeneratorRun.Of(SpecFiles.Of("api", "client: XClient\nerror code in: code\n" + keys), SpecFiles.Section("Parts.Get")).Errors);

    [Fact]
    public void Error_codes_of_an_operation_without_content_come_with_200()
    {
        var code = string.Concat(GeneratorRun.Of(
            SpecFiles.Of(
                "api",
                "client: XClient\nsuccess when: success = true\nerror code in: code\nerror:\n  success: boolean\n  code: int\nerror codes:\n  106: Ended\n"),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [204]\n")).AssertCompiles().Files.Values);
        Assert.Contains("Error106 = 200002,", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "request: POST /redfish/v1/AccountService/Accounts\nstatus:\n  201 Created:\n  400 PropertyMissing: a\n  400 ForbiddenOperation: b\n",
        "PropertyMissing = 400,",
        "ForbiddenOperation = 400002,")]
    [InlineData(
        "operation: Jobs.Get\nrequest: GET /v1/jobs/{id}\npath:\n  id: long\nstatus:\n  200 OK: Done.\n  401 Unauthorized:\n    response:\n"
        + "      message: string\nresponse:\n  id: long\n",
        "Unauthorized = 401,",
        "record JobsGetUnauthorized")]
    [InlineData(
        "operation: Volumes.List\nrequest: GET /volume\nquery:\n  status?: enum Normal|Broken\nstatus:\n  200 OK:\n",
        "enum VolumesListStatus",
        "VolumesListStatusValue")]
    [InlineData(
        "request: POST /v1/objects/sessions\nstatus:\n  503: More than the maximum of 64 sessions\n  ...: unknown\n",
        "ServiceUnavailable = 503,",
        "hasOpenStatuses: true")]
    [InlineData(
        "request: GET /x\nstatus:\n  2xx: Done\n  401 Ended: a\n  401 Refused: b\n  403, 409:\n    response:\n      why: string\n",
        "Unauthorized2 = 401002,",
        "Successful = 2,")]
    [InlineData(
        "request: GET /x\nstatus: [200]\nerror code in: code\nerror:\n  code: int\nerror codes: [106, ...]\n", "hasOpenErrorCodes: true", "Error106 = 400002,")]
    public void Status_table_is_generated_as_printed(string section, string one, string other)
    {
        var code = string.Concat(GeneratorRun.Of(SpecFiles.Of("get", section)).AssertCompiles().Files.Values);
        Assert.Contains(one, code, StringComparison.Ordinal);
        Assert.Contains(other, code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error codes: [106, 107]\n")]
    [InlineData("error codes:\n  106:\n  107: Full\n")]
    [InlineData("error codes: [0x6A, 107]\n")]
    public void Error_code_without_a_meaning_has_the_meaning_of_the_api_file(string codes)
    {
        var code = string.Concat(GeneratorRun.Of(
            SpecFiles.Of(
                "api",
                "client: XClient\nerror code in: code\nerror:\n  code: int\nerror codes:\n  106:\n    description: Session timeout\n    transient: true\n"
                + "    csharp: Ended\n"),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\n" + codes)).AssertCompiles().Files.Values);
        Assert.Contains("Ended = 400002,", code, StringComparison.Ordinal);
        Assert.Contains("Session timeout", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_code_with_a_meaning_of_its_own_takes_nothing_from_the_api_file()
    {
        var code = string.Concat(GeneratorRun.Of(
            SpecFiles.Of(
                "api",
                "client: XClient\nerror code in: code\nerror:\n  code: int\nerror codes:\n  106:\n    description: Session timeout\n    csharp: Ended\n"),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nerror codes:\n  106: Disk full\n"))
            .AssertCompiles().Files.Values);
        Assert.Contains("Error106 = 400002,", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Session timeout", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "error: text/plain\nsuccess when: body = OK\n",
        "APISPEC0219 /specs/get.apispec.yaml(5,15)+4 'body' is not a member of 'error'; the body is text, so write 'text'")]
    [InlineData(
        "error: text/plain\nerror code in: ERR {number}\n",
        "APISPEC0219 /specs/get.apispec.yaml(5,16)+12 'ERR {number}' is not a member of 'error'; write a line of the text, as in 'ERR {code}'")]
    [InlineData(
        "error: text/plain\nerror message in: code\n",
        "APISPEC0219 /specs/get.apispec.yaml(5,19)+4 'code' is not a member of 'error'; write a line of the text, as in 'ERR {message}'")]
    [InlineData(
        "success when: text = OK\n",
        "APISPEC0219 /specs/get.apispec.yaml(4,15)+4 'text' is not a member of 'error'; write 'error: text/plain' if failures are text")]
    [InlineData("error: text/plain\nsuccess when: text = OK and text has Done\nerror code in: ERR {code}\n", null)]
    [InlineData("error:\n  text: string\nsuccess when: text = OK\n", null)]
    public void Text_of_a_body_is_named_text(string keys, string? diagnostic)
    {
        var found = GeneratorRun.Of(
            SpecFiles.Of("api", "client: XClient\n"),
            SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\n" + keys)).DiagnosticTexts;
        if (diagnostic is null)
            Assert.Empty(found);
        else
            Assert.StartsWith(diagnostic, Assert.Single(found), StringComparison.Ordinal);
    }
}
