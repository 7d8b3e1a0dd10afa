using System.Net;
using System.Text.RegularExpressions;
using ApiSpec.Language.Examples;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The command lines on the pages run.</summary>
public sealed partial class PageCommandTests : IDisposable
{
    /// <summary>The commands with tests of their own, because they need more than files.</summary>
    private static readonly Dictionary<string, string> s_others = new(StringComparer.Ordinal)
    {
        ["serve"] = "runs until it is ended",
        ["roles"] = "needs a built program",
    };

    private readonly ToolFolder _folder = new();

    public static TheoryData<string> CommandLines
        => [.. All.Select(static line => line.Text).Where(static text => !s_others.ContainsKey(Words(text)[0])).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Page, string Text)> All
        => Pages.SelectMany(static page => BlocksOf(page).SelectMany(static block => CommandLine().Matches(block))
            .Select(line => (page, line.Groups["command"].Value)));

    private static IEnumerable<string> Pages
        => new[] { "runtime/docs", "specs", "specs/docs", "generator/docs", "generator/ApiSpec.Tool", "" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task A_command_of_a_page_runs(string line)
    {
        var arguments = Words(line);
        if (arguments[0] != "init")
            WriteFiles();
        Directory.CreateDirectory(Project);

        var run = await ToolFolder.RunInAsync(Project, arguments);

        // 1 means that the command has found something, and 2 that it could not run.
        Assert.True(run.Code is 0 or 1, run.Error + run.Output);
    }

    [Fact]
    public void No_command_in_a_block_is_left_out()
    {
        // A step of a workflow can have a name like a command.
        var mentions = Pages.SelectMany(BlocksOf).SelectMany(static block => block.Split('\n'))
            .Where(static line => Mention().IsMatch(line) && !line.TrimStart().StartsWith("name: ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(mentions);
        Assert.All(mentions, static line => Assert.Matches(CommandLine(), line));
        Assert.All(s_others.Keys, static command => Assert.Contains(All, line => Words(line.Text)[0] == command));
    }

    private string Project => Path.Combine(_folder.Root, "project");

    private static IEnumerable<string> BlocksOf(string page)
        => Block().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")).Select(static block => block.Groups["text"].Value);

    // The arguments as a shell reads them, up to a redirection.
    private static string[] Words(string command)
        => [.. ShellWord.Split(command, 0).TakeWhile(static word => !word.StartsLine).Skip(1).Select(static word => word.Text)];

    private void WriteFiles()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.JP1Specs, "*.apispec.yaml", SearchOption.AllDirectories))
        {
            foreach (var folder in new[] { "project/specs/jp1ao/", "base/specs/jp1ao/" })
                _folder.Write(folder + Path.GetRelativePath(Repository.JP1Specs, path), File.ReadAllText(path));
        }

        var section = Repository.Read("tests/ApiSpec.Drafting.Tests/Pages/jp1ao-9.6.8.txt");
        var lines = section.Split('\n').Select(static line => $"<p>{WebUtility.HtmlEncode(line)}</p>");
        var html = "<html><body>" + string.Concat(lines) + "</body></html>";
        _folder.Write("project/section.txt", section).Write("project/section.html", html).Write("project/AOCR0115.HTM", html)
            .Write("project/contents.html", "<html><body><ul><li>2.7.14 Acquisition of information necessary for retrying a task</li></ul></body></html>")
            .Write("project/speed.md", Repository.Read("runtime/docs/writing-a-profile.md").Split("```markdown\n")[1].Split("\n```")[0])
            .Write("project/pumps.apispec-profile.yaml", "profile: pumps\nextends: base\ntitle: numbered\n")
            .Write("project/evening.har", """{ "log": { "version": "1.2", "creator": { "name": "test", "version": "1" }, "entries": [] } }""");
    }

    [GeneratedRegex(@"^```[^\n]*\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // In a terminal, in a script, or as a step of a pipeline.
    [GeneratedRegex(@"^ *(\$ |(- )?(run|entry): |- )?([\w./]*/)?(?<command>apispec (.*\\\n)*.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\bapispec [a-z]")]
    private static partial Regex Mention();
}
