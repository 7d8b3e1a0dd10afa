using ApiSpec.Credentials;
using ApiSpec.Generated;

namespace ApiSpec;

/// <summary>
/// Secrets in the query of the URL, such as an API key, or a user name and a password. Unless the connection is HTTPS, anyone on the network can read them.
/// Servers and proxies often log URLs. Logs and traces of this library show the URL without them.
/// </summary>
public sealed class QueryCredential : ApiCredential
{
    private readonly KeyValuePair<string, string>[] _parameters;
    private readonly string _text;

    /// <summary>Creates a credential of one query parameter.</summary>
    /// <param name="name">The parameter's name, such as <c>api_key</c>.</param>
    /// <param name="value">The secret. It is escaped for the URL.</param>
    /// <exception cref="ArgumentException">The name or the value is empty, or holds an unpaired surrogate.</exception>
    public QueryCredential(string name, string value)
        : this([CredentialFields.Single(name, value, nameof(name), nameof(value))])
    {
    }

    /// <summary>Creates a credential of several query parameters, such as a user name and a password.</summary>
    /// <param name="parameters">The parameters in the order in which they are sent. Values are escaped for the URL.</param>
    /// <exception cref="ArgumentException">There is no parameter, a name is repeated, or a name or a value is empty or holds an unpaired surrogate.</exception>
    public QueryCredential(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters];
        CredentialFields.Check(_parameters, "query parameter", StringComparer.Ordinal, nameof(parameters));
        foreach (var parameter in _parameters)
            SecretPlace.Check(ApiCredentialPlace.Query, parameter.Key, parameter.Value, nameof(parameters));
        _text = SecretPlace.ToQuery(_parameters);
    }

    /// <summary>The names of the parameters, in the order in which they are sent.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_parameters, static parameter => parameter.Key);

    internal override IReadOnlyList<ApiCredentialField> Fields
        => Array.ConvertAll(_parameters, static parameter => new ApiCredentialField(ApiCredentialPlace.Query, parameter.Key, parameter.Value));

    /// <summary>The names of the parameters; their values are masked.</summary>
    public override string ToString() => "?" + string.Join("&", _parameters.Select(static parameter => parameter.Key + "=***"));

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SecretPlace.PutIntoQuery(request, _parameters, _text);
        return default;
    }
}
