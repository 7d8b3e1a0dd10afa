using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using ApiSpec.Transport;

namespace ApiSpec.Testing.Recording;

/// <summary>Replaces credentials, cookies, tokens and the values of secret rows in an exchange. What it cannot read, it leaves out.</summary>
internal sealed class SecretMask
{
    private const string Unreadable = "The body cannot be read as its format, so it can hold secrets that are not found";
    private const string Blind = "The request can hold secrets that are not known, so the response can repeat them";

    private readonly KnownSecrets _secrets = new();
    private readonly SecretPaths _paths;
    private readonly Dictionary<StubOperation, (SecretNames Names, SecretHeaders Headers, SecretParameters Query)> _operations = [];

    public SecretMask(IReadOnlyCollection<StubApi> apis)
    {
        _paths = new SecretPaths(apis);
        foreach (var api in apis)
        {
            foreach (var (operation, names) in SecretNames.Of(api))
                _operations.Add(operation, (names, new SecretHeaders(operation), SecretParameters.OfQuery(operation)));
        }
    }

    /// <summary>Whether there are more secrets than can be remembered, so that an exchange can hold some.</summary>
    public bool IsFull => _secrets.IsFull;

    /// <summary>The exchange without secrets.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="target">The path and query of the request that the reference describes.</param>
    /// <param name="sent">The body of the request, which can be a form of several parts.</param>
    public Exchange Apply(Exchange exchange, StubOperation operation, string target, ReadOnlyMemory<byte>? sent)
    {
        var (names, headers, _) = _operations[operation];
        var mask = new TextMask(_secrets, names, _paths);
        foreach (var header in exchange.RequestHeaders)
            headers.CollectFromRequest(header.Key, header.Value, _secrets);
        foreach (var header in exchange.ResponseHeaders)
        {
            headers.CollectFromResponse(header.Key, header.Value, exchange.StatusCode, _secrets);
            if (header.Key.Equals("Location", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("Content-Location", StringComparison.OrdinalIgnoreCase))
                CollectFromReference(exchange.Url, header.Value);
        }

        var isBlind = (names.AreInRequest || (names.AreInApi && HasNames(exchange.RequestHeaders))) && !CanReadRequest(exchange, names, mask, sent);
        // All secrets first, so that none is left in a place before the one that it is known from.
        _ = Mask(exchange, operation, target, mask);
        var masked = Mask(exchange, operation, target, mask);
        return !isBlind ? masked : masked with
        {
            Reason = "",
            ResponseHeaders = [.. masked.ResponseHeaders.Where(static header => HeaderSecrets.IsHarmless(header.Key))],
            ResponseBody = null,
            ResponseNote = Blind,
        };
    }

    /// <summary>The path and query of a request without secrets. The query is left out if no operation says which of its parameters are secret.</summary>
    public string Apply(ReceivedRequest request)
    {
        const string Server = "http://localhost";
        if (request.Operation is not { } operation || !Uri.TryCreate(Server + request.Target, UriKind.Absolute, out _))
            return new TextMask(_secrets, SecretNames.None([]), _paths).Mask(request.Path) + (request.Query.Count == 0 ? "" : "?...");
        var mask = new TextMask(_secrets, _operations[operation].Names, _paths);
        // A person reads it, so it need not be a URL.
        return MaskUrl(Server + request.Target, operation, request.Target, mask)[Server.Length..]
            .Replace(Uri.EscapeDataString(Redaction.Placeholder), Redaction.Placeholder, StringComparison.Ordinal);
    }

    /// <summary>Why a request was refused, without its secrets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reason">The reason, which can repeat values of the request.</param>
    public string Apply(ReceivedRequest request, string reason)
    {
        if (request.Operation is not { } operation)
            return new TextMask(_secrets, SecretNames.None([]), _paths).Mask(reason);
        _ = Apply(request);
        var (names, headers, _) = _operations[operation];
        var mask = new TextMask(_secrets, names, _paths);
        foreach (var (name, value) in request.Headers)
            headers.CollectFromRequest(name, value, _secrets);
        foreach (var part in request.Parts.Where(part => names.Contains(part.Name)))
            _secrets.Add(part.Text);
        _ = MaskBody(request.BodyText, null, request.Headers, names, mask);
        return mask.Mask(reason);
    }

    /// <summary>A recording without the secrets that were not known yet when its exchanges were written; null: it cannot be read.</summary>
    /// <param name="har">The text of the file, which this recorder has written.</param>
    public string? Apply(string har)
    {
        if (JsonLeaves.Find(har, static _ => false) is not { } leaves)
            return null;
        var ofServer = new List<Leaf>();
        var isUsual = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var i = 1; i < leaves.Count; i++)
        {
            // The rest is of the format.
            if (leaves[i].Kind == LeafKind.JsonString && leaves[i - 1] is { Kind: LeafKind.JsonName } name
                && (har[name.Start..name.End] is "url" or "value" or "text" or "statusText" or "redirectURL" or "mimeType"
                    || (har[name.Start..name.End] is "name" && !IsUsual(har[leaves[i].Start..leaves[i].End]))))
                ofServer.Add(leaves[i]);
        }

        var none = SecretNames.None(_operations.Values.Select(static operation => operation.Names));
        return new TextMask(_secrets, none, SecretPaths.None).Mask(har, ofServer);

        // A file has few names of headers, each many times.
        bool IsUsual(string name)
        {
            if (!isUsual.TryGetValue(name, out var isKnown))
                isUsual.Add(name, isKnown = _operations.Values.Any(operation => operation.Headers.IsDocumented(name)));
            return isKnown;
        }
    }

    // The body of an operation without secrets can have those of another, in a format that has names.
    private static bool HasNames(IReadOnlyList<KeyValuePair<string, string>> headers)
        => BodyFormats.Of(Exchange.Find(headers, "Content-Type")) is not (null or BodyFormat.Multipart);

    // RFC 9110, section 10.2.2: it can be relative to the request.
    private void CollectFromReference(string url, string reference)
    {
        if (_paths.IsEmpty || !Uri.TryCreate(url, UriKind.Absolute, out var request) || !Uri.TryCreate(request, reference, out var whole))
            return;
        foreach (var (_, _, value) in _paths.Find(whole.AbsolutePath))
            _secrets.Add(value);
    }

    private Exchange Mask(Exchange exchange, StubOperation operation, string target, TextMask mask)
    {
        var (names, headers, _) = _operations[operation];
        var (sent, sentNote) = MaskBody(exchange.RequestBody, exchange.RequestNote, exchange.RequestHeaders, names, mask);
        var (received, receivedNote) = MaskBody(exchange.ResponseBody, exchange.ResponseNote, exchange.ResponseHeaders, names, mask);
        return exchange with
        {
            Url = MaskUrl(exchange.Url, operation, target, mask),
            Reason = mask.Mask(exchange.Reason),
            RequestHeaders = MaskHeaders(exchange.RequestHeaders, headers.IsMaskedInRequest, mask),
            RequestBody = sent,
            RequestNote = sentNote,
            ResponseHeaders = MaskHeaders(exchange.ResponseHeaders, headers.IsMaskedInResponse, mask),
            ResponseBody = received,
            ResponseNote = receivedNote,
        };
    }

    private static List<KeyValuePair<string, string>> MaskHeaders(
        IReadOnlyList<KeyValuePair<string, string>> headers, Func<string, bool> isSecret, TextMask mask)
        => [.. headers.Select(header => KeyValuePair.Create(header.Key, isSecret(header.Key) ? Redaction.Placeholder : mask.Mask(header.Value)))];

    private string MaskUrl(string url, StubOperation operation, string target, TextMask mask)
    {
        var uri = new Uri(url);
        if (uri.UserInfo.Length > 0)
            _secrets.Add(Uri.UnescapeDataString(LoginText.PasswordOf(uri.UserInfo)));
        var (targetPath, _) = Split(target);
        // As it was sent: a program can send a path that is not in the normal form ('/a/../b').
        var (path, queryText) = Split(PathAndQueryOf(url));
        var (names, _, query) = _operations[operation];
        return uri.Scheme + "://" + uri.Authority + MaskPath(path[..^targetPath.Length], targetPath, operation, mask)
            + (queryText.Length == 0 ? "" : "?" + mask.Mask(queryText, FormLeaves.Find(queryText, name => query.IsSecret(name) ?? names.Contains(name))));
    }

    private static (string Path, string Query) Split(string target)
        => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var question ? (target[..question], target[(question + 1)..]) : (target, "");

    private static string PathAndQueryOf(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var start = url.AsSpan(authority).IndexOfAny("/?#") is >= 0 and var length ? authority + length : url.Length;
        return url.IndexOf('#', start) is >= 0 and var fragment ? url[start..fragment] : url[start..];
    }

    private static string MaskPath(string before, string path, StubOperation operation, TextMask mask)
    {
        // The positions of values are only known in the normal form.
        var isChanged = operation.PathRows.Any(static row => row.IsSecret);
        var whole = before + (isChanged ? PathText.Normalize(path) : path);
        var leaves = new List<Leaf>();
        var position = 0;
        foreach (var (name, start, end) in isChanged ? operation.Path.Locate(whole[before.Length..]) : [])
        {
            if (!operation.PathRows.Any(row => row.IsSecret && row.Name == name))
                continue;
            leaves.Add(new Leaf(position, before.Length + start, LeafKind.Url));
            leaves.Add(new Leaf(before.Length + start, before.Length + end, LeafKind.Url) { IsSecret = true });
            position = before.Length + end;
        }

        leaves.Add(new Leaf(position, whole.Length, LeafKind.Url));
        return mask.Mask(whole, leaves);
    }

    private static (string? Text, string? Note) MaskBody(
        string? body, string? note, IReadOnlyList<KeyValuePair<string, string>> headers, SecretNames names, TextMask mask)
    {
        if (body is null)
            return (null, note);
        if (LeavesOf(body, headers, names) is { } leaves)
            return (mask.Mask(body, leaves), null);
        // With a note, the text is in doubt: bytes of another charset can look like it.
        var contentType = Exchange.Find(headers, "Content-Type");
        var hasFormat = BodyFormats.Of(BodyFormats.EssenceOf(contentType)) is not null || JsonLeaves.AreLikelyIn(body) || XmlLeaves.AreLikelyIn(body);
        if (note is null && !names.AreInBodies && !(hasFormat && names.AreInApi))
            return (mask.Mask(body), null);
        mask.Salvage(body);
        return (null, Unreadable);
    }

    private static List<Leaf>? LeavesOf(string body, IReadOnlyList<KeyValuePair<string, string>> headers, SecretNames names)
        => JsonLeaves.Find(body, names.Contains)
            ?? (BodyFormats.FormOf(Exchange.Find(headers, "Content-Type")) == BodyFormat.Form ? FormLeaves.Find(body, names.Contains)
                : XmlLeaves.AreLikelyIn(body) ? XmlLeaves.Find(body, names)
                : null);

    // The parts of a form are not recorded, because they are files. But a server can repeat their values.
    private bool CanReadRequest(Exchange exchange, SecretNames names, TextMask mask, ReadOnlyMemory<byte>? sent)
    {
        if (exchange.RequestBody is { } text)
            return LeavesOf(text, exchange.RequestHeaders, names) is not null;
        if (exchange.RequestNote is null)
            return true;
        if (sent is not { } bytes)
            return false;
        var request = new ReceivedRequest(exchange.Method, "/", new Uri("http://localhost/"), FieldCollection.Headers(exchange.RequestHeaders), bytes);
        if (FormBody.Read(request) is not { } parts)
            return false;
        foreach (var part in parts)
        {
            if (names.Contains(part.Name))
                _secrets.Add(part.Text);
            else if (part.FileName is null)
                _ = mask.Mask(part.Text);
        }

        return true;
    }
}
