namespace ApiSpec;

/// <summary>
/// The roles that may call a method: a caller needs one of them. Generated methods have it if the reference names roles. Add it to your own method that calls
/// such a method, so that its callers need the roles as well.
/// </summary>
/// <remarks>
/// A method that makes several calls can have the attribute several times: a caller then needs one role of each. The attribute changes no call. With the
/// property <c>ApiSpecCallerRoles</c> the compiler warns of calls that the program's roles do not allow (APISPEC0400), and <c>apispec roles</c> reports from a
/// built assembly which roles its calls need.
/// </remarks>
/// <param name="roles">The names of the roles as the reference prints them.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = true, Inherited = true)]
public sealed class ApiRolesAttribute(params string[] roles) : Attribute
{
    /// <summary>The names of the roles as the reference prints them; empty: no role is needed.</summary>
    public IReadOnlyList<string> Roles { get; } = roles ?? [];

    /// <summary>The short name of the API that the roles belong to, as in <see cref="ApiDescription.Id"/>; null: the roles apply to any API.</summary>
    public string? Api { get; set; }
}
