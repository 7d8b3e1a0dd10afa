namespace ApiSpec.Drafting.Markup;

/// <summary>Finds the ends of marks around words, such as the second star of <c>*word*</c>. The work grows with the length of the text: if a mark has no end,
/// no later one is searched, and a caller that can refuse an end says how far away it is at most.</summary>
/// <param name="text">The text.</param>
internal sealed class MarkEnds(string text)
{
    private readonly HashSet<string> _without = new(StringComparer.Ordinal);

    /// <summary>Returns the index of the next end; -1: not found.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="start">The index after the start of the mark.</param>
    /// <param name="isWhole">Whether no letter can follow the end.</param>
    /// <param name="longest">The most characters between the mark and its end.</param>
    public int Find(string mark, int start, bool isWhole, int longest = int.MaxValue)
    {
        if (_without.Contains(mark))
            return -1;
        var last = longest < text.Length - start ? Math.Min(text.Length, start + longest + mark.Length) : text.Length;
        for (var at = Next(start); at >= 0; at = Next(at + 1))
        {
            if (at > start && !char.IsWhiteSpace(text[at - 1])
                && (!isWhole || at + mark.Length == text.Length || !(char.IsLetterOrDigit(text[at + mark.Length]) || text[at + mark.Length] == '_')))
                return at;
        }

        if (last == text.Length)
            _without.Add(mark);
        return -1;

        int Next(int from) => from >= last ? -1 : text.IndexOf(mark, from, last - from, StringComparison.Ordinal);
    }
}
