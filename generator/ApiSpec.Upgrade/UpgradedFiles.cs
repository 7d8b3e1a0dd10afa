using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Upgrade;

/// <summary>Finds files that contain specs, and rewrites each kind.</summary>
internal static partial class UpgradedFiles
{
    private static readonly HashSet<string> BuildFolders = new(["bin", "obj", ".git", "node_modules"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the files of a folder without build output, or the file itself.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no file or folder with that name.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        return new DirectoryInfo(path).EnumerateDirectories().Where(static folder => !BuildFolders.Contains(folder.Name))
            .SelectMany(static folder => Find(folder.FullName))
            .Concat(Directory.EnumerateFiles(path).Where(IsKnown)).Order(StringComparer.Ordinal);
    }

    /// <summary>Returns the text of a file in the form of this version. Text that cannot be read is not changed.</summary>
    public static string Upgrade(string path, string text)
        => Off().IsMatch(text) ? text
            : IsSpec(path) ? SpecUpgrade.Upgrade(text)
            : path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? MarkdownUpgrade.Upgrade(text)
            : path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? CSharpUpgrade.Upgrade(text)
            : text;

    /// <summary>Returns UTF-8, with a byte order mark if the file has one.</summary>
    public static Encoding EncodingOf(string path)
    {
        using var stream = File.OpenRead(path);
        return new UTF8Encoding(stream.ReadByte() == 0xEF && stream.ReadByte() == 0xBB && stream.ReadByte() == 0xBF);
    }

    // Matches a comment in a file that intentionally shows forms of version 0.1.
    [GeneratedRegex(@"(#|//|<!--)\s*apispec-upgrade: off", RegexOptions.CultureInvariant)]
    private static partial Regex Off();

    private static bool IsKnown(string path)
        => IsSpec(path) || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpec(string path)
        => path.EndsWith(".apispec.yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".apispec.yml", StringComparison.OrdinalIgnoreCase);
}
