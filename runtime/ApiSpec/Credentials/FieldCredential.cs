using ApiSpec.Credentials;
using ApiSpec.Generated;

namespace ApiSpec;

/// <summary>
/// Secrets in a form, in a JSON body or in cookies: a key, or a user name and a password. The client adds them to each request, so calls do not have them as
/// arguments. Unless the connection is HTTPS, anyone on the network can read them.
/// </summary>
/// <remarks>
/// If a POST, PUT or PATCH has no body, the client adds a body that contains only the secrets. If any other request has no body that can contain them, it is
/// not sent, and the call throws <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class FieldCredential : ApiCredential
{
    private readonly KeyValuePair<string, string>[] _fields;

    /// <summary>Creates a credential of one field.</summary>
    /// <param name="place">The part of the request that carries it.</param>
    /// <param name="name">The name of the field. In a JSON body, a dot separates the names that point to a member: <c>params.key</c>.</param>
    /// <param name="value">The secret.</param>
    /// <exception cref="ArgumentException">The name or the value is empty, or cannot be sent there.</exception>
    public FieldCredential(ApiCredentialPlace place, string name, string value)
        : this(place, [CredentialFields.Single(name, value, nameof(name), nameof(value))])
    {
    }

    /// <summary>Creates a credential of several fields, such as a user name and a password.</summary>
    /// <param name="place">The part of the request that carries them.</param>
    /// <param name="fields">The fields in the order in which they are sent.</param>
    /// <exception cref="ArgumentException">There is no field, a name is repeated, or a name or a value is empty or cannot be sent there.</exception>
    public FieldCredential(ApiCredentialPlace place, IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields];
        CredentialFields.Check(
            _fields, "field", place == ApiCredentialPlace.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal, nameof(fields));
        foreach (var field in _fields)
            SecretPlace.Check(place, field.Key, field.Value, nameof(fields));
        Place = place;
    }

    /// <summary>The part of the request that carries the fields.</summary>
    public ApiCredentialPlace Place { get; }

    /// <summary>The names of the fields, in the order in which they are sent.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_fields, static named => named.Key);

    internal override IReadOnlyList<ApiCredentialField> Fields => Array.ConvertAll(_fields, named => new ApiCredentialField(Place, named.Key, named.Value));

    /// <summary>The place and the names of the fields; their values are masked.</summary>
    public override string ToString() => Place.ToString().ToLowerInvariant() + " " + string.Join(", ", _fields.Select(static field => field.Key + "=***"));

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SecretPlace.Put(request, Place, _fields);
        return default;
    }
}
