using ApiSpec.Language.Characters;
using ApiSpec.Transport;

namespace ApiSpec.Language.Diagnostics;

/// <summary>Finds the name that the writer probably meant.</summary>
internal static class NearestName
{
    /// <inheritdoc cref="Spelling.Nearest" />
    public static string? Find(string name, IEnumerable<string> candidates) => Spelling.Nearest(name, candidates);

    /// <summary>Returns the end of a message about an unknown name: "; did you mean 'response'?", or an empty string.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
        => Find(PlainText.Plain(name), candidates) is { } nearest ? "; did you mean '" + nearest + "'" + Without(name) + "?" : "";

    /// <inheritdoc cref="Spelling.IsOneSlip" />
    public static bool IsOneSlip(string one, string other) => Spelling.IsOneSlip(one, other);

    // Both names look the same if a character of one looks like two characters of the other, or is invisible.
    private static string Without(string name) => PlainText.Find(name) is [var stray, ..] ? ", without " + stray.Character : "";
}
