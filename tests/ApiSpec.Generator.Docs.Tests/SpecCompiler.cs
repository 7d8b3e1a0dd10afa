using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>Runs the generator over specs as the compiler does.</summary>
internal static class SpecCompiler
{
    /// <summary>Stands for the library that generated code calls; the generator looks at the name of the file alone.</summary>
    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromImage(File.ReadAllBytes(typeof(SpecCompiler).Assembly.Location), filePath: "ApiSpec.dll");

    public static IReadOnlyList<Diagnostic> Compile(IEnumerable<SpecFileText> files) => Compile(files.Select(static file => new FileText(file)));

    public static IReadOnlyList<Diagnostic> Compile(
        IEnumerable<AdditionalText> files,
        LanguageVersion languageVersion = LanguageVersion.Latest,
        bool withRuntime = true,
        CSharpCompilationOptions? options = null)
    {
        var parseOptions = new CSharpParseOptions(languageVersion);
        var compilation = CSharpCompilation.Create(
            "Specs",
            references: withRuntime ? [Runtime] : [],
            options: options ?? new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create([new ApiSpecGenerator().AsSourceGenerator()], files, parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics);

        // What a generator throws is a warning to the compiler; here it is never acceptable.
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        return diagnostics;
    }

    /// <summary>A mistake as the compiler prints it.</summary>
    public static string Show(Diagnostic diagnostic) => CSharpDiagnosticFormatter.Instance.Format(diagnostic, System.Globalization.CultureInfo.InvariantCulture);





    private sealed class FileText(SpecFileText file) : AdditionalText
    {
        public override string Path => file.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text);
    }
}

/// <summary>A spec file by name and content.</summary>
internal sealed record SpecFileText(string Name, string Text);
