using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The YAML blocks of <c>specs/README.md</c>, made into files as the comment at the top of that page says.</summary>
internal static class FormatPage
{
    private const string Operation = "operation: Examples.Get";
    private const string Request = "request: GET /example";
    private const string Status = "status:\n  200 OK: Done.";

    public static IReadOnlyList<FormatBlock> Blocks { get; } = Read();

    private static List<FormatBlock> Read()
    {
        var text = Repository.Read("specs", "README.md");
        var blocks = Regex.Matches(text, "^```yaml(?<kind>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (Line: text.AsSpan(0, match.Index).Count('\n') + 1, Kind: match.Groups["kind"].Value.Trim(), Text: match.Groups["text"].Value))
            .ToList();
        var files = blocks
            .Where(static block => block.Kind != "part")
            .Select(static block => new FormatBlock($"line {block.Line}: yaml {block.Kind}".TrimEnd(), block.Kind, Complete(block.Kind, block.Text)))
            .ToList();
        files.Insert(0, new FormatBlock("all parts", "part", string.Concat(blocks.Where(static block => block.Kind == "part").Select(static block => block.Text))));
        return files;
    }

    private static string Complete(string kind, string text) => kind switch
    {
        "" => text,
        "section" => WithKeys(text, Operation, Request, Status),
        "api" => WithKeys(text, "client: ExampleClient"),
        "schema" => "schemas:\n" + Indented(text),
        "rows-query" => WithKeys("query:\n" + Indented(text), Operation, Request, Status),
        "rows-response" => WithKeys("response:\n" + Indented(text), Operation, Request, Status),
        _ => throw new InvalidOperationException($"The comment at the top of the page does not say what 'yaml {kind}' is."),
    };

    private static string WithKeys(string text, params string[] entries)
    {
        var missing = entries.Where(entry => !Regex.IsMatch(text, "^" + entry[..(entry.IndexOf(':', StringComparison.Ordinal) + 1)], RegexOptions.Multiline));
        return string.Concat(missing.Select(static entry => entry + "\n")) + text;
    }

    private static string Indented(string text)
        => string.Concat(text.TrimEnd('\n').Split('\n').Select(static line => (line.Length == 0 ? "" : "  " + line) + "\n"));
}

/// <summary>A file made from a block of the page.</summary>
/// <param name="Name">Where the block stands, for the test's name.</param>
/// <param name="Kind">The word behind <c>yaml</c>.</param>
/// <param name="Text">The file.</param>
internal sealed record FormatBlock(string Name, string Kind, string Text)
{
    /// <summary>The page shows the file as it would be saved.</summary>
    public bool IsWholeFile => Kind is "" or "part";
}
