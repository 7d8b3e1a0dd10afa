using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The specs from which mutants are derived: the shipped ones, those in the generator's tests, and every YAML block of the documentation.</summary>
internal static class Corpus
{
    private static readonly CorpusFile[] Reference = [.. Folder("specs", "jp1ao")];

    /// <summary>The files that all sections of the reference share. They also accompany a spec that does not belong to a project.</summary>
    private static readonly CorpusFile[] Shared = [.. Reference.Where(static file => file.Operation is null)];

    /// <summary>Every file, with the files of its project.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = [.. Projects()];

    /// <summary>All lines of all files.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Files.SelectMany(static file => file.Text.Split('\n')).Distinct(StringComparer.Ordinal)];

    /// <summary>All words of all files.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Files.SelectMany(static file => Regex.Matches(file.Text, @"[\w.\-]+").Select(static match => match.Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>All values after a key.</summary>
    public static IReadOnlyList<string> Values { get; } =
        [.. Lines.Select(static line => line.IndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? line[(at + 2)..] : "")
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<CorpusFile> Projects()
    {
        foreach (var file in Reference)
            yield return file with { Beside = [.. Neighbours(file)] };
        foreach (var project in Own().Concat(Shipped()).Concat(Pages()))
        {
            foreach (var file in project)
                yield return file with { Beside = project.Length > 1 ? [.. project.Where(other => other != file)] : Shared };
        }
    }

    // Using all eighty files with each input would cost ten times as much and find nothing more, because sections only interact through shared names.
    private static IEnumerable<CorpusFile> Neighbours(CorpusFile file)
        => Reference.Where(other => other != file
            && (other.Operation is null
                || file.Text.Contains(other.Operation, StringComparison.Ordinal)
                || (file.Operation is not null && other.Text.Contains(file.Operation, StringComparison.Ordinal))));

    private static IEnumerable<CorpusFile> Folder(params string[] parts)
        => Directory.EnumerateFiles(Repository.PathOf(parts), "*.apispec.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => new CorpusFile(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    // The tests of the generator have most keys, and the folder here has those that no other spec has.
    private static IEnumerable<CorpusFile[]> Own()
        => [[.. Folder("tests", "ApiSpec.Generator.Tests", "Specs")], [.. Folder("tests", "ApiSpec.Generator.Fuzz.Tests", "Specs")]];

    private static IEnumerable<CorpusFile[]> Shipped()
        => Directory.EnumerateDirectories(Repository.GallerySpecs).Order(StringComparer.Ordinal)
            .Select(static folder => Folder(folder).ToArray())
            .Append([.. Folder(Repository.JobManagementSpecs)]);

    private static IEnumerable<CorpusFile[]> Pages()
    {
        var pages = new[] { Repository.PathOf("generator", "docs"), Repository.PathOf("specs", "docs") }
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal));
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

    /// <summary>The operation that it describes; null if it is not a section.</summary>
    public string? Operation { get; } = Regex.Match(Text, @"^operation: (?<name>\S+)$", RegexOptions.Multiline) is { Success: true } match
        ? match.Groups["name"].Value
        : null;
}
