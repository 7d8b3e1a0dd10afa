using System.Globalization;

namespace ApiSpec;

/// <summary>What was waited for did not come about within <see cref="ApiPollingOptions.Timeout"/>.</summary>
public sealed class ApiPollingTimeoutException : TimeoutException
{
    internal ApiPollingTimeoutException(TimeSpan timeout, int answers, object? lastAnswer, Exception? innerException)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "What was waited for did not come about within {0:0.###} s; {1} answers came.",
                timeout.TotalSeconds,
                answers),
            innerException)
    {
        Timeout = timeout;
        Answers = answers;
        LastAnswer = lastAnswer;
    }

    /// <summary>The timeout that passed.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>How many answers came.</summary>
    public int Answers { get; }

    /// <summary>The last answer, of the type that was asked for; null when none came.</summary>
    public object? LastAnswer { get; }
}
