using System.Net;
using System.Text.RegularExpressions;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The command lines on the pages run. Commands that need a server or a built program have their own tests.</summary>
public sealed partial class PageCommandTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public static TheoryData<string> CommandLines =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("runtime/docs"), "*.md").Append(Repository.PathOf("generator/ApiSpec.Tool/README.md"))
            .SelectMany(static page => CommandLine().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
            .Select(static line => line.Groups["arguments"].Value)
            .Where(static line => !line.StartsWith("serve ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task A_command_of_a_page_runs(string line)
    {
        var arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (arguments[0] != "init")
            WriteFiles();

        var run = await _folder.RunAsync(arguments);

        // 1 means that the command has found something, and 2 that it could not run.
        Assert.True(run.Code is 0 or 1, run.Error + run.Output);
    }

    private void WriteFiles()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.JP1Specs, "*.apispec.yaml", SearchOption.AllDirectories))
            _folder.Write("specs/jp1ao/" + Path.GetRelativePath(Repository.JP1Specs, path), File.ReadAllText(path));
        var section = Repository.Read("tests/ApiSpec.Drafting.Tests/Pages/jp1ao-9.6.8.txt");
        var lines = section.Split('\n').Select(static line => $"<p>{WebUtility.HtmlEncode(line)}</p>");
        var html = "<html><body>" + string.Concat(lines) + "</body></html>";
        _folder.Write("section.txt", section).Write("section.html", html).Write("AOCR0115.HTM", html)
            .Write("contents.html", "<html><body><ul><li>2.7.14 Acquisition of information necessary for retrying a task</li></ul></body></html>")
            .Write("pumps.apispec-profile.yaml", "profile: pumps\nextends: jp1\n")
            .Write("evening.har", """{ "log": { "version": "1.2", "creator": { "name": "test", "version": "1" }, "entries": [] } }""");
    }

    [GeneratedRegex("^apispec (?<arguments>.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
