using System.Formats.Tar;

namespace ApiSpec.Testing.Loading;

/// <summary>What a path leads to: links can point to files, pipes and devices, and to other links.</summary>
internal static class FileTarget
{
    /// <summary>The path at the end of all links.</summary>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string Of(FileSystemInfo entry) => entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? entry.FullName;

    /// <summary>Whether a path that is no link leads to a file, and not to a pipe, a socket or a device. Nothing is opened unless it is a file.</summary>
    /// <exception cref="FileNotFoundException">Nothing has the path.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static bool IsFile(string path)
    {
        // Opening a pipe would wait for its other end, and only files have a length.
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
            return true;
        // .NET only reports the type of files in archives. An empty file is therefore added to an archive.
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, leaveOpen: true))
                writer.WriteEntry(path, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
        }
        catch (Exception exception) when (exception is IOException and not FileNotFoundException)
        {
            // A socket.
            return false;
        }
    }
}
