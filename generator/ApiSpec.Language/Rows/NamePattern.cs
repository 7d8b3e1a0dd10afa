namespace ApiSpec.Language.Rows;

/// <summary>A name with a part that the program chooses, in braces as in a path: <c>set_field.{field}</c>.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name has braces, valid or not.</summary>
    public static bool HasBraces(string name) => name.IndexOf('{') >= 0 || name.IndexOf('}') >= 0;

    /// <summary>Returns the parts before and after the braces; null: the name does not have exactly one pair of braces around a word.</summary>
    public static (string Prefix, string Suffix)? Split(string name)
    {
        var open = name.IndexOf('{');
        var close = name.IndexOf('}');
        return open >= 0 && close > open && name.IndexOf('{', open + 1) < 0 && name.IndexOf('}', close + 1) < 0
            && IsWord(name.Substring(open + 1, close - open - 1))
            ? (name.Substring(0, open), name.Substring(close + 1))
            : null;
    }

    /// <summary>Whether a name matches the pattern: any text, but at least one character, replaces the braces.</summary>
    /// <param name="pattern">The name with braces.</param>
    /// <param name="name">The name in a request or response.</param>
    /// <param name="comparison">How names are compared; those of headers ignore case.</param>
    public static bool Matches(string pattern, string name, StringComparison comparison = StringComparison.Ordinal)
        => Split(pattern) is var (prefix, suffix) && name.Length > prefix.Length + suffix.Length
            && name.StartsWith(prefix, comparison) && name.EndsWith(suffix, comparison);

    /// <summary>Whether a header can match both patterns. The names of headers ignore case.</summary>
    public static bool Overlap(string first, string second)
        => Split(first) is var (prefix, suffix) && Split(second) is var (otherPrefix, otherSuffix)
            && (prefix.StartsWith(otherPrefix, StringComparison.OrdinalIgnoreCase) || otherPrefix.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            && (suffix.EndsWith(otherSuffix, StringComparison.OrdinalIgnoreCase) || otherSuffix.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the name of a row that had the key <c>pattern</c> in version 0.1: <c>labelbutton*</c> becomes <c>labelbutton{X}</c>.</summary>
    public static string OfStar(string pattern) => pattern.Replace("*", "{X}");

    private static bool IsWord(string text)
        => text.Any(char.IsLetterOrDigit) && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ');
}
