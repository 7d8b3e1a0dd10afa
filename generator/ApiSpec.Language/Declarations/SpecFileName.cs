namespace ApiSpec.Language.Declarations;

/// <summary>How the name of a spec file ends.</summary>
internal static class SpecFileName
{
    public const string Extension = ".apispec.yaml";

    private const string ShortExtension = ".apispec.yml";

    /// <summary>Whether a file with the name is a spec.</summary>
    /// <param name="path">The name, with or without folders.</param>
    public static bool IsSpec(string path) => ExtensionOf(path) is not null;

    /// <summary>Returns the name without folder and ending: <c>rerun-start</c>.</summary>
    public static string Stem(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return ExtensionOf(name) is { } extension ? name.Substring(0, name.Length - extension.Length) : name;
    }

    private static string? ExtensionOf(string path)
        => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? Extension
            : path.EndsWith(ShortExtension, StringComparison.OrdinalIgnoreCase) ? ShortExtension
            : null;
}
