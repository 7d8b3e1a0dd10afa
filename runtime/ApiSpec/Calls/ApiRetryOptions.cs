namespace ApiSpec;

/// <summary>How a client repeats failed requests (<see cref="ApiClientOptions.Retry"/>). Clients from dependency injection ignore these options.</summary>
/// <remarks>
/// The rules are those of <see cref="ApiRequest.ShouldRetry"/>. The request of an idempotent operation is repeated after a lost response and after a transient
/// status. Any other request is only repeated after a status that the reference calls transient. A request with a stream that cannot be read twice is never
/// repeated. All attempts and the waits between them are within <see cref="ApiClientOptions.Timeout"/>.
/// </remarks>
public sealed class ApiRetryOptions
{
    /// <summary>The maximum number of retries of a request, 1 to 100. 3 by default, so there are up to four attempts.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The wait before the first retry. Each further wait is twice as long. Each wait varies by up to a quarter, so that clients do not all return at the same
    /// time. 2 s by default. If the response has a Retry-After header (RFC 9110, section 10.2.3), the client waits as long as the header says instead.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest wait. 30 s by default. If a Retry-After header asks for a longer one, or the timeout of the call would pass in the meantime, the request is
    /// not repeated and the call ends with the response.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    internal Transport.RetryLoop ToLoop(string parameterName) => new(this, parameterName);
}
