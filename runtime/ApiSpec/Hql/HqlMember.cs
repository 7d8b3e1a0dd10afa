using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>A member of a resource that lists can be filtered and sorted by. Comparing it makes a condition.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TValue">The values of the member.</typeparam>
#pragma warning disable CS0660, CS0661 // The operators make conditions; whether two members are the same is not what they tell.
public class HqlMember<TResource, TValue> : HqlField<TResource>
#pragma warning restore CS0660, CS0661
{
    private readonly string? _dateTimeFormat;

    /// <summary>Names a member.</summary>
    /// <param name="name">The name as the reference prints it.</param>
    /// <param name="dateTimeFormat">
    /// How points in time are written: a .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone in which a format without one is written,
    /// which is UTC otherwise; null: <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>.
    /// </param>
    /// <remarks>A filter has no client, so <see cref="ApiClientOptions.TimeZone"/> does not change the zone.</remarks>
    /// <exception cref="ArgumentException">The name is empty or has characters that are not allowed in HQL names.</exception>
    public HqlMember(string name, string? dateTimeFormat = null)
        : base(name)
        => _dateTimeFormat = dateTimeFormat;

    /// <summary>Smallest values first.</summary>
    public HqlSort<TResource> Ascending => new(Name + " ASC");

    /// <summary>Largest values first.</summary>
    public HqlSort<TResource> Descending => new(Name + " DESC");

    /// <summary>The member has the value.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator ==(HqlMember<TResource, TValue> member, TValue value) => Compare(member, "=", value);

    /// <summary>The member has another value.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator !=(HqlMember<TResource, TValue> member, TValue value) => Compare(member, "!=", value);

    /// <summary>The member is smaller than the value.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator <(HqlMember<TResource, TValue> member, TValue value) => Compare(member, "<", value);

    /// <summary>The member is larger than the value.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator >(HqlMember<TResource, TValue> member, TValue value) => Compare(member, ">", value);

    /// <summary>The member is smaller than the value or equal to it.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator <=(HqlMember<TResource, TValue> member, TValue value) => Compare(member, "<=", value);

    /// <summary>The member is larger than the value or equal to it.</summary>
    /// <exception cref="ArgumentException">The value is null or has no form in HQL.</exception>
    public static HqlFilter<TResource> operator >=(HqlMember<TResource, TValue> member, TValue value) => Compare(member, ">=", value);

    /// <summary>The member has one of the values.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <exception cref="ArgumentException">The list is empty, or a value is null or cannot be written in HQL.</exception>
    public HqlFilter<TResource> In(params TValue[] values) => Tuple(" in ", values);

    /// <summary>The member does not have any of the values.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <exception cref="ArgumentException">The list is empty, or a value is null or cannot be written in HQL.</exception>
    public HqlFilter<TResource> NotIn(params TValue[] values) => Tuple(" not in ", values);

    private protected HqlFilter<TResource> Compare(string operation, TValue value)
        => new(HqlText.Name(Name) + " " + operation + " " + HqlText.Value(value, _dateTimeFormat), HqlJunction.None);

    private static HqlFilter<TResource> Compare(HqlMember<TResource, TValue> member, string operation, TValue value)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Compare(operation, value);
    }

    private HqlFilter<TResource> Tuple(string operation, TValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new HqlFilter<TResource>(HqlText.Name(Name) + operation + HqlText.List(values, _dateTimeFormat), HqlJunction.None);
    }
}
