using System.Globalization;

namespace ApiSpec;

/// <summary>The reply was not there, headers and body, within the timeout of the client or of the call.</summary>
public sealed class ApiTimeoutException : ApiCallException
{
    internal ApiTimeoutException(ApiOperation operation, TimeSpan timeout, Exception? innerException)
        : base(
            operation,
            operation + " was not answered within " + timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s.",
            innerException)
        => Timeout = timeout;

    /// <summary>The timeout that passed.</summary>
    public TimeSpan Timeout { get; }
}
