using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>In an editor the analyzer reports what the generator reports in a build; never do both, and never does none.</summary>
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

        Assert.Equal(2, inBuild.Mistakes.Length);
        Assert.Empty(inEditor.Mistakes);
        Assert.Equal(inBuild.Files.Keys, inEditor.Files.Keys);
        Assert.Equal(inBuild.Mistakes, await AnalyzeAsync(Consumer.Net100 with { IsDesignTime = true }));
    }

    [Fact]
    public async Task In_a_build_the_analyzer_is_silent()
        => Assert.Empty(await AnalyzeAsync(Consumer.Net100));

    private static async Task<string[]> AnalyzeAsync(Consumer consumer)
    {
        var options = new AnalyzerOptions([.. Files], consumer.Options);
        var compilation = consumer.Compile().WithAnalyzers([new ApiSpecAnalyzer()], options);
        var diagnostics = await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(GeneratorRun.Show).Order(StringComparer.Ordinal)];
    }
}
