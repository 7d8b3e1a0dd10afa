using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Specs;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>What all parts of one export share.</summary>
/// <param name="Project">The specs.</param>
/// <param name="Reference">The reference that is exported.</param>
/// <param name="Version">The version of OpenAPI.</param>
/// <param name="Edition">The only edition that is exported; null: what any edition has.</param>
internal sealed record ExportContext(SpecProject Project, ApiReference Reference, OpenApiSpecVersion Version, string? Edition)
{
    private readonly HashSet<Loss> _known = [];
    private readonly List<Loss> _losses = [];

    public TypeResolver Types { get; } = new(Reference);

    /// <summary>What the document cannot say, each once, in the order of the document.</summary>
    public IReadOnlyList<Loss> Losses => _losses;

    /// <summary>Whether the version has the keywords of JSON Schema 2020-12.</summary>
    public bool HasJsonSchema => Version != OpenApiSpecVersion.OpenApi3_0;

    /// <summary>Whether any body of the reference is XML, so that schemas say what is an attribute.</summary>
    public bool HasXml { get; } = (Reference.Api is { } api && HasXmlIn(api.Statuses, api.Error))
        || Reference.Sections.Any(static source => source.File.Section is { } section
            && HasXmlIn(section.Statuses.Rows, section.Body, section.Response, section.Error));

    /// <summary>Notes something that the document does not say.</summary>
    /// <param name="path">The file that says it.</param>
    /// <param name="pointer">Its element.</param>
    /// <param name="text">What is lost.</param>
    public void Lose(string path, string pointer, string text)
    {
        var loss = new Loss(path, Project.LineOf(path, pointer), text);
        if (_known.Add(loss))
            _losses.Add(loss);
    }

    /// <summary>What the edition that is exported has.</summary>
    public EditionView View { get; } = new(Reference, Edition);

    /// <summary>Adds an extension, if there is something to say.</summary>
    public static void Extend(IOpenApiExtensible element, string name, JsonNode? value)
    {
        if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
            return;
        element.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        element.Extensions["x-apispec-" + name] = new JsonNodeExtension(value);
    }

    /// <summary>Says which editions have an element, if not all do.</summary>
    public void ExtendEditions(IOpenApiExtensible element, EditionRange editions)
    {
        if (editions != EditionRange.All && Edition is null)
            Extend(element, "editions", EditionView.Of(editions).ToString());
    }

    /// <summary>A list of texts.</summary>
    public static JsonArray ListOf(IEnumerable<string> texts) => [.. texts.Select(static text => JsonValue.Create(text))];

    private static bool HasXmlIn(IEnumerable<StatusDeclaration> statuses, params BodyDeclaration?[] bodies)
        => bodies.Concat(statuses.Select(static status => status.Response)).Any(static body => body?.Format == BodyFormat.Xml);
}
