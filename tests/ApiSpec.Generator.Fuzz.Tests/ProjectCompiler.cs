using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Compiles specs like a project for .NET 10, with the generator and the library.</summary>
internal static class ProjectCompiler
{
    private static readonly CSharpParseOptions Parsing = new(
        LanguageVersion.Latest, DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER"]);

    private static readonly Lazy<CSharpCompilation> Empty = new(static () =>
    {
        var compilation = CSharpCompilation.Create(
            "Consumer",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path) is "ApiSpec.dll"
                    || Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, concurrentBuild: false));
        // Binds the references once here, and not again in each project derived from this one.
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    });

    /// <summary>Returns the first error or warning of the compiler; null: none, or an error in the specs was reported.</summary>
    public static string? Compile(IEnumerable<(string Path, string Text)> files)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ApiSpecGenerator().AsSourceGenerator()], files.Select(static file => new FileText(file.Path, file.Text)), Parsing)
            .RunGeneratorsAndUpdateCompilation(Empty.Value, out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
            return exception.ToString();
        if (diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;
        var wrong = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .MaxBy(static diagnostic => diagnostic.Severity);
        return wrong is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{wrong.Id} {wrong.GetMessage(CultureInfo.InvariantCulture)} << {Line(wrong)}");
    }

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim() ?? "";

    private sealed class FileText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.Unicode);
    }
}
