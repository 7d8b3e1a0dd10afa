namespace ApiSpec;

/// <summary>
/// There is no whole reply: the connection was refused, the name or the certificate is wrong, the reply broke off, or the client was disposed while the call
/// was in flight.
/// </summary>
/// <remarks>Whether the server has carried out the request is unknown; <see cref="ApiOperation.IsIdempotent"/> tells whether it may be repeated.</remarks>
public sealed class ApiConnectionException : ApiCallException
{
    /// <summary>Makes the exception of a call without a whole response, for a test double that stands in for the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="problem">What happened, as a sentence.</param>
    /// <param name="innerException">What the transport has thrown; null: nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiConnectionException(ApiOperation operation, string problem, Exception? innerException = null)
        : base(operation, operation + " has no reply: " + problem, innerException)
    {
    }

    /// <summary>Whether the client was disposed, so that no later call can succeed.</summary>
    internal bool IsOfDisposedClient { get; private init; }

    internal static ApiConnectionException OfDisposedClient(ApiOperation operation, Exception? innerException)
        => new(operation, "The client was disposed while the call was in flight.", innerException) { IsOfDisposedClient = true };
}
