using System.CommandLine;
using ApiSpec.Tool.Export.OpenApi;
using ApiSpec.Tool.Specs;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export;

/// <summary><c>apispec export openapi</c>: writes the reference as an OpenAPI document, for other languages and tools.</summary>
internal static class ExportCommand
{
    public const string Name = "openapi";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec export openapi specs -o openapi.json
          apispec export openapi specs --version 3.0 --yaml -o openapi.yaml
          apispec export openapi specs --edition V11 > openapi-v11.json

        Exit codes:
          0  the document was written; facts that OpenAPI cannot represent are listed on the standard error
          2  wrong arguments, files that cannot be read, or specs with errors
        """;

    private static readonly Dictionary<string, OpenApiSpecVersion> Versions = new(StringComparer.Ordinal)
    {
        ["3.0"] = OpenApiSpecVersion.OpenApi3_0,
        ["3.1"] = OpenApiSpecVersion.OpenApi3_1,
        ["3.2"] = OpenApiSpecVersion.OpenApi3_2,
    };

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(
            "paths") { Description = "Spec files, and folders with specs at any depth", DefaultValueFactory = static _ => ["."] };
        var version = new Option<string>("--version")
        {
            Description = "The version of OpenAPI", HelpName = "3.0|3.1|3.2", DefaultValueFactory = static _ => "3.1",
        };
        version.AcceptOnlyFromAmong([.. Versions.Keys]);
        var api = new Option<string?>("--api") { Description = "The id of the API, required if the specs describe several", HelpName = "id" };
        var edition = new Option<string?>("--edition")
        {
            Description = "The edition to export; without it, the document contains all editions", HelpName = "edition",
        };
        var yaml = new Option<bool>("--yaml") { Description = "Write YAML instead of JSON" };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write; without it, standard output", HelpName = "file",
        };
        var force = new Option<bool>("--force") { Description = "Replace a file that already exists" };
        var openApi = new Command(Name, "Writes an OpenAPI document, and lists the facts that OpenAPI cannot represent.")
        {
            paths, version, api, edition, yaml, output, force,
        };
        openApi.SetAction(async (parsed, cancellationToken) =>
        {
            if (SpecProject.Read(parsed.GetValue(paths)!, console, cancellationToken) is not { } project)
                return ExitCode.NotRun;
            if (project.Choose(parsed.GetValue(api), console) is not { } reference)
                return ExitCode.NotRun;
            if (parsed.GetValue(edition) is { } chosen && EditionView.WhyUnknown(reference, chosen) is { } reason)
            {
                await console.Error.WriteLineAsync(reason);
                return ExitCode.NotRun;
            }

            var exporter = new OpenApiExporter(project, reference, Versions[parsed.GetValue(version)!], parsed.GetValue(edition));
            var document = exporter.Export(cancellationToken);
            var text = OpenApiText.Write(document, Versions[parsed.GetValue(version)!], parsed.GetValue(yaml));
            if (!await OutputFile.WriteAsync(text, parsed.GetValue(output), parsed.GetValue(force), console, cancellationToken))
                return ExitCode.NotRun;
            await WriteLossesAsync(exporter.Losses, console);
            return ExitCode.Success;
        });
        return new Command("export", "Writes a reference in another format.") { openApi };
    }

    private static async Task WriteLossesAsync(IReadOnlyCollection<Loss> losses, ToolConsole console)
    {
        foreach (var loss in losses)
            await console.Error.WriteLineAsync(PlainLine.Of($"{loss.Path}({loss.Line}): {loss.Text}"));
        if (losses.Count > 0)
            await console.Error.WriteLineAsync($"OpenAPI cannot represent {losses.Count} of the facts; the lines above show their replacements.");
    }
}
