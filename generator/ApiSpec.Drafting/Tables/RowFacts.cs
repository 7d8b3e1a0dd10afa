namespace ApiSpec.Drafting.Tables;

/// <summary>The type of a row and its word for required, in one string: <c>string</c>, <c>required</c>, <c>string (uuid), optional</c>.</summary>
/// <param name="Type">The type as printed; empty: none is.</param>
/// <param name="Required">The word for required or optional; empty: none is printed.</param>
internal sealed record RowFacts(string Type, string Required)
{
    // A single letter can be anything.
    private const int FewestLetters = 4;

    private static readonly char[] s_separators = [' ', ',', '|', ';', '\u00B7', '\u2022'];

    /// <summary>Reads a string that contains nothing else; null: it says more.</summary>
    public static RowFacts? Read(string text, CellWords words)
    {
        var rest = text.Trim();
        if (rest is ['(', .., ')'] && rest.IndexOf(')', StringComparison.Ordinal) == rest.Length - 1)
            rest = rest[1..^1];
        var required = RequirementAt(ref rest, words, isLast: true);
        if (required.Length == 0)
            required = RequirementAt(ref rest, words, isLast: false);
        return rest.Length == 0 ? required.Length == 0 ? null : new RowFacts("", required)
            : words.IsType(rest) ? new RowFacts(rest, required)
            : null;
    }

    // Takes one or two words from an end of the text: 'required', '(optional)', 'not required'.
    private static string RequirementAt(ref string text, CellWords known, bool isLast)
    {
        var words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            var plain = string.Join(' ', isLast ? words[^count..] : words[..count]).Trim('(', ')', '[', ']', '*');
            if (plain.Length < FewestLetters || !known.IsRequirement(plain))
                continue;
            var end = isLast ? text.LastIndexOf(words[^count], StringComparison.Ordinal)
                : text.IndexOf(words[count - 1], StringComparison.Ordinal) + words[count - 1].Length;
            text = (isLast ? text[..end] : text[end..]).Trim(s_separators);
            return plain;
        }

        return "";
    }
}
