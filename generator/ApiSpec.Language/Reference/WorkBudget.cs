namespace ApiSpec.Language.Reference;

/// <summary>Limits the cost of a check. No printed reference reaches the limit. A spec or a body that is made to be expensive ends the check early.</summary>
/// <param name="limit">The number of comparisons.</param>
internal sealed class WorkBudget(long limit)
{
    // A large value needs several comparisons for each character.
    private const int Minimum = 200_000;
    private const int OfCharacter = 64;

    private long _left = limit;

    /// <summary>Returns the budget for the check of one value of a request.</summary>
    /// <param name="length">The length of the value, in characters or bytes.</param>
    public static WorkBudget OfLength(int length) => new(Minimum + ((long)OfCharacter * length));

    /// <summary>Whether the whole budget is spent.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Spends a part of the budget.</summary>
    /// <param name="work">The number of comparisons.</param>
    /// <returns>False if it is more than the rest of the budget.</returns>
    public bool Spend(long work)
    {
        _left = Math.Max(0, _left - work);
        return _left > 0;
    }
}
