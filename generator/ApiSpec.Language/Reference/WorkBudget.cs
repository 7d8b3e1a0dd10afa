namespace ApiSpec.Language.Reference;

/// <summary>Bounds what a check may cost. A printed reference comes nowhere near; a spec or a body that is made to be expensive ends the check early.</summary>
/// <param name="limit">The number of comparisons.</param>
internal sealed class WorkBudget(long limit)
{
    private long _left = limit;

    /// <summary>Whether the whole budget is spent.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Counts work.</summary>
    /// <param name="work">The number of comparisons.</param>
    /// <returns>False when it is more than what is left.</returns>
    public bool Spend(long work)
    {
        _left = Math.Max(0, _left - work);
        return _left > 0;
    }
}
