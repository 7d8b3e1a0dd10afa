using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>Describes operations with the wording of the reference.</summary>
internal static class OperationDescriber
{
    public static DocumentedOperation Describe(StubOperation operation)
    {
        var request = BodyReference.Resolve(operation.Api, operation.Body, isRequest: true);
        var response = BodyReference.Resolve(operation.Api, operation.Response, isRequest: false);
        return new DocumentedOperation(operation.Id, operation.Method, operation.Template.ToString(), SampleRequests.Of(operation))
        {
            Api = operation.Api.Title ?? operation.Api.Id,
            Section = operation.Section,
            Title = operation.Title,
            Function = operation.Function,
            Roles = operation.Roles,
            Parameters =
            [
                .. operation.PathRows.Select(row => Parameter(operation, "path", row)),
                .. operation.QueryRows.Select(row => Parameter(operation, "query", row)),
                .. operation.HeaderRows.Select(row => Parameter(operation, "header", row)),
            ],
            RequestBody = new BodyDescriber(operation.Api, isRequest: true).Describe(request, operation.Declaration.Body?.Values ?? []),
            Statuses = operation.Statuses,
            ResponseBody = new BodyDescriber(operation.Api, isRequest: false).Describe(response, operation.PrintedValues),
            Examples = operation.Examples,
            Sources = [.. operation.Declaration.Sources.Select(static source => source.Text)],
            Notes = operation.Declaration.Notes,
            Errata = [.. operation.Errata.Select(Sentence)],
            Deprecated = operation.Declaration.Deprecated,
            CSharp = (operation.Declaration.Group, (operation.Declaration.CSharpName ?? operation.Declaration.Method) + "Async"),
        };
    }

    private static string Sentence(Erratum erratum)
        => erratum.Printed is null ? $"The examples lack '{erratum.Here}'." : $"The reference prints '{erratum.Printed}'; the spec has '{erratum.Here}'.";

    private static DocumentedParameter Parameter(StubOperation operation, string place, RowDeclaration row)
    {
        var isRequired = place == "path" || Presence.IsRequiredParameter(row);
        var notation = ValueNotation.Of(operation.Api, row, isRequired);
        var isOfCredential = place switch
        {
            "query" => operation.IsFilledByCredential(row.Name),
            "header" => CredentialParameters.FillHeader(operation.Api.Api, operation.Declaration, row.Name) || IsCredentialHeader(row.Name),
            _ => false,
        };
        return new DocumentedParameter(place, row.Name, TypeNotation.Of(row), isRequired, row.Description)
        {
            Value = notation with { IsOfCredential = isOfCredential, IsSecret = notation.IsSecret || isOfCredential },
        };
    }

    private static bool IsCredentialHeader(string name)
        => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
}
