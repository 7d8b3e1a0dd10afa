using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using DiffPlex.Renderer;
using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>
/// Compares generated files with the approved ones in <c>Snapshots</c>: <c>Type.Method#Hint.verified.cs</c>. A file that differs is written next to the
/// approved one as <c>.received.cs</c>; to approve it, read it and rename it.
/// </summary>
internal static partial class SnapshotVerifier
{
    public static void Verify(
        IReadOnlyDictionary<string, string> files, string type, [CallerMemberName] string method = "", [CallerFilePath] string sourcePath = "")
        => Compare(files, FolderOf(sourcePath), type + "." + method);

    /// <summary>Compares the difference between two versions of code from the same specs with one approved file: <c>Type.Method.verified.diff</c>.</summary>
    /// <param name="files">The generated code by hint name.</param>
    /// <param name="others">The code that it is compared with, which has separate snapshots.</param>
    /// <param name="type">The class of the test.</param>
    /// <param name="method">The test.</param>
    /// <param name="sourcePath">The source file of the test.</param>
    public static void VerifyDifference(
        IReadOnlyDictionary<string, string> files,
        IReadOnlyDictionary<string, string> others,
        string type,
        [CallerMemberName] string method = "",
        [CallerFilePath] string sourcePath = "")
        => CompareDifference(files, others, FolderOf(sourcePath), type + "." + method);

    /// <summary>Compares files with the files of a folder.</summary>
    /// <param name="files">The received code by hint name.</param>
    /// <param name="folder">The folder of the snapshots.</param>
    /// <param name="prefix">The start of their names, before <c>#</c>.</param>
    public static void Compare(IReadOnlyDictionary<string, string> files, string folder, string prefix)
        => Compare(
            files.ToDictionary(
                file => prefix + "#" + (file.Key.EndsWith(".g.cs", StringComparison.Ordinal) ? file.Key[..^5] : file.Key), static file => Scrub(file.Value)),
            Directory.EnumerateFiles(Directory.CreateDirectory(folder).FullName, prefix + "#*"),
            folder,
            ".cs");

    /// <summary>Compares the difference between two versions of code from the same specs with the file of a folder.</summary>
    /// <param name="files">The received code by hint name.</param>
    /// <param name="others">The code that it is compared with.</param>
    /// <param name="folder">The folder of the snapshots.</param>
    /// <param name="prefix">The start of the file name, before <c>.verified</c>.</param>
    public static void CompareDifference(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string> others, string folder, string prefix)
        => Compare(
            new Dictionary<string, string> { [prefix] = DifferenceOf(files, others) },
            // Snapshots of whole files from an earlier version of the test are leftovers.
            new[] { "#*", ".verified.*", ".received.*" }
                .SelectMany(rest => Directory.EnumerateFiles(Directory.CreateDirectory(folder).FullName, prefix + rest)),
            folder,
            ".diff");

    /// <summary>Returns the difference between two versions of code from the same specs, file by file, in unified format.</summary>
    /// <remarks>Line numbers are left out, because an edit at the top of a file would change all of them.</remarks>
    public static string DifferenceOf(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string> others)
        => string.Concat(files.Keys.Union(others.Keys).Order(StringComparer.Ordinal)
            .Select(name => DifferenceOf(name, files.GetValueOrDefault(name), others.GetValueOrDefault(name))));

    private static string DifferenceOf(string name, string? text, string? other)
    {
        if (text is null || other is null)
        {
            var (from, to, sign) = other is null ? ("/dev/null", name, "+") : (name, "/dev/null", "-");
            var lines = Scrub(text ?? other!).TrimEnd('\n').Split('\n').Select(line => sign + line + "\n");
            return $"--- {from}\n+++ {to}\n@@\n" + string.Concat(lines);
        }

        var difference = UnidiffRenderer.GenerateUnidiff(Scrub(other), Scrub(text), name, name, ignoreWhitespace: false, ignoreCase: false, contextLines: 1);
        return HunkNumbers().Replace(difference.ReplaceLineEndings("\n"), "@@");
    }

    private static void Compare(Dictionary<string, string> received, IEnumerable<string> existing, string folder, string extension)
    {
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in existing)
        {
            if (path.Contains(".received.", StringComparison.Ordinal))
                File.Delete(path);
            else
                expected.Add(Path.GetFileName(path));
        }

        var message = new StringBuilder();
        foreach (var (stem, text) in received.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            var name = stem + ".verified" + extension;
            var approved = expected.Remove(name) ? File.ReadAllText(Path.Combine(folder, name)) : null;
            if (approved == text)
                continue;

            File.WriteAllText(Path.Combine(folder, stem + ".received" + extension), text);
            message.Append(approved is null ? "\nnew: " : "\nchanged: ").Append(stem).Append(approved is null ? "" : "\n" + Difference(approved, text));
        }

        foreach (var leftOver in expected)
            message.Append("\nno longer generated: ").Append(leftOver.Replace(".verified" + extension, "", StringComparison.Ordinal)).Append('\n');
        Assert.True(message.Length == 0, message.ToString());
    }

    private static string FolderOf(string sourcePath) => Path.Combine(Path.GetDirectoryName(sourcePath)!, "Snapshots");

    // The version is in every file and changes with every release.
    private static string Scrub(string text) => GeneratedCodeVersion().Replace(text, "GeneratedCode(\"ApiSpec\", \"{version}\")");

    private static string Difference(string approved, string received)
    {
        const int Context = 2;
        var lines = InlineDiffBuilder.Diff(approved, received, ignoreWhiteSpace: false).Lines;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var first = Math.Max(0, i - Context);
            if (lines.Skip(first).Take(i + Context + 1 - first).All(static line => line.Type == ChangeType.Unchanged))
                continue;
            text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("^@@ [^@\n]*@@", RegexOptions.Multiline)]
    private static partial Regex HunkNumbers();

    [GeneratedRegex("""GeneratedCode\("ApiSpec", "[^"]*"\)""")]
    private static partial Regex GeneratedCodeVersion();
}
