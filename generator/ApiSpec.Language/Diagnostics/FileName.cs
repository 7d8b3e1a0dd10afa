namespace ApiSpec.Language.Diagnostics;

/// <summary>The last part of a path, whichever machine it comes from.</summary>
internal static class FileName
{
    public static string Of(string path) => path.Substring(StartOf(path, path.Length));

    /// <summary>The name of a file in a message about another one: with as many folders as are needed to distinguish them.</summary>
    public static string Of(string path, string other)
    {
        var start = StartOf(path, path.Length);
        while (start > 0 && other.EndsWith(path.Substring(start), StringComparison.Ordinal))
            start = StartOf(path, start - 1);
        return path.Substring(start);
    }

    private static int StartOf(string path, int end) => end <= 0 ? 0 : path.LastIndexOfAny(['/', '\\'], end - 1) + 1;
}
