namespace ApiSpec.Language.Rows;

/// <summary>The pairs of words that references print for true and false.</summary>
internal static class BooleanWords
{
    private static readonly (string Yes, string No)[] Pairs =
        [("1", "0"), ("true", "false"), ("yes", "no"), ("on", "off"), ("y", "n"), ("t", "f"), ("enabled", "disabled"), ("enable", "disable"), ("active", "inactive")];

    /// <summary>The known pairs, as the end of a message.</summary>
    public const string Known = "'1|0', 'yes|no', 'on|off', 'true|false', 'Y|N', 'enabled|disabled', 'active|inactive'";

    /// <summary>Whether the first of two words is the one for true; null: they are no known pair.</summary>
    public static bool? IsYesFirst(string first, string second)
    {
        foreach (var (yes, no) in Pairs)
        {
            if (Same(first, yes) && Same(second, no))
                return true;
            if (Same(first, no) && Same(second, yes))
                return false;
        }

        return null;
    }

    /// <summary>Whether a text is the word for true or for false; null: it is neither.</summary>
    public static bool? Read(IReadOnlyList<string> words, string text) => Same(text, words[0]) ? true : Same(text, words[1]) ? false : null;

    /// <summary>Whether a word stands for true, in whatever words a reference has booleans.</summary>
    public static bool IsTrue(string text) => Array.Exists(Pairs, pair => Same(pair.Yes, text.Trim()));

    /// <summary>Whether JSON has the words as numbers.</summary>
    public static bool AreNumbers(IReadOnlyList<string> words, bool areQuoted) => !areQuoted && words.All(static word => word is "0" or "1");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
