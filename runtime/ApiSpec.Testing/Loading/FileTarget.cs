using System.Formats.Tar;

namespace ApiSpec.Testing.Loading;

/// <summary>Finds the targets of links, which can be files, pipes, devices or other links.</summary>
internal static class FileTarget
{
    /// <summary>Returns the path after all links are followed.</summary>
    /// <exception cref="IOException">The links point to each other in a circle.</exception>
    public static string Of(FileSystemInfo entry) => entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? entry.FullName;

    /// <summary>Returns whether a path without links is a file, and not a pipe, a socket or a device. Opens nothing except files.</summary>
    /// <exception cref="FileNotFoundException">The path does not exist.</exception>
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
