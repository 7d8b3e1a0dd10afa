using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>A member that can be selected for the items of a list.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public class HqlField<TResource> : IHqlPart
{
    /// <summary>Names a member.</summary>
    /// <param name="name">The name as the reference prints it.</param>
    /// <exception cref="ArgumentException">The name is empty or has characters that are not allowed in HQL names.</exception>
    public HqlField(string name) => Name = HqlText.CheckName(name, nameof(name));

    /// <summary>The name as the reference prints it.</summary>
    public string Name { get; }

    string IHqlPart.Text => HqlText.Name(Name);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}
