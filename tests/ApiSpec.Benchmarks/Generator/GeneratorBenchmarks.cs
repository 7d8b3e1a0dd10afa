using ApiSpec.Generator;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>The cost of the generator in an editor: after an edit of C#, of a section or of a comment, and when the project is opened.</summary>
public class GeneratorBenchmarks
{
    private DriverRun _run = null!;
    private DriverRun _empty = null!;
    private MemoryText _old = null!;
    private int _edits;

    [Params(1, SpecSet.Reference, 200, 1000, 2000)]
    public int Sections { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var specs = SpecSet.Of(Sections);
        _run = new DriverRun(new ApiSpecGenerator(), specs);
        _empty = new DriverRun(new EmptyGenerator(), specs);
        _old = SpecSet.Edited(specs);
        if (_run.Warm.GetRunResult().Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw new InvalidOperationException(string.Join('\n', _run.Warm.GetRunResult().Diagnostics));
    }

    /// <summary>The baseline: a generator that adds one empty source per file, as ours adds one per file.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver EmptyGenerator() => _empty.EditCSharp();

    [Benchmark]
    public GeneratorDriver EditCSharp() => _run.EditCSharp();

    [Benchmark]
    public GeneratorDriver EmptyGeneratorEditText() => _empty.Edit(_old, Described());

    [Benchmark]
    public GeneratorDriver EditSection() => _run.Edit(_old, Described());

    [Benchmark]
    public GeneratorDriver EditComment() => _run.Edit(_old, new MemoryText(_old.Path, "# Comment " + ++_edits + ".\n" + _old.Text));

    [Benchmark]
    public GeneratorDriver Cold() => _run.Cold();

    // A text that was not there before, because the result of a text is kept.
    private MemoryText Described() => new(_old.Path, _old.Text.Replace("function: ", "function: Now " + ++_edits + " ", StringComparison.Ordinal));
}
