using ApiSpec.Credentials;
using ApiSpec.Generated;

namespace ApiSpec;

/// <summary>
/// Secrets in separate headers, such as an API key, or a key and a stamp. Unless the connection is HTTPS, anyone on the network can read them.
/// </summary>
public sealed class HeaderCredential : ApiCredential
{
    private readonly KeyValuePair<string, string>[] _headers;

    /// <summary>Creates a credential of one header.</summary>
    /// <param name="name">The header's name, such as <c>X-Api-Key</c>.</param>
    /// <param name="value">The secret.</param>
    /// <exception cref="ArgumentException">The name or value is not allowed in a header, the value is blank, or the header describes a body.</exception>
    public HeaderCredential(string name, string value)
        : this([CredentialFields.Single(name, value, nameof(name), nameof(value))])
    {
    }

    /// <summary>Creates a credential of several headers.</summary>
    /// <param name="headers">The headers in the order in which they are sent.</param>
    /// <exception cref="ArgumentException">
    /// There is no header, a name is repeated, a name or a value is not allowed in a header, a value is blank, or a header describes a body.
    /// </exception>
    public HeaderCredential(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _headers = [.. headers];
        foreach (var header in _headers)
            SecretPlace.Check(ApiCredentialPlace.Header, header.Key, header.Value, nameof(headers));
        CredentialFields.Check(_headers, "header", StringComparer.OrdinalIgnoreCase, nameof(headers));
    }

    /// <summary>The name of the header, or of the first of several headers.</summary>
    public string Name => _headers[0].Key;

    /// <summary>The names of the headers, in the order in which they are sent.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_headers, static header => header.Key);

    internal override IReadOnlyList<ApiCredentialField> Fields
        => Array.ConvertAll(_headers, static header => new ApiCredentialField(ApiCredentialPlace.Header, header.Key, header.Value));

    /// <summary>The names of the headers; their values are masked.</summary>
    public override string ToString() => string.Join(", ", _headers.Select(static header => header.Key + ": ***"));

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SecretPlace.Put(request, ApiCredentialPlace.Header, _headers);
        return default;
    }
}
