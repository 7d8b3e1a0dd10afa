using System.Globalization;

namespace ApiSpec;

/// <summary>The condition was not met within <see cref="ApiPollingOptions.Timeout"/>.</summary>
public sealed class ApiPollingTimeoutException : TimeoutException
{
    /// <summary>Creates the exception, for test doubles of polling code.</summary>
    /// <param name="timeout">The timeout that passed.</param>
    /// <param name="responseCount">The number of responses that arrived.</param>
    /// <param name="lastResponse">The last of them; null: none arrived.</param>
    /// <param name="innerException">The failure of the last call, or the cancellation that ended the wait; null: none.</param>
    public ApiPollingTimeoutException(TimeSpan timeout, int responseCount, object? lastResponse = null, Exception? innerException = null)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "The condition was not met within {0:0.###} s; {1} responses arrived.",
                timeout.TotalSeconds,
                responseCount),
            innerException)
    {
        Timeout = timeout;
        ResponseCount = responseCount;
        LastResponse = lastResponse;
    }

    /// <summary>The timeout that passed.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The number of responses that arrived.</summary>
    public int ResponseCount { get; }

    /// <summary>The last response, of the type that was asked for; null when none came.</summary>
    public object? LastResponse { get; }
}
