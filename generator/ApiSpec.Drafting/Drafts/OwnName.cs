namespace ApiSpec.Drafting.Drafts;

/// <summary>Recognises sentences of a row that name the row itself: <c>The size parameter is required</c> in the text of <c>size</c>.</summary>
internal static class OwnName
{
    private const int LongestText = 2_000;

    /// <summary>Returns the text with <c>this</c> in place of the name, for rules that look for such words.</summary>
    public static string AsThis(string text, string name)
    {
        if (name.Length == 0 || text.Length > LongestText)
            return text;
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0 && at < text.Length;)
        {
            var end = at + name.Length;
            if (!IsPart(text, at - 1) && !IsPart(text, end))
            {
                // The quotation marks belong to the name.
                var isQuoted = at > 0 && end < text.Length && (text[at - 1], text[end]) is ('`', '`') or ('"', '"') or ('\'', '\'') or ('\u201C', '\u201D');
                var (from, to) = isQuoted ? (at - 1, end + 1) : (at, end);
                text = text[..from] + "this" + text[to..];
                end = from + "this".Length;
            }

            at = end < text.Length ? text.IndexOf(name, end, StringComparison.OrdinalIgnoreCase) : -1;
        }

        return text;
    }

    private static bool IsPart(string text, int index)
        => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-'
            || (text[index] == '.' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1])));
}
