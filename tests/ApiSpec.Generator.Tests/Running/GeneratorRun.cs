using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>
/// One project with its generated code. Every run is made twice, the second time with a different C# file in the project, and no step may run again: so
/// each test of generated code is also a test of caching.
/// </summary>
internal sealed class GeneratorRun
{
    // Many tests lead to the same code, for example after a text that is refused. The compiler then says the same, and is asked once.
    private static readonly ConcurrentDictionary<GeneratedTexts, Lazy<string[]>> s_messages = new();

    private readonly Lazy<Compilation> _compilation;
    private readonly Lazy<GeneratedTexts> _texts;

    private GeneratorRun(Consumer consumer, GeneratorRunResult result)
    {
        Consumer = consumer;
        Result = result;
        _compilation = new(() => consumer.Compile().AddSyntaxTrees(result.GeneratedSources.Select(Tree)));
        _texts = new(() => GeneratedTexts.Of(consumer, result.GeneratedSources));
    }

    public Consumer Consumer { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The project with its generated code.</summary>
    public Compilation Compilation => _compilation.Value;

    /// <summary>All that <see cref="Compilation"/> depends on.</summary>
    public GeneratedTexts Texts => _texts.Value;

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files by hint name, in the order of the names.</summary>
    public SortedDictionary<string, string> Files
        => new(Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>The diagnostics as a compiler prints them. Lines and columns count from one.</summary>
    public string[] DiagnosticTexts => [.. Diagnostics.Select(Show).Order(StringComparer.Ordinal)];

    /// <summary>The diagnostics that stop a build.</summary>
    public IEnumerable<string> Errors => Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Show);

    public static GeneratorRun Of(params SpecFile[] files) => Of(Consumer.Net100, files);

    public static GeneratorRun Of(Consumer consumer, params SpecFile[] files)
    {
        var compilation = consumer.Compile();
        var driver = Driver(consumer, files).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var first = Single(driver);

        var changed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { }", consumer.ParseOptions, "Unrelated.cs", Encoding.UTF8));
        RunReasons.AssertNothingRan(Single(driver.RunGenerators(changed, TestContext.Current.CancellationToken)));
        return new GeneratorRun(consumer, first);
    }

    // The compiler of a user does not analyse nullability in generated code, because that takes long. Here it does. Only what is changed is parsed again.
    private static SyntaxTree Tree(GeneratedSourceResult source)
    {
        const string Unwatched = "#nullable disable warnings\n";
        var start = source.SourceText.ToString().IndexOf(Unwatched, StringComparison.Ordinal);
        Assert.True(start >= 0, source.HintName);
        return source.SyntaxTree.WithChangedText(
            source.SourceText.WithChanges(new TextChange(new TextSpan(start, Unwatched.Length), "#nullable enable warnings\n")));
    }

    public static GeneratorDriver Driver(Consumer consumer, params SpecFile[] files) => CSharpGeneratorDriver.Create(
        [new ApiSpecGenerator().AsSourceGenerator()],
        files,
        consumer.ParseOptions,
        consumer.Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorRunResult Single(GeneratorDriver driver)
    {
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return result;
    }

    /// <summary>A diagnostic as a compiler prints it.</summary>
    public static string Show(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return diagnostic.Location == Location.None
            ? diagnostic.Id + " " + message
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{diagnostic.Id} {span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})+"
                + $"{diagnostic.Location.SourceSpan.Length} {message}");
    }

    /// <summary>Returns the errors and warnings of the compiler about the whole project.</summary>
    public string[] CompilerMessages() => s_messages.GetOrAdd(Texts, new Lazy<string[]>(() => Messages(Compilation))).Value;

    public static string[] Messages(Compilation compilation) => Messages(compilation.GetDiagnostics(TestContext.Current.CancellationToken));

    /// <summary>Returns the errors and warnings, each with its line of code.</summary>
    public static string[] Messages(ImmutableArray<Diagnostic> diagnostics)
        =>
        [
            .. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => diagnostic + " << " + Line(diagnostic)),
        ];

    /// <summary>Asserts that no diagnostic stops a build, neither ours nor the compiler's.</summary>
    public GeneratorRun AssertCompiles()
    {
        Expect.Nothing(Errors);
        Expect.Nothing(CompilerMessages());
        return this;
    }

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim() : "";
}
