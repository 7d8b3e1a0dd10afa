namespace ApiSpec;

/// <summary>
/// The server's response contradicts the reference: it is not JSON, is missing a member, or has a member of another type or another content type.
/// </summary>
/// <remarks>The message names the operation, its section, and the position in the body with the kind of value, but never the content of strings.
/// If a list of pages would never end, or would lack items, it also names the request with the URL that logs show, and the number of the page. The first
/// page that was read is page 1.</remarks>
public sealed class ApiContractException : ApiCallException
{
    internal ApiContractException(
        ApiOperation operation, int statusCode, string violation, string? path, ApiRawBody? rawBody, Exception? innerException, string what = "a body")
        : base(
            operation,
            operation + " answered " + ApiStatus.TextOf(statusCode) + " with " + what + " that contradicts the reference: " + violation + ".",
            innerException)
    {
        StatusCode = statusCode;
        Path = path;
        RawBody = rawBody;
    }

    /// <summary>Creates the exception of a response that contradicts the reference, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="violation">The contradiction, as the end of a sentence without its full stop.</param>
    /// <param name="path">The place in the JSON body; null: the body as a whole.</param>
    /// <param name="rawBody">The body, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiContractException(ApiOperation operation, int statusCode, string violation, string? path = null, ApiRawBody? rawBody = null)
        : this(operation, statusCode, violation, path, rawBody, null)
    {
    }

    internal static ApiContractException OfMissingBody(ApiOperation operation, int statusCode, ApiRawBody? rawBody)
        => new(operation, statusCode, "there is no body", null, rawBody, null);

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The place in the JSON body, such as <c>$.data[3].name</c>, or null if the whole body is wrong.</summary>
    public string? Path { get; }

    /// <summary>The body unchanged, cut to the limit in the options, or null.</summary>
    public ApiRawBody? RawBody { get; }
}
