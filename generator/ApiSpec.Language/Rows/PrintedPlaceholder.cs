namespace ApiSpec.Language.Rows;

/// <summary>Placeholders that contain spaces, as references print them in URLs: <c>&lt;session key&gt;</c>, <c>{storage system}</c>.</summary>
internal static class PrintedPlaceholder
{
    // Longer text in brackets is a sentence.
    private const int LongestName = 60;

    /// <summary>Returns the end of a placeholder.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The possible start of the placeholder.</param>
    /// <returns>The position after its bracket, or <paramref name="position"/> if no placeholder starts there.</returns>
    public static int EndAt(string text, int position)
    {
        var closing = text[position] switch { '<' => '>', '{' => '}', _ => '\0' };
        var first = position + 1;
        if (closing == '\0' || first == text.Length || !char.IsLetter(text[first]))
            return position;
        for (var i = first; i < text.Length && i - first <= LongestName; i++)
        {
            if (text[i] == closing)
                return i + 1;
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not (' ' or '\u00A0' or '_' or '-' or '.' or '\'' or '\u2019'))
                return position;
        }

        return position;
    }

    /// <summary>Returns the position of the first space outside placeholders.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The start of the word.</param>
    public static int EndOfWord(string text, int position)
    {
        while (position < text.Length && !char.IsWhiteSpace(text[position]))
            position = Math.Max(position + 1, EndAt(text, position));
        return position;
    }
}
