using System.Collections.Immutable;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Roslyn;
using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>In an editor, the analyzer reports the diagnostics that the generator reports in a build. Exactly one of the two reports them.</summary>
public sealed class AnalyzerTests
{
    private static readonly SpecFile[] Files =
    [
        new("tasks.apispec.yaml", """
            operation: Tasks.Get
            request: GET /tasks/{id}
            path:
              id: lnog
            status: [200]
            response: Tsak
            """),
        new("other.apispec.yaml", """
            operation: Tasks.List
            request: GET /tasks
            status: [200]
            response: Task
            schemas:
              Task:
                csharp: TaskItem
                members:
                  name: string
            """),
    ];

    [Fact]
    public async Task In_an_editor_the_analyzer_reports_and_the_generator_is_silent()
    {
        var inBuild = GeneratorRun.Of(Consumer.Net100, Files);
        var inEditor = GeneratorRun.Of(Consumer.Net100 with { IsDesignTime = true }, Files);

        Assert.Equal(2, inBuild.DiagnosticTexts.Length);
        Assert.Empty(inEditor.DiagnosticTexts);
        Assert.Equal(inBuild.Files.Keys, inEditor.Files.Keys);
        Assert.Equal(inBuild.DiagnosticTexts, await AnalyzeAsync(Consumer.Net100 with { IsDesignTime = true }));
    }

    [Fact]
    public async Task In_a_build_the_analyzer_is_silent()
        => Assert.Empty(await AnalyzeAsync(Consumer.Net100));

    [Fact]
    public async Task An_editor_that_asks_for_one_file_gets_its_diagnostics()
    {
        AdditionalText unreadable = new SpecFile("broken.apispec.yaml", "request: GET /broken\nstatus: [200");
        var specs = ImmutableArray.Create([.. Files, unreadable]);

        Assert.Equal(["APISPEC0200", "APISPEC0200"], await AnalyzeFileAsync(specs, specs[0]));
        Assert.Empty(await AnalyzeFileAsync(specs, specs[1]));
        Assert.NotEmpty(await AnalyzeFileAsync(specs, unreadable));
    }

    [Fact]
    public async Task A_file_that_is_listed_twice_has_the_diagnostics_that_a_build_reports()
    {
        SpecFile[] files = [Files[0], new(Files[0].Path, Files[0].Text), Files[1]];

        Assert.Equal(GeneratorRun.Of(Consumer.Net100, files).DiagnosticTexts, await AnalyzeAsync(Consumer.Net100 with { IsDesignTime = true }, files));
    }

    [Fact]
    public async Task Files_that_are_not_specs_are_left_alone()
        => Assert.Empty(await AnalyzeAsync(Consumer.Net100 with { IsDesignTime = true }, new SpecFile("notes.yaml", "request: [")));

    [Fact]
    public async Task An_edit_of_a_spec_changes_what_is_reported()
    {
        var consumer = Consumer.Net100 with { IsDesignTime = true };
        var before = await AnalyzeAsync(consumer, Files);
        var after = await AnalyzeAsync(consumer, new SpecFile(Files[0].Path, Files[0].Text!.Replace("lnog", "long", StringComparison.Ordinal)), Files[1]);

        Assert.Equal(2, before.Length);
        Assert.Single(after);
        Assert.Contains("Tsak", after[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_csharp_analyzes_no_spec_again()
    {
        var specs = ImmutableArray.Create<AdditionalText>([.. Files]);
        var settings = new BindingOptions("Project", null, "public");
        var first = ProjectAnalysis.Of(specs, settings, CancellationToken.None);

        Assert.Same(first, ProjectAnalysis.Of([.. specs], settings with { }, CancellationToken.None));
        Assert.NotSame(first, ProjectAnalysis.Of(specs, settings with { Accessibility = "internal" }, CancellationToken.None));
        Assert.NotSame(first, ProjectAnalysis.Of([specs[0], new SpecFile("other.apispec.yaml", "request: GET /")], settings, CancellationToken.None));
        Assert.NotSame(first, ProjectAnalysis.Of([specs[0]], settings, CancellationToken.None));
    }

    [Fact]
    public void A_cancelled_analysis_is_not_kept()
    {
        var specs = ImmutableArray.Create<AdditionalText>(new SpecFile("cancelled.apispec.yaml", Files[0].Text));
        var settings = new BindingOptions("Project", null, "public");

        Assert.ThrowsAny<OperationCanceledException>(() => ProjectAnalysis.Of(specs, settings, new CancellationToken(canceled: true)));
        var reported = new List<Diagnostic>();
        ProjectAnalysis.Of(specs, settings, CancellationToken.None).Report(specs[0], reported.Add, HelpPages.None, CancellationToken.None);
        Assert.Equal(2, reported.Count);
    }

    private static Task<string[]> AnalyzeAsync(Consumer consumer) => AnalyzeAsync(consumer, Files);

    private static async Task<string[]> AnalyzeAsync(Consumer consumer, params SpecFile[] files)
    {
        var diagnostics = await Analysis(consumer, [.. files]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(GeneratorRun.Show).Order(StringComparer.Ordinal)];
    }

    private static async Task<string[]> AnalyzeFileAsync(ImmutableArray<AdditionalText> specs, AdditionalText file)
    {
        var result = await Analysis(Consumer.Net100 with { IsDesignTime = true }, specs).GetAnalysisResultAsync(file, TestContext.Current.CancellationToken);
        Assert.All(result.GetAllDiagnostics(), diagnostic => Assert.Equal(file.Path, diagnostic.Location.GetLineSpan().Path));
        return [.. result.GetAllDiagnostics().Select(static diagnostic => diagnostic.Id)];
    }

    private static CompilationWithAnalyzers Analysis(Consumer consumer, ImmutableArray<AdditionalText> specs)
        => consumer.Compile().WithAnalyzers([new ApiSpecAnalyzer()], new AnalyzerOptions(specs, consumer.Options));
}
