namespace ApiSpec.Tool.Roles;

/// <summary>Finds the roles that an account needs for some calls.</summary>
internal static class LeastRoles
{
    // Nobody compares sets of more than three roles for one account, so one set that works is enough then.
    private const int MostCompared = 3;

    // The limit on sets times calls. A reference has about ten roles.
    private const long MostComparisons = 1_000_000;

    /// <summary>Returns the smallest sets of roles that allow every call, in the order of the reference. Each of several sets is sufficient.</summary>
    /// <param name="needs">For each call, the roles of which it needs one.</param>
    /// <returns>The sets. If more than three roles are needed, or there are too many sets to compare, one set that is not always the smallest.</returns>
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

    // For each call that is not allowed yet, starting with the narrowest, adds the role that allows most calls.
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
