namespace ApiSpec.Generator.Parsing;

/// <summary>Finds the name somebody meant.</summary>
internal static class NearestName
{
    // Longer names are compared no further: a spec has no key or type of that length, and the comparison is quadratic.
    private const int LongestCompared = 64;

    /// <summary>The candidate that differs in the fewest characters, or null when none is near. Upper and lower case count as the same.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestCompared)
            return null;
        string? nearest = null;
        var best = name.Length < 3 ? 0 : Math.Min(3, Math.Max(1, name.Length / 3));
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - name.Length) > best)
                continue;
            var distance = Distance(name, candidate);
            if (distance > best || (nearest is not null && distance == best))
                continue;
            nearest = candidate;
            best = distance;
            if (distance == 0)
                break;
        }

        return nearest;
    }

    /// <summary>The end of a message about an unknown name: "; did you mean 'response'?", or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
        => Find(name, candidates) is { } nearest ? "; did you mean '" + nearest + "'?" : "";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    distance = Math.Min(distance, beforePrevious[j - 2] + 1);
                current[j] = distance;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
