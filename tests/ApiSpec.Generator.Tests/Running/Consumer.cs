using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>The project that specs are added to: its framework, its C# and its settings.</summary>
internal sealed record Consumer
{
    private static readonly ConcurrentDictionary<Consumer, CSharpCompilation> Empty = new();

    private static readonly string[] Modern =
    [
        "NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER",
    ];

    public static Consumer Net100 { get; } = new() { Framework = "net10.0", Symbols = [.. Modern, "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0"] };

    public static Consumer Net80 { get; } = new() { Framework = "net8.0", Symbols = [.. Modern, "NET8_0"] };

    public static Consumer NetStandard20 { get; } = new() { Framework = "netstandard2.0", Symbols = ["NETSTANDARD", "NETSTANDARD2_0"] };

    public static Consumer NetFramework48 { get; } = new() { Framework = "net48", Symbols = ["NETFRAMEWORK", "NET48"] };

    public required string Framework { get; init; }

    public ImmutableArray<string> Symbols { get; init; } = [];

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool CheckOverflow { get; init; }

    public string? Accessibility { get; init; }

    public string? Namespace { get; init; }

    public string RootNamespace { get; init; } = "Example.App";

    public bool HasRuntime { get; init; } = true;

    /// <summary>Whether the project references the factory of HTTP clients and its dependencies.</summary>
    public bool HasHttpClientFactory { get; init; }

    /// <summary>Whether the project references the logging library, but nothing else of a host.</summary>
    public bool HasLogging { get; init; }

    /// <summary>Whether the project also references the standard resilience handler.</summary>
    public bool HasResilience { get; init; }

    /// <summary>Whether the project references the library of OpenAPI documents, by its name and version only.</summary>
    public bool HasOpenApi { get; init; }

    public string? GenerateDependencyInjection { get; init; }

    public string? GenerateFake { get; init; }

    public string? RequiredMembers { get; init; }

    /// <summary>The roles with which the project calls APIs; null: not stated.</summary>
    public string? CallerRoles { get; init; }

    /// <summary>Whether an editor runs the compiler, and not a build.</summary>
    public bool IsDesignTime { get; init; }

    /// <summary>Whether the compiler reads documentation comments. Builds only do so if the project writes a documentation file.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Diagnose;

    /// <summary>Whether a build writes generated code to files.</summary>
    public bool EmitsFiles { get; init; }

    public CSharpParseOptions ParseOptions => new(Language, Documentation, preprocessorSymbols: Symbols);

    public AnalyzerConfigOptionsProvider Options => new ProjectOptions(new Dictionary<string, string>
    {
        ["build_property.RootNamespace"] = RootNamespace,
        ["build_property.ApiSpecAccessibility"] = Accessibility ?? "",
        ["build_property.ApiSpecNamespace"] = Namespace ?? "",
        ["build_property.ApiSpecGenerateFake"] = GenerateFake ?? "",
        ["build_property.ApiSpecGenerateDependencyInjection"] = GenerateDependencyInjection ?? "",
        ["build_property.ApiSpecCallerRoles"] = CallerRoles ?? "",
        ["build_property.ApiSpecRequiredMembers"] = RequiredMembers ?? "",
        ["build_property.DesignTimeBuild"] = IsDesignTime ? "true" : "",
        ["build_property.EmitCompilerGeneratedFiles"] = EmitsFiles ? "true" : "",
    });

    /// <summary>
    /// The part of the project that says what code means. Projects that only differ in what is generated have the same one, and share their references.
    /// </summary>
    public Consumer Compiler => this with
    {
        Accessibility = null,
        Namespace = null,
        RootNamespace = "",
        GenerateDependencyInjection = null,
        GenerateFake = null,
        RequiredMembers = null,
        CallerRoles = null,
        IsDesignTime = false,
        EmitsFiles = false,
    };

    /// <summary>Returns a project of some sources with all warnings switched on.</summary>
    public CSharpCompilation Compile(params string[] sources) => Empty.GetOrAdd(Compiler, static compiler => compiler.Create()).AddSyntaxTrees(
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, "Source" + index + ".cs", Encoding.UTF8)));

    private CSharpCompilation Create()
    {
        var compilation = CreateUnbound();
        // Binds the references once here, and not again in each project derived from this one.
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    private CSharpCompilation CreateUnbound() => CSharpCompilation.Create(
        "Consumer",
        [],
        References.Of(Framework, HasRuntime).Concat(HasHttpClientFactory ? References.HttpClientFactory : []).Concat(HasResilience ? References.Resilience : [])
            .Concat(HasLogging ? References.Logging : []).Concat(HasOpenApi ? References.OpenApi : []),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: Nullable,
            checkOverflow: CheckOverflow,
            // Tests already run in parallel.
            concurrentBuild: false,
            deterministic: true,
            // The SDK switches this off for every project, because the runtime unifies facades of older frameworks.
            specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
            {
                ["CS1701"] = ReportDiagnostic.Suppress,
                ["CS1702"] = ReportDiagnostic.Suppress,
            }));

    public override string ToString()
        => Framework + ", C# " + Language.ToDisplayString() + ", nullable " + Nullable + (CheckOverflow ? ", checked" : "")
            + (Accessibility is null ? "" : ", " + Accessibility)
            + (RootNamespace.Length == 0 ? ", no namespace" : "");

    private sealed class ProjectOptions(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
                => values.TryGetValue(key, out value);
        }
    }

    private static class References
    {
        private static readonly Dictionary<string, ImmutableArray<MetadataReference>> Known = [];
        private static readonly Lock Gate = new();

        public static IEnumerable<MetadataReference> Of(string framework, bool withRuntime)
        {
            lock (Gate)
            {
                if (!Known.TryGetValue(framework, out var references))
                    Known.Add(framework, references = Read(framework));
                return references.Where(reference => withRuntime || Path.GetFileName(reference.Display) != "ApiSpec.dll");
            }
        }

        /// <summary>The packages of this project, for its own target framework.</summary>
        public static IReadOnlyList<MetadataReference> HttpClientFactory { get; } =
            [.. Files("Microsoft.Extensions.*.dll").Where(static reference => !IsOfResilience(reference))];

        public static IReadOnlyList<MetadataReference> Logging { get; } =
            [.. Files("Microsoft.Extensions.Logging.Abstractions.dll"), .. Files("Microsoft.Extensions.DependencyInjection.Abstractions.dll")];

        public static IReadOnlyList<MetadataReference> OpenApi { get; } =
            [EmptyLibrary.Of("Microsoft.AspNetCore.OpenApi", "10.0.0.0"), EmptyLibrary.Of("Microsoft.OpenApi", "2.0.0.0")];

        public static IReadOnlyList<MetadataReference> Resilience { get; } =
            [.. Files("Microsoft.Extensions.*.dll").Where(IsOfResilience), .. Files("Polly.*.dll")];

        private static IEnumerable<MetadataReference> Files(string pattern)
            => Directory.GetFiles(AppContext.BaseDirectory, pattern).Select(static path => MetadataReference.CreateFromFile(path));

        private static bool IsOfResilience(MetadataReference reference) => reference.Display!.Contains("Resilience", StringComparison.Ordinal);

        private static ImmutableArray<MetadataReference> Read(string framework)
        {
            // A project for .NET Framework gets the netstandard2.0 build of the library and of its dependencies.
            var paths = framework == "net48"
                ? List("net48").Concat(List("netstandard2.0").Where(static path => !path.Contains("netstandard.library", StringComparison.OrdinalIgnoreCase)))
                : List(framework);
            return [.. paths.Where(IsManaged).DistinctBy(Path.GetFileName).Select(static path => MetadataReference.CreateFromFile(path))];
        }

        private static string[] List(string framework) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references", framework + ".txt"));

        private static bool IsManaged(string path)
        {
            using var stream = File.OpenRead(path);
            using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
            return reader.HasMetadata;
        }
    }
}
