namespace ApiSpec.Transport;

/// <summary>Finds the text around the placeholders of a path segment: the <c>:</c> of <c>{a}:{b}</c> in <c>x:y</c>. Links and fakes use this rule.</summary>
/// <remarks>
/// A placeholder stands for at least one character. An escape is one character, and so are the escapes of one letter in UTF-8. If several places are possible,
/// the text is as near to the end as possible, so <c>{a}:{b}</c> reads <c>x:y:z</c> as <c>x:y</c> and <c>z</c>. No other place has to be tried: each place
/// leaves the most for the text before it. So the work only grows with the length of the segment.
/// </remarks>
internal static class SegmentMatch
{
    /// <summary>Finds the places of all strings between placeholders.</summary>
    /// <param name="path">A path with valid escapes.</param>
    /// <param name="start">The start of the segment.</param>
    /// <param name="end">The end of the segment.</param>
    /// <param name="texts">The text before the first placeholder, between two of them, and after the last one. Each can be empty.</param>
    /// <param name="isAtStart">Whether the first text is at the start; otherwise, it can be anywhere.</param>
    /// <param name="isAtEnd">Whether the last text is at the end; otherwise, it can be anywhere.</param>
    /// <param name="places">Receives the position of each text.</param>
    /// <returns>False: the segment does not have them all.</returns>
    public static bool TryPlace(string path, int start, int end, IReadOnlyList<string> texts, bool isAtStart, bool isAtEnd, int[] places)
    {
        if (isAtStart && !IsAt(path, start, end, texts[0]))
            return false;
        if (isAtStart && texts.Count == 1)
        {
            places[0] = start;
            return !isAtEnd || start + texts[0].Length == end;
        }

        var limit = end;
        for (var i = texts.Count - 1; i >= (isAtStart ? 1 : 0); i--)
        {
            var place = i == texts.Count - 1 && isAtEnd ? EndPlace(path, start, end, texts[i]) : LastPlace(path, start, limit, texts[i]);
            if (place < start)
                return false;
            places[i] = place;
            limit = Before(path, place, start);
        }

        if (!isAtStart)
            return true;
        places[0] = start;
        return places[1] > start + texts[0].Length;
    }

    /// <summary>Returns the start of the character before a position, or a position before <paramref name="start"/> if there is none.</summary>
    /// <param name="path">A path with valid escapes.</param>
    /// <param name="position">The position.</param>
    /// <param name="start">The first position that counts.</param>
    public static int Before(string path, int position, int start)
    {
        do
            position--;
        while (position >= start && !StartsCharacter(path, position));
        return position;
    }

    private static bool IsAt(string path, int place, int end, string text)
        => end - place >= text.Length && string.CompareOrdinal(path, place, text, 0, text.Length) == 0;

    private static int EndPlace(string path, int start, int end, string text)
    {
        var place = end - text.Length;
        return place >= start && IsAt(path, place, end, text) && StartsCharacter(path, place) ? place : -1;
    }

    private static int LastPlace(string path, int start, int end, string text)
    {
        if (text.Length == 0)
            return end;
        while (end - start >= text.Length)
        {
            var place = start + path.AsSpan(start, end - start).LastIndexOf(text.AsSpan());
            if (place < start || StartsCharacter(path, place))
                return place;
            end = place + text.Length - 1;
        }

        return -1;
    }

    private static bool StartsCharacter(string path, int position)
    {
        if ((position >= 1 && path[position - 1] == '%') || (position >= 2 && path[position - 2] == '%'))
            return false;
        // The escape of a byte that continues a character (RFC 3629, section 3).
        return position + 1 >= path.Length || path[position] != '%' || path[position + 1] is not ('8' or '9' or 'A' or 'B' or 'a' or 'b');
    }
}
