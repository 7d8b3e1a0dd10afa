using System.Globalization;
using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>
/// Decides after which results a call can be repeated, and how long to wait. All parts of the library that repeat calls use this rule.
/// </summary>
internal static class RetryRule
{
    private static readonly long LongestWait = (long)TimeSpan.MaxValue.TotalSeconds;

    /// <summary>Whether a call can be repeated after the result of an attempt. Does not check whether its content can be sent again.</summary>
    /// <remarks>
    /// An idempotent operation can be repeated after a lost response and after a transient status. Any other operation only after a status that the reference
    /// itself calls transient: the server has responded, and says that the same call can succeed later.
    /// </remarks>
    /// <param name="operation">The operation.</param>
    /// <param name="response">The response, or null.</param>
    /// <param name="exception">The exception of the transport or of the whole call, or null.</param>
    public static bool Allows(ApiOperation operation, HttpResponseMessage? response, Exception? exception)
    {
        if (exception is ApiException failure)
            return Allows(failure.Response);
        if (response is null)
            return operation.IsIdempotent && exception is not null && IsLost(exception);
        var code = (int)response.StatusCode;
        return operation.IsIdempotent ? operation.IsTransient(code) : operation.FindStatus(code)?.IsTransient == true;
    }

    /// <summary>Whether a call with this response can be repeated. The response also knows the error code in its body.</summary>
    /// <param name="response">The response.</param>
    public static bool Allows(ApiResponse response)
        => response.Operation.IsIdempotent ? response.IsTransient : !response.IsSuccess && response.Meaning?.IsTransient == true;

    /// <summary>The wait that a Retry-After header asks for: a number of seconds, or a date (RFC 9110, section 10.2.3).</summary>
    /// <param name="retryAfter">The value of the header, or null.</param>
    /// <param name="date">
    /// The Date header of the response, or null. A date is compared with it, so the clocks of this machine and the server can differ.
    /// </param>
    /// <param name="now">The time of this machine, for a response without a Date header.</param>
    /// <returns>The wait, never negative; null if there is no header, or its value is invalid.</returns>
    public static TimeSpan? ReadRetryAfter(string? retryAfter, string? date, DateTimeOffset now)
    {
        // A number has no limit, and a very long wait must not become no wait.
        if (retryAfter?.Length > 0 && retryAfter.All(static digit => digit is >= '0' and <= '9'))
            return long.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LongestWait
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        if (retryAfter is null || !HttpDateText.TryParse(retryAfter, out var moment))
            return null;
        var sent = date is not null && HttpDateText.TryParse(date, out var parsed) ? parsed : now;
        return moment > sent ? moment - sent : TimeSpan.Zero;
    }

    // After the client is disposed, a call cannot be repeated.
    private static bool IsLost(Exception exception) => exception switch
    {
        ApiConnectionException connection => !connection.IsOfDisposedClient,
        ApiTimeoutException => true,
        _ => TransportFailure.IsLostResponse(exception),
    };
}
