using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>A project of specs, held by the compiler's driver as an editor holds it.</summary>
internal sealed class DriverRun
{
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Project",
        [CSharpSyntaxTree.ParseText("class Program { }", ParseOptions)],
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(ApiResponse).Assembly.Location)]);

    private readonly CSharpCompilation _edited;
    private readonly IIncrementalGenerator _generator;
    private readonly IReadOnlyList<MemoryText> _specs;

    public DriverRun(IIncrementalGenerator generator, IReadOnlyList<MemoryText> specs)
    {
        _generator = generator;
        _specs = specs;
        _edited = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Program { int X; }", ParseOptions));
        Warm = Cold();
    }

    /// <summary>The driver after its first run.</summary>
    public GeneratorDriver Warm { get; }

    public GeneratorDriver Cold()
        => CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], _specs, ParseOptions, new ProjectOptions()).RunGenerators(_compilation);

    /// <summary>Another C# file, the same specs.</summary>
    public GeneratorDriver EditCSharp() => Warm.RunGenerators(_edited);

    /// <summary>The same C#, one spec with another text.</summary>
    public GeneratorDriver Edit(MemoryText old, MemoryText now) => Warm.ReplaceAdditionalText(old, now).RunGenerators(_compilation);

    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        private static readonly ImmutableDictionary<string, string> Values = ImmutableDictionary<string, string>.Empty.Add("build_property.RootNamespace", "Project");

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => Values.TryGetValue(key, out value);
    }
}
