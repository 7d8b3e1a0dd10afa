using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using ApiSpec.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>Compiles specs and C# like a project called <c>MyApp</c>.</summary>
internal static class SpecCompilation
{
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("ApiSpec.G", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "MyApp",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>The base address in <see cref="Surroundings"/>, which a test that runs code replaces by the address of its server.</summary>
    private const string BaseAddress = "http://ao-server:22015";

    /// <summary>The base address of a server that a page starts with <c>apispec serve</c>, which is replaced in the same way.</summary>
    private const string ServedAddress = "http://localhost:22015";

    /// <summary>
    /// Code that pages leave out, because every program has it: the implicit usings of the SDK, and a few names that the text uses. Its own console keeps the
    /// output of one program.
    /// </summary>
    private const string Surroundings = $$"""
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
            public static readonly Uri server = new("{{BaseAddress}}");
            public static readonly CancellationToken cancellationToken;
            public static void Show(object? value) => Console.WriteLine(value);
            public static void Log(object? value) => Console.WriteLine(value);
        }

        internal static class Console
        {
            public static readonly StringWriter Text = new() { NewLine = "\n" };
            public static readonly TextWriter Out = TextWriter.Synchronized(Text);
            public static TextWriter Error => Out;
            public static void WriteLine(object? value) => Out.WriteLine(value);
        }

        """;

    private static readonly ConcurrentDictionary<string, Client> Clients = new(StringComparer.Ordinal);

    /// <summary>Returns all diagnostics of the compiler and the generator about the specs, as a build prints them.</summary>
    public static IReadOnlyList<string> DiagnosticsOf(IReadOnlyDictionary<string, string> specs) => ClientOf(specs).Diagnostics;

    /// <summary>Returns the errors of C# that uses the client of the specs, including errors in the specs.</summary>
    public static IReadOnlyList<string> ErrorsOf(string code, IReadOnlyDictionary<string, string> specs)
    {
        var client = ClientOf(specs);
        return
        [
            .. client.Errors,
            .. CompilationOf(code, client, BaseAddress).GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Show),
        ];
    }

    /// <summary>Loads C# and the client that it uses. Its server is at another base address than the page says.</summary>
    public static Assembly Load(string code, IReadOnlyDictionary<string, string> specs, Uri server)
    {
        var client = ClientOf(specs);
        var address = server.ToString().TrimEnd('/');
        using var image = new MemoryStream();
        var here = code.Replace(BaseAddress, address, StringComparison.Ordinal).Replace(ServedAddress, address, StringComparison.Ordinal);
        var compilation = CompilationOf(here, client, address);
        var emitted = compilation.Emit(image, manifestResources: client.Resources, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));

        var context = new AssemblyLoadContext("page", isCollectible: true);
        if (compilation.AssemblyName != client.Sources.AssemblyName)
            context.LoadFromStream(new MemoryStream(client.Image));
        image.Position = 0;
        return context.LoadFromStream(image);
    }

    private static CSharpCompilation CompilationOf(string code, Client client, string server)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Options, "block.cs", cancellationToken: TestContext.Current.CancellationToken);
        var root = tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken);
        var isProgram = root.Members.OfType<GlobalStatementSyntax>().Any();
        return (IsPart(root) ? client.Sources : Empty.WithAssemblyName("Page").AddReferences(client.Assembly))
            .WithOptions(Empty.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(
                tree,
                CSharpSyntaxTree.ParseText(Surroundings.Replace(BaseAddress, server, StringComparison.Ordinal), Options),
                CSharpSyntaxTree.ParseText(client.Declaration(), Options));
    }

    // Code that extends a generated type is compiled together with it.
    private static bool IsPart(CompilationUnitSyntax root)
        => root.DescendantNodes().OfType<TypeDeclarationSyntax>().Any(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Returns the client of the specs. Most blocks of a page share one, which is compiled once.</summary>
    private static Client ClientOf(IReadOnlyDictionary<string, string> specs)
        => Clients.GetOrAdd(
            string.Concat(specs.OrderBy(static spec => spec.Key, StringComparer.Ordinal).Select(static spec => spec.Key + "\0" + spec.Value + "\0")),
            _ => Compile(specs));

    private static Client Compile(IReadOnlyDictionary<string, string> specs)
    {
        var driver = CSharpGeneratorDriver.Create(
                [new ApiSpecGenerator().AsSourceGenerator()], [.. specs.Select(static spec => new SpecFile(spec.Key, spec.Value))], Options, new Project())
            .RunGeneratorsAndUpdateCompilation(Empty, out var updated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        var generated = (CSharpCompilation)updated;
        using var image = new MemoryStream();
        var reported = diagnostics.Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Info).ToList();
        // A build embeds the specs, for the fake.
        ResourceDescription[] resources =
        [
            .. specs.Select(static spec => new ResourceDescription(
                "ApiSpec/" + spec.Key.Replace('\\', '/'), () => new MemoryStream(Encoding.UTF8.GetBytes(spec.Value)), isPublic: true)),
        ];
        var emitted = generated.Emit(image, manifestResources: resources, cancellationToken: TestContext.Current.CancellationToken);
        return new Client(
            [.. reported.OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).Select(Show)],
            [.. reported.Concat(emitted.Diagnostics).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Show)],
            generated,
            emitted.Success ? MetadataReference.CreateFromImage(image.ToArray()) : generated.ToMetadataReference(),
            image.ToArray(),
            resources,
            () => DeclarationOf(generated));
    }

    /// <summary>Returns code that imports the namespace of the client, and declares <c>client</c>.</summary>
    private static string DeclarationOf(CSharpCompilation generated)
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
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({start.Line + 1},{start.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A compiled client.</summary>
    /// <param name="Diagnostics">The diagnostics of a build about the specs.</param>
    /// <param name="Errors">The diagnostics that stop the build, and the errors of the generated code.</param>
    /// <param name="Sources">The generated code.</param>
    /// <param name="Assembly">The reference for the code of a page.</param>
    /// <param name="Image">The assembly, if it could be compiled.</param>
    /// <param name="Resources">The specs, as a build embeds them.</param>
    /// <param name="Declaration">Returns C# that imports its namespace and declares <c>client</c>.</param>
    private sealed record Client(
        IReadOnlyList<string> Diagnostics,
        IReadOnlyList<string> Errors,
        CSharpCompilation Sources,
        MetadataReference Assembly,
        byte[] Image,
        IReadOnlyList<ResourceDescription> Resources,
        Func<string> Declaration);

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
