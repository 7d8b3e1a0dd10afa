using System.Globalization;

namespace ApiSpec;

/// <summary>
/// There was no complete response within the timeout of the client or of the call, a read of the body waited longer than
/// <see cref="ApiClientOptions.ReadTimeout"/> for the next bytes, or the login that the call needs took longer than its credential allows. The message names
/// the option and its value.
/// </summary>
public sealed class ApiTimeoutException : ApiCallException
{
    /// <summary>Creates the exception of a call without a response in time, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="timeout">The timeout that passed.</param>
    /// <param name="innerException">The exception of the transport, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiTimeoutException(ApiOperation operation, TimeSpan timeout, Exception? innerException = null)
        : this(operation, " was not answered within ", timeout, nameof(ApiClientOptions.Timeout), innerException)
    {
    }

    private ApiTimeoutException(ApiOperation operation, string problem, TimeSpan timeout, string option, Exception? innerException)
        : base(
            operation,
            operation + problem + timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s (" + option + ").",
            innerException)
        => Timeout = timeout;

    /// <summary>The timeout that passed.</summary>
    public TimeSpan Timeout { get; }

    internal static ApiTimeoutException OfLogin(ApiOperation operation, TimeSpan timeout)
        => new(operation, " was not sent: the login for it did not end within ", timeout, "loginTimeout", null);

    internal static ApiTimeoutException OfHttpClient(ApiOperation operation, TimeSpan timeout, Exception? innerException)
        => new(operation, " was not answered within ", timeout, "HttpClient.Timeout", innerException);

    internal static ApiTimeoutException OfRead(ApiOperation operation, TimeSpan timeout, bool isOfCall, Exception? innerException)
        => new(
            operation, " sent nothing more of its body within ", timeout,
            isOfCall ? nameof(ApiClientOptions.Timeout) : nameof(ApiClientOptions.ReadTimeout), innerException);
}
