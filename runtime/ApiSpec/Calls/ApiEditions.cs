using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The editions of the reference, or versions of the product, that have something.</summary>
public sealed class ApiEditions
{
    private readonly string[] _except;

    /// <summary>Describes the editions that include an element. A null argument does not limit them.</summary>
    /// <param name="since">The first that has it.</param>
    /// <param name="until">The last that has it.</param>
    /// <param name="only">The only one that has it.</param>
    /// <param name="except">The editions that are known not to include it.</param>
    /// <param name="before">The first that no longer has it.</param>
    public ApiEditions(string? since = null, string? until = null, string? only = null, IReadOnlyList<string>? except = null, string? before = null)
    {
        Since = since;
        Until = until;
        Only = only;
        Before = before;
        _except = ListCopy.Of(except);
    }

    /// <summary>The first that has it; null: the first of all.</summary>
    public string? Since { get; }

    /// <summary>The last that has it; null: the last of all.</summary>
    public string? Until { get; }

    /// <summary>The first that no longer has it; null: it has not been removed.</summary>
    public string? Before { get; }

    /// <summary>The only one that has it; null: not only one.</summary>
    public string? Only { get; }

    /// <summary>The editions that are known not to include it.</summary>
    public IReadOnlyList<string> Except => _except;

    /// <summary>Whether an edition has it. A version that is not an edition, such as a product version, does not limit anything.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="order">All editions, the oldest first.</param>
    public bool Include(string edition, IReadOnlyList<string> order)
    {
        ArgumentException.ThrowIfNullOrEmpty(edition);
        ArgumentNullException.ThrowIfNull(order);
        var at = IndexOf(order, edition);
        if (Array.IndexOf(_except, edition) >= 0)
            return false;
        if (Only is not null && IndexOf(order, Only) >= 0)
            return string.Equals(Only, edition, StringComparison.Ordinal);
        return at < 0 || (at >= IndexOf(order, Since) && at <= LastOr(IndexOf(order, Until)) && at < LastOr(IndexOf(order, Before)));
    }

    /// <summary>The end of a sentence: <c>since V12</c>, <c>only in V10</c>.</summary>
    public override string ToString()
    {
        if (Only is not null)
            return "only in " + Only;
        var parts = new List<string>(4);
        if (Since is not null)
            parts.Add("since " + Since);
        if (Until is not null)
            parts.Add("until " + Until);
        if (Before is not null)
            parts.Add("before " + Before);
        if (_except.Length > 0)
            parts.Add("not in " + string.Join(" and ", _except));
        return parts.Count == 0 ? "in every edition" : string.Join(", ", parts);
    }

    private static int LastOr(int index) => index < 0 ? int.MaxValue : index;

    private static int IndexOf(IReadOnlyList<string> order, string? edition)
    {
        for (var i = 0; edition is not null && i < order.Count; i++)
        {
            if (string.Equals(order[i], edition, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
