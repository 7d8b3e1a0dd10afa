using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Upgrade;

/// <summary>The files that hold specs, and how each kind is rewritten.</summary>
internal static partial class UpgradedFiles
{
    private static readonly HashSet<string> BuildFolders = new(["bin", "obj", ".git", "node_modules"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The files of a folder, without those that a build made; or the file itself.</summary>
    /// <exception cref="DirectoryNotFoundException">There is neither a file nor a folder of that name.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        return new DirectoryInfo(path).EnumerateDirectories().Where(static folder => !BuildFolders.Contains(folder.Name))
            .SelectMany(static folder => Find(folder.FullName))
            .Concat(Directory.EnumerateFiles(path).Where(IsKnown)).Order(StringComparer.Ordinal);
    }

    /// <summary>The text of a file in the form of this version. What cannot be read stays as it is.</summary>
    public static string Upgrade(string path, string text)
        => Off().IsMatch(text) ? text
            : IsSpec(path) ? SpecUpgrade.Upgrade(text)
            : path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? MarkdownUpgrade.Upgrade(text)
            : path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? CSharpUpgrade.Upgrade(text)
            : text;

    /// <summary>UTF-8, with a byte order mark if the file has one.</summary>
    public static Encoding EncodingOf(string path)
    {
        using var stream = File.OpenRead(path);
        return new UTF8Encoding(stream.ReadByte() == 0xEF && stream.ReadByte() == 0xBB && stream.ReadByte() == 0xBF);
    }

    // A comment in a file that shows forms of version 0.1 on purpose.
    [GeneratedRegex(@"(#|//|<!--)\s*apispec-upgrade: off", RegexOptions.CultureInvariant)]
    private static partial Regex Off();

    private static bool IsKnown(string path)
        => IsSpec(path) || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpec(string path)
        => path.EndsWith(".apispec.yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".apispec.yml", StringComparison.OrdinalIgnoreCase);
}
