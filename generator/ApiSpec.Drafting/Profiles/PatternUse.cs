namespace ApiSpec.Drafting.Profiles;

/// <summary>The patterns of a profile that have matched in one draft.</summary>
internal sealed class PatternUse
{
    private readonly HashSet<TextPattern> _matched = [];

    /// <summary>Whether a pattern has matched.</summary>
    /// <param name="pattern">The pattern of the profile itself, and not a copy of it.</param>
    public bool Has(TextPattern pattern) => _matched.Contains(pattern);

    /// <summary>Records that a pattern has matched.</summary>
    public void Add(TextPattern pattern) => _matched.Add(pattern);
}
