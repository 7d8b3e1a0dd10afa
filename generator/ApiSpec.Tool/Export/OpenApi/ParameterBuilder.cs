using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns the rows of paths, queries and headers into parameters.</summary>
internal sealed class ParameterBuilder(ExportContext context, SchemaBuilder schemas)
{
    // OpenAPI 3.1, 4.8.12.1: parameters with these names are ignored, because media types and security express the same.
    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    /// <summary>Returns the parameters of a section, except the ones that a credential fills.</summary>
    public IEnumerable<OpenApiParameter> Of(SectionDeclaration section, string path)
    {
        var api = context.Reference.Api;
        foreach (var row in context.View.Shown(section.PathRows))
            yield return Of(row, ParameterLocation.Path, path);
        foreach (var row in context.View.Shown(section.QueryRows).Where(row => !CredentialParameters.FillQuery(api, section, row.Name)))
            yield return Of(row, ParameterLocation.Query, path);
        var apiPath = context.Reference.Group.ApiFile?.Path ?? path;
        var sets = context.Reference.InheritedQueryRows(section).Where(row => context.View.Includes(row.Editions));
        foreach (var row in sets.Where(row => !CredentialParameters.FillQuery(api, section, row.Name)))
            yield return Of(row, ParameterLocation.Query, apiPath);
        var own = section.HeaderRows.Where(row => context.View.Includes(row.Editions)).Select(row => (Row: row, Path: path));
        var shared = RequestHeaders.Shared(api?.Headers ?? [], section, type => context.Reference.Resolve(type)).Select(row => (Row: row, Path: apiPath));
        foreach (var (row, file) in shared.Concat(own).Where(header => !header.Row.IsRest && !CredentialParameters.FillHeader(api, section, header.Row.Name)))
        {
            if (!IgnoredHeaders.Contains(row.Name))
                yield return Of(row, ParameterLocation.Header, file);
        }
    }

    private OpenApiParameter Of(RowDeclaration row, ParameterLocation location, string path)
    {
        var type = context.Reference.Resolve(row.Type);
        if (type.Kind == TypeKind.Nullable)
            type = context.Reference.Resolve(type.Arguments[0]);
        var parameter = new OpenApiParameter
        {
            Name = RowNames.Sent(row.Name, type),
            In = location,
            Required = location == ParameterLocation.Path || Presence.IsRequiredParameter(row),
            Description = SchemaBuilder.DescriptionOf(row),
            Deprecated = row.Deprecated is not null,
        };
        if (schemas.IsJsonText(row))
            parameter.Content = schemas.ContentOf(Bare(row), path, isRequest: true);
        else
            parameter.Schema = SchemaOf(row, type, path);
        AddStyle(parameter, type, location);
        if (type.Kind == TypeKind.Flag)
        {
            ExportContext.Extend(parameter, "flag", JsonValue.Create(true));
            context.Lose(path, row.Pointer, $"that the parameter '{row.Name}' has no value is in 'x-apispec-flag' only; the schema is a Boolean");
        }

        if (row.AllowsSlashes)
            context.Lose(path, row.Pointer, $"the value of '{row.Name}' can contain slashes, which OpenAPI would escape");
        if (row.IsPattern)
            context.Lose(path, row.Pointer, $"the name '{row.Name}' stands for any name that fits");
        return parameter;
    }

    private IOpenApiSchema SchemaOf(RowDeclaration row, TypeReference type, string path)
    {
        var value = Bare(row);
        return ItemOf(type) is { } item
            ? schemas.OfRow(value with { Type = new TypeReference { Kind = TypeKind.List, Arguments = [item] } }, path, isRequest: true)
            : schemas.OfRow(value, path, isRequest: true);
    }

    // The parameter itself has these values, so the schema does not repeat them.
    private static RowDeclaration Bare(RowDeclaration row)
        => row with { Description = null, When = null, RequiredWhen = null, OnlyWhen = null, Deprecated = null };

    // OpenAPI has no style for a list in brackets, which is a string.
    private static TypeReference? ItemOf(TypeReference type)
        => type is { Enclosure: null, Kind: TypeKind.List or TypeKind.Comma or TypeKind.Space or TypeKind.Pipe or TypeKind.Repeat or TypeKind.Brackets }
            ? type.Arguments[0]
            : null;

    private static void AddStyle(OpenApiParameter parameter, TypeReference type, ParameterLocation location)
    {
        if (location != ParameterLocation.Query || type.Enclosure is not null)
            return;
        (parameter.Style, parameter.Explode) = type.Kind switch
        {
            TypeKind.Comma => (ParameterStyle.Form, false),
            TypeKind.Space => (ParameterStyle.SpaceDelimited, false),
            TypeKind.Pipe => (ParameterStyle.PipeDelimited, false),
            TypeKind.List or TypeKind.Repeat or TypeKind.Brackets => (ParameterStyle.Form, true),
            _ => (parameter.Style, parameter.Explode),
        };
    }

    /// <summary>Adds the values of a usage example to the parameters.</summary>
    /// <param name="parameters">The parameters of the operation.</param>
    /// <param name="values">The names, locations and values in the example.</param>
    public static void AddExamples(
        IEnumerable<OpenApiParameter> parameters, IReadOnlyCollection<(ParameterLocation Location, string Name, string Text)> values)
    {
        foreach (var parameter in parameters)
        {
            var comparison = parameter.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            var given = values.Where(value => value.Location == parameter.In && string.Equals(value.Name, parameter.Name, comparison))
                .Select(static value => value.Text).ToList();
            if (given.Count == 0)
                continue;
            if (parameter.Content is { Count: > 0 } content)
                ((OpenApiMediaType)content.Values.First()).Example = JsonValues.OfExample(given[0]);
            else if (ExampleOf(parameter, given) is { } example)
                parameter.Example = example;
        }
    }

    private static JsonNode? ExampleOf(OpenApiParameter parameter, List<string> given)
    {
        var schema = parameter.Schema as OpenApiSchema;
        if (schema?.Type?.HasFlag(JsonSchemaType.Array) != true)
            return JsonValues.Of(schema, given[0]);
        var separator = parameter.Style switch { ParameterStyle.SpaceDelimited => ' ', ParameterStyle.PipeDelimited => '|', _ => ',' };
        IEnumerable<string> items = parameter.Explode ? given : given[0].Split(separator);
        return new JsonArray([.. items.Select(item => JsonValues.Of(schema.Items, item))]);
    }
}
