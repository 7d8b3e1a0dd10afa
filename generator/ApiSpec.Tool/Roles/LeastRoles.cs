namespace ApiSpec.Tool.Roles;

/// <summary>Which roles an account needs so that it may make some calls.</summary>
internal static class LeastRoles
{
    // More than three roles for one account is no choice that a person compares; one set that works is enough then.
    private const int MostCompared = 3;

    // Sets times calls. A reference has about ten roles.
    private const long MostComparisons = 1_000_000;

    /// <summary>The smallest sets of roles that allow every call, in the order of the reference; several where each will do.</summary>
    /// <param name="needs">For each call the roles, of which it needs one.</param>
    /// <returns>One set that is not always the smallest, if it has more than three roles or there are too many to compare.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyCollection<IReadOnlyList<string>> needs)
    {
        var distinct = needs.Select(static need => need.ToHashSet(StringComparer.Ordinal)).Distinct(HashSet<string>.CreateSetComparer()).ToList();
        var roles = needs.SelectMany(static need => need).Distinct(StringComparer.Ordinal).ToList();
        var sets = 1L;
        for (var size = 1; size <= Math.Min(MostCompared, roles.Count); size++)
        {
            sets = sets * (roles.Count - size + 1) / size;
            if (sets * distinct.Count > MostComparisons)
                break;
            var found = Combinations(roles, size).Where(set => distinct.TrueForAll(need => need.Overlaps(set))).ToList();
            if (found.Count > 0)
                return found;
        }

        return [Gather(distinct, roles)];
    }

    private static IEnumerable<IReadOnlyList<string>> Combinations(List<string> roles, int size, int start = 0)
    {
        if (size == 0)
            return [[]];
        return Enumerable.Range(start, roles.Count - start)
            .SelectMany(index => Combinations(roles, size - 1, index + 1).Select(rest => (IReadOnlyList<string>)[roles[index], .. rest]));
    }

    // For each call that is not allowed yet, the narrowest first, the role that allows most calls.
    private static List<string> Gather(List<HashSet<string>> needs, List<string> roles)
    {
        var counts = needs.SelectMany(static need => need).GroupBy(static role => role, StringComparer.Ordinal)
            .ToDictionary(static role => role.Key, static role => role.Count(), StringComparer.Ordinal);
        var gathered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var need in needs.OrderBy(static need => need.Count))
        {
            if (!gathered.Overlaps(need))
                gathered.Add(need.MaxBy(role => counts[role])!);
        }

        return roles.FindAll(gathered.Contains);
    }
}
