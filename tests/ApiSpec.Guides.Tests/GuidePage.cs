using System.Text.RegularExpressions;

namespace ApiSpec.Guides.Tests;

/// <summary>A page for users of the package, and the code on it.</summary>
/// <remarks>
/// Each block of <c>csharp</c> is compiled as a separate program or library. C# that is not compiled is marked <c>cs</c>. The client is generated from the
/// preceding blocks of <c>yaml</c> whose first line is <c># name.apispec.yaml</c>; without any, from example section 9.6.8. A line
/// <c>&lt;!-- specs: folder --&gt;</c> names a folder whose specs replace all specs before it. A line <c>&lt;!-- alone --&gt;</c> before a block of
/// <c>yaml</c> leaves out all specs before it. A block of <c>yaml</c> whose first line is <c># name.responses.yaml</c> is a file of responses for the server.
///
/// A compiled block also runs, against a server that responds with the examples of the specs. Every public method of a library is called. A line
/// <c>&lt;!-- not run: reason --&gt;</c> before it prevents this. Comments at the ends of lines that print show the output, or else the block after a line
/// <c>&lt;!-- printed --&gt;</c>.
/// </remarks>
internal sealed partial record GuidePage(string Name, string Text)
{
    public static IReadOnlyList<GuidePage> All { get; } =
    [
        .. new[] { "README.md", "runtime/ApiSpec/README.md", "runtime/ApiSpec.Testing/README.md" }
            .Concat(Directory.EnumerateFiles(Repository.PathOf("runtime/docs"), "*.md").Select(static path => "runtime/docs/" + Path.GetFileName(path))
                .Order(StringComparer.Ordinal))
            .Select(static name => new GuidePage(name, File.ReadAllText(Repository.PathOf(name)).Replace("\r\n", "\n", StringComparison.Ordinal))),
    ];

    /// <summary>The blocks of C#, in the order of the page.</summary>
    public IReadOnlyList<GuideBlock> Blocks { get; } = [.. BlocksOf(Text)];

    /// <summary>The file of responses on the page; null: there is none.</summary>
    public string? Responses { get; } = Fence().Matches(Text).Select(static fence => fence.Groups["text"].Value).SingleOrDefault(ResponsesName().IsMatch);

    private static IEnumerable<GuideBlock> BlocksOf(string text)
    {
        var specs = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new Queue<Match>(SpecFolder().Matches(text));
        var fences = Fence().Matches(text);
        for (var i = 0; i < fences.Count; i++)
        {
            var fence = fences[i];
            while (folders.TryPeek(out var folder) && folder.Index <= fence.Index)
            {
                specs.Clear();
                var root = Repository.PathOf(folders.Dequeue().Groups["path"].Value);
                foreach (var path in Directory.EnumerateFiles(root, "*.apispec.yaml", SearchOption.AllDirectories))
                    specs[Path.GetRelativePath(Repository.Root, path)] = File.ReadAllText(path);
            }

            var block = fence.Groups["text"].Value;
            var line = text.AsSpan(0, fence.Index).Count('\n') + 1;
            if (fence.Groups["kind"].Value == "csharp")
            {
                var printed = i + 1 < fences.Count && fences[i + 1].Groups["remark"].Value == "printed" ? fences[i + 1].Groups["text"].Value : null;
                var runs = !fence.Groups["remark"].Value.StartsWith("not run: ", StringComparison.Ordinal);
                yield return new GuideBlock(line, block, SpecsOf(specs), runs, printed);
            }
            else if (fence.Groups["kind"].Value == "yaml" && FileName().Match(block) is { Success: true } name)
            {
                if (fence.Groups["remark"].Value == "alone")
                    specs.Clear();
                specs[name.Groups["name"].Value] = block;
            }
        }
    }

    private static Dictionary<string, string> SpecsOf(Dictionary<string, string> specs)
        => specs.Count > 0 ? new(specs) : new() { [GuideBlock.ExampleSection] = File.ReadAllText(Repository.FoundingSpec) };

    [GeneratedRegex("^(<!-- (?<remark>[^\n]*) -->\n)?```(?<kind>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A# (?<name>\S+\.apispec\.yaml)\n")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A# \S+\.responses\.yaml\n")]
    private static partial Regex ResponsesName();

    [GeneratedRegex(@"^<!-- specs: (?<path>\S+) -->$", RegexOptions.Multiline)]
    private static partial Regex SpecFolder();
}

/// <summary>A block of C# on a page.</summary>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Code">The text of the block.</param>
/// <param name="Specs">The preceding specs, by file name.</param>
/// <param name="Runs">Whether it also runs.</param>
/// <param name="Printed">The block that shows what it prints; null: there is none.</param>
internal sealed partial record GuideBlock(int Line, string Code, IReadOnlyDictionary<string, string> Specs, bool Runs, string? Printed)
{
    /// <summary>The spec of a block on a page without specs.</summary>
    public const string ExampleSection = "get-rerun-start.apispec.yaml";

    /// <summary>Whether the page has no specs before the block.</summary>
    public bool UsesExampleSection => Specs.Count == 1 && Specs.ContainsKey(ExampleSection);

    /// <summary>The lines that the page says it prints, in order.</summary>
    public IEnumerable<string> ExpectedLines
        => Printed?.TrimEnd('\n').Split('\n') ?? Comment().Matches(Code).Select(static comment => comment.Groups["text"].Value);

    [GeneratedRegex(@"^ *(Show|Log|Console\.WriteLine)\(.*; +// (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
