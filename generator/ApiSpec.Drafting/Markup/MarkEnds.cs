namespace ApiSpec.Drafting.Markup;

/// <summary>Finds the ends of marks around words, such as the second star of <c>*word*</c>. If a mark has no end, no later one is searched. So the work
/// grows with the length of the text.</summary>
/// <param name="text">The text.</param>
internal sealed class MarkEnds(string text)
{
    private readonly HashSet<string> _without = new(StringComparer.Ordinal);

    /// <summary>Returns the index of the next end; -1: there is none.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="start">The index after the start of the mark.</param>
    /// <param name="isWhole">Whether a letter can follow the end.</param>
    public int Find(string mark, int start, bool isWhole)
    {
        if (_without.Contains(mark))
            return -1;
        for (var at = text.IndexOf(mark, start, StringComparison.Ordinal); at >= 0 && at + mark.Length <= text.Length;
            at = at + 1 < text.Length ? text.IndexOf(mark, at + 1, StringComparison.Ordinal) : -1)
        {
            if (at > start && !char.IsWhiteSpace(text[at - 1])
                && (!isWhole || at + mark.Length == text.Length || !(char.IsLetterOrDigit(text[at + mark.Length]) || text[at + mark.Length] == '_')))
                return at;
        }

        _without.Add(mark);
        return -1;
    }
}
