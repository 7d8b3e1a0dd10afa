using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>A project of specs, kept in the compiler's driver, as in an editor.</summary>
internal sealed class DriverRun
{
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create(
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
        _edited = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Program { int X; }", ParseOptions));
        Warm = Cold();
    }

    /// <summary>The driver after its first run.</summary>
    public GeneratorDriver Warm { get; }

    public GeneratorDriver Cold()
        => CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], _specs, ParseOptions, ProjectOptions.OfBuild).RunGenerators(Compilation);

    /// <summary>Runs with a different C# file and the same specs.</summary>
    public GeneratorDriver EditCSharp() => Warm.RunGenerators(_edited);

    /// <summary>Runs with the same C#, and with one spec changed.</summary>
    public GeneratorDriver Edit(MemoryText old, MemoryText now) => Warm.ReplaceAdditionalText(old, now).RunGenerators(Compilation);
}
