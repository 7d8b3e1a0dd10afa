using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Testing.Loading;

/// <summary>Reads spec files from disk. A device, a pipe or a link to an outer folder can also have the name of a spec.</summary>
internal static class SpecFiles
{
    // A character has at most three bytes in UTF-8, after a byte order mark of three bytes.
    private const int MaximumBytes = (3 * SpecReader.MaximumLength) + 3;

    private const string SpecKind = "a spec file";

    /// <summary>The file, or the spec files of the folder at any depth, ordered by their paths.</summary>
    /// <exception cref="FileNotFoundException">There is no spec.</exception>
    /// <exception cref="IOException">A folder points to itself, or a folder has the name of a spec.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new FileNotFoundException($"There is no spec file or folder '{path}'.", path);
        var files = new List<string>();
        AddFiles(new DirectoryInfo(path), path, [], [], files);
        files.Sort(StringComparer.Ordinal);
        return files.Count > 0 ? files : throw new FileNotFoundException($"The folder '{path}' contains no '*{SpecFileName.Extension}' file.", path);
    }

    /// <summary>The diagnostic for a file that is too large.</summary>
    public static SpecDiagnostic TooLarge { get; } = new(SpecRules.FileTooLarge, default, ["more than " + Limit, Limit]);

    private static string Limit => SpecReader.MaximumLength.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <exception cref="InvalidSpecException">The file is too large.</exception>
    /// <exception cref="IOException">It is not a file that can be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static SpecDocument Read(string file) => Read(file, file, SpecKind);

    /// <summary>Reads a file that messages name in another way.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="name">The file in messages: the path as a person wrote it.</param>
    /// <param name="kind">The kind of file in messages.</param>
    /// <exception cref="InvalidSpecException">The file is too large.</exception>
    /// <exception cref="IOException">It is not a file that can be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static SpecDocument Read(string file, string name, string kind)
    {
        if (ReadText(file, name, kind) is { } text)
            return new SpecDocument(name, text);
        var diagnostics = new SpecDiagnostics();
        diagnostics.Add(name, TooLarge);
        throw diagnostics.ToException();
    }

    /// <summary>Returns the text of a file, or null if it is too large.</summary>
    /// <exception cref="IOException">It is not a file that can be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static string? ReadText(string file) => ReadText(file, file, SpecKind);

    /// <summary>Returns the text of a file that messages name in another way, or null if it is too large.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="name">The file in messages: the path as a person wrote it.</param>
    /// <param name="kind">The kind of file in messages.</param>
    /// <exception cref="IOException">It is not a file that can be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static string? ReadText(string file, string name, string kind)
    {
        var target = FileTarget.Of(new FileInfo(file));
        if (Directory.Exists(target))
            throw new IOException($"'{name}' is a folder, and not {kind}.");
        var length = new FileInfo(target) is { Exists: true } info ? info.Length : 0;
        if (length > MaximumBytes)
            return null;
        if (!FileTarget.IsFile(target))
            throw new IOException($"'{name}' is a device or a pipe, and not {kind}.");

        // Some files report a length of zero although they have content, and some grow.
        using var stream = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (content.Length + count > MaximumBytes)
                return null;
            content.Write(buffer[..count]);
        }

        content.Position = 0;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private static void AddFiles(DirectoryInfo folder, string path, List<string> outer, HashSet<string> seen, List<string> files)
    {
        var target = Path.TrimEndingDirectorySeparator(FileTarget.Of(folder));
        if (outer.Contains(target))
            throw new IOException($"The folder '{path}' points to a folder that contains it.");
        // Links can point to one folder along an unlimited number of paths.
        if (!seen.Add(target))
            return;
        outer.Add(target);
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var isSpec = SpecFileName.IsSpec(entry.Name);
            var entryPath = Path.Combine(path, entry.Name);
            if (entry is DirectoryInfo && isSpec)
                throw new IOException($"'{entryPath}' is a folder, and not {SpecKind}.");
            if (entry is DirectoryInfo inner)
                AddFiles(inner, entryPath, outer, seen, files);
            else if (isSpec)
                files.Add(entryPath);
        }

        outer.RemoveAt(outer.Count - 1);
    }
}
