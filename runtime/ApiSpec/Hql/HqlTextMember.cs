namespace ApiSpec;

/// <summary>A member of a resource that holds text, and that lists can be filtered and sorted by.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed class HqlTextMember<TResource> : HqlMember<TResource, string>
{
    /// <summary>Names a member.</summary>
    /// <param name="name">The name as the reference prints it.</param>
    /// <exception cref="ArgumentException">The name is empty or has characters that are not allowed in HQL names.</exception>
    public HqlTextMember(string name)
        : base(name)
    {
    }

    /// <summary>The text of the member starts with a string.</summary>
    /// <param name="text">The string.</param>
    /// <exception cref="ArgumentException">The text is null, or holds control characters.</exception>
    public HqlFilter<TResource> StartsWith(string text) => Compare("starts", text);

    /// <summary>The text of the member ends with a string.</summary>
    /// <param name="text">The string.</param>
    /// <exception cref="ArgumentException">The text is null, or holds control characters.</exception>
    public HqlFilter<TResource> EndsWith(string text) => Compare("ends", text);
}
