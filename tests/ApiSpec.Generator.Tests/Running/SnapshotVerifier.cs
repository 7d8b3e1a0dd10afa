using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>
/// Compares generated files with the approved ones in <c>Snapshots</c>: <c>Type.Method#Hint.verified.cs</c>. What differs is written beside as
/// <c>.received.cs</c>; to approve it, look at it and rename it.
/// </summary>
internal static partial class SnapshotVerifier
{
    public static void Verify(
        IReadOnlyDictionary<string, string> files, string type, [CallerMemberName] string method = "", [CallerFilePath] string sourcePath = "")
        => Compare(files, Path.Combine(Path.GetDirectoryName(sourcePath)!, "Snapshots"), type + "." + method);

    /// <summary>Compares files with those of a folder.</summary>
    /// <param name="files">The received texts by hint name.</param>
    /// <param name="folder">The folder of the snapshots.</param>
    /// <param name="prefix">What their names begin with, before <c>#</c>.</param>
    public static void Compare(IReadOnlyDictionary<string, string> files, string folder, string prefix)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, prefix + "#*.received.cs"))
            File.Delete(old);

        var message = new StringBuilder();
        var expected = Directory.EnumerateFiles(folder, prefix + "#*.verified.cs").Select(static path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        foreach (var (hintName, text) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            var stem = prefix + "#" + (hintName.EndsWith(".g.cs", StringComparison.Ordinal) ? hintName[..^5] : hintName);
            var received = Scrub(text);
            var approved = expected.Remove(stem + ".verified.cs") ? File.ReadAllText(Path.Combine(folder, stem + ".verified.cs")) : null;
            if (approved == received)
                continue;

            File.WriteAllText(Path.Combine(folder, stem + ".received.cs"), received);
            message.Append(approved is null ? "\nnew: " : "\nchanged: ").Append(stem).Append(approved is null ? "" : "\n" + Difference(approved, received));
        }

        foreach (var leftOver in expected)
            message.Append("\nno longer generated: ").Append(leftOver).Append('\n');
        Assert.True(message.Length == 0, message.ToString());
    }

    // The version stands in every file and changes with every release.
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

    [GeneratedRegex("""GeneratedCode\("ApiSpec", "[^"]*"\)""")]
    private static partial Regex GeneratedCodeVersion();
}
