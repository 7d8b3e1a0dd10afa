namespace ApiSpec.Tool.Roles;

/// <summary>What a method needs of its caller.</summary>
/// <param name="Api">The short name of the API; null: the roles are those of any.</param>
/// <param name="Roles">The roles, of which a caller needs one, in the order of the reference.</param>
internal sealed record RequiredRoles(string? Api, IReadOnlyList<string> Roles);

/// <summary>A call that needs a role.</summary>
/// <param name="Caller">The method that calls, as people write its name: <c>Program.RunAsync</c>.</param>
/// <param name="Callee">The method that is called: <c>TasksClient.StopAsync</c>.</param>
/// <param name="Required">What it needs.</param>
internal sealed record RoleCall(string Caller, string Callee, RequiredRoles Required);
