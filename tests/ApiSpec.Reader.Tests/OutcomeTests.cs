using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The syntax of conditions, status rows and error codes.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("done when: state = a|b and left = 0\n", "state is a or b and left is 0")]
    [InlineData("done when: job.state != running\n", "job.state is not running")]
    public void Condition_that_ends_a_wait_is_read(string key, string words)
        => Assert.Equal(words, Spec.File(Spec.Section(key)).Section!.DoneWhen?.ToString());

    [Theory]
    [InlineData("done when: finished\n", "APISPEC0163")]
    [InlineData("done when:\n", "APISPEC0102")]
    [InlineData("done when: [a, b]\n", "APISPEC0016")]
    [InlineData("done wen: a = b\n", "APISPEC0100")]
    public void Wrong_condition_that_ends_a_wait_is_reported(string key, string id)
        => Assert.StartsWith(id, Assert.Single(Spec.Diagnostics(Spec.Section(key))), StringComparison.Ordinal);

    [Theory]
    [InlineData("success = true", "success is true")]
    [InlineData("success=true", "success is true")]
    [InlineData("error.code = 106|119", "error.code is 106 or 119")]
    [InlineData("control = outlet | group", "control is outlet or group")]
    [InlineData("state != failed", "state is not failed")]
    [InlineData("state!=failed and  rack is given", "state is not failed and rack is given")]
    [InlineData("accountTypes has SNMP", "accountTypes has SNMP")]
    [InlineData("error is missing", "error is missing")]
    [InlineData("HQL::filter is given", "HQL::filter is given")]
    [InlineData("\"job name\" = \"not ready\"|'and'", "job name is not ready or and")]
    [InlineData("\"@type\" = \"\"", "@type is \"\"")]
    [InlineData("a = b-c/d:e", "a is b-c/d:e")]
    [InlineData("hash is given and has has x", "hash is given and has has x")]
    public void Condition_is_read(string text, string words)
    {
        var parsed = ConditionText.Parse(text);

        Assert.Equal(words, parsed.Condition?.ToString());
        Assert.Equal(
            parsed.Condition!.Clauses.Select(static clause => clause.Name), parsed.Names.Select(name => text.Substring(name.Start, name.Length).Trim('"')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    [InlineData("success is true")]
    [InlineData("= true")]
    [InlineData("success =")]
    [InlineData("state = not ready")]
    [InlineData("state = given")]
    [InlineData("state = a|")]
    [InlineData("state = a and")]
    [InlineData("state = a or b = c")]
    [InlineData("state == a")]
    [InlineData("state = \"a")]
    [InlineData("a = b, c = d")]
    [InlineData("created in a thin pool")]
    public void Prose_is_no_condition(string text)
    {
        var parsed = ConditionText.Parse(text);

        Assert.Null(parsed.Condition);
        Assert.NotEqual("", parsed.Advice);
    }

    [Fact]
    public void Condition_of_very_many_parts_is_refused()
        => Assert.Equal("a condition has at most 16 parts", ConditionText.Parse(string.Join(" and ", Enumerable.Repeat("a = b", 100_000))).Advice);

    [Theory]
    [InlineData("success when: success is true\n", "APISPEC0163 2:15+15 'success is true' is not a condition; " + ConditionText.Form)]
    [InlineData("success when: [a]\n", "APISPEC0016 2:15+3")]
    [InlineData("success when:\n", "APISPEC0102 2:1+12")]
    [InlineData(
        "error code in:\n  106: Timeout\n", "APISPEC0103 2:1+13 'error code in' takes the name of a member of 'error'; list the codes under 'error codes:'")]
    [InlineData(
        "error codes: error.code\n",
        "APISPEC0103 2:1+11 'error codes' takes a table of codes and meanings, or a list such as '[106, 107]'; name the member in 'error code in'")]
    [InlineData("error codes:\n  106: [a]\n", "APISPEC0103 3:3+3")]
    [InlineData("error codes:\n  106:\n    message: Timeout\n", "APISPEC0100 4:5+7")]
    [InlineData("error codes: [106, 106]\n", "APISPEC0107 2:20+3")]
    public void Wrong_key_says_which_one_is_meant(string keys, string diagnostic)
    {
        var found = Assert.Single(Spec.Diagnostics("client: XClient\n" + keys));
        Assert.Equal(diagnostic.Split(' ')[..2], found.Split(' ')[..2]);
        if (diagnostic.Contains("takes", StringComparison.Ordinal) || diagnostic.Contains("condition", StringComparison.Ordinal))
            Assert.Contains(diagnostic.Split("; ")[^1], found, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_an_api_file_and_of_a_section_are_read()
    {
        const string Keys = "success when: a.b = true\nerror code in: c.d\nerror message in: e\nerror codes:\n  -1: Broken\n  106:\n"
            + "    description: Timeout\n    transient: true\n    csharp: Late\n  x:\n  ...: unknown\nerror:\n  e: string\n";
        var api = Spec.File("client: XClient\n" + Keys).Api!;
        var section = Spec.File(Spec.Section(Keys)).Section!;

        Assert.Equal(api.Outcomes, section.Outcomes);
        Assert.Equal(
            ("a.b is true", "c.d", "e", true),
            (api.Outcomes.SuccessWhen!.ToString(), api.Outcomes.ErrorCodeIn, api.Outcomes.ErrorMessageIn, api.Outcomes.ErrorCodes.IsOpen));
        Assert.Equal(
            [("-1", "Broken", null, null), ("106", "Timeout", true, "Late"), ("x", null, null, null)],
            api.Outcomes.ErrorCodes.Rows.Select(static row => (row.Code, row.Description, row.Transient, row.CSharpName)));
        Assert.Equal("e", Assert.Single(section.Error!.Members).Name);
    }

    [Theory]
    [InlineData("  401 NoValidSession: a\n  401 AccessDenied: b\n", "401/401 NoValidSession, 401002/401 AccessDenied")]
    [InlineData("  401 Access denied: a\n  401 Ended: b\n", "401/401 Access denied, 401002/401 Ended")]
    [InlineData("  403, 409: Problem\n", "403/403 Problem, 409/409 Problem")]
    [InlineData("  403,409 , 5xx:\n    description: Problem\n", "403/403 Problem, 409/409 Problem, 5/5xx Problem")]
    [InlineData("  4xx: Problem\n  404 Not found: Gone\n", "404/404 Not found Gone, 4/4xx Problem")]
    [InlineData("  4XX Client error: Problem\n", "4/4xx Client error Problem")]
    [InlineData("  100 Continue: Go on.\n", "100/100 Continue Go on.")]
    [InlineData("  400 Bad Request:\n    error codes: [A1, B2]\n", "400/400 Bad Request, 400002/400 A1, 400003/400 B2")]
    [InlineData("  409: x\nerror codes:\n  A1: first\n", "400002/400 A1 first, 409/409 x")]
    public void Status_rows_are_read_as_printed(string rows, string outcomes)
    {
        var shown = Outcomes(null, "operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n" + rows).All.Where(static outcome => outcome.Code != 200)
            .Select(static outcome => string.Join(
                " ",
                new[]
                {
                    outcome.Value + "/" + StatusDeclaration.TextOf(outcome.Code), outcome.Error?.Code, outcome.Message,
                    outcome.Error is null && outcome.Description == outcome.Message ? null : outcome.Description,
                }.OfType<string>()));
        Assert.Equal(outcomes.Replace("Access denied", "Access denied a", StringComparison.Ordinal)
            .Replace("NoValidSession", "NoValidSession a", StringComparison.Ordinal)
            .Replace("AccessDenied", "AccessDenied b", StringComparison.Ordinal)
            .Replace("Ended", "Ended b", StringComparison.Ordinal), string.Join(", ", shown));
    }

    [Theory]
    [InlineData(
        "  403, 409 Conflict: x\n",
        "APISPEC0140 5:3+4 '403, 409 Conflict' is not a status; write only codes before the colon, as in '403, 409', or a row for each code")]
    [InlineData("  403, 999: x\n", "APISPEC0141 5:8+3 999 is not an HTTP status code; write a code from 100 to 599")]
    [InlineData("  403, 403: x\n", "APISPEC0142 5:8+3 403 is already in this table; remove one of the two rows")]
    [InlineData("  403: x\n  409, 403: x\n", "APISPEC0142 6:8+3 403 is already in this table; remove one of the two rows")]
    [InlineData("  9xx: x\n", "APISPEC0140 5:3+3 '9xx' is not a status; write the code first, as in '404 Not found'")]
    [InlineData(
        "  default: x\n",
        "APISPEC0140 5:3+7 'default' is not a status; write '4xx, 5xx' for all other failures, or '...: unknown' as the last row if the table continues")]
    public void Row_that_is_no_status_is_reported(string rows, string diagnostic)
        => Assert.Equal([diagnostic], Spec.Diagnostics("operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n" + rows));

    [Fact]
    public void Error_code_takes_its_meaning_from_the_nearest_table_that_has_one()
    {
        var outcomes = Outcomes(
            "client: XClient\nsuccess when: ok = true\nerror:\n  ok: boolean\nerror codes:\n  A: of the API\n  B: of the API\n",
            "operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n  400:\n    error codes: [A]\nerror codes:\n  A: of the section\n  C: of the section\n");

        Assert.Equal(
            [(200, null, null), (200, "C", "of the section"), (200, "B", "of the API"), (400, null, null), (400, "A", "of the section")],
            outcomes.All.Select(static outcome => (outcome.Code, outcome.Error?.Code, outcome.Description)));
    }

    [Theory]
    [InlineData("int", "31", "0x1F")]
    [InlineData("int", "0x1F", null)]
    [InlineData("int", "16", "16")]
    [InlineData("string", "16", "16")]
    [InlineData("string", "31", null)]
    [InlineData("string", "0x1F", "0x1F")]
    [InlineData("any", "31", null)]
    public void Error_code_in_hexadecimal_is_a_number_only_if_its_member_is_one(string type, string inBody, string? printed)
        => Assert.Equal(
            printed,
            Outcomes(null, "operation: T.X\nrequest: GET /x\nstatus: [200]\nerror code in: code\nerror:\n  code: " + type + "\nerror codes: [0x1F, 16]\n")
                .FindError(400, inBody)?.Error?.Code);

    [Fact]
    public void Error_code_of_an_api_file_and_of_a_section_is_one_code_in_any_form()
        => Assert.Equal(
            [("0x1F", "31", "of the API")],
            Outcomes(
                "client: XClient\nerror code in: code\nerror:\n  code: int\nerror codes:\n  31: of the API\n",
                "operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n  400:\n    error codes: [0x1F]\n")
                .All.Where(static outcome => outcome.Error is not null)
                .Select(static outcome => (outcome.Error!.Code, outcome.ErrorId, outcome.Description)));

    private static OutcomeTable Outcomes(string? api, string section)
    {
        var files = new List<SpecSource> { new("x.apispec.yaml", Spec.File(section)) };
        if (api is not null)
            files.Add(new SpecSource("api.apispec.yaml", Spec.File(api)));
        var reference = Assert.Single(ApiReference.Of(files, new DiagnosticList()));
        return OutcomeTable.Of(reference, Assert.Single(reference.Sections).File.Section!);
    }
}
