using System.Globalization;

namespace ApiSpec;

/// <summary>
/// The body of a successful response exceeds <see cref="ApiClientOptions.MaxResponseBytes"/> or <see cref="ApiClientOptions.MaxResponseValues"/>. If elements
/// are read one by one, a single element exceeds the limit.
/// </summary>
public sealed class ApiResponseTooLargeException : ApiCallException
{
    /// <summary>Creates the exception of a body with too many bytes, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="limit">The limit in bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiResponseTooLargeException(ApiOperation operation, int statusCode, int limit)
        : this(operation, statusCode, limit, "a body")
    {
    }

    internal ApiResponseTooLargeException(ApiOperation operation, int statusCode, int limit, string what)
        : this(operation, statusCode, limit, what + " larger than " + limit.ToString(CultureInfo.InvariantCulture)
            + " bytes.", nameof(ApiClientOptions.MaxResponseBytes))
    {
    }

    private ApiResponseTooLargeException(ApiOperation operation, int statusCode, int limit, string what, string option)
        : base(operation, operation + " answered " + ApiStatus.TextOf(statusCode) + " with " + what, null)
    {
        StatusCode = statusCode;
        Limit = limit;
        Option = option;
    }

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The limit: in bytes after decompression, or in values.</summary>
    public int Limit { get; }

    /// <summary>The name of the option that sets the limit: <c>MaxResponseBytes</c> or <c>MaxResponseValues</c>.</summary>
    public string Option { get; }

    internal static ApiResponseTooLargeException OfValues(ApiOperation operation, int statusCode, int limit, string what = "a body")
        => new(
            operation,
            statusCode,
            limit,
            what + " of more than " + limit.ToString(CultureInfo.InvariantCulture) + " values; ApiClientOptions." + nameof(ApiClientOptions.MaxResponseValues)
                + " sets the limit.",
            nameof(ApiClientOptions.MaxResponseValues));
}
