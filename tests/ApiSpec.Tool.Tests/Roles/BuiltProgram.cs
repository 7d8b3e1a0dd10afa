using System.Collections.Immutable;
using ApiSpec.Generator;
using ApiSpec.Tool.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Tool.Tests.Roles;

/// <summary>Assemblies as in a build: a client that is generated from specs, and programs that call it.</summary>
internal static class BuiltProgram
{
    private static readonly ImmutableArray<MetadataReference> s_framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "ApiSpec.dll" || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Writes a library into the folder, with the client of some specs and with sources.</summary>
    public static string Build(
        this ToolFolder folder, string name, string[] sources, (string Name, string Text)[]? specs = null, string[]? references = null, bool isOptimized = true)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(static source => CSharpSyntaxTree.ParseText(source)),
            [.. s_framework, .. (references ?? []).Select(path => MetadataReference.CreateFromFile(Path.Combine(folder.Root, path)))],
            new CSharpCompilationOptions(
                sources.Any(static source => source.StartsWith("// program", StringComparison.Ordinal))
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: isOptimized ? OptimizationLevel.Release : OptimizationLevel.Debug,
                nullableContextOptions: NullableContextOptions.Enable));
        Compilation complete = compilation;
        if (specs is not null)
        {
            CSharpGeneratorDriver.Create([new ApiSpecGenerator().AsSourceGenerator()], specs.Select(static spec => new Spec(spec.Name, spec.Text)))
                .RunGeneratorsAndUpdateCompilation(compilation, out complete, out var diagnostics, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        Directory.CreateDirectory(folder.Root);
        using var file = File.Create(Path.Combine(folder.Root, name + ".dll"));
        var emitted = complete.Emit(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return name + ".dll";
    }

    private sealed class Spec(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
