using System.Collections.Immutable;
using ApiSpec.Generator;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>The cost of the analyzer in an editor, after an edit of C# and after an edit of a section.</summary>
public class AnalyzerBenchmarks
{
    private readonly DiagnosticAnalyzer _empty = new EmptyAnalyzer();
    private readonly DiagnosticAnalyzer _analyzer = new ApiSpecAnalyzer();
    private ImmutableArray<AdditionalText> _specs;
    private MemoryText _edited = null!;
    private int _index;
    private int _edits;

    [Params(1, SpecSet.Reference, 200, 1000)]
    public int Sections { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var specs = SpecSet.Of(Sections);
        _specs = [.. specs];
        _edited = SpecSet.Edited(specs);
        _index = _specs.IndexOf(_edited);
        if (EditCSharp().Result.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw new InvalidOperationException(string.Join('\n', EditCSharp().Result));
    }

    /// <summary>The baseline: an analyzer that does nothing.</summary>
    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> EmptyAnalyzer() => Analyze(_empty);

    /// <summary>The same specs, as after an edit of C#.</summary>
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> EditCSharp() => Analyze(_analyzer);

    /// <summary>One section with a different description each time.</summary>
    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> EditSection()
    {
        var text = _edited.Text.Replace("function: ", "function: Now " + ++_edits + " ", StringComparison.Ordinal);
        _specs = _specs.SetItem(_index, new MemoryText(_edited.Path, text));
        return Analyze(_analyzer);
    }

    private Task<ImmutableArray<Diagnostic>> Analyze(DiagnosticAnalyzer analyzer)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(_specs, ProjectOptions.OfEditor), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(DriverRun.Compilation, [analyzer], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
    }
}
