using System.Text;
using ApiSpec.Credentials;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>
/// Secrets in the query of the URL, such as an API key, or a user name and a password. They can be read on the way unless the connection is HTTPS, and servers and
/// proxies often log URLs. Logs and traces of this library show the URL without them.
/// </summary>
public sealed class QueryCredential : ApiCredential
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        var text = new StringBuilder();
        foreach (var parameter in _parameters)
            text.Append(text.Length > 0 ? "&" : "").Append(Escape(parameter.Key)).Append('=').Append(Escape(parameter.Value));
        _text = text.ToString();
    }

    /// <summary>The names of the parameters, in the order in which they are sent.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_parameters, static parameter => parameter.Key);

    /// <summary>The names of the parameters; their values are masked.</summary>
    public override string ToString() => "?" + string.Join("&", _parameters.Select(static parameter => parameter.Key + "=***"));

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.RequestUri ?? throw new InvalidOperationException("The request has no URL to add query parameters to.");
        var text = address.OriginalString;
        var question = text.IndexOf('?');
        var path = question < 0 ? text : text.Substring(0, question);
        var query = question < 0 ? "" : WithoutOwn(text.Substring(question + 1));
        var kind = address.IsAbsoluteUri ? UriKind.Absolute : UriKind.Relative;
        try
        {
            ShownAddress.NoteWithoutCredential(request, new Uri(query.Length > 0 ? path + "?" + query : path, kind));
            request.RequestUri = new Uri(path + "?" + (query.Length > 0 ? query + "&" : "") + _text, kind);
        }
        catch (UriFormatException)
        {
            // Without the original exception, which could show the URL.
            throw new InvalidOperationException("The query parameters of the credential make the URL too long.");
        }

        return default;
    }

    // A link that the server returned can repeat the parameters of the request before it.
    private string WithoutOwn(string query)
    {
        var kept = new StringBuilder();
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            var name = Uri.UnescapeDataString((equals < 0 ? pair : pair.Substring(0, equals)).Replace('+', ' '));
            if (pair.Length > 0 && !Array.Exists(_parameters, parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)))
                kept.Append(kept.Length > 0 ? "&" : "").Append(pair);
        }

        return kept.ToString();
    }

    private static string Escape(string text)
    {
        try
        {
            _ = StrictUtf8.GetByteCount(text);
            return Uri.EscapeDataString(text);
        }
        catch (EncoderFallbackException)
        {
            // Without the original exception, whose message shows a character of the secret.
#pragma warning disable CA2208 // The parameter holds several values.
            throw new ArgumentException("A query parameter of a credential holds an unpaired surrogate.");
#pragma warning restore CA2208
        }
    }
}
