namespace ApiSpec;

/// <summary>
/// The roles of the account that the code of a type or a method uses. There, they replace the roles of the project property <c>ApiSpecCallerRoles</c>
/// and of types around it.
/// </summary>
/// <remarks>
/// The attribute changes no call. The compiler warns of calls that these roles do not allow (APISPEC0400) where the project sets <c>ApiSpecCallerRoles</c>;
/// the value <c>*</c> turns the check on for code with this attribute alone.
/// </remarks>
/// <param name="roles">The names of the roles as the reference prints them; none: an account without a role.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor
        | AttributeTargets.Property,
    AllowMultiple = true,
    Inherited = false)]
public sealed class ApiCallerRolesAttribute(params string[] roles) : Attribute
{
    /// <summary>The names of the roles as the reference prints them; empty: an account without a role.</summary>
    public IReadOnlyList<string> Roles { get; } = roles ?? [];

    /// <summary>The short name of the API that is called, as in <see cref="ApiDescription.Id"/>; null: any API.</summary>
    public string? Api { get; set; }
}
