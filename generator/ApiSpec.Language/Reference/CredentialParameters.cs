using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Which parameters of a section a credential fills: a printed row with the name and the place of a way to log in is not an argument of the call, and a name
/// without a row is not undocumented.
/// </summary>
internal static class CredentialParameters
{
    /// <summary>
    /// The ways to log in that a section takes: those that it names, or those of the API file. An operation that issues a token takes none unless it says so.
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

    /// <summary>Whether a way of the API file is the one that a section names by its kind or its place.</summary>
    public static bool IsMeant(AuthenticationScheme reference, AuthenticationScheme scheme)
        => scheme.Kind == reference.Kind
            && (reference.Kind != AuthenticationKind.Fields || (reference.IsComputed ? scheme.IsComputed : scheme.Place == reference.Place));

    /// <summary>Whether a credential fills the query parameter of this name.</summary>
    public static bool FillQuery(ApiDeclaration? api, SectionDeclaration section, string name) => Fill(api, section, CredentialPlace.Query, name);

    /// <summary>Whether a credential fills the field of a form of this name.</summary>
    public static bool FillForm(ApiDeclaration? api, SectionDeclaration section, string name) => Fill(api, section, CredentialPlace.Form, name);

    /// <summary>Whether a credential fills the member of a body at this path, its names with dots between them.</summary>
    public static bool FillBody(ApiDeclaration? api, SectionDeclaration section, string path) => Fill(api, section, CredentialPlace.Body, path);

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

    /// <summary>The rows of a request body that the program gives: those that no credential fills, at any depth.</summary>
    public static EquatableArray<RowDeclaration> WithoutFilled(ApiDeclaration? api, SectionDeclaration section, EquatableArray<RowDeclaration> rows)
        => SchemesOf(api, section).Any(static scheme => scheme.Place == CredentialPlace.Body) ? WithoutFilled(api, section, rows, "") : rows;

    /// <summary>A request body in which the members that a credential fills may be missing: pages print them or leave them out.</summary>
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
