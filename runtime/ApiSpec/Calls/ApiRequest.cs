using System.ComponentModel;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using ApiSpec.Credentials;
using ApiSpec.Generated;
using ApiSpec.Observability;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The request of one call. Your own handler can read from it which operation is called.</summary>
public sealed partial class ApiRequest : HttpRequestMessage
{
    private TargetSource _target;
    private BytesBody? _bytes;
    private List<KeyValuePair<string, string>>? _ownHeaders;

    // A small call is cheap only if its request is small.
    private RareParts? _rare;

    /// <summary>Makes a request. For generated code.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="target">Path and query, escaped, beginning with a slash.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiRequest(ApiOperation operation, string target)
        : base((operation ?? throw new ArgumentNullException(nameof(operation))).Method, (Uri?)null)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        if (target[0] != '/')
            throw new ArgumentException("A request target must start with a slash.", nameof(target));
        Operation = operation;
        _target = new TargetSource(target);
    }

    /// <summary>Makes a request of a target that has been built. For generated code.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="target">Path and query; the builder cannot be used any more.</param>
    /// <exception cref="ArgumentException">
    /// The target does not start with a slash, or its values together make a part <c>.</c> or <c>..</c> of its path.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiRequest(ApiOperation operation, ref RequestTarget target)
        : base((operation ?? throw new ArgumentNullException(nameof(operation))).Method, (Uri?)null)
    {
        Operation = operation;
        _target = target.TakeSource();
    }

    /// <summary>
    /// Makes a request that follows a link. Sending it throws <see cref="ApiLinkException"/> when the link does not point to the operation. For generated code.
    /// </summary>
    /// <param name="operation">The operation that the link has to point to.</param>
    /// <param name="href">The link.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiRequest(ApiOperation operation, ApiHref href)
        : base((operation ?? throw new ArgumentNullException(nameof(operation))).Method, (Uri?)null)
    {
        ArgumentNullException.ThrowIfNull(href);
        Operation = operation;
        _target = new TargetSource(href);
    }

    /// <summary>The operation that is called.</summary>
    public ApiOperation Operation { get; }

    /// <summary>Makes a value the JSON body. For generated code.</summary>
    /// <param name="json">The value's contract.</param>
    /// <param name="body">The value.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is missing a required member.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetJson<T>(ApiJson<T> json, T body)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (body is null)
            throw new ArgumentNullException(nameof(body));
        JsonCheck.Body(json, body);
        // Only an API with editions can have members that some editions do not include.
        var utf8 = !Operation.Api.HasEditions ? json.ToUtf8Bytes(body) : (Rare.Editions ??= new EditionLog()).Write(json, body);
        SetBody(new ArraySegment<byte>(utf8), AcceptedTypes.Json);
    }

    /// <summary>Makes a value the JSON body, under a media type of the vendor's own. For generated code.</summary>
    /// <param name="json">The value's contract.</param>
    /// <param name="body">The value.</param>
    /// <param name="mediaType">The media type.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is missing a required member, or the media type is invalid.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetJson<T>(ApiJson<T> json, T body, string mediaType)
    {
        SetJson(json, body);
        SetBytes(_bytes!.Bytes, mediaType);
    }

    /// <summary>Makes a value the body, as XML. For generated code.</summary>
    /// <param name="json">The value's contract.</param>
    /// <param name="body">The value.</param>
    /// <param name="mediaType">The media type; null: <c>application/xml</c>.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is missing a required member or cannot be XML, or the media type is invalid.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetXml<T>(ApiJson<T> json, T body, string? mediaType = null)
    {
        SetJson(json, body);
        Rare.XmlSource = _bytes;
        SetBytes(Xml.XmlJson.ToXml(_bytes!.Bytes), mediaType ?? AcceptedTypes.Xml);
    }

    /// <summary>Notes that the request holds a value which not every edition of the reference has. For generated code.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="editions">The editions that include it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Uses(string name, ApiEditions editions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(editions);
        (Rare.Editions ??= new EditionLog()).Add(name, editions);
    }

    /// <summary>Makes a file the body. For generated code.</summary>
    /// <param name="body">The file. Its name is not sent.</param>
    /// <param name="mediaType">The media type of the reference, which has priority over that of the file.</param>
    /// <exception cref="ArgumentNullException">The file is null.</exception>
    /// <exception cref="ArgumentException">The media type is invalid.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetFile(ApiFile body, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(body);
        CheckMediaType(mediaType);
        if (body is { Bytes: { } bytes, Progress: null })
            SetBytes(bytes, mediaType);
        else
            SetStreamed(new FileBody(body, mediaType));
    }

    /// <summary>Makes a form the body (RFC 7578). For generated code.</summary>
    /// <param name="parts">The parts in their order; those without a value are left out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetMultipart(params ApiFormPart[] parts) => SetMultipart(FormData.UsualMediaType, parts);

    /// <summary>Makes a form the body, under the media type that the reference prints. For generated code.</summary>
    /// <param name="mediaType">The media type, without the boundary.</param>
    /// <param name="parts">The parts in their order; those without a value are left out.</param>
    /// <exception cref="ArgumentException">The media type is invalid, or the program chose the name of another part.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetMultipart(string mediaType, params ApiFormPart[] parts)
    {
        CheckMediaType(mediaType);
        ArgumentNullException.ThrowIfNull(parts);
        SetStreamed(new FormData(mediaType, parts));
    }

    /// <summary>Sets a form without files as the body: names and values in one line (WHATWG URL, 5.2). For generated code.</summary>
    /// <param name="parts">The values in order; values that are null are left out.</param>
    /// <exception cref="ArgumentException">A part is a file, or the program chose the name of another part.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetUrlEncodedForm(params ApiFormPart[] parts) => SetUrlEncodedForm(UrlEncodedText.MediaType, parts);

    /// <summary>Makes a form without files the body, under the media type that the reference prints. For generated code.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="parts">The values in order; values that are null are left out.</param>
    /// <exception cref="ArgumentException">A part is a file, the media type is invalid, or the program chose the name of another part.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetUrlEncodedForm(string mediaType, params ApiFormPart[] parts)
    {
        CheckMediaType(mediaType);
        ArgumentNullException.ThrowIfNull(parts);
        SetBody(new ArraySegment<byte>(UrlEncodedText.Of(parts)), mediaType);
    }

    /// <summary>Adds a header. For generated code.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; null: it is left out.</param>
    /// <exception cref="ArgumentException">
    /// The name or value is not allowed in a header, or the header belongs to a body that the request does not have.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetHeader(string name, string? value)
    {
        if (value is null)
            return;
        HeaderRules.CheckName(name, nameof(name));
        HeaderRules.CheckValue(name, value, name);
        ReplaceHeader(name, value);
        (_ownHeaders ??= []).Add(new(name, value));
    }

    /// <summary>Whether the request can be sent again after this response or exception. For the predicate of a retry strategy.</summary>
    /// <remarks>
    /// The request of an idempotent operation (<see cref="ApiOperation.IsIdempotent"/>) can be sent again after a lost response (a broken connection, a
    /// timeout) and after a transient status (<see cref="ApiOperation.IsTransient"/>). Any other request can only be sent again after a status that the
    /// reference itself calls transient, because it says that the same call can succeed later. A request with a stream that cannot be read twice is never sent
    /// again. A strategy around the call receives an <see cref="ApiCallException"/>. An <see cref="ApiException"/> also contains a failure that the body
    /// reports, which a handler inside the client does not see.
    /// </remarks>
    /// <param name="response">The response, or null.</param>
    /// <param name="exception">The exception that was thrown instead of a response, or null.</param>
    public bool ShouldRetry(HttpResponseMessage? response, Exception? exception) => CanRepeat && RetryRule.Allows(Operation, response, exception);

    /// <summary>Whether the request has additional headers.</summary>
    internal bool HasOwnHeaders => _ownHeaders is not null;

    /// <summary>Whether a header was added. Names ignore case.</summary>
    internal bool HasOwnHeader(string name) => _ownHeaders?.Exists(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>The login, if this request logs in, or null.</summary>
    internal PendingLogin? Login
    {
        get => _rare?.Login;
        set => Rare.Login = value;
    }

    /// <summary>The number of resets of its session when the request used it, or null without a session.</summary>
    internal int? SessionResets
    {
        get => _rare?.SessionResets;
        set => Rare.SessionResets = value;
    }

    /// <summary>Whether the request can be sent again. It cannot if it has a file whose stream cannot seek.</summary>
    internal bool CanRepeat => _rare?.Streamed?.CanRepeat ?? true;

    /// <summary>Method, path template and operation; never values, which can be secret.</summary>
    public override string ToString() => Method + " " + Operation.PathTemplate + ": " + Operation;

    /// <summary>Throws if the request has a value that the server's edition does not include.</summary>
    /// <exception cref="NotSupportedException">The edition does not have the operation.</exception>
    /// <exception cref="ArgumentException">The request holds a value that the edition does not have.</exception>
    internal void CheckEdition(string edition)
    {
        var order = Operation.Api.Editions;
        if (Operation.Editions?.Include(edition, order) == false)
            throw new NotSupportedException(
                Operation.Id + " (" + Operation.Editions + ") cannot be called on a server of " + edition + ", which is the Edition of the options.");
        _rare?.Editions?.Check(edition, order);
    }

    /// <summary>Completes the URL. The leading slash of the target replaces the trailing slash of the base address.</summary>
    /// <exception cref="ApiLinkException">The request follows a link that does not point to the operation.</exception>
    internal void Address(string baseAddress, AdditionalQuery? query = null)
    {
        var address = _target.ToAddress(Operation, baseAddress);
        if (query is not null)
            address = query.AppendTo(address);
        try
        {
            RequestUri = new Uri(address, UriKind.Absolute);
            if (Operation.HasSecretTarget)
                ShownAddress.Note(this, baseAddress, Operation.PathTemplate);
        }
        catch (UriFormatException exception)
        {
            throw new ArgumentException("The parameters of the path or the query make the URL too long.", exception);
        }
    }

    /// <summary>A copy of the request without the parts that the connection added, so that it can be sent again.</summary>
    internal ApiRequest Copy() => Fill(_target.Href is { } href ? new ApiRequest(Operation, href) : new ApiRequest(Operation, _target.ToText(Operation, "")));

    /// <summary>A copy that follows a link to the same operation.</summary>
    internal ApiRequest Copy(ApiHref href) => Fill(new ApiRequest(Operation, href));

    /// <summary>The part that distinguishes the request from others of its operation. Files do not count.</summary>
    /// <exception cref="ApiLinkException">The request follows a link that does not point to the operation.</exception>
    internal string Identify(string baseAddress)
        => string.Join(
            "\n",
            (_ownHeaders ?? []).Select(static header => header.Key + ": " + header.Value).Prepend(_target.ToText(Operation, baseAddress))
                .Append(_bytes is null ? "" : HashOf(_bytes.Bytes).ToString("X", CultureInfo.InvariantCulture)));

    // FNV-1a. A list can have many pages, and each request can have a large body.
    private static ulong HashOf(ArraySegment<byte> bytes)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var value in bytes.AsSpan())
            hash = unchecked((hash ^ value) * 0x100000001B3UL);
        return hash;
    }

    /// <summary>The path of the target, escaped.</summary>
    internal string PathText
    {
        get
        {
            var text = _target.ToText(Operation, "");
            return text.IndexOf('?') is >= 0 and var question ? text.Substring(0, question) : text;
        }
    }

    /// <summary>Registers an action for the end of the request, with or without a response.</summary>
    internal void WhenDisposed(Action action) => Rare.WhenDisposed += action;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _target.Release();
        if (_rare?.WhenDisposed is not null)
            Interlocked.Exchange(ref _rare.WhenDisposed, null)?.Invoke();
    }

    private void ReplaceHeader(string name, string value)
    {
        // Removing a name from the wrong headers throws an exception, and adding it returns a result.
        if (Headers.TryAddWithoutValidation(name, value))
        {
            Headers.Remove(name);
            Headers.TryAddWithoutValidation(name, value);
            return;
        }

        if (Content is null)
            throw new ArgumentException("The header '" + name + "' describes a body, but the request does not have a body.", name);
        Content.Headers.Remove(name);
        Content.Headers.TryAddWithoutValidation(name, value);
    }

    private static void CheckMediaType(string mediaType)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        if (!MediaTypeHeaderValue.TryParse(mediaType, out _))
            throw new ArgumentException(Printable.Quote(mediaType) + " is not a media type.", nameof(mediaType));
    }

    /// <summary>Makes bytes the body. They are not copied: they must stay as they are until the call has ended.</summary>
    /// <exception cref="ArgumentException">The media type is invalid.</exception>
    internal void SetBytes(ReadOnlyMemory<byte> bytes, string mediaType)
    {
        CheckMediaType(mediaType);
        SetBody(MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new ArraySegment<byte>(bytes.ToArray()), mediaType);
    }

    private void SetBody(ArraySegment<byte> bytes, string mediaType)
    {
        _bytes = new BytesBody(bytes, mediaType);
        Content = _bytes;

        // As printed, because some servers compare the whole string.
        Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    private void SetStreamed(StreamedBody body)
    {
        Rare.Streamed = body;
        Content = body.ToContent();
    }

    private ApiRequest Fill(ApiRequest copy)
    {
        if (_bytes is not null)
            copy.SetBody(_bytes.Bytes, _bytes.MediaType);
        if (_rare?.Streamed is { } streamed)
            copy.SetStreamed(streamed);
        if (_rare?.Editions is { } editions)
            copy.Rare.Editions = editions;
        if (_rare?.XmlSource is { } source)
            copy.Rare.XmlSource = source;
        foreach (var header in _ownHeaders ?? [])
            copy.SetHeader(header.Key, header.Value);
        return copy;
    }

    private FormData? Form => _rare?.Streamed as FormData;

    private RareParts Rare => _rare ??= new RareParts();

    /// <summary>What only few requests have.</summary>
    private sealed class RareParts
    {
        public Action? WhenDisposed;

        /// <summary>The JSON that an XML body was made of.</summary>
        public BytesBody? XmlSource { get; set; }

        public StreamedBody? Streamed { get; set; }

        public EditionLog? Editions { get; set; }

        /// <summary>Reads the body with the secret that a credential has put into it; null: there is none.</summary>
        public Func<HttpContent, string>? SecretBody { get; set; }

        public PendingLogin? Login { get; set; }

        public int? SessionResets { get; set; }

        public CallProgress? Progress { get; set; }
    }

    /// <summary>A body that can be sent again. It stays what the caller gave if a credential replaces the content.</summary>
    private sealed class BytesBody(ArraySegment<byte> bytes, string mediaType) : ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count)
    {
        public ArraySegment<byte> Bytes => bytes;

        public string MediaType => mediaType;
    }
}
