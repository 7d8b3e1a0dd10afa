using System.Globalization;

namespace ApiSpec;

/// <summary>What was waited for did not come about within <see cref="ApiPollingOptions.Timeout"/>.</summary>
public sealed class ApiPollingTimeoutException : TimeoutException
{
    internal ApiPollingTimeoutException(TimeSpan timeout, int responseCount, object? lastResponse, Exception? innerException)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "What was waited for did not come about within {0:0.###} s; {1} responses arrived.",
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
