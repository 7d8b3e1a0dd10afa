using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Which parameters of a section a credential fills: a printed row with the name and the place of a way to log in is not an argument of the call, and a name without a
/// row is not undocumented.
/// </summary>
internal static class CredentialParameters
{
    /// <summary>Whether a credential fills the query parameter of this name.</summary>
    public static bool FillQuery(ApiDeclaration? api, SectionDeclaration section, string name)
        => Schemes(api, section).Any(scheme => scheme.Kind == AuthenticationKind.Query && scheme.Names.Contains(name));

    /// <summary>Whether a credential fills the header of this name.</summary>
    public static bool FillHeader(ApiDeclaration? api, SectionDeclaration section, string name)
        => Schemes(api, section).Any(scheme => scheme.Kind switch
        {
            AuthenticationKind.Query => false,
            AuthenticationKind.Header => scheme.Names.Contains(name, StringComparer.OrdinalIgnoreCase),
            _ => string.Equals(scheme.Header ?? "Authorization", name, StringComparison.OrdinalIgnoreCase),
        });

    private static EquatableArray<AuthenticationScheme> Schemes(ApiDeclaration? api, SectionDeclaration section) => section.IsAnonymous ? [] : api?.Authentication ?? [];
}
