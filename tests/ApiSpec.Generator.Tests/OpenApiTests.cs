using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ApiSpec.Generator.Tests;

/// <summary>The method that adds schemas to the OpenAPI document of an application: when it is generated, and when it is generated again.</summary>
/// <remarks><c>ApiSpec.OpenApi.Tests</c> compiles and calls it.</remarks>
public sealed class OpenApiTests
{
    private const string Hint = "AutomaticOperation.OpenApi.g.cs";

    private static readonly Consumer WithDocuments = Consumer.Net100 with { HasOpenApi = true };

    [Fact]
    public void The_method_is_generated_if_the_library_of_documents_is_referenced()
    {
        Assert.DoesNotContain(Hint, GeneratorRun.Of(SpecFiles.Jp1Ao).Files.Keys);

        var source = GeneratorRun.Of(WithDocuments, SpecFiles.Jp1Ao).Files[Hint];
        SnapshotVerifier.Verify(
            new SortedDictionary<string, string> { [Hint] = source }, nameof(OpenApiTests),
            nameof(The_method_is_generated_if_the_library_of_documents_is_referenced));
    }

    [Fact]
    public void The_method_compiles_against_old_libraries()
    {
        var compilation = Consumer.Net100.Compile().AddReferences(OldLibraries());

        GeneratorRun.Driver(Consumer.Net100, SpecFiles.Jp1Ao)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);

        Assert.Contains(generated.SyntaxTrees, static tree => tree.FilePath.EndsWith(Hint, StringComparison.Ordinal));
        Assert.DoesNotContain(
            generated.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Keywords_for_the_content_of_strings_are_copied_if_the_library_has_them()
    {
        var library = EmptyLibrary.Of(
            "Microsoft.OpenApi", "2.9.0.0", "namespace Microsoft.OpenApi { public class OpenApiSchema { public OpenApiSchema ContentSchema { get; set; } } }");

        var source = Assert.Single(
            Run(EmptyLibrary.Of("Microsoft.AspNetCore.OpenApi", "10.0.0.0"), library).GeneratedSources, static source => source.HintName == Hint);

        Assert.Contains("        to.ContentSchema = from.ContentSchema;\n    }\n", source.SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9.0.0.0", "2.0.0.0")]
    [InlineData("10.0.0.0", "1.6.0.0")]
    public void Libraries_that_are_too_old_count_as_missing(string documents, string model)
        => Assert.DoesNotContain(
            Run(EmptyLibrary.Of("Microsoft.AspNetCore.OpenApi", documents), EmptyLibrary.Of("Microsoft.OpenApi", model)).GeneratedSources,
            static source => source.HintName == Hint);

    [Fact]
    public void An_edit_of_a_section_does_not_generate_the_method_again()
    {
        var files = SpecFiles.Jp1Ao;
        var compilation = WithDocuments.Compile();
        var driver = GeneratorRun.Driver(WithDocuments, files).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var section = files.Single(static file => file.Text!.Contains("operation: Tasks.GetRerunStart", StringComparison.Ordinal));
        var renamed = section.With(section.Text!.Replace("operation: Tasks.GetRerunStart", "operation: Tasks.GetRestart", StringComparison.Ordinal));

        var result = GeneratorRun.Single(driver.ReplaceAdditionalText(section, renamed).RunGenerators(compilation, TestContext.Current.CancellationToken));

        Assert.All(
            RunReasons.Of(result, TrackingNames.OpenApiSupport).Concat(RunReasons.Of(result, TrackingNames.OpenApi)),
            static reason => Assert.True(reason is Cached or Unchanged));
    }

    // With the assemblies of ASP.NET Core that the libraries need, and the project does not reference yet.
    private static IEnumerable<MetadataReference> OldLibraries()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(framework, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(framework));
        var known = Consumer.Net100.Compile().References.Select(static reference => Path.GetFileName(reference.Display)).ToHashSet(StringComparer.Ordinal);
        return File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references", "openapi.txt"))
            .Concat(Directory.GetFiles(web, "Microsoft.*.dll").Where(path => !known.Contains(Path.GetFileName(path))))
            .Select(static path => MetadataReference.CreateFromFile(path));
    }

    private static GeneratorRunResult Run(params MetadataReference[] references)
        => GeneratorRun.Single(GeneratorRun.Driver(Consumer.Net100, SpecFiles.Jp1Ao)
            .RunGenerators(Consumer.Net100.Compile().AddReferences(references), TestContext.Current.CancellationToken));
}
