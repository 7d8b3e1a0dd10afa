using System.Text.Json.Nodes;
using ApiSpec.Tool.Diff;
using ApiSpec.Tool.Tests.Support;
using static ApiSpec.Tool.Tests.Diff.DiffedPorts;

namespace ApiSpec.Tool.Tests.Diff;

/// <summary>The output and the exit code of <c>apispec diff</c>, and what it refuses.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_kind_is_on_the_page_of_the_tool()
    {
        var page = await File.ReadAllTextAsync(
            ApiSpec.Tests.Support.Repository.PathOf("generator/ApiSpec.Tool/README.md"), TestContext.Current.CancellationToken);
        Assert.All(ChangeRule.All, rule => Assert.Contains("`" + rule.Id + "`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("until V1")]
    [InlineData("before V2")]
    public async Task Editions_of_one_reference_are_compared(string editions)
    {
        _folder.WritePorts("specs", Section.Replace("  total: int\n", "  total: int " + editions + "\n", StringComparison.Ordinal), Api);
        var run = await _folder.RunAsync("diff", "specs", "--from", "V1", "--to", "V2");
        Assert.Equal(
            new ToolRun(
                1,
                "specs/change.apispec.yaml(28): breaking response-member-removed: Ports.Change: the member 'total' left the response\n\n"
                + "1 change: 1 breaking, 0 warning, 0 info.\n",
                ""), run);
        Assert.Equal(0, (await _folder.RunAsync("diff", "specs", "--from", "V2", "--to", "V2")).Code);
        Assert.Equal(
            new ToolRun(2, "", "The reference has no edition 'V9'; its manuals are V1, V2.\n"),
            await _folder.RunAsync("diff", "specs", "--from", "V9", "--to", "V2"));
    }

    [Theory]
    [InlineData("breaking", 0)]
    [InlineData("warning", 1)]
    [InlineData("any", 1)]
    [InlineData("never", 0)]
    public async Task The_level_to_fail_on_decides_the_exit_code(string failOn, int code)
    {
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        Assert.Equal(code, (await _folder.RunAsync("diff", "old", "new", "--fail-on", failOn)).Code);
    }

    [Fact]
    public async Task A_kind_gets_another_level_or_none()
    {
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        Assert.Equal(1, (await _folder.RunAsync("diff", "old", "new", "--severity", "request-default-changed=breaking")).Code);
        Assert.Equal("No changes.\n", (await _folder.RunAsync("diff", "old", "new", "--severity", "Request-Default-Changed=none")).Output);
        var wrong = await _folder.RunAsync("diff", "old", "new", "--severity", "request-default-changed=fatal");
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
        Assert.StartsWith("'request-default-changed=fatal' gives no level of a kind of change;", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_each_change()
    {
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        var change = Assert.Single(JsonNode.Parse((await _folder.RunAsync("diff", "old", "new", "--format", "json")).Output)!["changes"]!.AsArray())!;
        Assert.Equal(
            """{"level":"warning","kind":"request-default-changed","operation":"Ports.Change","file":"new/change.apispec.yaml","line":11,"text":"the """
            + """default of query limit was \u002710\u0027, and is \u002711\u0027"}""",
            change.ToJsonString());
    }

    [Fact]
    public async Task Specs_that_cannot_be_read_are_never_reported_as_unchanged()
    {
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section.Replace("total: int", "total: Missing", StringComparison.Ordinal), Api);
        foreach (var arguments in new[]
        {
            new[] { "old", "new" },
            ["new", "old"],
            ["old", "absent"],
            ["absent", "old"],
            ["old"],
            ["old", "old", "--from", "V1", "--to", "V2"],
            ["old", "--from", "V1"],
        })
        {
            var run = await _folder.RunAsync(["diff", .. arguments]);
            Assert.True(run is { Code: 2, Output: "", Error.Length: > 0 }, string.Join(' ', arguments) + ": " + run);
        }
    }
}
