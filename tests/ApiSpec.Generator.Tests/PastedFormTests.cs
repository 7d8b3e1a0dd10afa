using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Forms in examples: their fields are compared with the section, or the build says that they are not.</summary>
public sealed class PastedFormTests
{
    private const string Api = "client: ReportsClient\nauthentication: form key\n";

    private const string Rows = "  kind: string always daily\n  to: string\n  days?: int 1..30 required when to = all\n  tags?: string[] as comma\n"
        + "  more?:\n    level?: int\n  key?: string\n";

    /// <summary>Fields of a form in one line as pages print them, each with the diagnostics of the comparison.</summary>
    public static TheoryData<string, string[]> InOneLine => new()
    {
        { "kind=daily&to=ann%40b&days=3&tags=a,b&more=%7B%7D", [] },
        { "kind=daily&\nto=ann+b&\n\ndays=3\n", [] },
        { "kind=daily&to=<name>&key=1", [] },
        { "curl http://host/reports -d kind=daily -d 'to=ann'", [] },
        { "...", [] },
        { "The fields are in the table.", [NotCompared("text", "a form")] },
        { "{ \"kind\" : \"daily\" }", [NotCompared("JSON", "a form")] },
        { "--x\nContent-Disposition: form-data; name=\"kind\"\n\ndaily\n--x--", [NotCompared("a form with files", "a form")] },
        { "curl http://host/reports -F kind=daily -F to=ann", [NotCompared("a form with files", "a form")] },
        { "kind=weekly&to=ann", ["APISPEC0305 'weekly' cannot be the value of 'kind': the section always has 'daily'"] },
        { "kind=daily&to=ann&days=99", ["APISPEC0305 '99' cannot be the value of 'days': it is outside the range 1..30"] },
        { "kind=daily&to=ann&dais=3", ["APISPEC0303 The section has no form field 'dais', which the example sends; did you mean 'days'?"] },
        { "kind=daily", ["APISPEC0304 The example does not send the form field 'to', which the section requires"] },
        { "kind=daily&to=ann&to=ben", ["APISPEC0305 '2 values' cannot be the value of 'to': the section sends one field"] },
        { "kind=daily&to=all", ["APISPEC0304 The example does not send the form field 'days', which the section requires if to is all"] },
    };

    /// <summary>Forms with files as pages print them, each with the diagnostics of the comparison.</summary>
    public static TheoryData<string, string[]> WithFiles => new()
    {
        { Parts("kind|daily", "to|ann + b%20c", "days|3", "file|(binary)|a.bin"), [] },
        { Parts("kind|daily", "to|two\nlines", "tags|a,b", "key|1", "file|...|a.bin"), [] },
        {
            "--b\nContent-Type: text/plain\ncontent-disposition: form-data;\n  name=kind\n\ndaily\n--b\nContent-Disposition: form-data; "
                + "name=\u201Cto\u201D\n\nann\n--b\nContent-Disposition: form-data; filename=\"name=x\"; name=\"file\"\n\n<content>\n--b--\nAnswer:",
            []
        },
        { "curl http://host/reports -F kind=daily -F 'to=\"ann\"' --form days=3 -F file=@a.bin;type=image/png", [] },
        { "curl http://host/reports -F kind=daily --form-string 'to=@ann;type=x' -F 'file=@\"a b.bin\"'", [] },
        { "curl http://host/reports -F kind=daily -F to=<name> -F days=<days.txt -F file=@-", [] },
        { "--b\n\nThe parts are in the table.", [NotCompared("a form without names", "a form with files")] },
        { "kind=daily&to=ann", [NotCompared("a form", "a form with files")] },
        { "<kind>daily</kind>", [NotCompared("XML", "a form with files")] },
        {
            Parts("kind|weekly", "to|ann", "days|99", "file||a.bin"),
            ["APISPEC0305 '99' cannot be the value of 'days': it is outside the range 1..30",
                "APISPEC0305 'weekly' cannot be the value of 'kind': the section always has 'daily'"]
        },
        { Parts("kind|daily", "two|ann", "file||a.bin"), [
            "APISPEC0303 The section has no form field 'two', which the example sends; did you mean 'to'?",
            "APISPEC0304 The example does not send the form field 'to', which the section requires"] },
        { Parts("kind|daily", "to|all", "file||a.bin"),
            ["APISPEC0304 The example does not send the form field 'days', which the section requires if to is all"] },
        { "curl http://host/reports -F kind=daily -F to=ann -F days=x -F file=@a.bin",
            ["APISPEC0305 'x' cannot be the value of 'days': an int is a whole number of 32 bits"] },
        { "curl http://host/reports -F kind=daily -F to=ann", ["APISPEC0304 The example does not send the form field 'file', which the section requires"] },
    };

    [Theory]
    [InlineData("tags=a&tags=b&id[]=1&labelA=x", null)]
    [InlineData("tags=a&id%5B%5D=1&id[]=2", null)]
    [InlineData("tags=a&tags=b&tags=c", "APISPEC0305 '3 values' cannot be the value of 'tags': it is outside the range ..2")]
    [InlineData("tags=a&ids[]=1", "APISPEC0303 The section has no form field 'ids[]', which the example sends")]
    [InlineData("tags=a&id[]=x", "APISPEC0305 'x' cannot be the value of 'id': an int is a whole number of 32 bits")]
    [InlineData("tags=a&labelA=1234", "APISPEC0305 '1234' cannot be the value of 'label{X}': it is outside the range ..3")]
    public void Fields_that_repeat_or_have_free_names_are_compared(string text, string? expected)
        => Assert.Equal(
            expected is null ? [] : [expected],
            Compare("body form:\n  tags: string[..2] as repeat\n  id?: int[] as brackets\n  label{X}?: string ..3\n", text, hasHead: true));

    [Theory]
    [InlineData("""steps=[{"n":1},{"n":2}]&others=[{"n":1},{"n":2}]&mixed=[1,true]""", null)]
    [InlineData("""steps=[{"n":1}]&steps=[{"n":2}]""", "APISPEC0305 '2 values' cannot be the value of 'steps': the section sends one field")]
    [InlineData("""steps=[]&others=[{"n":1}]&others=[{"n":2}]""", "APISPEC0305 '2 values' cannot be the value of 'others': the section sends one field")]
    [InlineData("steps=[]&tags=a&tags=b&tags=c", "APISPEC0305 '3 values' cannot be the value of 'tags': it is outside the range ..2")]
    [InlineData("steps=[]&tags=a&tags=b", null)]
    public void Range_of_a_list_in_JSON_does_not_count_fields(string text, string? expected)
        => Assert.Equal(
            expected is null ? [] : [expected],
            Compare(
                "body form:\n  steps[2..10]:\n    n: int\n  others?: Owner[2..5]\n  mixed?: (int|boolean)[2..3]\n"
                    + "  tags?: string[..2] as repeat\nschemas:\n  Owner:\n    n: int\n",
                text, hasHead: true));

    [Theory]
    [MemberData(nameof(InOneLine))]
    public void Fields_of_a_form_in_one_line_are_compared(string text, string[] expected)
        => Assert.Equal(expected.Order(StringComparer.Ordinal), Compare("body form:\n" + Rows, text, hasHead: true));

    [Theory]
    [MemberData(nameof(WithFiles))]
    public void Parts_of_a_form_with_files_are_compared(string text, string[] expected)
        => Assert.Equal(expected.Order(StringComparer.Ordinal), Compare("body multipart:\n" + Rows + "  file: bytes\n", text, hasHead: true));

    [Fact]
    public void Body_without_its_request_line_is_compared()
    {
        Assert.StartsWith(
            "APISPEC0305 '99'", Assert.Single(Compare("body form:\n" + Rows, "kind=daily&to=ann&days=99", hasHead: false)), StringComparison.Ordinal);
        Assert.StartsWith(
            "APISPEC0305 '99'",
            Assert.Single(Compare("body multipart:\n" + Rows, Parts("kind|daily", "to|ann", "days|99"), hasHead: false)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Form_with_files_of_a_JSON_section_is_not_read_as_JSON()
        => Assert.Equal([NotCompared("a form with files", "JSON")], Compare("body:\n  kind: string\n", Parts("kind|daily"), hasHead: true));

    [Theory]
    [InlineData("--- response ---\n{ \"id\" : 1 }")]
    [InlineData("--\n{ \"id\" : 1 }")]
    public void JSON_after_a_separator_is_an_error_and_not_a_form(string body)
        => Assert.StartsWith("APISPEC0308", Assert.Single(Compare("body:\n  id: int\n", body, hasHead: false)), StringComparison.Ordinal);

    private static string NotCompared(string printed, string described)
        => $"APISPEC0315 The request body of the example is {printed}, but the section has {described}; the body is not compared";

    private static string Parts(params string[] parts) => string.Concat(parts.Select(static part => part.Split('|')).Select(static part
        => $"--x1\nContent-Disposition: form-data; name=\"{part[0]}\"{(part.Length > 2 ? $"; filename=\"{part[2]}\"" : "")}\n\n{part[1]}\n")) + "--x1--\n";

    private static IEnumerable<string> Compare(string keys, string text, bool hasHead)
    {
        var part = text.StartsWith("curl", StringComparison.Ordinal) || !hasHead ? text : "POST /reports HTTP/1.1\n\n" + text;
        var example = "examples:\n  - request " + (hasHead ? "header" : "body") + ": |\n"
            + string.Concat(part.Split('\n').Select(static line => line.Length == 0 ? "\n" : "      " + line + "\n"));
        return GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Of("send", "operation: Reports.Send\nrequest: POST /reports\nstatus: [200]\n" + keys + example)).DiagnosticTexts
            .Select(static found => found.Remove(found.IndexOf(' ', StringComparison.Ordinal)) + found[(found.IndexOf(")+", StringComparison.Ordinal) + 3)..])
            .Order(StringComparer.Ordinal);
    }
}
