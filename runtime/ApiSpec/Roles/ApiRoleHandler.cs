namespace ApiSpec;

/// <summary>
/// Refuses calls that the roles of the caller do not allow, before they are sent. The server decides in the end. The handler only reports it earlier, with the
/// reason.
/// </summary>
/// <remarks>
/// The reference prints the roles of each operation (<see cref="ApiOperation.Roles"/>). Everyone can call an operation without roles. A request that no
/// generated client made passes unchanged. A credential that has to log in does so before its call reaches a handler.
/// </remarks>
public sealed class ApiRoleHandler : DelegatingHandler
{
    private readonly string[] _roles;

    /// <summary>Creates a handler for a pipeline that sets the inner handler, such as the pipeline of an <c>IHttpClientBuilder</c>.</summary>
    /// <param name="roles">The roles of the caller, as the reference prints them; none: only operations without roles can be called.</param>
    /// <exception cref="ArgumentException">A role is null or empty.</exception>
    public ApiRoleHandler(params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (Array.Exists(roles, string.IsNullOrEmpty))
            throw new ArgumentException("The name of a role cannot be empty.", nameof(roles));
        _roles = [.. roles];
    }

    /// <summary>Creates a handler in front of another.</summary>
    /// <param name="innerHandler">Sends the requests that are allowed.</param>
    /// <param name="roles">The roles of the caller, as the reference prints them; none: only operations without roles can be called.</param>
    /// <exception cref="ArgumentException">A role is null or empty.</exception>
    public ApiRoleHandler(HttpMessageHandler innerHandler, params string[] roles)
        : this(roles)
        => InnerHandler = innerHandler ?? throw new ArgumentNullException(nameof(innerHandler));

    /// <inheritdoc/>
    /// <exception cref="ApiRoleException">The operation needs a role that the caller does not have. Nothing was sent.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => FindRefusal(request) is { } refusal ? Task.FromException<HttpResponseMessage>(refusal) : base.SendAsync(request, cancellationToken);

#if NET
    /// <inheritdoc/>
    /// <exception cref="ApiRoleException">The operation needs a role that the caller does not have. Nothing was sent.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => FindRefusal(request) is { } refusal ? throw refusal : base.Send(request, cancellationToken);
#endif

    private ApiRoleException? FindRefusal(HttpRequestMessage request)
    {
        if (request is not ApiRequest { Operation: { Roles.Count: > 0 } operation })
            return null;
        for (var i = 0; i < operation.RoleNames.Length; i++)
        {
            if (Array.IndexOf(_roles, operation.RoleNames[i]) >= 0)
                return null;
        }

        return new ApiRoleException(operation, _roles);
    }
}
