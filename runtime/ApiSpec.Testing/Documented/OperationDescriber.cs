using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>Describes operations in the words of the reference.</summary>
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
                .. operation.PathRows.Select(static row => Parameter("path", row)), .. operation.QueryRows.Select(static row => Parameter("query", row)),
                .. operation.HeaderRows.Select(static row => Parameter("header", row)),
            ],
            RequestBody = new BodyDescriber(operation.Api, isRequest: true).Describe(request),
            Statuses = operation.Statuses,
            ResponseBody = new BodyDescriber(operation.Api, isRequest: false).Describe(response),
            Examples = operation.Examples,
        };
    }

    private static DocumentedParameter Parameter(string place, RowDeclaration row)
        => new(place, row.Name, TypeNotation.Of(row), place == "path" || Presence.IsRequiredParameter(row), row.Description);
}
