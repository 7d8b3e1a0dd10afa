namespace ApiSpec.Testing.Pages;

/// <summary>Brings paths to one spelling, so that they compare decoded.</summary>
internal static class PathText
{
    /// <summary>Every segment decoded and encoded again: an encoded slash stays inside its segment.</summary>
    public static string Normalize(string path) => string.Join('/', path.Split('/').Select(static segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
}
