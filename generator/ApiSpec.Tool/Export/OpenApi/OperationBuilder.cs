using System.Text.Json.Nodes;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns a section into an operation.</summary>
internal sealed class OperationBuilder(ExportContext context, OpenApiDocument document, SchemaBuilder schemas)
{
    private readonly ParameterBuilder _parameters = new(context, schemas);
    private readonly BodyBuilder _bodies = new(context, schemas);
    private readonly SecurityBuilder _security = new(context, document);
    private readonly ExampleBuilder _examples = new(context);

    /// <summary>Returns the operation of a section.</summary>
    /// <param name="source">The section.</param>
    /// <param name="renamed">The names of its placeholders in the document.</param>
    public OpenApiOperation Of(SpecSource source, IReadOnlyDictionary<string, string> renamed)
    {
        var section = source.File.Section!;
        var parameters = _parameters.Of(section, source.Path).ToList();
        var operation = new OpenApiOperation
        {
            OperationId = section.Group + "_" + section.Method,
            Summary = section.Title,
            Description = DescriptionOf(section),
            Deprecated = section.Deprecated is not null,
            Tags = new HashSet<OpenApiTagReference> { new(section.Group, document) },
            RequestBody = _bodies.RequestOf(section, source.Path),
            Responses = new ResponseBuilder(context, schemas, _bodies).Of(section, source.Path),
        };
        _examples.AddTo(operation, parameters, source);
        foreach (var parameter in parameters.Where(parameter => parameter.In == ParameterLocation.Path && renamed.ContainsKey(parameter.Name!)))
            parameter.Name = renamed[parameter.Name!];
        if (parameters.Count > 0)
            operation.Parameters = [.. parameters];
        _security.AddTo(operation, section, source.Path);
        AddExtensions(operation, section, source.Path);
        return operation;
    }

    private static string? DescriptionOf(SectionDeclaration section)
        => section.Deprecated is { Length: > 0 } deprecated
            ? string.Join("\n\n", new[] { section.Function, "Deprecated: " + deprecated }.OfType<string>())
            : section.Function;

    private void AddExtensions(OpenApiOperation operation, SectionDeclaration section, string path)
    {
        ExportContext.Extend(operation, "section", section.Section);
        ExportContext.Extend(operation, "source", ExportContext.ListOf(section.Sources.Select(static source => source.Text)));
        ExportContext.Extend(operation, "roles", ExportContext.ListOf(section.Roles));
        ExportContext.Extend(operation, "version", section.Version);
        ExportContext.Extend(operation, "idempotent", section.Idempotent is { } idempotent ? JsonValue.Create(idempotent) : null);
        ExportContext.Extend(operation, "paging", PagingOf(section));
        ExportContext.Extend(operation, "done-when", section.DoneWhen?.Text);
        ExportContext.Extend(operation, "json-prefix", section.JsonPrefix);
        if (section.JsonPrefix is { } prefix)
            context.Lose(path, "/" + FormatWords.JsonPrefix, $"that '{prefix}' is before the JSON of responses is in 'x-apispec-json-prefix' only");
        ExportContext.Extend(operation, "errata", new JsonArray([.. section.Errata.Select(ErratumOf)]));
        ExportContext.Extend(operation, "notes", section.Notes);
        context.ExtendEditions(operation, section.Editions);
        if (section.Editions != EditionRange.All && context.Edition is null)
            context.Lose(path, "/request", "which editions have the operation is in 'x-apispec-editions' only");
        if (section.DoneWhen is { } done)
            context.Lose(path, "/done when", $"that the response is final when {done} is in 'x-apispec-done-when' only");
        foreach (var choice in section.Choices)
            context.Lose(path, choice.Pointer, $"the rule over {string.Join(", ", choice.Names)} is in 'x-apispec-choices' only");
        ExportContext.Extend(operation, "choices", new JsonArray([.. section.Choices.Select(ChoiceOf)]));
    }

    private static JsonObject PagingOf(SectionDeclaration section)
    {
        var roles = new JsonObject();
        foreach (var role in section.Paging?.Roles ?? [])
            roles[role.Role] = role.Name;
        return roles;
    }

    private static JsonNode ErratumOf(Erratum erratum) => new JsonObject { ["printed"] = erratum.Printed, ["here"] = erratum.Here };

    private static JsonNode ChoiceOf(ParameterChoice choice)
    {
        var kind = choice.Kind.ToString();
        return new JsonObject { [char.ToLowerInvariant(kind[0]) + kind[1..]] = ExportContext.ListOf(choice.Names) };
    }
}
