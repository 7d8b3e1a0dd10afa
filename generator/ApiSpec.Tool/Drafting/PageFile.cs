namespace ApiSpec.Tool.Drafting;

/// <summary>Reads the file of a page. Anything can have the name of one: a folder, a pipe, a device that never ends.</summary>
internal static class PageFile
{
    /// <exception cref="IOException">There is no such file, it is none, or it is too large.</exception>
    public static byte[] Read(string path, string shown, int limit)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{shown}' is a folder, and not a page.");
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"There is no page '{shown}'.");
        // To open a pipe is to wait for its other end. What has a length is none.
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
