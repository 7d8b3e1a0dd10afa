using System.Globalization;
using System.Text;
using ApiSpec.Benchmarks.Generator;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Benchmarks.BuildCost;

/// <summary>
/// Measures the memory that the compiler allocates for projects of equal content: bare records, a client of specs, a client by NSwag. It parses, binds and
/// emits in this process on one thread, so the figures are nearly the same in each run, on a busy machine too.
/// </summary>
internal static class CompilerMemoryReport
{
    private const int Runs = 5;

    // As in a build of a project without a documentation file.
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        DocumentationMode.None,
        preprocessorSymbols:
        [
            "NET", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER",
        ]);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Consumer",
        [],
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
                .Append(typeof(ApiResponse).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path)),
        ],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false, deterministic: true));

    public static async Task RunAsync(string[] args)
    {
        var sections = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60;
        const string Usings = "global using System; global using System.Collections.Generic; global using System.Net.Http;\n";
        var bare = Measure([Usings, ConsumerProject.Records(sections)]);
        Console.WriteLine("| project | compiler, memory | more than the bare records | source | IL |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("bare records", bare, bare);
        Print("ApiSpec", Measure(Generate(sections)), bare);
        Print("NSwag", Measure([await NSwagGenerator.GenerateAsync(ConsumerProject.OpenApi(sections), "Large", "LargeClient")]), bare);
    }

    private static string[] Generate(int sections)
    {
        var driver = CSharpGeneratorDriver.Create([new ApiSpecGenerator().AsSourceGenerator()], SpecSet.Of(sections), ParseOptions, ProjectOptions.OfBuild);
        return [.. driver.RunGenerators(Empty).GetRunResult().Results.Single().GeneratedSources.Select(static source => source.SourceText.ToString())];
    }

    // The least of several runs, because the first ones also fill the pools of the compiler.
    private static Cost Measure(string[] sources)
    {
        var costs = Enumerable.Range(0, Runs).Select(_ => Compile(sources)).ToList();
        return costs.MinBy(static cost => cost.Memory);
    }

    private static Cost Compile(string[] sources)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var texts = sources.Select(static source => SourceText.From(source, Encoding.UTF8)).ToList();
        var trees = texts.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, "Source" + index + ".cs"));
        var result = Empty.AddSyntaxTrees(trees).Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        var memory = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics));

        assembly.Position = 0;
        return new Cost(memory, sources.Sum(static source => source.Length), IntermediateLanguage.Measure(assembly).Total);
    }

    private static void Print(string project, Cost cost, Cost bare) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {project} | {cost.Memory / 1e6:F2} MB | {(cost.Memory - bare.Memory) / 1e6:F2} MB | {cost.Source / 1e3:F0} KB | {cost.Code / 1e3:F0} KB |"));

    /// <summary>The cost of a compilation.</summary>
    /// <param name="Memory">The bytes that the compiler allocated.</param>
    /// <param name="Source">The characters of the source.</param>
    /// <param name="Code">The bytes of method bodies.</param>
    private readonly record struct Cost(long Memory, long Source, long Code);
}
