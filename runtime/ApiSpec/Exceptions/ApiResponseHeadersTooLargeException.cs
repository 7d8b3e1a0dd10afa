using System.Globalization;

namespace ApiSpec;

/// <summary>The headers of a response exceed <see cref="ApiClientOptions.MaxResponseHeaderBytes"/>, or the limit of your own handler.</summary>
/// <remarks>
/// Only reported by the transports of .NET 8 and later, and of .NET Framework. On versions in between, the call throws an <see cref="ApiConnectionException"/>.
/// </remarks>
public sealed class ApiResponseHeadersTooLargeException : ApiCallException
{
    /// <summary>Creates the exception, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="limit">The limit in bytes, or null if it is the limit of a handler.</param>
    /// <param name="innerException">The exception of the transport, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiResponseHeadersTooLargeException(ApiOperation operation, int? limit, Exception? innerException = null)
        : base(
            operation,
            operation + " was answered with headers larger than "
                + (limit is { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) + " bytes." : "the handler allows."),
            innerException)
        => Limit = limit;

    /// <summary>The limit in bytes; null if it is the limit of your own handler or HttpClient.</summary>
    public int? Limit { get; }
}
