using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>What <c>apispec check</c> writes and returns.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Right = "operation: Tasks.Get\nrequest: GET /Tasks/{id}\npath:\n  id: long\nstatus: [200]\nresponse:\n  name: string\n";
    private const string Unknown = "operation: Tasks.List\nrequest: GET /Tasks\nstatus: [200]\nresponse:\n  tasks: Task[]\n";
    private const string Open = "operation: Tasks.Count\nrequest: GET /Tasks/count\nstatus: [200]\nresponse: unknown\n";
    private const string UnknownLine = "list.apispec.yaml(5,10): error APISPEC0200: Unknown type 'Task'";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Specs_without_errors_are_counted()
        => Assert.Equal(
            new ToolRun(0, "Checked 1 file: 0 errors, 0 warnings, 0 information.\n", ""), await _folder.Write("get.apispec.yaml", Right).RunAsync("check"));

    [Fact]
    public async Task Errors_within_and_between_files_are_reported_in_the_order_of_lines()
    {
        var run = await _folder.Write("deep/list.apispec.yaml", Unknown + "  size: int 5..1\n").Write("get.apispec.yml", Right).RunAsync("check", ".");

        var lines = run.Output.Split('\n');
        Assert.StartsWith("deep/" + UnknownLine, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("deep/list.apispec.yaml(6,13): error APISPEC0122: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["", "Checked 2 files: 2 errors, 0 warnings, 0 information.", "Run 'apispec explain APISPEC0200' for an explanation and an example.", ""],
            lines[2..]);
        Assert.Equal((1, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task The_page_of_the_gravest_diagnostic_is_named()
        => Assert.Contains(
            "Run 'apispec explain APISPEC0200' for",
            (await _folder.Write("a.apispec.yaml", Open).Write("list.apispec.yaml", Unknown).RunAsync("check")).Output,
            StringComparison.Ordinal);

    [Fact]
    public async Task Files_are_checked_together_and_a_file_that_is_named_twice_once()
    {
        _folder.Write("list.apispec.yaml", Unknown).Write("task.apispec.yaml", "schemas:\n  Task:\n    id: int\n");
        Assert.Equal(0, (await _folder.RunAsync("check", "list.apispec.yaml", "task.apispec.yaml", "./list.apispec.yaml", ".")).Code);
        Assert.Equal(1, (await _folder.RunAsync("check", "list.apispec.yaml")).Code);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 0)]
    [InlineData("info", 1)]
    [InlineData("never", 0)]
    public async Task The_severity_to_fail_on_decides_the_exit_code(string failOn, int code)
        => Assert.Equal(code, (await _folder.Write("count.apispec.yaml", Open).RunAsync("check", "--fail-on", failOn)).Code);

    [Theory]
    [InlineData("APISPEC0147=error", 1, "error APISPEC0147")]
    [InlineData("apispec0147=Warning", 0, "warning APISPEC0147")]
    [InlineData("APISPEC0147=none", 0, "Checked 1 file: 0 errors, 0 warnings, 0 information.")]
    public async Task A_rule_gets_another_severity(string severity, int code, string expected)
    {
        var run = await _folder.Write("count.apispec.yaml", Open).RunAsync("check", "--severity", severity);
        Assert.Equal((code, ""), (run.Code, run.Error));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APISPEC9999=error", "No rule has the id 'APISPEC9999'; run 'apispec explain' for a list.")]
    [InlineData("APISPEC0147", "'APISPEC0147' gives no severity; write error, warning, info or none, as in --severity APISPEC0147=warning.")]
    [InlineData("APISPEC0147=fatal", "'APISPEC0147=fatal' gives no severity; write error, warning, info or none, as in --severity APISPEC0147=warning.")]
    public async Task A_severity_that_cannot_be_read_is_a_wrong_argument(string severity, string message)
        => Assert.Equal(
            new ToolRun(2, "", message + "\nRun 'apispec check --help' for the arguments.\n"), await _folder.RunAsync("check", "--severity", severity));

    [Fact]
    public async Task A_recorded_response_that_contradicts_the_spec_is_reported_at_its_line()
    {
        const string Recording = """
            { "log": { "version": "1.2", "entries": [
              { "request": { "method": "GET", "url": "http://box/proxy/Tasks/1", "headers": [] },
                "response": { "status": 200, "headers": [], "content": { "text": "{\"name\":\"a\"}" } } },
              { "request": { "method": "GET", "url": "http://box/proxy/Tasks/2", "headers": [] },
                "response": { "status": 200, "headers": [], "content": { "text": "{\"name\":\"a\",\"owner\":7}" } } },
              { "request": { "method": "GET", "url": "http://box/proxy/Tasks/x", "headers": [] },
                "response": { "status": 418, "headers": [] } }
            ] } }
            """;
        _folder.Write("get.apispec.yaml", Right).Write("evening.har", Recording).Write("broken.har", "[]");

        var run = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "evening.har", "--fail-on", "warning");

        var lines = run.Output.Split('\n');
        Assert.StartsWith("evening.har(5,1): ", lines[0], StringComparison.Ordinal);
        Assert.Contains("'owner'", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            lines, static line => line.StartsWith("evening.har(7,1): ", StringComparison.Ordinal) && line.Contains("418", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.StartsWith("evening.har(3,", StringComparison.Ordinal));
        Assert.Equal((1, ""), (run.Code, run.Error));

        var broken = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "broken.har");
        Assert.Equal((2, true), (broken.Code, broken.Error.Contains("is not an HTTP Archive (HAR)", StringComparison.Ordinal)));
        Assert.Equal(2, (await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "nothing.har")).Code);
    }

    [Fact]
    public async Task Of_an_exchange_that_differs_in_many_ways_the_tool_reports_some_and_the_number_of_the_others()
    {
        var members = string.Concat(Enumerable.Range(0, 25).Select(static i => $",\\\"odd{i}\\\":1"));
        var recording = $$"""
            { "log": { "version": "1.2", "entries": [
              { "request": { "method": "GET", "url": "http://box/Tasks/1", "headers": [] },
                "response": { "status": 200, "headers": [], "content": { "text": "{\"name\":\"a\"{{members}}}" } } }
            ] } }
            """;
        _folder.Write("get.apispec.yaml", Right).Write("evening.har", recording);

        var run = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "evening.har");

        var lines = run.Output.Split('\n').Where(static line => line.StartsWith("evening.har(3,1): ", StringComparison.Ordinal)).ToList();
        Assert.Equal(21, lines.Count);
        Assert.Contains("warning APISPEC0003: This file has 5 more diagnostics", lines[^1], StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_recording_is_compared_only_with_specs_that_can_be_read_and_the_tool_says_so()
    {
        _folder.Write("get.apispec.yaml", Right.Replace("status:", "statuses:", StringComparison.Ordinal)).Write("evening.har", """{"log":{"entries":[]}}""");

        var run = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "evening.har");
        var id = run.Output[run.Output.IndexOf("APISPEC", StringComparison.Ordinal)..][..11];
        var hidden = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "evening.har", "--severity", id + "=none");

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(2, hidden.Code);
        Assert.Contains("The recordings cannot be compared", hidden.Error, StringComparison.Ordinal);
        Assert.Contains(id, hidden.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placeholder_in_a_recording_is_a_value_of_any_type()
    {
        const string Spec = """
            operation: Vault.Get
            request: GET /vault/{code}
            path: { code: long secret }
            query: { pin?: int secret }
            status: [200]
            response: { number: long secret, kind?: enum a|b }
            """;
        const string Recording = """
            { "log": { "version": "1.2", "entries": [
              { "request": { "method": "GET", "url": "http://box/vault/%3Csecret%3E?pin=%3Csecret%3E", "headers": [] },
                "response": { "status": 200, "headers": [], "content": { "text": "{\"number\":\"<secret>\",\"kind\":\"c\"}" } } }
            ] } }
            """;
        _folder.Write("get.apispec.yaml", Spec).Write("evening.har", Recording);

        var run = await _folder.RunAsync("check", "get.apispec.yaml", "--recording", "evening.har", "--fail-on", "warning");

        var found = Assert.Single(run.Output.Split('\n'), static line => line.StartsWith("evening.har", StringComparison.Ordinal));
        Assert.Contains("'kind'", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_counts_and_positions()
    {
        var run = await _folder.Write("list.apispec.yaml", Unknown).RunAsync("check", "--format", "json");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal((1, 1, 0, 0), ((int)report["files"]!, (int)report["errors"]!, (int)report["warnings"]!, (int)report["information"]!));
        var diagnostic = Assert.Single(report["diagnostics"]!.AsArray())!;
        Assert.Equal(
            ("list.apispec.yaml", 5, 10, 5, 14, "error", "APISPEC0200"),
            ((string)diagnostic["file"]!, (int)diagnostic["line"]!, (int)diagnostic["column"]!, (int)diagnostic["endLine"]!, (int)diagnostic["endColumn"]!,
                (string)diagnostic["severity"]!, (string)diagnostic["id"]!));
        Assert.StartsWith("Unknown type 'Task'", (string)diagnostic["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_holds_rules_with_their_pages_and_results_with_relative_addresses()
    {
        var run = await _folder.Write("a b/list#1.apispec.yaml", Unknown).Write("count.apispec.yaml", Open).RunAsync("check", "--format", "sarif");

        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal("2.1.0", (string)report["version"]!);
        var only = Assert.Single(report["runs"]!.AsArray())!;
        Assert.Equal("utf16CodeUnits", (string)only["columnKind"]!);
        var rules = only["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Equal(["APISPEC0147", "APISPEC0200"], rules.Select(static rule => (string)rule!["id"]!));
        Assert.Contains("# APISPEC0200", (string)rules[1]!["help"]!["markdown"]!, StringComparison.Ordinal);
        var result = only["results"]![0]!;
        Assert.Equal(("APISPEC0200", 1, "error"), ((string)result["ruleId"]!, (int)result["ruleIndex"]!, (string)result["level"]!));
        var location = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("a%20b/list%231.apispec.yaml", (string)location["artifactLocation"]!["uri"]!);
        Assert.Equal("""{"startLine":5,"startColumn":10,"endLine":5,"endColumn":14}""", location["region"]!.ToJsonString());
        Assert.Equal("note", (string)only["results"]![1]!["level"]!);
    }

    [Fact]
    public async Task A_run_without_diagnostics_is_a_sarif_run_without_results()
    {
        var report = JsonNode.Parse((await _folder.Write("get.apispec.yaml", Right).RunAsync("check", "--format", "sarif")).Output)!;
        Assert.Empty(report["runs"]![0]!["results"]!.AsArray());
        Assert.Empty(report["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray());
    }

    [Fact]
    public async Task GitHub_annotations_cannot_be_forged_by_a_spec()
    {
        var run = await _folder.Write("a,b%/list.apispec.yaml", Unknown.Replace("Task[]", "\"Ta::error::%0A sk[]\"", StringComparison.Ordinal))
            .RunAsync("check", "--format", "github");

        Assert.All(run.Output.TrimEnd('\n').Split('\n'), static line =>
        {
            Assert.StartsWith("::error file=a%2Cb%25/list.apispec.yaml,line=5,endLine=5,col=", line, StringComparison.Ordinal);
            // Only the command itself and the '::error' in the message; GitHub only reads the first.
            Assert.DoesNotContain("%0A", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_spec_cannot_control_the_terminal()
    {
        var run = await _folder.Write("list.apispec.yaml", Unknown.Replace("Task[]", "\"\\e]0;x\\a\\n0 errors\"", StringComparison.Ordinal)).RunAsync("check");
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n')[..^4], static line => Assert.StartsWith("list.apispec.yaml(5,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Input_that_cannot_be_read_fails_the_check()
    {
        Assert.Equal(new ToolRun(2, "", $"There is no spec file or folder '{Path.Combine(_folder.Root, "gone")}'.\n"), await _folder.RunAsync("check", "gone"));
        Assert.Equal(2, (await _folder.RunAsync("check", ".")).Code);
        Directory.CreateDirectory(Path.Combine(_folder.Root, "x.apispec.yaml"));
        Assert.Equal(2, (await _folder.RunAsync("check", "x.apispec.yaml")).Code);
    }

    [Theory]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--fail-on", "fatal")]
    [InlineData("check", "--watch", "--format", "json")]
    [InlineData("check", "--nonsense")]
    [InlineData("chek")]
    [InlineData]
    public async Task Wrong_arguments_are_reported_and_nothing_runs(params string[] args)
    {
        var run = await _folder.Write("list.apispec.yaml", Unknown).RunAsync(args);
        Assert.Equal((2, ""), (run.Code, run.Output.Contains("APISPEC", StringComparison.Ordinal) ? run.Output : ""));
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_reported_as_in_a_build()
    {
        var run = await _folder.Write("large.apispec.yaml", new string('#', 4_000_000)).Write("get.apispec.yaml", Right).RunAsync("check");
        Assert.Equal(1, run.Code);
        Assert.Contains("large.apispec.yaml(1,1): error APISPEC0001: This file has more than 1,048,576 characters", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_of_line_ends_changes_nothing()
    {
        var text = Unknown + "  \U0001F600: nope\n";
        var lf = await _folder.Write("list.apispec.yaml", text).RunAsync("check");
        var crlf = await _folder.Write("list.apispec.yaml", text.Replace("\n", "\r\n", StringComparison.Ordinal)).RunAsync("check");
        Assert.Equal(lf, crlf);
    }

    [Fact]
    public async Task A_cancelled_check_ends_without_a_result()
    {
        _folder.Write("get.apispec.yaml", Right);
        using var output = new StringWriter(new StringBuilder());
        var code = await ToolProgram.RunAsync(
            ["check"], new ToolConsole(output, output, _folder.Root, UsesColor: false), new CancellationToken(canceled: true));
        Assert.Equal((130, ""), (code, output.ToString()));
    }

    [Fact]
    public async Task Severities_are_colored_in_a_terminal_alone()
    {
        _folder.Write("list.apispec.yaml", Unknown);
        using var output = new StringWriter(new StringBuilder());
        await ToolProgram.RunAsync(["check"], new ToolConsole(output, output, _folder.Root, UsesColor: true), TestContext.Current.CancellationToken);
        Assert.Contains("\u001b[31merror\u001b[0m APISPEC0200", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", (await _folder.RunAsync("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_checks_again_after_a_change_until_it_is_cancelled()
    {
        _folder.Write("list.apispec.yaml", Unknown);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new AwaitedText();
        var watch = ToolProgram.RunAsync(["check", "--watch"], new ToolConsole(output, output, _folder.Root, UsesColor: false), cancellation.Token);

        await output.WaitForAsync("1 error,");
        _folder.Write("notes.txt", "nothing to check");
        _folder.Write("list.apispec.yaml", Unknown.Replace("Task[]", "string[]", StringComparison.Ordinal));
        await output.WaitForAsync("0 errors,");
        _folder.Write(
            "more/task.apispec.yaml",
            Unknown.Replace("Tasks.List", "Tasks.More", StringComparison.Ordinal).Replace("/Tasks", "/More", StringComparison.Ordinal));
        await output.WaitForAsync("Checked 2 files: 1 error,");

        await cancellation.CancelAsync();
        Assert.Equal(0, await watch);
    }
}
