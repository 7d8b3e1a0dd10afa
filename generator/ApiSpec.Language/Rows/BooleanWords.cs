namespace ApiSpec.Language.Rows;

/// <summary>The pairs of words that references print for true and false.</summary>
internal static class BooleanWords
{
    private static readonly (string Yes, string No)[] Pairs =
        [("1", "0"), ("true",
            "false"), ("yes", "no"), ("on", "off"), ("y", "n"), ("t", "f"), ("enabled", "disabled"), ("enable", "disable"), ("active", "inactive")];

    /// <summary>The known pairs, as the end of a message.</summary>
    public const string Known = "'1|0', 'yes|no', 'on|off', 'true|false', 'Y|N', 'enabled|disabled', 'active|inactive'";

    /// <summary>Whether the first of two words means true; null: they are not a known pair.</summary>
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

    /// <summary>Whether a string means true or false; null: neither.</summary>
    public static bool? Read(IReadOnlyList<string> words, string text) => Same(text, words[0]) ? true : Same(text, words[1]) ? false : null;

    /// <summary>Whether a string means true in any known pair.</summary>
    public static bool IsTrue(string text) => Meaning(text) == true;

    /// <summary>Returns the Boolean that a string means in any known pair, or null.</summary>
    public static bool? Meaning(string text)
    {
        text = text.Trim();
        return Array.Exists(Pairs, pair => Same(pair.Yes, text)) ? true : Array.Exists(Pairs, pair => Same(pair.No, text)) ? false : null;
    }

    /// <summary>Whether two strings have the same meaning: they are equal, or both mean true or both mean false.</summary>
    public static bool AreSame(string one, string other) => Same(one.Trim(), other.Trim()) || (Meaning(one) is { } meaning && meaning == Meaning(other));

    /// <summary>Returns all words with the same meaning as a string, which comes first.</summary>
    public static IEnumerable<string> SameAs(string text)
        => Meaning(text) is not { } meaning ? [text] : Pairs.Select(pair => meaning ? pair.Yes : pair.No).Where(word => !Same(word, text)).Prepend(text);

    /// <summary>Whether JSON has numbers for the words.</summary>
    public static bool AreNumbers(IReadOnlyList<string> words, bool areQuoted) => !areQuoted && words.All(static word => word is "0" or "1");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
