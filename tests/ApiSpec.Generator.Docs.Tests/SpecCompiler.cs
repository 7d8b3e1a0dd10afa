using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>Runs the generator over specs like the compiler.</summary>
internal static class SpecCompiler
{
    /// <summary>Replaces the library that generated code calls. The generator only checks the name of the file.</summary>
    private static readonly MetadataReference Runtime = MetadataReference.CreateFromImage(
        File.ReadAllBytes(typeof(SpecCompiler).Assembly.Location), filePath: "ApiSpec.dll");

    /// <summary>Replaces the library that generated fakes call.</summary>
    private static readonly MetadataReference TestingKit = MetadataReference.CreateFromImage(
        File.ReadAllBytes(typeof(SpecCompiler).Assembly.Location), filePath: "ApiSpec.Testing.dll");

    private static readonly MetadataReference[] Nothing = [];

    public static IReadOnlyList<Diagnostic> Compile(IEnumerable<SpecFileText> files) => Compile(files.Select(static file => new FileText(file)));

    public static IReadOnlyList<Diagnostic> Compile(
        IEnumerable<AdditionalText> files, LanguageVersion languageVersion = LanguageVersion.Latest, bool withRuntime = true, string? fake = null,
        bool withTestingKit = false)
    {
        var compilation = CSharpCompilation.Create(
            "Specs", references: [.. withRuntime ? [Runtime] : Nothing, .. withTestingKit ? [TestingKit] : Nothing],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create(
            [new ApiSpecGenerator().AsSourceGenerator()], files, new CSharpParseOptions(languageVersion), new ProjectProperties(fake))
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics, TestContext.Current.CancellationToken);

        // The compiler reports an exception of a generator as a warning. Here it is never acceptable.
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        return diagnostics;
    }

    /// <summary>Formats a diagnostic like a build, without the URL of its page.</summary>
    public static string Show(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var start = place.StartLinePosition;
        var prefix = diagnostic.Location == Location.None
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{place.Path}({start.Line + 1},{start.Character + 1}): ");
        return prefix + SeverityOf(diagnostic) + " " + diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }

    public static string SeverityOf(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private sealed class ProjectProperties(string? fake) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(fake);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(null);

        private sealed class Values(string? fake) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
                => (value = key == "build_property.ApiSpecGenerateFake" ? fake : null) is not null;
        }
    }

    private sealed class FileText(SpecFileText file) : AdditionalText
    {
        public override string Path => file.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text);
    }
}

/// <summary>A spec file by name and content.</summary>
internal sealed record SpecFileText(string Name, string Text);
