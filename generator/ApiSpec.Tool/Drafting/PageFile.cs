namespace ApiSpec.Tool.Drafting;

/// <summary>Reads the file of a page safely. The path can also name a folder, a pipe, or a device that never ends.</summary>
internal static class PageFile
{
    /// <exception cref="IOException">The file does not exist, is not a regular file, or is too large.</exception>
    public static byte[] Read(string path, string shown, int limit)
    {
        InputFile.ThrowIfFolder(path, shown, "a page");
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"There is no page '{shown}'.");
        // Opening a pipe waits for its other end. Pipes and devices have no length.
        if (file.Length == 0 || (file.Attributes & FileAttributes.Device) != 0)
            throw new IOException($"'{shown}' is empty, or no file.");
        if (file.Length > limit)
            throw new IOException($"'{shown}' is larger than any page of a manual; save the section alone.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[Math.Min(limit, file.Length)];
        var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == content.Length ? content : content[..length];
    }
}
