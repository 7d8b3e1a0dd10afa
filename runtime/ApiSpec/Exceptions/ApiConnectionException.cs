namespace ApiSpec;

/// <summary>
/// There is no complete response. The connection was refused, the host name or the certificate is wrong, the response broke off, or the client was disposed of
/// during the call.
/// </summary>
/// <remarks>It is unknown whether the server has processed the request. <see cref="ApiOperation.IsIdempotent"/> says whether you can repeat it.</remarks>
public sealed class ApiConnectionException : ApiCallException
{
    /// <summary>Creates the exception of a call without a whole response, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="problem">What happened, as a sentence.</param>
    /// <param name="innerException">The exception of the transport, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiConnectionException(ApiOperation operation, string problem, Exception? innerException = null)
        : base(operation, operation + " got no complete response: " + problem, innerException)
    {
    }

    /// <summary>Whether the client was disposed, so that no later call can succeed.</summary>
    internal bool IsOfDisposedClient { get; private init; }

    internal static ApiConnectionException OfDisposedClient(ApiOperation operation, Exception? innerException)
        => new(operation, "The client was disposed while the call was in flight.", innerException) { IsOfDisposedClient = true };
}
