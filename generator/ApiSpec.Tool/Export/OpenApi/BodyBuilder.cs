using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns bodies into media types with schemas.</summary>
internal sealed class BodyBuilder(ExportContext context, SchemaBuilder schemas)
{
    public const string Json = "application/json";

    /// <summary>Returns the request body of a section; null: it has no body.</summary>
    public OpenApiRequestBody? RequestOf(SectionDeclaration section, string path)
    {
        if (section.Body is not { } body)
            return null;
        var resolved = CredentialParameters.Relaxed(context.Reference.Api, section, BodyReference.Resolve(context.Reference, body, isRequest: true));
        var content = Of(resolved, NameOf(section, "Body"), ReferenceEquals(resolved, body) ? path : null, path, isRequest: true);
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>(
                StringComparer.Ordinal) { [content.MediaType] = new OpenApiMediaType { Schema = content.Schema } },
        };
    }

    /// <summary>Returns the media type and the schema of a response body; null: no body.</summary>
    /// <param name="section">The section.</param>
    /// <param name="body">The body.</param>
    /// <param name="name">The role of the body in the section, for its name.</param>
    /// <param name="path">The file.</param>
    public BodyContent? ResponseOf(SectionDeclaration section, BodyDeclaration? body, string name, string path)
    {
        if (body is null)
            return null;
        var resolved = BodyReference.Resolve(context.Reference, body, isRequest: false);
        return Of(resolved, NameOf(section, name), ReferenceEquals(resolved, body) ? path : null, path, isRequest: false);
    }

    /// <summary>Returns the name of an element of an operation: <c>TasksListResponse</c>.</summary>
    public static string NameOf(SectionDeclaration section, string name) => section.Group + section.Method + name;

    private BodyContent Of(BodyDeclaration? body, string name, string? ownPath, string path, bool isRequest)
    {
        switch (body)
        {
            case { Format: BodyFormat.Xml } when BodyReference.TableOf(context.Reference, body) is { Rows: [{ IsRest: false } root], Scope: var scope }:
                return new BodyContent(BodyFormats.MediaTypeOf(BodyFormat.Xml), schemas.OfElement(root, scope, ownPath, isRequest));
            case { Kind: BodyKind.Members }:
                return new BodyContent(Json, schemas.OfTable(name, body.Members, ownPath, isRequest));
            case { Kind: BodyKind.Type, Type: { } type }:
                return new BodyContent(Json, schemas.OfType(type, path, body.Pointer));
            case { Kind: BodyKind.Media, MediaType: { } mediaType }:
                return new BodyContent(mediaType, Raw(mediaType));
            case { Kind: BodyKind.Form }:
                return new BodyContent(BodyFormats.MediaTypeOf(body.Format), Form(body, path));
            default:
                return new BodyContent(Json, new OpenApiSchema());
        }
    }

    private static OpenApiSchema Raw(string mediaType)
        => mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? new()
            : new() { Type = JsonSchemaType.String, Format = IsText(mediaType) ? null : "binary" };

    /// <summary>Whether the media type is text.</summary>
    public static bool IsText(string mediaType)
        => mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase);

    private OpenApiSchema Form(BodyDeclaration body, string path)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new SortedSet<string>(StringComparer.Ordinal),
        };
        var patterns = new List<(string Prefix, string Suffix)>();
        // Patterns exclude the names of the other fields.
        foreach (var row in context.View.Shown(body.Members).OrderBy(static row => row.IsPattern))
        {
            var type = context.Reference.Resolve(row.Type);
            // OpenAPI also sends a list as a field for each value (RFC 6570, section 3.2.8).
            var isRepeated = type.Kind is TypeKind.Repeat or TypeKind.Brackets;
            var sent = isRepeated ? row with { Type = type with { Kind = TypeKind.List } } : row;
            var schema = row.IsPattern ? schemas.AddPattern(form, sent, patterns, path) : schemas.OfRow(sent, path, isRequest: true);
            if ((isRepeated ? (schema as OpenApiSchema)?.Items : schema) is OpenApiSchema { Format: "byte" } file)
                file.Format = "binary";
            if (row.IsPattern)
                continue;
            var name = RowNames.Sent(row.Name, type);
            form.Properties[name] = schema;
            if (Presence.IsRequiredParameter(row))
                form.Required.Add(name);
        }

        return form;
    }
}

/// <summary>A body in one media type.</summary>
internal readonly record struct BodyContent(string MediaType, IOpenApiSchema Schema);
