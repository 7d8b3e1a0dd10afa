using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ApiSpec.Credentials;
using ApiSpec.Generated;
using ApiSpec.Transport;
using ApiSpec.Xml;

namespace ApiSpec;

// Values that a credential adds to the body. The body of the caller stays unchanged, because a copy is sent.
public sealed partial class ApiRequest
{
    /// <summary>Whether a credential has put a secret into the body.</summary>
    internal bool HasSecretBody => _rare?.SecretBody is not null;

    /// <summary>Whether the body is, or can contain, a file that is read while it is sent.</summary>
    internal bool IsStreamed => _rare?.Streamed is not null;

    /// <summary>The body of the caller as text. It is decoded with each call.</summary>
    internal string OwnBodyText => _bytes is null ? "" : Encoding.UTF8.GetString(_bytes.Bytes.Array!, _bytes.Bytes.Offset, _bytes.Bytes.Count);

    /// <summary>
    /// Returns the body with the secret of the credential; null if the credential adds nothing to it, if it is read while it is sent, or if the call has ended.
    /// </summary>
    internal string? FindSecretBody()
    {
        // It would read the streams of the caller again.
        if (!HasSecretBody || IsStreamed)
            return null;
        try
        {
            return _rare!.SecretBody!(Content!);
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    // A native program only has this code if a credential refers to it. The bytes are in memory, so this does not wait.
    private static string ReadBody(HttpContent content) => Encoding.UTF8.GetString(content.ReadAsByteArrayAsync().GetAwaiter().GetResult());

    /// <summary>Puts fields into the form that the request sends.</summary>
    /// <exception cref="InvalidOperationException">The body is not a form, or the request cannot have one.</exception>
    internal void PutIntoForm(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        Rare.SecretBody = ReadBody;
        if (Form is { } form)
        {
            ReplaceContent(form.With(fields).ToContent(), keepsType: false);
            return;
        }

        if (IsStreamed || (_bytes is not null && !_bytes.MediaType.StartsWith(UrlEncodedText.MediaType, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException("The body of " + Operation.Id + " is not a form to which the credential can be added.");
        var added = UrlEncodedText.Of([.. fields.Select(static field => new ApiFormPart(field.Key, field.Value))]);
        if (_bytes is null)
        {
            CheckMayHaveBody();
            SetContent(added, UrlEncodedText.MediaType);
            return;
        }

        var own = UrlEncodedText.Without(Encoding.ASCII.GetString(_bytes.Bytes.Array!, _bytes.Bytes.Offset, _bytes.Bytes.Count), fields);
        ReplaceContent(new ByteArrayContent(Encoding.ASCII.GetBytes(own + (own.Length > 0 ? "&" : "") + Encoding.ASCII.GetString(added))), keepsType: true);
    }

    /// <summary>Puts members into the JSON object that the request sends.</summary>
    /// <exception cref="InvalidOperationException">The body is not a JSON object, or the request cannot have one.</exception>
    internal void PutIntoJson(IReadOnlyList<KeyValuePair<string, string>> members)
    {
        Rare.SecretBody = ReadBody;
        if (_bytes is null)
            CheckMayHaveBody();
        var json = _bytes is null ? "{}"u8 : (_rare?.XmlSource ?? _bytes).Bytes.AsSpan();
        try
        {
            foreach (var member in members)
                json = JsonSecret.Put(json, member.Key.Split('.'), member.Value);
        }
        catch (JsonException)
        {
            // Without the original exception, whose message quotes the body.
            throw new InvalidOperationException("The body of " + Operation.Id + " is not JSON to which the credential can be added.");
        }

        if (_bytes is null)
            SetContent(json.ToArray(), AcceptedTypes.Json);
        else
            ReplaceContent(new ByteArrayContent(_rare?.XmlSource is null ? json.ToArray() : XmlJson.ToXml(json.ToArray())), keepsType: true);
    }

    // RFC 9110, section 9.3: a body has no meaning with these methods, and servers refuse it.
    private void CheckMayHaveBody()
    {
        if (IsStreamed || Method.Method is "GET" or "HEAD" or "DELETE" or "OPTIONS" or "TRACE")
            throw new InvalidOperationException(
                Operation.Id + " has no body to which the credential can be added; if it needs no credential, write 'authentication: none' in its section.");
    }

    private void SetContent(byte[] bytes, string mediaType)
    {
        Content = new ByteArrayContent(bytes);
        Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    private void ReplaceContent(HttpContent content, bool keepsType)
    {
        foreach (var header in Content!.Headers)
        {
            var isType = header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && (keepsType || !isType))
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        Content = content;
    }
}
