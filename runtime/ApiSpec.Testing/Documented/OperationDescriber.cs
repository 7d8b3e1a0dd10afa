using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>Describes operations in the words of the reference.</summary>
internal static class OperationDescriber
{
    public static DocumentedOperation Describe(StubOperation operation)
    {
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
            RequestBody = new BodyDescriber(operation.Api).Describe(BodyReference.Resolve(operation.Api, operation.Body, isRequest: true)),
            Statuses = operation.Statuses,
            ResponseBody = new BodyDescriber(operation.Api).Describe(BodyReference.Resolve(operation.Api, operation.Response, isRequest: false)),
            Examples = operation.Examples,
        };
    }

    private static DocumentedParameter Parameter(string place, RowDeclaration row)
        => new(place, row.Name, TypeNotation.Of(row), place == "path" || (!row.IsOptional && !Presence.IsConditional(row)), row.Description);
}
