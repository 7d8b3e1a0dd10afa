namespace ApiSpec;

/// <summary>The operation needs a role that the caller does not have (<see cref="ApiRoleHandler"/>). Nothing was sent.</summary>
public sealed class ApiRoleException : ApiCallException
{
    /// <summary>Creates the exception, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="callerRoles">The roles of the caller.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ApiRoleException(ApiOperation operation, params string[] callerRoles)
        : base(operation, Describe(operation, callerRoles), null)
        => CallerRoles = Array.AsReadOnly(callerRoles);

    /// <summary>The roles of the caller. The roles of the operation are in <see cref="ApiOperation.Roles"/>.</summary>
    public IReadOnlyList<string> CallerRoles { get; }

    private static string Describe(ApiOperation operation, string[] callerRoles)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(callerRoles);
        return operation + " was not called: it needs one of the roles " + string.Join(", ", operation.RoleNames) + ", and the caller has "
            + (callerRoles.Length == 0 ? "none" : string.Join(", ", callerRoles)) + ".";
    }
}
