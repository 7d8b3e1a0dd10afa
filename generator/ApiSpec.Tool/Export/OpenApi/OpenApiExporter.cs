using System.Text.Json.Nodes;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Tool.Specs;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Writes a reference as an OpenAPI document. Facts that OpenAPI cannot express are in <c>x-apispec-</c> extensions, and listed as losses.</summary>
internal sealed class OpenApiExporter(SpecProject project, ApiReference reference, OpenApiSpecVersion version, string? edition)
{
    private readonly ExportContext _context = new(project, reference, version, edition);

    /// <summary>The facts that the document cannot express, in the order of the document.</summary>
    public IReadOnlyList<Loss> Losses => _context.Losses;

    /// <summary>Returns the document.</summary>
    /// <exception cref="OperationCanceledException">The export was cancelled.</exception>
    public OpenApiDocument Export(CancellationToken cancellationToken)
    {
        var document = new OpenApiDocument { Info = Info(), Paths = [], Components = new OpenApiComponents() };
        document.Servers = [ServerOf(reference.Api?.Base)];
        new SecurityBuilder(_context, document).AddToDocument();
        var sections = _context.View.Sections.ToList();
        document.Tags = sections.Select(static source => source.File.Section!.Group).Distinct(StringComparer.Ordinal)
            .Select(static group => new OpenApiTag { Name = group }).ToHashSet();
        var schemas = new SchemaBuilder(_context, document);
        schemas.AddAll();
        AddOperations(document, sections, new OperationBuilder(_context, document, schemas), cancellationToken);
        AddExtensions(document);
        return document;
    }

    // Paths are complete and include the path of the base. If the reference names no server, it is the server that provides the document.
    private OpenApiServer ServerOf(string? address)
    {
        if (BaseAddress.WithPlaceholders(address) is not { } authority)
        {
            // Without a host, a path is the address of a file on some platforms.
            var isAddress = Uri.TryCreate(address, UriKind.Absolute, out var server) && server.Scheme is "http" or "https";
            return new OpenApiServer { Url = isAddress ? server!.GetLeftPart(UriPartial.Authority) : "/" };
        }

        // A variable needs a default, and the reference has none. Readers of the document expect a number as the port.
        var port = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "443" : "80";
        var variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal);
        foreach (var (name, isPort) in BaseAddress.PlaceholdersOf(authority))
        {
            var value = isPort ? port : name;
            variables.Add(name, new OpenApiServerVariable { Default = value });
            _context.Lose(
                reference.Group.ApiFile!.Path, "/base", $"the reference has no value for '{{{name}}}', so the default of the server variable is '{value}'");
        }

        return new OpenApiServer { Url = authority, Variables = variables };
    }

    private OpenApiInfo Info()
    {
        var api = reference.Api;
        var manual = api?.Manuals.LastOrDefault(manual => edition is null || manual.Key == edition);
        return new OpenApiInfo { Title = api?.Title ?? reference.Group.ClientName, Version = manual?.Key ?? "unknown", Description = manual?.Title };
    }

    private void AddOperations(OpenApiDocument document, IEnumerable<SpecSource> sections, OperationBuilder operations, CancellationToken cancellationToken)
    {
        // Paths that differ only in the names of placeholders are one path in OpenAPI.
        var paths = new Dictionary<string, (string Path, IReadOnlyList<string> Names)>(StringComparer.Ordinal);
        var files = new Dictionary<OpenApiOperation, string>();
        foreach (var source in sections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var section = source.File.Section!;
            if (section.IsRequestUnknown)
            {
                _context.Lose(source.Path, "/request", "the page does not show the request, so that the operation is left out");
                continue;
            }

            var names = section.Path.Parts.Where(static part => part.IsPlaceholder).Select(static part => part.Text).ToList();
            var shape = string.Concat(section.Path.Parts.Select(static part => part.IsPlaceholder ? "{}" : part.Text));
            if (!paths.TryGetValue(shape, out var known))
                paths.Add(shape, known = (section.Path.ToString(), names));
            var renamed = names.Zip(known.Names).Where(static pair => pair.First != pair.Second)
                .ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
            if (!document.Paths.TryGetValue(known.Path, out var item))
                document.Paths.Add(known.Path, item = new OpenApiPathItem { Operations = [] });
            var operation = operations.Of(source, renamed);
            var method = new HttpMethod(section.HttpMethod);
            if (item.Operations!.TryGetValue(method, out var first) && files[first] == source.Path)
            {
                SharedAddress.AddFormat(first, operation);
            }
            else if (first is not null)
            {
                _context.Lose(
                    source.Path, "/request",
                    $"the operations at {section.HttpMethod} {known.Path} are one operation, which takes and returns what either of them does");
                SharedAddress.Merge(first, operation);
            }
            else
            {
                item.Operations.Add(method, operation);
                files.Add(operation, source.Path);
            }
        }
    }

    private void AddExtensions(OpenApiDocument document)
    {
        var manuals = new JsonObject();
        foreach (var manual in reference.Api?.Manuals ?? [])
            manuals[manual.Key] = manual.Title;
        var roles = new JsonObject();
        foreach (var role in reference.Api?.Roles ?? [])
            roles[role.Name] = role.Description;
        ExportContext.Extend(document, "manuals", manuals);
        ExportContext.Extend(document, "roles", roles);
        ExportContext.Extend(document, "timezone", reference.Api?.TimeZone);
        if (reference is { Api.TimeZone: { } zone, Group.ApiFile: { } file })
            _context.Lose(file.Path, "/timezone", $"that dates and times without a zone are in {zone} is in 'x-apispec-timezone' only");
        ExportContext.Extend(document, "json-prefix", reference.Api?.JsonPrefix);
        if (reference is { Api.JsonPrefix: { } prefix, Group.ApiFile: { } api })
            _context.Lose(api.Path, "/" + FormatWords.JsonPrefix, $"that '{prefix}' is before the JSON of responses is in 'x-apispec-json-prefix' only");
        ExportContext.Extend(document, "notes", reference.Api?.Notes);
    }
}
