using ApiSpec.Credentials;
using ApiSpec.Generated;
using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>
/// A response whose body has been read, on its way to becoming a typed response. The body lives in a pooled buffer that is returned afterwards.
/// </summary>
internal readonly struct ReceivedResponse
{
    private readonly HttpResponseMessage? _message;
    private readonly ReceivedHeaders? _inventedHeaders;
    private readonly ConnectionSettings? _settings;
    private readonly ReceivedBody? _body;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isMalformed;

    /// <param name="operation">The operation.</param>
    /// <param name="message">The response.</param>
    /// <param name="body">The body, if it was read.</param>
    /// <param name="settings">The settings of the client.</param>
    /// <param name="stream">The body, if a success is returned unread.</param>
    /// <param name="mayBeAnything">Whether a success is a file or plain text, and so can be JSON of any form.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public ReceivedResponse(
        ApiOperation operation, HttpResponseMessage message, ReceivedBody? body, ConnectionSettings settings, ResponseStream? stream, bool mayBeAnything,
            CancellationToken cancellationToken)
    {
        Operation = operation;
        StatusCode = (int)message.StatusCode;
        _cancellationToken = cancellationToken;
        _message = message;
        _body = body;
        _settings = settings;
        var hasFailed = false;
        Ending = operation.Outcomes is null && !operation.HasFurtherRows
            ? operation.FindStatus(StatusCode)
            : EndingOf(operation, message, body, settings, mayBeAnything, out hasFailed, out _isMalformed);
        IsSuccess = !hasFailed && IsResult(Meaning, StatusCode);
        Stream = IsSuccess ? stream : null;
    }

    private ReceivedResponse(ApiOperation operation, int statusCode, ApiStatus? meaning, ReceivedHeaders headers)
        : this(operation, statusCode, meaning)
        => _inventedHeaders = headers;

    private ReceivedResponse(ApiOperation operation, int statusCode, ApiStatus? meaning)
    {
        Operation = operation;
        StatusCode = statusCode;
        Ending = meaning;
        IsSuccess = IsResult(meaning, statusCode);
    }

    /// <summary>Creates a response without a server.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status code, or the value of a row of the status table.</param>
    /// <param name="isSuccess">Whether it is a success.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not of the stated kind.</exception>
    public static ReceivedResponse Invent(ApiOperation operation, int status, bool isSuccess, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var meaning = operation.FindValue(status) ?? operation.FindStatus(status);
        var code = meaning?.Value == status ? meaning.FirstCode : status;
        if (code is < 100 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A status code must be from 100 to 599.");
        var received = new ReceivedResponse(operation, code, meaning, ReceivedHeaders.Of(headers));
        return received.IsSuccess == isSuccess
            ? received
            : throw new ArgumentException(operation + ": " + ApiStatus.TextOf(code) + (isSuccess ? " is a failure." : " is a success."), nameof(status));
    }

    public ApiOperation Operation { get; }

    public int StatusCode { get; }

    /// <summary>The result of the call: the row of the reference, a <see cref="StatedOutcome"/> if the body says more, or null.</summary>
    public object? Ending { get; }

    public ApiStatus? Meaning => MeaningOf(Ending);

    public bool IsSuccess { get; }

    /// <summary>The body, if it is returned unread; null otherwise.</summary>
    public ResponseStream? Stream { get; }

    /// <summary>The reason phrase. A message shows it if the reference does not list the status, so it then contains no secret of the request.</summary>
    public string? ReasonPhrase => Meaning is null ? ErrorText.OfText(_message?.ReasonPhrase, _message?.RequestMessage) : _message?.ReasonPhrase;

    /// <summary>The request, or null.</summary>
    public HttpRequestMessage? Request => _message?.RequestMessage;

    /// <summary>The headers. They are only created for whole responses, not if only the body is returned.</summary>
    public ReceivedHeaders Headers => _inventedHeaders ?? new ReceivedHeaders(_message!.Headers, _message.Content?.Headers, TimeZone);

    /// <summary>
    /// Whether a typed body can be missing: HTTP does not allow one here (RFC 9110, 6.4.1), the result is a redirect, whose body is for people, or the
    /// reference lists the status with an optional body, and the body is missing.
    /// </summary>
    public bool MayLackBody
        => StatusCode is >= 300 and <= 399 || !HasPossibleBody || (Meaning is { MayLackBody: true } && Bytes.IsEmpty);

    /// <summary>Whether a missing body agrees with the reference: it lists the status, and such a response may lack one.</summary>
    public bool LacksBodyAsDocumented => IsSuccess && MayLackBody && ApiResponse.IsDocumentedWithoutBody(Operation, Meaning);

    /// <summary>Whether HTTP allows the response to have a body.</summary>
    public bool HasPossibleBody => HttpBody.MayHave(Operation.Method, StatusCode);

    /// <summary>A copy of the body, cut to the limit in the options.</summary>
    public ApiRawBody RawBody => new(
        Bytes.Slice(0, Math.Min(Bytes.Length, MaxRawBytes)),
        _body?.ContentType,
        _body?.IsIncomplete == true || Bytes.Length > MaxRawBytes) { TimeZone = TimeZone };

    /// <summary>Whether the response keeps the body of a typed success.</summary>
    public bool KeepsRawBody => _settings is { KeepsRawBody: true };

    /// <summary>A copy of the whole body, for operations whose result is the bytes themselves.</summary>
    public ApiRawBody WholeBody => new(Bytes, _body?.ContentType, _body?.IsIncomplete == true) { TimeZone = TimeZone };

    /// <summary>A copy of the whole body as a stream.</summary>
    public Stream OpenWholeBody() => new MemoryStream(Bytes.ToArray(), writable: false);

    /// <summary>Reads the body as text. Returns null, or the violation.</summary>
    public BodyViolation? TryReadText(out string? text) => BodyText.TryDecode(Bytes, MediaType.Parse(_body?.ContentType).Charset, IsSuccess, out text);

    /// <summary>Reads the body as JSON. Returns null, or the violation.</summary>
    /// <remarks>For a failure, the value has the valid parts of a body that contradicts the contract.</remarks>
    public BodyViolation? TryReadJson<T>(ApiJson<T> json, out T? value)
    {
        value = default;
        // A reference that allows null can mean that there is nothing to send.
        if (IsSuccess && Bytes.IsEmpty && json.TakesNull && value is null)
            return null;
        ReadOnlySpan<byte> utf8;
        int maxDepth;
        try
        {
            if (TryGetJson(_body, json.Format, _settings, IsSuccess, out utf8, out maxDepth) is { } violation)
                return violation;
        }
        catch (JsonLimitException)
        {
            return IsSuccess ? throw ApiResponseTooLargeException.OfValues(Operation, StatusCode, _settings!.MaxResponseValues) : TooManyValues;
        }

        try
        {
            value = Parse(json, utf8, maxDepth);
            return null;
        }
        catch (ApiJsonException exception) when (exception.IsOfUnicode && !IsSuccess)
        {
            // A failure is useful despite an invalid character, and it is not sent back.
            return TryReadRepaired(json, utf8, maxDepth, out value);
        }
        catch (ApiJsonException exception)
        {
            if (!IsSuccess)
                value = ReadLeniently(json, utf8, maxDepth);
            return new BodyViolation(exception.Message, exception);
        }
        catch (JsonLimitException)
        {
            return IsSuccess ? throw ApiResponseTooLargeException.OfValues(Operation, StatusCode, _settings!.MaxResponseValues) : TooManyValues;
        }
    }

    /// <summary>Checks whether the body can be read as JSON while it arrives. Returns null, or the violation.</summary>
    public BodyViolation? CheckJsonStream()
    {
        if (HttpBody.ForeignEncoding(ContentHeader("Content-Encoding")) is { } encoding)
            return OfEncoding(encoding);
        var media = MediaType.Parse(ContentHeader("Content-Type"));
        return media.IsJson || media.IsPlainText ? null : OfType(media);
    }

    public ApiContractException CreateContractException(BodyViolation violation)
        => new(Operation, StatusCode, violation.Text, violation.Cause?.Path, RawBody, violation.Cause);

    /// <summary>Checks whether a received body is JSON. Returns null, or the violation.</summary>
    public BodyViolation? CheckJson() => TryGetJson(_body, null, _settings, IsSuccess, out _, out _);

    /// <summary>Returns the body as JSON in UTF-8. The result is null, or the violation.</summary>
    /// <remarks>The JSON can be deeper than a body in another format.</remarks>
    private static BodyViolation? TryGetJson(
        ReceivedBody? body, ApiBodyFormat? format, ConnectionSettings? settings, bool isStrict, out ReadOnlySpan<byte> utf8, out int maxDepth)
    {
        utf8 = default;
        // An artificial response has no body, and therefore no limits.
        maxDepth = settings?.MaxJsonDepth ?? 1;
        if (body is null || body.Bytes.IsEmpty)
            return new BodyViolation("the body is empty", null);
        if (body.IsIncomplete)
            return new BodyViolation("the body is incomplete", null);
        if (body.Encoding is { } encoding)
            return OfEncoding(encoding);

        var media = MediaType.Parse(body.ContentType);
        if (format?.Is(media, body.Bytes) == true)
        {
            var maxValues = settings?.MaxResponseValues ?? int.MaxValue;
            var wrong = format.TryGetJson(body.Bytes, media.Charset, isStrict, maxDepth, maxValues, out var json);
            maxDepth = format.JsonDepthOf(maxDepth);
            utf8 = json;
            return wrong;
        }

        if (format is { AllowsJson: false })
            return media.Type is null ? new BodyViolation("the body is not text", null) : OfType(media, "text");
        if (BodyText.TryGetUtf8(body.Bytes, media.Charset, isStrict, out utf8) is { } violation)
            return violation;
        return media.IsJson || (media.IsPlainText && LooksLikeJson(utf8))
            ? null
            : OfType(media, format is null ? "JSON" : "XML");
    }

    /// <summary>Whether a failed response says in its body that the token of the request has expired.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="code">The status code.</param>
    /// <param name="body">The body; null: it was not read.</param>
    /// <param name="expiry">The condition on the body.</param>
    /// <param name="settings">How deeply the body can be nested, and how many values it can have.</param>
    public static bool SaysExpired(ApiOperation operation, int code, ReceivedBody? body, BodyExpiry expiry, ConnectionSettings settings)
        => TryGetOutcome(body, operation.Outcomes?.Format, settings, out var utf8, out var maxDepth)
            // In the body of a success, the same values have another meaning.
            && !(IsResult(operation.FindStatus(code), code) && operation.Outcomes is { DecideSuccess: true } outcomes
                && outcomes.Read(utf8, maxDepth, false) is { IsSuccess: true })
            && expiry.IsIn(utf8, maxDepth);

    /// <summary>The row of the reference, or null.</summary>
    public static ApiStatus? MeaningOf(object? ending) => ending as ApiStatus ?? (ending as StatedOutcome)?.Meaning;

    /// <summary>Whether a status is a success according to the code and the reference.</summary>
    public static bool IsResult(ApiStatus? meaning, int statusCode) => meaning?.IsResult ?? statusCode is >= 200 and <= 299;

    /// <summary>The violation in the body of a success that is only read to determine the success, or null.</summary>
    public BodyViolation? UnknownSuccess => IsSuccess && _isMalformed
        ? new BodyViolation(
            (Operation.Outcomes?.Format?.Unreadable ?? "the body is not JSON") + ", so it does not say whether the call succeeded", null)
        : null;

    private static object? EndingOf(
        ApiOperation operation, HttpResponseMessage message, ReceivedBody? body, ConnectionSettings settings, bool mayBeAnything, out bool hasFailed,
            out bool isMalformed)
    {
        var code = (int)message.StatusCode;
        var isResult = IsResult(operation.FindStatus(code), code);
        BodyOutcome? stated = null;
        isMalformed = false;
        if (operation.Outcomes is { } outcomes && (!isResult || (outcomes.DecideSuccess && code is >= 200 and <= 299)))
        {
            if (TryGetOutcome(body, outcomes.Format, settings, out var utf8, out var maxDepth))
            {
                stated = outcomes.Read(utf8, maxDepth, isResult && mayBeAnything);
                // A file can be JSON that is broken or says nothing about the call.
                isMalformed = !mayBeAnything && stated is null && FirstOf(utf8) == '{';
            }
            else
            {
                // A body with another media type, or one that cannot be decoded, can still say that the call failed.
                var firsts = outcomes.Format is { } format ? format.FirstCharacters : "{";
                isMalformed = IsUndecodableText(outcomes.Format, body)
                    || (!mayBeAnything && firsts.Length > 0 && body is { Bytes.IsEmpty: false } unread
                        && (unread.Encoding is not null || firsts.AsSpan().IndexOf(FirstOf(unread.Bytes)) >= 0));
            }
        }

        hasFailed = isResult && stated is { IsSuccess: false };
        if (isResult && !hasFailed)
            return operation.HasFurtherRows ? operation.FindStatus(code, false, null, null, message.ReasonPhrase, settings.Edition)
                : operation.FindStatus(code);
        var meaning = operation.FindStatus(code, hasFailed, stated?.ErrorCode, stated?.ErrorMessage, message.ReasonPhrase, settings.Edition);
        return stated is { } found && (found.ErrorCode ?? found.ErrorMessage) is not null
            ? new StatedOutcome(
                meaning, found.ErrorCode, found.ErrorMessage,
                operation.Outcomes!.HidesErrorCode ? null : ErrorText.OfCode(found.ErrorCode, message.RequestMessage),
                operation.Outcomes.HidesErrorMessage ? null : ErrorText.OfText(found.ErrorMessage, message.RequestMessage))
            : meaning;
    }

    // A body that is too large cannot decide, and is refused when it is read.
    private static bool TryGetOutcome(ReceivedBody? body, ApiBodyFormat? format, ConnectionSettings settings, out ReadOnlySpan<byte> utf8, out int maxDepth)
    {
        try
        {
            return TryGetJson(body, format, settings, isStrict: false, out utf8, out maxDepth) is null;
        }
        catch (JsonLimitException)
        {
            utf8 = default;
            maxDepth = 0;
            return false;
        }
    }

    // A body of text decides about every success, also of a download.
    private static bool IsUndecodableText(ApiBodyFormat? format, ReceivedBody? body)
    {
        if (format is not { AllowsJson: false } || body is not { Bytes.IsEmpty: false, IsIncomplete: false })
            return false;
        var media = MediaType.Parse(body.ContentType);
        return body.Encoding is not null ? media.Type is not null && format.MayBe(media)
            : format.Is(media, body.Bytes) && BodyText.TryDecode(body.Bytes, media.Charset, isStrict: false, out _) is not null;
    }

    private static BodyViolation TooManyValues { get; } = new("the body has more values than " + nameof(ApiClientOptions.MaxResponseValues) + " allows", null);

    private string? ContentHeader(string name) => ApiResponseHeaders.ValueOf(_message?.Content?.Headers, name);

    private static BodyViolation OfType(MediaType media, string expected = "JSON")
        => new("the content type is " + Printable.Quote(media.Type!) + ", not " + expected, null);

    private static BodyViolation OfEncoding(string encoding)
        => new("the body is encoded as " + Printable.Quote(encoding) + ", which the transport does not decode", null);

    private ReadOnlySpan<byte> Bytes => _body is null ? default : _body.Bytes;

    // An artificial response has no body, and therefore no limits.
    private int MaxRawBytes => _settings?.MaxErrorBodyBytes ?? 0;

    /// <summary>The zone of dates and times without one that the options of the client name, or null.</summary>
    public TimeZoneInfo? TimeZone => _settings?.TimeZone;

    private int MaxValues => _settings?.MaxResponseValues ?? int.MaxValue;

    private BodyViolation? TryReadRepaired<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int maxDepth, out T? value)
    {
        value = default;
        var repaired = UnicodeText.Repair(utf8);
        try
        {
            value = Parse(json, repaired, maxDepth);
            return null;
        }
        catch (ApiJsonException exception)
        {
            value = ReadLeniently(json, repaired, maxDepth);
            return new BodyViolation(exception.Message, exception);
        }
        catch (JsonLimitException)
        {
            return TooManyValues;
        }
    }

    private T? ReadLeniently<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int maxDepth)
    {
        return LenientJson.Read(json, utf8, maxDepth, MaxValues, TimeZone, _cancellationToken);
    }

    private T Parse<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int depth)
    {
        using var reading = JsonReading.Begin(MaxValues, TimeZone, _cancellationToken);
        if (_settings?.Drift?.BeginResponse(_message?.RequestMessage) is not { } drift)
            return json.Parse(utf8, depth);
        try
        {
            return drift.Parse(json, utf8, depth, "$");
        }
        finally
        {
            _settings.Drift!.Report(Operation, StatusCode, drift);
        }
    }

    /// <summary>Whether text is an object or a list in JSON.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<byte> utf8) => FirstOf(utf8) is '{' or '[';

    /// <summary>The first character other than JSON white space and a byte order mark, or '\0'.</summary>
    public static char FirstOf(ReadOnlySpan<byte> utf8)
    {
        foreach (var value in utf8)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF))
                return (char)value;
        }

        return '\0';
    }
}
