using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The page of one diagnostic in <c>generator/docs</c>.</summary>
/// <remarks>
/// Its first fence of <c>text</c> is the message of the wrong example, as the compiler prints it. The blocks of <c>yaml wrong</c> form one project,
/// and so do the blocks of <c>yaml right</c>; the first line of a block names its file. <c>Also reported:</c> lists further diagnostics of the wrong example.
/// </remarks>
internal sealed partial record DiagnosticPage(
    string Id,
    string Title,
    string Severity,
    string Message,
    IReadOnlyList<string> AlsoReported,
    IReadOnlyList<SpecFileText> Wrong,
    IReadOnlyList<SpecFileText> Right,
    string Text)
{
    private const string FileMark = "# file: ";

    public static IReadOnlyList<DiagnosticPage> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("generator", "docs"), "APISPEC*.md")
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static DiagnosticPage Find(string id) => All.Single(page => page.Id == id);

    private static DiagnosticPage Read(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        var text = File.ReadAllText(path);
        var title = TitleLine().Match(text);
        Assert.True(title.Success && title.Groups["id"].Value == id, $"The first line of {id}.md is not '# {id}: title'.");
        return new DiagnosticPage(
            id,
            title.Groups["title"].Value,
            SeverityLine().Match(text).Groups["severity"].Value,
            Fences(text, "text").FirstOrDefault() ?? "",
            [.. AlsoReportedLine().Matches(text).SelectMany(static match => match.Groups["ids"].Value.Split(", "))],
            [.. Fences(text, "yaml wrong").Select(block => ReadFile(block, id))],
            [.. Fences(text, "yaml right").Select(block => ReadFile(block, id))],
            text);
    }

    private static IEnumerable<string> Fences(string text, string kind)
        => Regex.Matches(text, $"^```{kind}\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(static match => match.Groups["text"].Value);

    private static SpecFileText ReadFile(string block, string id)
    {
        Assert.True(block.StartsWith(FileMark, StringComparison.Ordinal), $"A block of {id}.md does not begin with '{FileMark}'.");
        return new SpecFileText(block[FileMark.Length..block.IndexOf('\n', StringComparison.Ordinal)], block);
    }

    [GeneratedRegex(@"\A# (?<id>APISPEC\d{4}): (?<title>.+)\n")]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^Severity: (?<severity>[a-z]+)\.$", RegexOptions.Multiline)]
    private static partial Regex SeverityLine();

    [GeneratedRegex(@"^Also reported: (?<ids>[A-Z0-9, ]+)\.$", RegexOptions.Multiline)]
    private static partial Regex AlsoReportedLine();
}
