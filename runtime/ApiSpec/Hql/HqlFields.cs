using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>The members that a list returns for each item, in HQL. Immutable.</summary>
/// <remarks>
/// The response does not contain members that were not selected. So the methods that select fields return records in which each member can be missing.
/// </remarks>
/// <typeparam name="TResource">The elements.</typeparam>
public sealed class HqlFields<TResource> : IEquatable<HqlFields<TResource>>
{
    private readonly string _text;

    private HqlFields(string text) => _text = text;

    /// <summary>Names the members.</summary>
    /// <param name="fields">The members, at least one.</param>
    /// <exception cref="ArgumentException">The list is empty, or a value is null.</exception>
    public static HqlFields<TResource> Of(params HqlField<TResource>[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Length == 0)
            throw new ArgumentException("At least one member is required.", nameof(fields));
        return new HqlFields<TResource>(string.Join(
            ",",
            fields.Select(static field => field?.Name ?? throw new ArgumentException("A member is null.", nameof(fields)))));
    }

    /// <summary>Takes a list of members unchanged.</summary>
    /// <param name="fields">The names, separated by commas, before URL encoding.</param>
    /// <exception cref="ArgumentException">The text is blank or holds control characters.</exception>
    public static HqlFields<TResource> Raw(string fields) => new(HqlText.CheckRaw(fields, nameof(fields)));

    /// <summary>Whether both have the same text.</summary>
    /// <param name="other">The other list.</param>
    public bool Equals(HqlFields<TResource>? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as HqlFields<TResource>);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The text of the query parameter, before URL encoding, such as <c>instanceID,name</c>.</summary>
    public override string ToString() => _text;
}
