using System.Diagnostics.CodeAnalysis;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The response of a server to one call, with any status.</summary>
public abstract class ApiResponse
{
    private readonly object? _ending;

    // As received, and as shown from the first time that they are asked for.
    private object _headers;

    private protected ApiResponse(in ReceivedResponse received)
    {
        Operation = received.Operation;
        StatusCode = received.StatusCode;
        ReasonPhrase = received.ReasonPhrase;
        _headers = received.Headers;
        _ending = received.Ending;
        IsSuccess = received.IsSuccess;
    }

    /// <summary>The operation that was called.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The HTTP status code, documented or not.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// Whether the call succeeded: the status is 2xx, or the reference lists it as a result. If the reference says how a body reports a failure, the body must
    /// not report one.
    /// </summary>
    public bool IsSuccess { get; }

    /// <summary>Whether the reference lists the status, or the error code in the body, for this operation.</summary>
    public bool IsDocumented => Meaning is not null;

    /// <summary>The printed description of the status or of the error code in the body, or null.</summary>
    public ApiStatus? Meaning => ReceivedResponse.MeaningOf(_ending);

    /// <summary>
    /// The error code in the body of a failure, as sent, documented or not; null for a success, for a body without an error code, and if the reference does not
    /// say which
    /// member has it.
    /// </summary>
    public string? ErrorCode => (_ending as StatedOutcome)?.ErrorCode ?? (IsSuccess ? null : Meaning?.ErrorCode);

    /// <summary>
    /// The error message in the body of a failure, as sent by the server and in its language. Null for a success, for a body without a message, and
    /// if the
    /// reference does not say which member has it.
    /// </summary>
    public string? ErrorMessage => (_ending as StatedOutcome)?.ErrorMessage;

    /// <summary>
    /// Whether the same call may succeed later: as the reference says of the status or of the error code, and if it does not say, for the status codes 408, 429
    /// and 5xx.
    /// </summary>
    public bool IsTransient => !IsSuccess && (Meaning?.IsTransient ?? ApiOperation.IsTransientCode(StatusCode));

    /// <summary>
    /// The reason phrase of the status line; null or empty when the server sent none, as in HTTP/2 and later. If the reference does not list the status,
    /// secrets of the request are masked in it. It is null if the address or the body of the request has one.
    /// </summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers of the response and of its content.</summary>
    // Created when it is read, because it enumerates lists: see ListCopy.
    public ApiResponseHeaders Headers
    {
        get
        {
            var headers = _headers;
            if (headers is ReceivedHeaders received)
                _headers = headers = new ApiResponseHeaders(received);
            return (ApiResponseHeaders)headers;
        }
    }

    /// <summary>
    /// The body unchanged, for every response that is not a typed success; null otherwise, unless <see cref="ApiCallOptions.KeepRawBody"/> is set.
    /// </summary>
    public ApiRawBody? RawBody { get; private protected set; }

    /// <summary>Returns when the call succeeded.</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    public void EnsureSuccess()
    {
        if (!IsSuccess)
            throw CreateException();
    }

    /// <summary>Operation and status, such as <c>Tasks.GetRerunStart (section 9.6.8): 404 Not found</c>; never anything from the body.</summary>
    public override string ToString()
        => Operation + ": " + ApiStatus.TextOf(StatusCode) + (Meaning?.ErrorCode is { } error ? " with the error " + error : "")
            + (Meaning?.Message is { Length: > 0 } message ? " " + message : "");

    /// <summary>The body with its documented type: the body of a result, of a failure, or of this status.</summary>
    /// <param name="body">The body; the default of the type when this returns false.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <returns>Whether the response has a body that could be read and is of this type.</returns>
    public bool TryGetBody<T>([NotNullWhen(true)] out T? body)
    {
        if (FindBody() is T found)
        {
            body = found;
            return true;
        }

        body = default;
        return false;
    }

    /// <summary>Creates the exception that a call with this response throws. Test doubles throw it for a response of <c>Failure</c>.</summary>
    public abstract ApiException CreateException();

    /// <summary>The error code in the body, if logs and traces can show it, or null.</summary>
    internal string? ShownErrorCode => _ending is StatedOutcome stated ? stated.ShownCode : IsSuccess ? null : Meaning?.ErrorCode;

    /// <summary>The error message in the body, if logs and traces can show it, or null.</summary>
    internal string? ShownErrorMessage => (_ending as StatedOutcome)?.ShownMessage;

    /// <summary>Whether the reference says that a success has no body, unlike other successes.</summary>
    internal static bool IsDocumentedWithoutBody(ApiOperation operation, ApiStatus? meaning)
        => meaning is { MayLackBody: true } || operation.Method == HttpMethod.Head;

    /// <summary>Whether a result without a body means an empty list. A redirect does not.</summary>
    internal bool HasNoItems() => MayLackBody && StatusCode < 300;

    private protected bool MayLackBody => IsDocumentedWithoutBody(Operation, Meaning);

    private protected virtual object? FindBody() => null;
}
