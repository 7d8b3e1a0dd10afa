namespace ApiSpec.Language.Rows;

/// <summary>A name of which the program makes a part, with braces as in an address: <c>set_field.{field}</c>.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name has braces at all, whether they can be read or not.</summary>
    public static bool HasBraces(string name) => name.IndexOf('{') >= 0 || name.IndexOf('}') >= 0;

    /// <summary>The parts before and after the braces; null: the name does not have exactly one pair of braces around a word.</summary>
    public static (string Prefix, string Suffix)? Split(string name)
    {
        var open = name.IndexOf('{');
        var close = name.IndexOf('}');
        return open >= 0 && close > open && name.IndexOf('{', open + 1) < 0 && name.IndexOf('}', close + 1) < 0
            && IsWord(name.Substring(open + 1, close - open - 1))
            ? (name.Substring(0, open), name.Substring(close + 1))
            : null;
    }

    /// <summary>Whether a name is one that the program can make: something is in place of the braces.</summary>
    /// <param name="pattern">The name with braces.</param>
    /// <param name="name">The name on the wire.</param>
    public static bool Matches(string pattern, string name)
        => Split(pattern) is var (prefix, suffix) && name.Length > prefix.Length + suffix.Length
            && name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The name of a row that had the key <c>pattern</c> of version 0.1: <c>labelbutton*</c> is <c>labelbutton{X}</c>.</summary>
    public static string OfStar(string pattern) => pattern.Replace("*", "{X}");

    private static bool IsWord(string text)
        => text.Any(char.IsLetterOrDigit) && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ');
}
