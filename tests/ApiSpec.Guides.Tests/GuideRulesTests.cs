using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>The checks of the pages fail where they would check nothing.</summary>
public sealed class GuideRulesTests
{
    private static readonly Uri s_server = new("http://127.0.0.1:1/");

    private static readonly IReadOnlyDictionary<string, string> s_specs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["get-rerun-start.apispec.yaml"] = File.ReadAllText(Repository.FoundingSpec),
    };

    [Theory]
    [InlineData("public sealed class Names { internal static void Write() { } }", "It has nothing to call.")]
    [InlineData("public static class Names { public static void Write(Version version) { } }", "No argument is known for 'System.Version version' of 'Write'.")]
    [InlineData("public sealed class Names(Version version) { public Version Version => version; }", "No argument is known for 'System.Version version'")]
    public async Task A_block_that_runs_nothing_fails(string code, string message)
    {
        var library = SpecCompilation.Load(code, s_specs, s_server);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => LibraryRun.RunAsync(code, library, s_server));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_of_objects_are_called()
    {
        const string Code = "public sealed class Names(ITasksClient tasks) { public void Write() => Show(tasks is TasksClient); }";
        var library = SpecCompilation.Load(Code, s_specs, s_server);

        await LibraryRun.RunAsync(Code, library, s_server);

        Assert.Equal("True\n", library.GetType("Console")!.GetField("Text")!.GetValue(null)!.ToString());
    }

    [Theory]
    [InlineData("Show(1); // 1")]
    [InlineData("Show(1);  // 1")]
    [InlineData("  Console.WriteLine(\"a; // b\");   // 1")]
    public void A_comment_after_a_line_that_prints_is_its_output(string line)
        => Assert.Equal(["1"], new GuideBlock(1, line + "\n", s_specs, Runs: true, Printed: null).ExpectedLines);
}
