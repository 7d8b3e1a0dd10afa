using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The specs that mutants are made of: those that are shipped, those of the generator's tests, and every YAML block of the documentation.</summary>
internal static class Corpus
{
    /// <summary>What stands beside a spec that has no project of its own.</summary>
    private static readonly CorpusFile[] Founding = [.. Folder("specs", "jp1ao")];

    /// <summary>Every file, with the files of its project.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = [.. Projects()];

    /// <summary>All lines of all files.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Files.SelectMany(static file => file.Text.Split('\n')).Distinct(StringComparer.Ordinal)];

    /// <summary>All words of all files.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Files.SelectMany(static file => Regex.Matches(file.Text, @"[\w.\-]+").Select(static match => match.Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>All texts that stand behind a key.</summary>
    public static IReadOnlyList<string> Values { get; } =
        [.. Lines.Select(static line => line.IndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? line[(at + 2)..] : "").Distinct(StringComparer.Ordinal)];

    private static IEnumerable<CorpusFile> Projects()
    {
        foreach (var project in new[] { Founding, [.. Folder("tests", "ApiSpec.Generator.Tests", "Specs")] }.Concat(Pages()))
        {
            foreach (var file in project)
                yield return file with { Beside = project.Length > 1 ? [.. project.Where(other => other != file)] : Founding };
        }
    }

    private static IEnumerable<CorpusFile> Folder(params string[] parts)
        => Directory.EnumerateFiles(Repository.PathOf(parts), "*.apispec.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => new CorpusFile(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    private static IEnumerable<CorpusFile[]> Pages()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("generator", "docs"), "*.md").Order(StringComparer.Ordinal).Append(Repository.PathOf("specs", "README.md"));
        foreach (var page in pages)
        {
            var blocks = Regex.Matches(File.ReadAllText(page), "^```yaml(?<kind>[^\n]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
            foreach (var project in blocks.GroupBy(static block => block.Groups["kind"].Value))
            {
                yield return
                [
                    .. project.Select((block, index) => new CorpusFile(
                        $"{Path.GetFileNameWithoutExtension(page)}{project.Key.Replace(' ', '-')}-{index}.apispec.yaml", block.Groups["text"].Value)),
                ];
            }
        }
    }
}

/// <summary>A spec of the corpus.</summary>
internal sealed record CorpusFile(string Path, string Text)
{
    /// <summary>The other files of its project.</summary>
    public IReadOnlyList<CorpusFile> Beside { get; init; } = [];
}
