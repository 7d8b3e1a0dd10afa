namespace ApiSpec.Generator.Binding;

/// <summary>The last part of a path, whichever machine it comes from.</summary>
internal static class FileName
{
    public static string Of(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
