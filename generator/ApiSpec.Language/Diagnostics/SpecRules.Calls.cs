namespace ApiSpec.Language.Diagnostics;

// 0400-0499: code that calls a generated client.
internal static partial class SpecRules
{
    public static readonly SpecRule CallerRoleMissing = new(
        "APISPEC0400", "Call that the caller's roles do not allow",
        "'{0}' needs {1}, but this code calls {2}; use an account with that role, or remove the call", SpecSeverity.Warning);
}
