namespace ApiSpec.Transport;

/// <summary>Compares names by the typing errors between them, to find the name that was probably meant.</summary>
internal static class Spelling
{
    // Longer names are not compared, because no key, type or option has that length.
    private const int LongestCompared = 64;

    private const int FurthestMeant = 3;

    /// <summary>Returns the candidate that differs in the fewest characters, or null if none is near. Upper and lower case count as the same.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestCompared)
            return null;
        string? nearest = null;
        var best = name.Length < 3 ? 0 : Math.Min(FurthestMeant, Math.Max(1, name.Length / 3));
        var rows = new Rows();
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - name.Length) > best)
                continue;
            var distance = rows.Distance(name, candidate, best);
            if (distance > best || (nearest is not null && distance == best))
                continue;
            nearest = candidate;
            best = distance;
            if (distance == 0)
                break;
        }

        return nearest;
    }

    /// <summary>Whether two strings differ by one typing error: one character too many, too few or wrong, or two exchanged characters.</summary>
    public static bool IsOneSlip(string one, string other)
        => one.Length <= LongestCompared && other.Length <= LongestCompared && Math.Abs(one.Length - other.Length) <= 1
            && new Rows().Distance(one, other, 1) <= 1;

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);

    /// <summary>The rows of the table that compares two strings, reused for each candidate.</summary>
    private sealed class Rows
    {
        private int[] _beforePrevious = new int[LongestCompared + 2];
        private int[] _previous = new int[LongestCompared + 2];
        private int[] _current = new int[LongestCompared + 2];

        /// <summary>
        /// Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment). Returns more than <paramref name="most"/> if there
        /// are more. Only cells near the diagonal can have few, so only those are computed.
        /// </summary>
        public int Distance(string left, string right, int most)
        {
            for (var j = 0; j <= right.Length; j++)
                _previous[j] = j;
            for (var i = 1; i <= left.Length; i++)
            {
                var from = Math.Max(1, i - most);
                var to = Math.Min(right.Length, i + most);
                _current[from - 1] = from == 1 ? i : most + 1;
                var least = _current[from - 1];
                for (var j = from; j <= to; j++)
                {
                    _current[j] = Cell(left, right, i, j);
                    least = Math.Min(least, _current[j]);
                }

                _current[to + 1] = most + 1;
                if (least > most)
                    return least;
                (_beforePrevious, _previous, _current) = (_previous, _current, _beforePrevious);
            }

            return _previous[right.Length];
        }

        private int Cell(string left, string right, int i, int j)
        {
            var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
            var distance = Math.Min(Math.Min(_previous[j] + 1, _current[j - 1] + 1), _previous[j - 1] + cost);
            return i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1])
                ? Math.Min(distance, _beforePrevious[j - 2] + 1)
                : distance;
        }
    }
}
