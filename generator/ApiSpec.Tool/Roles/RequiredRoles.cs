namespace ApiSpec.Tool.Roles;

/// <summary>The roles that a method requires of its caller.</summary>
/// <param name="Api">The short name of the API; null: the roles of any API.</param>
/// <param name="Roles">The roles, of which a caller needs one, in the order of the reference.</param>
internal sealed record RequiredRoles(string? Api, IReadOnlyList<string> Roles);

/// <summary>A call that needs a role.</summary>
/// <param name="Caller">The calling method, named as in source code: <c>Program.RunAsync</c>.</param>
/// <param name="Callee">The called method: <c>TasksClient.StopAsync</c>.</param>
/// <param name="Required">The required roles.</param>
internal sealed record RoleCall(string Caller, string Callee, RequiredRoles Required);
