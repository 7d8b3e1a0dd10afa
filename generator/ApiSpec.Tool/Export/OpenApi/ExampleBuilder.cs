using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Testing;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Adds the usage examples of pages to an operation.</summary>
internal sealed class ExampleBuilder(ExportContext context)
{
    /// <summary>Adds the examples of a section. Examples without complete JSON are recorded as losses.</summary>
    public void AddTo(OpenApiOperation operation, IEnumerable<OpenApiParameter> parameters, SpecSource source)
    {
        var section = source.File.Section!;
        var examples = DocumentedExamples.Of(section).ToList();
        for (var i = 0; i < examples.Count; i++)
        {
            var name = examples.Count == 1 ? "example" : "example" + (i + 1).ToString(CultureInfo.InvariantCulture);
            var (declaration, example) = examples[i];
            if (example.Request is { } request)
            {
                if (i == 0)
                    ParameterBuilder.AddExamples(parameters, ValuesOf(section, request));
                if (request.Body is { } sent)
                    Add(operation.RequestBody?.Content, name, example.Title, sent, source.Path, declaration.Pointer + "/request body");
            }

            if (example.Response is { Body: { } body } response)
                Add(FindContent(operation, response.StatusCode), name, example.Title, body, source.Path, declaration.Pointer + "/response body");
        }
    }

    private static IDictionary<string, IOpenApiMediaType>? FindContent(OpenApiOperation operation, int code)
    {
        var text = code.ToString(CultureInfo.InvariantCulture);
        return new[] { text, text[0] + "XX", "default" }
            .Select(key => operation.Responses!.TryGetValue(key, out var response) ? response.Content : null)
            .FirstOrDefault(static content => content is { Count: > 0 });
    }

    private void Add(IDictionary<string, IOpenApiMediaType>? content, string name, string? title, string text, string path, string pointer)
    {
        if (content?.Values.FirstOrDefault() is not OpenApiMediaType media)
        {
            context.Lose(path, pointer, "the example is left out, because it has a body and the status does not");
            return;
        }

        if (ValueOf(content.Keys.First(), media.Schema, text) is not { } value)
        {
            context.Lose(path, pointer, "the example is not written whole in the format of the body, so that it is left out");
            return;
        }

        media.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        media.Examples[name] = new OpenApiExample { Summary = title, Value = value };
    }

    private static JsonNode? ValueOf(string mediaType, IOpenApiSchema? schema, string text) => BodyFormats.FormOf(mediaType) switch
    {
        BodyFormat.Form => FormOf(schema, text.Trim()),
        BodyFormat.Multipart => null,
        _ => mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? JsonValues.OfExample(text) : JsonValue.Create(text.Trim()),
    };

    private static JsonObject FormOf(IOpenApiSchema? form, string text)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in QueryText.Parse(text.Replace('+', ' ')))
            fields[name] = JsonValues.Of(form?.Properties is { } known && known.TryGetValue(name, out var field) ? field : null, value);
        return fields;
    }

    private static List<(ParameterLocation Location, string Name, string Text)> ValuesOf(SectionDeclaration section, ExampleRequest request)
    {
        var question = request.Target.IndexOf('?', StringComparison.Ordinal);
        var path = PrintedPath.WithoutAuthority(new PastedPart(question < 0 ? request.Target : request.Target[..question], 0));
        var values = (PrintedPath.Match(section, path) ?? PrintedPath.MatchEnd(section, path) ?? [])
            .Where(static value => !Elision.Is(value.Value.Text))
            .Select(static value => (ParameterLocation.Path, value.Row.Name, Uri.UnescapeDataString(value.Value.Text)));
        return [
            .. values,
            .. request.Query.Select(static field => (ParameterLocation.Query, field.Key, field.Value)),
            .. request.Headers.Select(static field => (ParameterLocation.Header, field.Key, field.Value)),
        ];
    }
}
