namespace ApiSpec.Tool.Roles;

/// <summary>Which roles an account needs so that it may make some calls.</summary>
internal static class LeastRoles
{
    // More than three roles for one account is no choice that a person compares; one set that works is enough then.
    private const int MostCompared = 3;

    /// <summary>The smallest sets of roles that allow every call, in the order of the reference; several where each will do.</summary>
    /// <param name="needs">For each call the roles, of which it needs one.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyCollection<IReadOnlyList<string>> needs)
    {
        var distinct = needs.Select(static need => need.ToHashSet(StringComparer.Ordinal)).Distinct(HashSet<string>.CreateSetComparer()).ToList();
        var roles = needs.SelectMany(static need => need).Distinct(StringComparer.Ordinal).ToList();
        for (var size = 1; size <= Math.Min(MostCompared, roles.Count); size++)
        {
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

    // The role that allows most of what is left, until nothing is.
    private static List<string> Gather(List<HashSet<string>> needs, List<string> roles)
    {
        var gathered = new List<string>();
        while (needs.Count > 0)
        {
            var best = roles.MaxBy(role => needs.Count(need => need.Contains(role)))!;
            gathered.Add(best);
            needs = needs.FindAll(need => !need.Contains(best));
        }

        return gathered;
    }
}
