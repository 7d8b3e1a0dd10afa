using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A secret in a header of its own, such as an API key. It can be read on the way unless the connection is HTTPS.</summary>
public sealed class HeaderCredential : ApiCredential
{
    private readonly string _value;

    /// <summary>Takes the header.</summary>
    /// <param name="name">The header's name, such as <c>X-Api-Key</c>.</param>
    /// <param name="value">The secret.</param>
    /// <exception cref="ArgumentException">Name or value hold what a header cannot, the value is blank, or the header is one that describes a body.</exception>
    public HeaderCredential(string name, string value)
    {
        HeaderRules.CheckName(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        HeaderRules.CheckValue(name, value, nameof(value));
        if (value.Trim().Length == 0)
            throw new ArgumentException("The header '" + name + "' has no value.", nameof(value));
        using var probe = new HttpRequestMessage();
        if (!probe.Headers.TryAddWithoutValidation(name, value))
            throw new ArgumentException("The header '" + name + "' describes a body and can carry no credential.", nameof(name));
        Name = name;
        _value = value;
    }

    /// <summary>The header's name.</summary>
    public string Name { get; }

    /// <summary>The header's name; its value is masked.</summary>
    public override string ToString() => Name + ": ***";

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Remove(Name);
        request.Headers.TryAddWithoutValidation(Name, _value);
        return default;
    }
}
