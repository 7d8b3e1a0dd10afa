using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>What <c>apispec explain</c> and the help write.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_of_a_diagnostic_is_shown_for_its_id_in_any_case()
    {
        var run = await _folder.RunAsync("explain", "apispec0112");
        Assert.StartsWith("# APISPEC0112: ", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task Every_rule_is_listed_and_has_a_page()
    {
        var lines = (await _folder.RunAsync("explain")).Output.TrimEnd('\n').Split('\n');
        Assert.All(RuleCatalog.All, rule => Assert.Contains(
            lines, line => line.StartsWith(rule.Id, StringComparison.Ordinal) && line.EndsWith(rule.Title, StringComparison.Ordinal)));
        Assert.All(RuleCatalog.All, static rule => Assert.StartsWith("# " + rule.Id + ": ", RuleCatalog.PageOf(rule), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_id_is_reported()
        => Assert.Equal(
            new ToolRun(2, "", "No rule has the id 'APISPEC9999'. Run 'apispec explain' for a list.\n"), await _folder.RunAsync("explain", "APISPEC9999"));

    [Theory]
    [InlineData("check", "apispec check specs --format github")]
    [InlineData("explain", "apispec explain APISPEC0112")]
    public async Task The_help_of_a_command_has_examples(string command, string example)
    {
        var run = await _folder.RunAsync(command, "--help");
        Assert.Contains("Examples:\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(example, run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }
}
