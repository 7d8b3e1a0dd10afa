using System.Text.Json.Nodes;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using YamlDotNet.Serialization;
using OpenApiDocument = Microsoft.OpenApi.OpenApiDocument;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>The export of the shipped reference, checked by readers of OpenAPI.</summary>
public sealed class ReferenceExportTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    [InlineData("3.2")]
    public async Task Every_version_of_every_shipped_reference_is_read_without_an_error(string version)
    {
        foreach (var (reference, folder) in ShippedReferences.All)
        {
            var run = await _folder.RunAsync("export", "openapi", folder, "--version", version);
            Assert.True(run.Code == 0, reference + ": " + run.Error);
            var read = OpenApiDocument.Parse(run.Output, "json");
            Assert.Empty(read.Diagnostic!.Errors);
            Assert.StartsWith("\"" + version, JsonNode.Parse(run.Output)!["openapi"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.NotEmpty(read.Document!.Paths);
            if (reference == "jp1ao")
                Assert.Equal(79, read.Document.Paths.Sum(static path => path.Value.Operations!.Count));
        }
    }

    [Fact]
    public async Task Yaml_says_what_json_says()
    {
        var json = JsonNode.Parse((await ExportAsync()).Output);
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<object>((await ExportAsync("--yaml")).Output);
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))));
    }

    [Fact]
    public async Task Every_example_is_there()
    {
        var sections = Directory.EnumerateFiles(Repository.JP1Specs, "*.apispec.yaml", SearchOption.AllDirectories).Select(File.ReadAllText);
        var printed = sections.Sum(
            static text => text.Split('\n').Count(static line => line.TrimStart().StartsWith("response body:", StringComparison.Ordinal)));
        var document = JsonNode.Parse((await ExportAsync()).Output)!;
        var exported = document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject())
            .SelectMany(static operation => operation.Value!["responses"]!.AsObject())
            .SelectMany(static response => response.Value!["content"]?.AsObject() ?? [])
            .Sum(static content => content.Value!["examples"]?.AsObject().Count ?? 0);
        Assert.Equal(printed, exported);
    }

    [Fact]
    public async Task A_generated_client_of_another_tool_compiles()
    {
        var document = await NSwag.OpenApiDocument.FromJsonAsync((await ExportAsync("--version", "3.0")).Output, TestContext.Current.CancellationToken);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "{controller}Client",
            CSharpGeneratorSettings = { Namespace = "Exported", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson },
        };
        var source = CSharpSyntaxTree.ParseText(
            new CSharpClientGenerator(document, settings).GenerateFile(), cancellationToken: TestContext.Current.CancellationToken);
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll");
        var compilation = CSharpCompilation.Create(
            "Exported", [source], assemblies.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private async Task<ToolRun> ExportAsync(params string[] args)
    {
        var run = await _folder.RunAsync(["export", "openapi", Repository.JP1Specs, .. args]);
        Assert.Equal(0, run.Code);
        return run;
    }
}
