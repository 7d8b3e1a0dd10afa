namespace ApiSpec;

/// <summary>The server's reply contradicts the reference: it is no JSON, lacks a member, has one of another type, or another content type.</summary>
/// <remarks>The message names the operation, its section, the place in the body and what was found there, never the text of the server's strings.</remarks>
public sealed class ApiContractException : ApiCallException
{
    internal ApiContractException(ApiOperation operation, int statusCode, string violation, string? path, ApiRawBody? rawBody, Exception? innerException, string what = "a body")
        : base(
            operation,
            operation + " answered " + ApiStatus.TextOf(statusCode) + " with " + what + " that contradicts the reference: " + violation + ".",
            innerException)
    {
        StatusCode = statusCode;
        Path = path;
        RawBody = rawBody;
    }

    /// <summary>Makes the exception of a response that contradicts the reference, for a test double that stands in for the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="violation">What contradicts the reference, as the end of a sentence without its full stop.</param>
    /// <param name="path">The place in the JSON body; null: the body as a whole.</param>
    /// <param name="rawBody">The body; null: there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiContractException(ApiOperation operation, int statusCode, string violation, string? path = null, ApiRawBody? rawBody = null)
        : this(operation, statusCode, violation, path, rawBody, null)
    {
    }

    internal static ApiContractException OfMissingBody(ApiOperation operation, int statusCode, ApiRawBody? rawBody)
        => new(operation, statusCode, "there is no body", null, rawBody, null);

    /// <summary>The HTTP status code of the reply.</summary>
    public int StatusCode { get; }

    /// <summary>The place in the JSON body, such as <c>$.data[3].name</c>; null when the body as a whole is not what it should be.</summary>
    public string? Path { get; }

    /// <summary>The body as it came, cut to what the options allow to be kept; null when there was none.</summary>
    public ApiRawBody? RawBody { get; }
}
