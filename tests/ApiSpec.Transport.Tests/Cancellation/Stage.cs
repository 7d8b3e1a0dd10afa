namespace ApiSpec.Tests.Cancellation;

/// <summary>Where a call is when its caller cancels it.</summary>
public enum Stage
{
    Connecting,
    Sending,
    Headers,
    Body,
    ErrorBody,
    Elements,
    Download,
    RetryDelay,
    NextPage,
    NextPoll,
    PollingDelay,
}
