using System.Globalization;

namespace ApiSpec;

/// <summary>The headers of a reply are larger than <see cref="ApiClientOptions.MaxResponseHeaderBytes"/>, or than a handler of the user's allows.</summary>
/// <remarks>
/// Known where the transport tells: on .NET 8 and later, and on .NET Framework. In between, the call ends with an <see cref="ApiConnectionException"/>.
/// </remarks>
public sealed class ApiResponseHeadersTooLargeException : ApiCallException
{
    /// <summary>Makes the exception, for a test double that stands in for the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="limit">The limit in bytes; null: that of a handler.</param>
    /// <param name="innerException">What the transport has thrown; null: nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiResponseHeadersTooLargeException(ApiOperation operation, int? limit, Exception? innerException = null)
        : base(
            operation,
            operation + " was answered with headers larger than "
                + (limit is { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) + " bytes." : "the handler allows."),
            innerException)
        => Limit = limit;

    /// <summary>The limit in bytes; null when a handler or HttpClient of the user's has set it.</summary>
    public int? Limit { get; }
}
