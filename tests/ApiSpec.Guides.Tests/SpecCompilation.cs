using System.Globalization;
using ApiSpec.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>Specs and C#, compiled as a project called <c>MyApp</c> is.</summary>
internal static class SpecCompilation
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("ApiSpec.G", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the page leaves out, because every program has it: the implicit usings of the SDK, and a few things to talk about.</summary>
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using ApiSpec;
        global using static Surroundings;

        internal static partial class Surroundings
        {
            public static readonly string password = "";
            public static readonly Uri server = new("http://localhost:22015");
            public static readonly CancellationToken cancellationToken;
            public static void Show(object? value) => Console.WriteLine(value);
            public static void Log(object? value) => Console.WriteLine(value);
        }

        """;

    /// <summary>Everything that the compiler and the generator say about the specs, as a build prints it.</summary>
    public static IReadOnlyList<string> DiagnosticsOf(IReadOnlyDictionary<string, string> specs)
        => [.. Generate(specs).Diagnostics.OrderBy(static mistake => mistake.Location.GetLineSpan().StartLinePosition).Select(Show)];

    /// <summary>The errors of C# that uses the client of the specs, mistakes in the specs included.</summary>
    public static IReadOnlyList<string> ErrorsOf(string code, IReadOnlyDictionary<string, string> specs)
    {
        var (generated, mistakes) = Generate(specs);
        var tree = CSharpSyntaxTree.ParseText(code, Options, "block.cs", cancellationToken: TestContext.Current.CancellationToken);
        var isProgram = tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.OfType<GlobalStatementSyntax>().Any();
        var compilation = generated
            .WithOptions(generated.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(tree, CSharpSyntaxTree.ParseText(Surroundings, Options), CSharpSyntaxTree.ParseText(ClientOf(generated), Options));
        return
        [
            .. mistakes.Concat(compilation.GetDiagnostics(TestContext.Current.CancellationToken))
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Show),
        ];
    }

    private static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Generate(IReadOnlyDictionary<string, string> specs)
    {
        var compilation = CSharpCompilation.Create("MyApp", references: References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
                [new ApiSpecGenerator().AsSourceGenerator()], [.. specs.Select(static spec => new SpecFile(spec.Key, spec.Value))], Options, new Project())
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        return ((CSharpCompilation)generated, [.. diagnostics.Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Info)]);
    }

    /// <summary>The namespace of the client is imported, and <c>client</c> is one.</summary>
    private static string ClientOf(CSharpCompilation generated)
    {
        var client = generated.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .First(static type => type.BaseList?.Types.Any(static name => name.ToString().EndsWith("IDisposable", StringComparison.Ordinal)) == true);
        var space = ((BaseNamespaceDeclarationSyntax)client.Parent!).Name;
        return $"global using {space};\ninternal static partial class Surroundings {{ public static readonly {client.Identifier} client = new(server); }}\n";
    }

    private static string Show(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var start = place.StartLinePosition;
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"{place.Path}({start.Line + 1},{start.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private sealed class SpecFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Project : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.RootNamespace" => "MyApp",
                "build_property.ApiSpecGenerateFake" => "true",
                _ => null,
            };
            return value is not null;
        }
    }
}
