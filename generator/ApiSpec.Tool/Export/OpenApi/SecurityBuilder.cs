using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns authentication schemes into security schemes.</summary>
internal sealed class SecurityBuilder(ExportContext context, OpenApiDocument document)
{
    /// <summary>Adds the security of all operations, if the API file states it.</summary>
    public void AddToDocument()
    {
        if (RequirementsOf(context.Reference.Api?.Authentication ?? [], context.Reference.Group.ApiFile?.Path ?? "") is { Count: > 0 } requirements)
            document.Security = requirements;
    }

    /// <summary>Adds the security of an operation, if it differs from the API.</summary>
    public void AddTo(OpenApiOperation operation, SectionDeclaration section, string path)
    {
        // An empty list means the same as a missing one, but linters ask for one of the two.
        if (CredentialParameters.IsAnonymous(context.Reference.Api, section) || document.Security is null && section.Authentication is null)
            operation.Security = [];
        else if (section.Authentication is not null)
            operation.Security = RequirementsOf(CredentialParameters.SchemesOf(context.Reference.Api, section), path);
    }

    private List<OpenApiSecurityRequirement> RequirementsOf(IEnumerable<AuthenticationScheme> schemes, string path)
    {
        var requirements = new List<OpenApiSecurityRequirement>();
        foreach (var scheme in schemes)
        {
            var requirement = new OpenApiSecurityRequirement();
            foreach (var (name, security) in Of(scheme))
            {
                var id = Declare(name, security);
                requirement[new OpenApiSecuritySchemeReference(id, document)] = [];
            }

            if (requirement.Count > 0)
                requirements.Add(requirement);
            if (requirement.Count == 0 || scheme.IsComputed)
                context.Lose(path, scheme.Pointer, LossOf(scheme));
        }

        return requirements;
    }

    private static string LossOf(AuthenticationScheme scheme) => scheme.IsComputed
        ? "that the program computes the values of " + string.Join(" and ", scheme.Names) + " for each request is in words only"
        : "OpenAPI has no credential in a " + (scheme.Place == CredentialPlace.Form ? "form" : "body") + ", so that this way to log in is left out";

    private static IEnumerable<(string Name, OpenApiSecurityScheme Scheme)> Of(AuthenticationScheme scheme)
    {
        switch (scheme.Kind)
        {
            case AuthenticationKind.Basic:
                yield return ("basic", new() { Type = SecuritySchemeType.Http, Scheme = "basic" });
                break;
            case AuthenticationKind.Bearer:
                yield return ("bearer", new() { Type = SecuritySchemeType.Http, Scheme = "bearer" });
                break;
            case AuthenticationKind.Digest:
                yield return ("digest", new() { Type = SecuritySchemeType.Http, Scheme = "digest" });
                break;
            case AuthenticationKind.Session:
                yield return (scheme.Scheme ?? "session", Key(scheme.Header ?? "Authorization", ParameterLocation.Header, DescriptionOf(scheme)));
                break;
            case AuthenticationKind.Token when LocationOf(scheme.Place) is { } place:
                var name = scheme.Names.Count > 0 ? scheme.Names[0] : scheme.Header ?? "Authorization";
                yield return ("token", Key(name, place, DescriptionOf(scheme)));
                break;
            case AuthenticationKind.Fields when LocationOf(scheme.Place) is { } place:
                if (scheme.Names.Count == 0)
                    yield return ("cookie", Key("Cookie", ParameterLocation.Header, DescriptionOf(scheme)));
                foreach (var field in scheme.Names)
                    yield return (field, Key(field, place, scheme.IsComputed ? "Computed by the program for each request." : null));
                break;
        }
    }

    private static OpenApiSecurityScheme Key(string name, ParameterLocation place, string? description)
        => new() { Type = SecuritySchemeType.ApiKey, Name = name, In = place, Description = description };

    private static string DescriptionOf(AuthenticationScheme scheme)
    {
        var sent = scheme.Scheme is { } word ? $"`{word} <token>`" : "A token";
        var source = scheme.Operation is { } operation
            ? scheme.Kind == AuthenticationKind.Fields ? $"Cookies that {operation} sets." : $"{sent} that {operation} issues"
                + (scheme.Member is { } member ? $" in `{member}`." : ".")
            : scheme.IssuedIn is { } header ? $"{sent} that responses issue in the header {header}." : sent + ".";
        return scheme.LifetimeSeconds is { } lifetime ? source + $" It is valid for {lifetime} seconds." : source;
    }

    private static ParameterLocation? LocationOf(CredentialPlace place) => place switch
    {
        CredentialPlace.Header => ParameterLocation.Header,
        CredentialPlace.Query => ParameterLocation.Query,
        CredentialPlace.Cookie => ParameterLocation.Cookie,
        _ => null,
    };

    // Identical schemes are declared once; schemes that share a name get different ones.
    private string Declare(string wanted, OpenApiSecurityScheme scheme)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        var id = string.Concat(wanted.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_'));
        var allowed = id;
        for (var number = 2; document.Components.SecuritySchemes.TryGetValue(id, out var known) && !AreSame(known, scheme); number++)
            id = allowed + number;
        document.Components.SecuritySchemes[id] = scheme;
        return id;
    }

    private static bool AreSame(IOpenApiSecurityScheme one, OpenApiSecurityScheme other)
        => one.Type == other.Type && one.Name == other.Name && one.In == other.In && one.Scheme == other.Scheme && one.Description == other.Description;
}
