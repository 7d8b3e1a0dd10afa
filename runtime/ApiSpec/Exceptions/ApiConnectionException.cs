namespace ApiSpec;

/// <summary>
/// There is no whole reply: the connection was refused, the name or the certificate is wrong, the reply broke off, or the client was disposed while the call
/// was in flight.
/// </summary>
/// <remarks>Whether the server has carried out the request is unknown; <see cref="ApiOperation.IsIdempotent"/> tells whether it may be repeated.</remarks>
public sealed class ApiConnectionException : ApiCallException
{
    internal ApiConnectionException(ApiOperation operation, string problem, Exception? innerException)
        : base(operation, operation + " has no reply: " + problem, innerException)
    {
    }

    internal static ApiConnectionException OfDisposedClient(ApiOperation operation, Exception? innerException)
        => new(operation, "The client was disposed while the call was in flight.", innerException);
}
