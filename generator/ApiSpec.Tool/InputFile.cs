namespace ApiSpec.Tool;

/// <summary>Checks paths on a command line that must be files.</summary>
internal static class InputFile
{
    /// <summary>Throws if a path is a folder. Systems report a folder that is opened as a file in different ways.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shown">The path as a person wrote it.</param>
    /// <param name="kind">The kind of file: <c>a page</c>.</param>
    /// <exception cref="IOException">The path is a folder.</exception>
    public static void ThrowIfFolder(string path, string shown, string kind)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{shown}' is a folder, and not {kind}.");
    }
}
