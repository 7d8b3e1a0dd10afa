using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Sections;

/// <summary>Recognises values in the paths of examples: <c>racks/42</c>.</summary>
internal static partial class PathValue
{
    private const int FewestLetters = 8;

    /// <summary>Whether a segment is a value and not a word: a number, or an identifier such as a UUID.</summary>
    public static bool Is(string segment)
        => segment.Length > 0 && (segment.All(char.IsAsciiDigit)
            || (segment.Length >= FewestLetters && segment.Any(char.IsAsciiDigit) && segment.Any(char.IsAsciiLetter)
                && segment.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !VersionForm().IsMatch(segment)));

    // 'v1beta2'.
    [GeneratedRegex("^v[0-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VersionForm();
}
