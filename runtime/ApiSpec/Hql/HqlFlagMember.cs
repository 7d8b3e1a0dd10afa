using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>A member of a resource that is true or false, and that lists can be filtered and sorted by.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
#pragma warning disable CS0660, CS0661 // The operators make conditions; whether two members are the same is not what they tell.
public sealed class HqlFlagMember<TResource> : HqlField<TResource>
#pragma warning restore CS0660, CS0661
{
    /// <summary>Names a member.</summary>
    /// <param name="name">The name as the reference prints it.</param>
    /// <exception cref="ArgumentException">The name is empty or has characters that are not allowed in HQL names.</exception>
    public HqlFlagMember(string name)
        : base(name)
    {
    }

    /// <summary>False first.</summary>
    public HqlSort<TResource> Ascending => new(Name + " ASC");

    /// <summary>True first.</summary>
    public HqlSort<TResource> Descending => new(Name + " DESC");

    /// <summary>The member has the value.</summary>
    public static HqlFilter<TResource> operator ==(HqlFlagMember<TResource> member, bool value) => Compare(member, "=", value);

    /// <summary>The member has the other value.</summary>
    public static HqlFilter<TResource> operator !=(HqlFlagMember<TResource> member, bool value) => Compare(member, "!=", value);

    private static HqlFilter<TResource> Compare(HqlFlagMember<TResource> member, string operation, bool value)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new HqlFilter<TResource>(HqlText.Name(member.Name) + " " + operation + " " + HqlText.Value(value, null), HqlJunction.None);
    }
}
