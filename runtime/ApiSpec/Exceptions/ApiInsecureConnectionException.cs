namespace ApiSpec;

/// <summary>
/// The request carries a credential, the address is plain HTTP to another machine, and <see cref="ApiClientOptions.RequireHttps"/> is set. Nothing was sent.
/// </summary>
public sealed class ApiInsecureConnectionException : ApiCallException
{
    /// <summary>Creates the exception, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiInsecureConnectionException(ApiOperation operation)
        : base(operation, operation + " was not called: RequireHttps forbids to send its credential over plain HTTP to another machine.", null)
    {
    }
}
