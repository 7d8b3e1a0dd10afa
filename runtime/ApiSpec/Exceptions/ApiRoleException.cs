namespace ApiSpec;

/// <summary>The operation needs a role that the caller does not have (<see cref="ApiRoleHandler"/>). Nothing was sent.</summary>
public sealed class ApiRoleException : ApiCallException
{
    internal ApiRoleException(ApiOperation operation, string[] callerRoles)
        : base(
            operation,
            operation + " was not called: it needs one of the roles " + string.Join(", ", operation.Roles) + ", and the caller has "
            + (callerRoles.Length == 0 ? "none" : string.Join(", ", callerRoles)) + ".",
            null)
        => CallerRoles = Array.AsReadOnly(callerRoles);

    /// <summary>The roles of the caller. Those that the operation needs are in <see cref="ApiOperation.Roles"/>.</summary>
    public IReadOnlyList<string> CallerRoles { get; }
}
