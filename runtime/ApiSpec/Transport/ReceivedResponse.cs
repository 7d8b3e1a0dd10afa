
namespace ApiSpec.Transport;

/// <summary>A reply whose body has been read, on its way to becoming a typed response. The body lives in a pooled buffer that is returned afterwards.</summary>
internal sealed class ReceivedResponse(
    ApiOperation operation,
    int statusCode,
    string? reasonPhrase,
    ApiResponseHeaders headers,
    string? contentType,
    string? contentEncoding,
    ReceivedBody body,
    ConnectionSettings? settings,
    ResponseStream? stream = null)
{
    private ApiRawBody? _rawBody;

    /// <summary>A reply that never came over a wire.</summary>
    /// <exception cref="ArgumentException">The status is not what it is said to be.</exception>
    public static ReceivedResponse Invent(ApiOperation operation, int status, bool isSuccess, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (status is < 100 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A status code is a number from 100 to 599.");
        var received = new ReceivedResponse(operation, status, null, ApiResponseHeaders.From(headers), null, null, default, null);
        return received.IsSuccess == isSuccess
            ? received
            : throw new ArgumentException(operation + ": " + ApiStatus.TextOf(status) + (isSuccess ? " is a failure." : " is a success."), nameof(status));
    }

    public ApiOperation Operation { get; } = operation;

    public int StatusCode { get; } = statusCode;

    public string? ReasonPhrase { get; } = reasonPhrase;

    public ApiResponseHeaders Headers { get; } = headers;

    /// <summary>The body, where it is handed over unread; null otherwise.</summary>
    public ResponseStream? Stream { get; } = stream;

    public ApiStatus? Meaning { get; } = operation.FindStatus(statusCode);

    public bool IsSuccess => Meaning?.IsResult ?? StatusCode is >= 200 and <= 299;

    /// <summary>Whether a typed body may be missing: HTTP allows none here (RFC 9110, 6.4.1), or a redirect is the result and its body is for people.</summary>
    public bool MayLackBody
        => StatusCode is >= 300 and <= 399 || !HttpBody.MayHave(Operation.Method, StatusCode);

    /// <summary>The body, cut to what the options allow to be kept.</summary>
    public ApiRawBody RawBody => _rawBody ??= new ApiRawBody(
        body.Bytes.Span.Slice(0, Math.Min(body.Bytes.Length, MaxRawBytes)),
        contentType,
        body.IsIncomplete || body.Bytes.Length > MaxRawBytes);

    /// <summary>The whole body, for operations whose result is the bytes themselves.</summary>
    public ApiRawBody WholeBody => _rawBody ??= new ApiRawBody(body.Bytes.Span, contentType, body.IsIncomplete);

    public string ReadText() => BodyText.Decode(body.Bytes.Span, MediaType.Parse(contentType).Charset);

    /// <summary>Reads the body as JSON; null when it agrees with the contract, otherwise what is wrong with it.</summary>
    public BodyViolation? TryReadJson<T>(ApiJson<T> json, out T? value)
    {
        value = default;
        if (body.Bytes.IsEmpty)
            return new BodyViolation("the body is empty", null);
        if (body.IsIncomplete)
            return new BodyViolation("the body is incomplete", null);
        if (contentEncoding is not null)
            return new BodyViolation("the body is encoded as " + Printable.Quote(contentEncoding) + ", which the transport does not decode", null);

        var media = MediaType.Parse(contentType);
        if (BodyText.TryGetUtf8(body.Bytes, media.Charset, out var utf8) is { } violation)
            return violation;
        if (!media.IsJson && !(media.IsPlainText && LooksLikeJson(utf8.Span)))
            return new BodyViolation("the content type is " + Printable.Quote(media.Type!) + ", not JSON", null);

        try
        {
            value = Parse(json, utf8.Span);
            return null;
        }
        catch (ApiJsonException exception)
        {
            return new BodyViolation(exception.Message, exception);
        }
    }

    /// <summary>Whether a body that is not here yet can be read as JSON in UTF-8 while it arrives; null when it can, otherwise why not.</summary>
    public BodyViolation? CheckJsonStream()
    {
        if (contentEncoding is not null)
            return new BodyViolation("the body is encoded as " + Printable.Quote(contentEncoding) + ", which the transport does not decode", null);
        var media = MediaType.Parse(contentType);
        if (!media.IsJson && !media.IsPlainText)
            return new BodyViolation("the content type is " + Printable.Quote(media.Type!) + ", not JSON", null);
        return BodyText.IsUtf8(media.Charset)
            ? null
            : new BodyViolation("the body is in the charset " + Printable.Quote(media.Charset!) + ", which is not read element by element", null);
    }

    public ApiContractException CreateContractException(BodyViolation violation)
        => new(Operation, StatusCode, violation.Text, violation.Cause?.Path, RawBody, violation.Cause);

    // A reply that was invented has no body, and so no limits.
    private int MaxRawBytes => settings?.MaxErrorBodyBytes ?? 0;

    private T Parse<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8)
    {
        var depth = settings?.MaxJsonDepth ?? 1;
        if (settings?.Drift.BeginReply() is not { } drift)
            return json.Parse(utf8, depth);
        try
        {
            return drift.Parse(json, utf8, depth, "$");
        }
        finally
        {
            settings.Drift.Report(Operation, StatusCode, drift);
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> utf8)
    {
        foreach (var value in utf8)
        {
            switch (value)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    continue;
                default:
                    return value is (byte)'{' or (byte)'[';
            }
        }

        return false;
    }
}
