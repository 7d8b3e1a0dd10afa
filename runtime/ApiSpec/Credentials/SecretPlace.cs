using System.Net.Http.Headers;
using System.Text;
using ApiSpec.Transport;

namespace ApiSpec.Credentials;

/// <summary>
/// Sets the values of a credential in the right part of a request, for fixed values and for issued ones.
/// </summary>
internal static class SecretPlace
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Sets values of a request, and replaces existing values with the same names.</summary>
    /// <exception cref="InvalidOperationException">The request has no part of this kind, or cannot take the values.</exception>
    public static void Put(HttpRequestMessage request, ApiCredentialPlace place, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        switch (place)
        {
            case ApiCredentialPlace.Header:
                // Without an enumerator, which would be allocated for each request.
                for (var i = 0; i < fields.Count; i++)
                {
                    request.Headers.Remove(fields[i].Key);
                    request.Headers.TryAddWithoutValidation(fields[i].Key, fields[i].Value);
                }

                break;
            case ApiCredentialPlace.Query:
                PutIntoQuery(request, fields, ToQuery(fields));
                break;
            case ApiCredentialPlace.Form:
                Own(request).PutIntoForm(fields);
                break;
            case ApiCredentialPlace.Body:
                Own(request).PutIntoJson(fields);
                break;
            default:
                PutCookies(request.Headers, string.Join("; ", fields.Select(static field => field.Key + "=" + field.Value)));
                break;
        }
    }

    /// <summary>Adds cookies to the existing cookies of a request.</summary>
    public static void PutCookies(HttpRequestHeaders headers, string cookies)
    {
        var others = headers.TryGetValues("Cookie", out var values) ? string.Join("; ", values) + "; " : "";
        headers.Remove("Cookie");
        headers.TryAddWithoutValidation("Cookie", others + cookies);
    }

    /// <summary>Refuses values that are not allowed in this part of a request, so that errors are found when the credential is created.</summary>
    /// <exception cref="ArgumentException">A name or a value cannot be sent there.</exception>
    public static void Check(ApiCredentialPlace place, string name, string value, string parameterName)
    {
        if (place == ApiCredentialPlace.Header)
        {
            HeaderRules.CheckName(name, parameterName);
            HeaderRules.CheckValue(name, value, parameterName);
            using var probe = new HttpRequestMessage();
            if (!probe.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException("The header '" + name + "' describes a body and cannot carry a credential.", parameterName);
        }
        else if (place == ApiCredentialPlace.Cookie)
        {
            HeaderRules.CheckName(name, parameterName);
            if (!IsCookieValue(value))
                throw new ArgumentException("The value of the cookie '" + name + "' contains a character that is not allowed there.", parameterName);
        }
        else if (place == ApiCredentialPlace.Body && name.Split('.').Any(static part => part.Length == 0))
        {
            throw new ArgumentException("'" + name + "' is not the name of a member, or names with dots between them.", parameterName);
        }
        else
        {
            _ = Escape(name);
            _ = Escape(value);
        }
    }

    /// <summary>Whether a cookie can have the value: it must not contain a semicolon (RFC 6265, section 4.1.1, but servers send more than its grammar
    /// allows).</summary>
    public static bool IsCookieValue(string value)
    {
        foreach (var character in value)
        {
            if (character is not (> ' ' and <= '~') or ';' or ',')
                return false;
        }

        return true;
    }

    private static ApiRequest Own(HttpRequestMessage request)
        => request as ApiRequest ?? throw new InvalidOperationException("A credential can only be added to the body of a request of a generated client.");

    /// <summary>The text of query parameters, escaped.</summary>
    public static string ToQuery(IReadOnlyList<KeyValuePair<string, string>> parameters)
        => string.Join("&", parameters.Select(static parameter => Escape(parameter.Key) + "=" + Escape(parameter.Value)));

    /// <summary>Sets query parameters, and replaces existing parameters with the same names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="own">The result of <see cref="ToQuery"/> for the parameters.</param>
    public static void PutIntoQuery(HttpRequestMessage request, IReadOnlyList<KeyValuePair<string, string>> parameters, string own)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("The request has no URL to add query parameters to.");
        var text = address.OriginalString;
        var question = text.IndexOf('?');
        var path = question < 0 ? text : text.Substring(0, question);
        var query = question < 0 ? "" : Without(parameters, text.Substring(question + 1));
        var kind = address.IsAbsoluteUri ? UriKind.Absolute : UriKind.Relative;
        try
        {
            ShownAddress.NoteWithoutCredential(request, new Uri(query.Length > 0 ? path + "?" + query : path, kind));
            request.RequestUri = new Uri(path + "?" + (query.Length > 0 ? query + "&" : "") + own, kind);
        }
        catch (UriFormatException)
        {
            // Without the original exception, which could show the URL.
            throw new InvalidOperationException("The query parameters of the credential make the URL too long.");
        }
    }

    // A link that the server returned can repeat the parameters of the request before it.
    private static string Without(IReadOnlyList<KeyValuePair<string, string>> parameters, string query)
    {
        var kept = new StringBuilder();
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            var name = Uri.UnescapeDataString((equals < 0 ? pair : pair.Substring(0, equals)).Replace('+', ' '));
            if (pair.Length > 0 && !parameters.Any(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)))
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
            throw new ArgumentException("A value of a credential contains an unpaired surrogate.");
#pragma warning restore CA2208
        }
    }
}
