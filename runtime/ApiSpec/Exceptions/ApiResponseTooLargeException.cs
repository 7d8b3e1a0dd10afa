namespace ApiSpec;

/// <summary>
/// The body of a successful reply is larger than <see cref="ApiClientOptions.MaxResponseBytes"/>; or one of its elements is, where they are read one by one.
/// </summary>
public sealed class ApiResponseTooLargeException : ApiCallException
{
    internal ApiResponseTooLargeException(ApiOperation operation, int statusCode, int limit, string what = "a body")
        : base(
            operation,
            operation + " answered " + ApiStatus.TextOf(statusCode) + " with " + what + " larger than "
                + limit.ToString(System.Globalization.CultureInfo.InvariantCulture) + " bytes.",
            null)
    {
        StatusCode = statusCode;
        Limit = limit;
    }

    /// <summary>The HTTP status code of the reply.</summary>
    public int StatusCode { get; }

    /// <summary>The limit in bytes, after decompression.</summary>
    public int Limit { get; }
}
