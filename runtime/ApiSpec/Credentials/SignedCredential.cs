using ApiSpec.Credentials;
using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>
/// Headers or query parameters that the program computes for each request, such as a time stamp and a signature. The function sees the complete request,
/// because it
/// is called last, and once for each time that the request is sent.
/// </summary>
/// <remarks>The body is read into memory before it is signed, files in a form included.</remarks>
public sealed class SignedCredential : ApiCredential
{
    private readonly Func<ApiRequest, ReadOnlyMemory<byte>, CancellationToken, ValueTask<IEnumerable<KeyValuePair<string, string>>>> _sign;
    private readonly string[] _names;

    /// <summary>Creates a credential of values that a function computes at once.</summary>
    /// <param name="names">The names of the headers or query parameters.</param>
    /// <param name="sign">Returns the value of each name, for a request and the bytes of its body; empty: the request has no body.</param>
    /// <exception cref="ArgumentException">There is no name, or a name is empty, repeated, or not one that a header can have.</exception>
    public SignedCredential(IEnumerable<string> names, Func<ApiRequest, ReadOnlyMemory<byte>, IEnumerable<KeyValuePair<string, string>>> sign)
        : this(names, Await(sign))
    {
    }

    /// <summary>Creates a credential of values that a function computes, perhaps with a service that keeps the key.</summary>
    /// <param name="names">The names of the headers or query parameters.</param>
    /// <param name="sign">Returns the value of each name, for a request and the bytes of its body; empty: the request has no body. The token ends with the
    /// call.</param>
    /// <exception cref="ArgumentException">There is no name, or a name is empty, repeated, or not one that a header can have.</exception>
    public SignedCredential(
        IEnumerable<string> names, Func<ApiRequest, ReadOnlyMemory<byte>, CancellationToken, ValueTask<IEnumerable<KeyValuePair<string, string>>>> sign)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(sign);
        _names = [.. names];
        CredentialFields.Check(
            Array.ConvertAll(_names, static name => new KeyValuePair<string, string>(name, "computed")), "field", StringComparer.OrdinalIgnoreCase,
            nameof(names));
        foreach (var name in _names)
            HeaderRules.CheckName(name, nameof(names));
        _sign = sign;
    }

    /// <summary>Whether the values go into the query of the URL. By default, they are headers.</summary>
    public bool IsInQuery { get; init; }

    /// <summary>The names of the headers or query parameters.</summary>
    public IReadOnlyList<string> Names => [.. _names];

    internal override IReadOnlyList<ApiCredentialField> Fields
        => Array.ConvertAll(_names, name => new ApiCredentialField(IsInQuery ? ApiCredentialPlace.Query : ApiCredentialPlace.Header, name, null));

    /// <summary>The names of the headers or query parameters; their values are masked.</summary>
    public override string ToString() => string.Join(", ", _names.Select(static name => name + ": ***"));

    /// <inheritdoc />
    protected internal override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var own = request as ApiRequest ?? throw new InvalidOperationException("Only a request of a generated client can be signed.");
        var body = own.Content is null ? default : new ReadOnlyMemory<byte>(await ReadAsync(own.Content, cancellationToken).ConfigureAwait(false));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in await _sign(own, body, cancellationToken).ConfigureAwait(false) ?? [])
        {
            if (!Array.Exists(_names, name => string.Equals(name, field.Key, StringComparison.OrdinalIgnoreCase)))
                throw new InvalidOperationException("The function returned a field that is not among the names of the credential.");
            if (field.Value is null)
                throw new InvalidOperationException("The function returned no value for '" + field.Key + "'.");
            if (!IsInQuery)
                HeaderRules.CheckValue(field.Key, field.Value, field.Key);
            fields.Add(field);
        }

        SecretPlace.Put(own, IsInQuery ? ApiCredentialPlace.Query : ApiCredentialPlace.Header, fields);
    }

    private static Func<ApiRequest, ReadOnlyMemory<byte>, CancellationToken, ValueTask<IEnumerable<KeyValuePair<string, string>>>> Await(
        Func<ApiRequest, ReadOnlyMemory<byte>, IEnumerable<KeyValuePair<string, string>>> sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        return (request, body, _) => new ValueTask<IEnumerable<KeyValuePair<string, string>>>(sign(request, body));
    }

    private static Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => content.ReadAsByteArrayAsync(cancellationToken);
#else
        => content.ReadAsByteArrayAsync();
#endif
}
