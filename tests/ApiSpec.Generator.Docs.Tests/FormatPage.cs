using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The YAML blocks of the pages in <c>specs/docs</c>, turned into files as the comment at the top of <c>reference.md</c> describes.</summary>
internal static class FormatPage
{
    private const string Operation = "operation: Examples.Get";
    private const string Request = "request: GET /example";
    private const string Status = "status:\n  200 OK: Done.";

    public static IReadOnlyList<FormatBlock> Blocks { get; } = Read();

    private static List<FormatBlock> Read()
    {
        var blocks = Directory.EnumerateFiles(Repository.PathOf("specs", "docs"), "*.md").Order(StringComparer.Ordinal).SelectMany(BlocksOf).ToList();
        var files = blocks
            .Where(static block => block.Kind != "part")
            .Select(static block => new FormatBlock($"{block.Page}({block.Line}): yaml {block.Kind}".TrimEnd(), block.Kind, Complete(block.Kind, block.Text)))
            .ToList();
        files.Insert(
            0, new FormatBlock("all parts", "part", string.Concat(blocks.Where(static block => block.Kind == "part").Select(static block => block.Text))));
        return files;
    }

    private static IEnumerable<(string Page, int Line, string Kind, string Text)> BlocksOf(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return Regex.Matches(text, "^```yaml(?<kind>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (Path.GetFileName(path), text.AsSpan(0, match.Index).Count('\n')
                + 1, match.Groups["kind"].Value.Trim(), match.Groups["text"].Value));
    }

    private static string Complete(string kind, string text) => kind switch
    {
        "" => text,
        "section" => WithKeys(text, Operation, Request, Status),
        "api" => WithKeys(text, "client: ExampleClient"),
        "schema" => "schemas:\n" + Indented(text),
        "rows-query" => WithKeys("query:\n" + Indented(text), Operation, Request, Status),
        "rows-response" => WithKeys("response:\n" + Indented(text), Operation, Request, Status),
        _ => throw new InvalidOperationException($"The comment at the top of reference.md does not describe 'yaml {kind}'."),
    };

    private static string WithKeys(string text, params string[] entries)
    {
        var missing = entries.Where(entry => !Regex.IsMatch(text, "^" + entry[..(entry.IndexOf(':', StringComparison.Ordinal) + 1)], RegexOptions.Multiline));
        return string.Concat(missing.Select(static entry => entry + "\n")) + text;
    }

    private static string Indented(string text)
        => string.Concat(text.TrimEnd('\n').Split('\n').Select(static line => (line.Length == 0 ? "" : "  " + line) + "\n"));
}

/// <summary>A file from a block of the page.</summary>
/// <param name="Name">The page and the line of the block, for the name of the test.</param>
/// <param name="Kind">The keyword after <c>yaml</c>.</param>
/// <param name="Text">The file.</param>
internal sealed record FormatBlock(string Name, string Kind, string Text)
{
    /// <summary>Whether the page shows the whole file.</summary>
    public bool IsWholeFile => Kind is "" or "part";
}
