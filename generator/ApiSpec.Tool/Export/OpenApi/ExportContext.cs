using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Specs;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>The state that all parts of one export share.</summary>
/// <param name="Project">The specs.</param>
/// <param name="Reference">The exported reference.</param>
/// <param name="Version">The version of OpenAPI.</param>
/// <param name="Edition">The exported edition; null: all editions.</param>
internal sealed record ExportContext(SpecProject Project, ApiReference Reference, OpenApiSpecVersion Version, string? Edition)
{
    private readonly HashSet<Loss> _known = [];
    private readonly List<Loss> _losses = [];

    public TypeResolver Types { get; } = new(Reference);

    /// <summary>The facts that the document cannot express, each once, in the order of the document.</summary>
    public IReadOnlyList<Loss> Losses => _losses;

    /// <summary>Whether the version has the keywords of JSON Schema 2020-12.</summary>
    public bool HasJsonSchema => Version != OpenApiSpecVersion.OpenApi3_0;

    /// <summary>Whether any body of the reference is XML, so that schemas mark attributes.</summary>
    public bool HasXml { get; } = (Reference.Api is { } api && HasXmlIn(api.Statuses, api.Error))
        || Reference.Sections.Any(static source => source.File.Section is { } section
            && HasXmlIn(section.Statuses.Rows, section.Body, section.Response, section.Error));

    /// <summary>Records a fact that the document does not express.</summary>
    /// <param name="path">The file with the fact.</param>
    /// <param name="pointer">Its element.</param>
    /// <param name="text">The lost fact.</param>
    public void Lose(string path, string pointer, string text)
    {
        var loss = new Loss(path, Project.LineOf(path, pointer), text);
        if (_known.Add(loss))
            _losses.Add(loss);
    }

    /// <summary>The view of the exported edition.</summary>
    public EditionView View { get; } = new(Reference, Edition);

    /// <summary>Adds an extension, if it has a value.</summary>
    public static void Extend(IOpenApiExtensible element, string name, JsonNode? value)
    {
        if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
            return;
        element.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        element.Extensions["x-apispec-" + name] = new JsonNodeExtension(value);
    }

    /// <summary>Adds the editions of an element, if not all editions have it.</summary>
    public void ExtendEditions(IOpenApiExtensible element, EditionRange editions)
    {
        if (editions != EditionRange.All && Edition is null)
            Extend(element, "editions", EditionView.Of(editions).ToString());
    }

    /// <summary>Returns a JSON array of strings.</summary>
    public static JsonArray ListOf(IEnumerable<string> texts) => [.. texts.Select(static text => JsonValue.Create(text))];

    private static bool HasXmlIn(IEnumerable<StatusDeclaration> statuses, params BodyDeclaration?[] bodies)
        => bodies.Concat(statuses.Select(static status => status.Response)).Any(static body => body?.Format == BodyFormat.Xml);
}
