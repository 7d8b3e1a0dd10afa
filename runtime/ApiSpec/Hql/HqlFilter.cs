using System.Diagnostics.CodeAnalysis;
using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>A condition for the items of a list, in HQL, the query language of JP1/AO. Immutable.</summary>
/// <remarks>
/// Conditions are made by comparing members and joined with <c>&amp;</c> and <c>|</c>. Null stands for no condition: joined with another one it leaves that one
/// unchanged, and a null filter is not sent at all.
/// </remarks>
/// <typeparam name="TResource">The elements that are filtered.</typeparam>
public sealed class HqlFilter<TResource> : IEquatable<HqlFilter<TResource>>, IHqlPart
{
    private readonly string _text;
    private readonly HqlJunction _junction;

    internal HqlFilter(string text, HqlJunction junction)
    {
        _text = text;
        _junction = junction;
    }

    string IHqlPart.Text => "(" + _text + ")";

    /// <summary>
    /// Uses a condition unchanged, for what members and operators cannot express. If it is joined with another condition, it is put in parentheses.
    /// </summary>
    /// <param name="expression">The expression, before URL encoding. Nothing is escaped; <see cref="Where"/> escapes values.</param>
    /// <exception cref="ArgumentException">The expression is blank or has control characters.</exception>
    public static HqlFilter<TResource> Raw(string expression) => new(HqlText.CheckRaw(expression, nameof(expression)), HqlJunction.Unknown);

    /// <summary>
    /// Uses a condition with values in it, such as <c>$"status = {status} and submitter = {user}"</c>, for what members and operators cannot express. If it is
    /// joined with another condition, it is put in parentheses.
    /// </summary>
    /// <param name="expression">The expression, before URL encoding. Each value is quoted and escaped; the text around the values is used unchanged.</param>
    /// <exception cref="ArgumentException">The expression is blank or has control characters.</exception>
    public static HqlFilter<TResource> Where(HqlExpression expression) => Raw(expression.Text);

    /// <summary>Both conditions hold.</summary>
    /// <param name="left">A condition, or null.</param>
    /// <param name="right">A condition, or null.</param>
    [return: NotNullIfNotNull(nameof(left))]
    [return: NotNullIfNotNull(nameof(right))]
    public static HqlFilter<TResource>? operator &(HqlFilter<TResource>? left, HqlFilter<TResource>? right) => Join(left, HqlJunction.And, " and ", right);

    /// <summary>At least one of the conditions holds.</summary>
    /// <param name="left">A condition, or null.</param>
    /// <param name="right">A condition, or null.</param>
    [return: NotNullIfNotNull(nameof(left))]
    [return: NotNullIfNotNull(nameof(right))]
    public static HqlFilter<TResource>? operator |(HqlFilter<TResource>? left, HqlFilter<TResource>? right) => Join(left, HqlJunction.Or, " or ", right);

    /// <summary>Whether both have the same text.</summary>
    /// <param name="other">The other condition.</param>
    public bool Equals(HqlFilter<TResource>? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as HqlFilter<TResource>);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The expression as the query parameter carries it, before URL encoding.</summary>
    public override string ToString() => _text;

    private static HqlFilter<TResource>? Join(HqlFilter<TResource>? left, HqlJunction junction, string word, HqlFilter<TResource>? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return new HqlFilter<TResource>(left.Within(junction) + word + right.Within(junction), junction);
    }

    // The reference does not say which of the two words binds tighter.
    private string Within(HqlJunction outer) => _junction == HqlJunction.None || _junction == outer ? _text : "(" + _text + ")";
}
