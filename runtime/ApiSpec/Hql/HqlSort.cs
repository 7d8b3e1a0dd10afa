using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>The order of a list, in HQL. Immutable.</summary>
/// <typeparam name="TResource">The elements that are sorted.</typeparam>
public sealed class HqlSort<TResource> : IEquatable<HqlSort<TResource>>
{
    private readonly string _text;

    internal HqlSort(string text) => _text = text;

    /// <summary>Takes an order unchanged.</summary>
    /// <param name="order">The members, separated by commas, each with <c>ASC</c> or <c>DESC</c>, before URL encoding.</param>
    /// <exception cref="ArgumentException">The text is blank or holds control characters.</exception>
    public static HqlSort<TResource> Raw(string order) => new(HqlText.CheckRaw(order, nameof(order)));

    /// <summary>Orders by the first, and then by the second.</summary>
    /// <param name="first">What counts first.</param>
    /// <param name="second">What counts next.</param>
    public static HqlSort<TResource> operator +(HqlSort<TResource> first, HqlSort<TResource> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.Then(second);
    }

    /// <summary>Orders equal items by another order.</summary>
    /// <param name="next">What counts next.</param>
    public HqlSort<TResource> Then(HqlSort<TResource> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new HqlSort<TResource>(_text + "," + next._text);
    }

    /// <summary>Whether both have the same text.</summary>
    /// <param name="other">The other order.</param>
    public bool Equals(HqlSort<TResource>? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as HqlSort<TResource>);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The text of the query parameter, before URL encoding, such as <c>name ASC,createTime DESC</c>.</summary>
    public override string ToString() => _text;
}
