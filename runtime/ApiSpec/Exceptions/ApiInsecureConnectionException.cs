namespace ApiSpec;

/// <summary>The request carries a credential, the address is plain HTTP to another machine, and <see cref="ApiClientOptions.RequireHttps"/> is set. Nothing was sent.</summary>
public sealed class ApiInsecureConnectionException : ApiCallException
{
    internal ApiInsecureConnectionException(ApiOperation operation)
        : base(operation, operation + " was not called: RequireHttps forbids to send its credential over plain HTTP to another machine.", null)
    {
    }
}
