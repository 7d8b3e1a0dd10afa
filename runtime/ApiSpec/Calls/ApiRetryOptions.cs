namespace ApiSpec;

/// <summary>How a client without a host repeats requests that failed (<see cref="ApiClientOptions.Retry"/>).</summary>
/// <remarks>
/// The rule is that of <see cref="ApiRequest.ShouldRetry"/>: a request of an idempotent operation is repeated after a lost response and after a transient
/// status, any other only after a status that the reference calls transient. A request with a stream that cannot be read twice is never repeated. All attempts
/// and the waits between them are within <see cref="ApiClientOptions.Timeout"/>.
/// </remarks>
public sealed class ApiRetryOptions
{
    /// <summary>How often a request is repeated at most, 1 to 100. 3 by default, which makes four attempts.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How long to wait before the first retry. Each further wait is twice as long; all of them differ by up to a quarter, so that clients do not all return at
    /// once. 2 s by default. If the response has a Retry-After header (RFC 9110, section 10.2.3), the client waits as long as the header says instead.
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
