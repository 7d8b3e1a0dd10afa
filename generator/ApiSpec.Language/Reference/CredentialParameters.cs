using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Determines which parameters of a section a credential fills. A printed row with the name and the place of an authentication scheme is not an argument of the
/// call, and such a name without a row is not undocumented.
/// </summary>
internal static class CredentialParameters
{
    /// <summary>
    /// Returns the authentication schemes of a section: its own, or those from the API file. An operation that issues a token has none unless its section
    /// states one.
    /// </summary>
    public static IEnumerable<AuthenticationScheme> SchemesOf(ApiDeclaration? api, SectionDeclaration section)
    {
        var shared = api?.Authentication ?? [];
        if (section.Authentication is not { } own)
            return Issues(shared, section.Id) ? [] : shared;
        return own.SelectMany(scheme => scheme.IsReference ? shared.Where(candidate => IsMeant(scheme, candidate)) : [scheme]);
    }

    /// <summary>Whether requests of the section carry no credential.</summary>
    public static bool IsAnonymous(ApiDeclaration? api, SectionDeclaration section)
        => section.Authentication is { Count: 0 } || (section.Authentication is null && Issues(api?.Authentication ?? [], section.Id));

    /// <summary>Whether a section that names a scheme by its kind or its place means this scheme of the API file.</summary>
    public static bool IsMeant(AuthenticationScheme reference, AuthenticationScheme scheme)
        => scheme.Kind == reference.Kind
            && (reference.Kind != AuthenticationKind.Fields || (reference.IsComputed ? scheme.IsComputed : scheme.Place == reference.Place));

    /// <summary>Whether a credential fills the query parameter of this name.</summary>
    public static bool FillQuery(ApiDeclaration? api, SectionDeclaration section, string name) => Fill(api, section, CredentialPlace.Query, name);

    /// <summary>Whether a credential fills the form field of this name.</summary>
    public static bool FillForm(ApiDeclaration? api, SectionDeclaration section, string name) => Fill(api, section, CredentialPlace.Form, name);

    /// <summary>Whether a credential fills the body member at this path, whose names are separated by dots.</summary>
    public static bool FillBody(ApiDeclaration? api, SectionDeclaration section, string path) => Fill(api, section, CredentialPlace.Body, path);

    /// <summary>Whether a credential fills the body member at this path, or a member inside it.</summary>
    public static bool FillInBody(ApiDeclaration? api, SectionDeclaration section, string path)
        => SchemesOf(api, section).Any(scheme => scheme.Place == CredentialPlace.Body
            && scheme.Names.Any(name => name == path || name.StartsWith(path + ".", StringComparison.Ordinal)));

    /// <summary>Whether a credential fills the parameter, field or member of this name.</summary>
    public static bool Fill(ApiDeclaration? api, SectionDeclaration section, string name)
        => FillQuery(api, section, name) || FillForm(api, section, name) || FillBody(api, section, name);

    /// <summary>Whether a credential fills the header of this name.</summary>
    public static bool FillHeader(ApiDeclaration? api, SectionDeclaration section, string name)
        => SchemesOf(api, section).Any(scheme => scheme.Place == CredentialPlace.Cookie
            ? string.Equals(name, "Cookie", StringComparison.OrdinalIgnoreCase)
            : scheme.Place == CredentialPlace.Header
                && (scheme.Names.Count > 0
                    ? scheme.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
                    : string.Equals(scheme.Header ?? "Authorization", name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Returns the rows of a request body that the program sets, without the rows that a credential fills, at any depth.</summary>
    public static EquatableArray<RowDeclaration> WithoutFilled(ApiDeclaration? api, SectionDeclaration section, EquatableArray<RowDeclaration> rows)
        => SchemesOf(api, section).Any(static scheme => scheme.Place == CredentialPlace.Body) ? WithoutFilled(api, section, rows, "") : rows;

    /// <summary>Returns a request body whose credential members are optional, because pages print them or leave them out.</summary>
    public static BodyDeclaration? Relaxed(ApiDeclaration? api, SectionDeclaration section, BodyDeclaration? body)
        => body is { Kind: BodyKind.Members } && SchemesOf(api, section).Any(static scheme => scheme.Place == CredentialPlace.Body)
            ? body with { Members = Relaxed(api, section, body.Members, "") }
            : body;

    private static EquatableArray<RowDeclaration> WithoutFilled(
        ApiDeclaration? api, SectionDeclaration section, EquatableArray<RowDeclaration> rows, string path)
        => rows.Where(row => !FillBody(api, section, path + row.Name))
            .Select(row => row.Members.Count == 0 ? row : row with { Members = WithoutFilled(api, section, row.Members, path + row.Name + ".") })
            .ToEquatableArray();

    private static EquatableArray<RowDeclaration> Relaxed(ApiDeclaration? api, SectionDeclaration section, EquatableArray<RowDeclaration> rows, string path)
        => rows.Select(row => row with
        {
            IsOptional = row.IsOptional || FillBody(api, section, path + row.Name),
            Members = Relaxed(api, section, row.Members, path + row.Name + "."),
        }).ToEquatableArray();

    private static bool Fill(ApiDeclaration? api, SectionDeclaration section, CredentialPlace place, string name)
        => SchemesOf(api, section).Any(scheme => scheme.Place == place && scheme.Names.Contains(name));

    private static bool Issues(EquatableArray<AuthenticationScheme> schemes, string operation)
        => schemes.Any(scheme => string.Equals(scheme.Operation, operation, StringComparison.Ordinal));
}
