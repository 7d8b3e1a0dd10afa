namespace ApiSpec;

/// <summary>There is no whole reply: the connection was refused, the name or the certificate is wrong, or the reply broke off.</summary>
/// <remarks>Whether the server has carried out the request is unknown; <see cref="ApiOperation.IsIdempotent"/> tells whether it may be repeated.</remarks>
public sealed class ApiConnectionException : ApiCallException
{
    internal ApiConnectionException(ApiOperation operation, string problem, Exception? innerException)
        : base(operation, operation + " has no reply: " + problem, innerException)
    {
    }
}
