using System.Text;

namespace ApiSpec.Transport;

/// <summary>The secrets of one request, and where its response repeats them. They are looked up once, and only if a text needs it.</summary>
/// <param name="request">The request, or null.</param>
internal sealed class RequestSecrets(HttpRequestMessage? request)
{
    // A shorter match is more likely to be a coincidence than a secret.
    private const int ShortestSecret = 4;

    private const string Mask = "***";

    private List<string>? _inHeaders;
    private bool _hasBody;
    private string? _body;
    private string? _ownBody;
    private string? _address;

    /// <summary>Whether a value in the address or the body of the request is secret.</summary>
    public bool HasValues { get; }
        = request is ApiRequest { HasSecretBody: true } or ApiRequest { Operation.HasSecretTarget: true } or ApiRequest { Operation.HasSecretBody: true }
            || (request is not null && ShownAddress.Find(request) is not null);

    /// <summary>Whether an error code can contain a secret of the address or the body.</summary>
    /// <remarks>An error code helps, and servers normally do not repeat a secret in it. If it does repeat one, it is not shown.</remarks>
    public bool MayRepeat(string code)
        => request is not ApiRequest own || (!own.Operation.Lists(code) && (own.HasSecretBody || MayContainSent(code)));

    /// <summary>Returns a value or a name of a response with each secret masked, also as a part. The rest can be cut to what can be shown.</summary>
    public string Hide(string text)
    {
        var masked = Masked(text);
        if (!HasValues)
            return masked;
        // A secret can have separators too.
        if (text.Length >= ShortestSecret && MayBeSent(text))
            return Mask;
        var shown = new StringBuilder();
        for (var start = 0; start < masked.Length && shown.Length <= Printable.MaxLength;)
        {
            var end = start;
            while (end < masked.Length && masked[end] is not (' ' or '.' or '$' or '[' or ']' or '\''))
                end++;
            var word = masked.Substring(start, end - start);
            shown.Append(word.Length >= ShortestSecret && MayHave(word) ? Mask : word);
            if (end < masked.Length)
                shown.Append(masked[end]);
            start = end + 1;
        }

        return shown.ToString();
    }

    /// <summary>Returns a text with the secrets of the headers masked.</summary>
    public string Masked(string text)
    {
        var secrets = _inHeaders ??= FindInHeaders();
        if (secrets.Count == 0)
            return text;

        // All are found before any is replaced, because secrets can overlap.
        var isSecret = new bool[text.Length];
        foreach (var secret in secrets)
        {
            Mark(secret, text, isSecret);
            Mark(Uri.EscapeDataString(secret), text, isSecret);
        }

        return Replaced(text, isSecret);
    }

    private bool MayHave(string word) => request is not ApiRequest own || (!own.Operation.Lists(word) && (LacksBody(own) || MayContainSent(word)));

    // A value other than a plain identifier can contain a secret between its punctuation, or in another form than in the request. The server decides how many
    // words a long value has. It is cut anyway, so they are not searched for in the request.
    private bool MayContainSent(string text)
    {
        if (text.Length > Printable.MaxLength || !IsIdentifier(text) || IsSent(text))
            return true;
        foreach (var word in LoginText.Split(text, "-._"))
        {
            if (word.Length >= ShortestSecret && IsSent(word))
                return true;
        }

        return false;
    }

    private bool MayBeSent(string text) => request is not ApiRequest own || LacksBody(own) || IsSent(text);

    private bool IsSent(string text)
        => (_address ??= Uri.UnescapeDataString((ShownAddress.FindSent(request!) ?? request!.RequestUri)?.PathAndQuery ?? ""))
            .Contains(text, StringComparison.OrdinalIgnoreCase)
                || (request is ApiRequest own && IsInBody(own, text)) || _body?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    // Bodies that are read while they are sent are not searched.
    private bool IsInBody(ApiRequest own, string text)
        => own.IsStreamed || (_ownBody ??= own.OwnBodyText).Contains(text, StringComparison.OrdinalIgnoreCase);

    // Whether the body has a secret that cannot be looked up.
    private bool LacksBody(ApiRequest own)
    {
        if (!_hasBody)
            _body = own.FindSecretBody();
        _hasBody = true;
        return own.HasSecretBody && _body is null;
    }

    private List<string> FindInHeaders()
    {
        var secrets = new List<string>();
        if (request is null)
            return secrets;
#if NET8_0_OR_GREATER
        // As sent: the other enumerator parses each value.
        foreach (var header in request.Headers.NonValidated)
#else
        foreach (var header in request.Headers)
#endif
        {
            if (HeaderSecrets.IsHarmless(header.Key))
                continue;
            foreach (var value in header.Value)
                AddSecretsOf(header.Key, value, secrets.Add);
        }

        return secrets;
    }

    private static bool IsIdentifier(string code)
    {
        foreach (var c in code)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static void Mark(string secret, string text, bool[] isSecret)
    {
        if (secret.Length < ShortestSecret)
            return;
        var marked = 0;
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            for (marked = Math.Max(marked, at); marked < at + secret.Length; marked++)
                isSecret[marked] = true;
        }

        // A server can change the letter case.
        int Find(int start) => text.IndexOf(secret, start, StringComparison.OrdinalIgnoreCase);
    }

    private static string Replaced(string text, bool[] isSecret)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!isSecret[i])
                shown.Append(text[i]);
            else if (i == 0 || !isSecret[i - 1])
                shown.Append(Mask);
        }

        return shown.ToString();
    }

    private static void AddSecretsOf(string header, string value, Action<string> add)
    {
        if (header.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            LoginText.FindSecrets(value, add);
            return;
        }

        if (header.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            LoginText.FindCookies(value, add);
        add(value);
        foreach (var part in LoginText.Split(value, " ;,"))
        {
            add(part);
            add(part.Substring(part.IndexOf('=') + 1).Trim('"'));
        }
    }
}
