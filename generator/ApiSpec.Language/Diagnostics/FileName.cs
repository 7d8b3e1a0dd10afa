namespace ApiSpec.Language.Diagnostics;

/// <summary>Returns the last part of a path from any operating system.</summary>
internal static class FileName
{
    public static string Of(string path) => path.Substring(StartOf(path, path.Length));

    /// <summary>Returns the name of a file for a message about another file, with as many folders as are needed to distinguish the two.</summary>
    public static string Of(string path, string other)
    {
        var start = StartOf(path, path.Length);
        while (start > 0 && other.EndsWith(path.Substring(start), StringComparison.Ordinal))
            start = StartOf(path, start - 1);
        return path.Substring(start);
    }

    private static int StartOf(string path, int end) => end <= 0 ? 0 : path.LastIndexOfAny(['/', '\\'], end - 1) + 1;
}
