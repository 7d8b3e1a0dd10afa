using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Generator.Floor.Tests;

/// <summary>The generator under the oldest supported compiler, from Visual Studio 17.8 and the .NET 8 SDK.</summary>
public sealed class OldestCompilerTests
{
    private static readonly string[] Specs = [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.apispec.yaml", SearchOption.AllDirectories),
    ];

    [Fact]
    public void The_compiler_is_the_oldest() => Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    public void The_shipped_reference_is_generated_and_compiles(LanguageVersion language)
    {
        Assert.NotEmpty(Specs);
        AssertCompiles(language, Specs, "Hitachi.JP1.AutomaticOperation.AutomaticOperationClient");
    }

    [Fact]
    public void The_founding_section_alone_is_generated_and_compiles()
        => AssertCompiles(
            LanguageVersion.CSharp11, [.. Specs.Where(static path => path.Contains("2.7.14", StringComparison.Ordinal))], "Jp1ao.AutomationClient");

    private static void AssertCompiles(LanguageVersion language, string[] specs, string client)
    {
        var parseOptions = new CSharpParseOptions(
            language, DocumentationMode.Diagnose, preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER"]);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "ApiSpec.dll" or "netstandard.dll"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "Consumer",
            [],
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ApiSpecGenerator().AsSourceGenerator()], specs.Select(static path => new SpecText(path)), parseOptions);
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Null(Assert.Single(result.Results).Exception);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("", string.Join(
            "\n", output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        Assert.NotNull(output.GetTypeByMetadataName(client));
    }

    private sealed class SpecText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }
}
