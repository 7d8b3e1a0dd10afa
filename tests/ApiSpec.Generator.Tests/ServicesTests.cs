using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ApiSpec.Generator.Tests;

/// <summary>The methods that register a client with dependency injection: when they are generated, and when they are generated again.</summary>
public sealed class ServicesTests
{
    private const string Hint = "AutomaticOperation.Services.g.cs";
    private const string LogHint = "AutomaticOperation.Log.g.cs";

    private static readonly Consumer WithFactory = Consumer.Net100 with { HasHttpClientFactory = true };

    [Fact]
    public void Services_are_generated_if_the_factory_is_referenced()
    {
        var run = GeneratorRun.Of(WithFactory, SpecFiles.Jp1Ao).AssertCompiles();
        SnapshotVerifier.Verify(
            new SortedDictionary<string, string> { [Hint] = run.Files[Hint], [LogHint] = run.Files[LogHint] }, nameof(ServicesTests),
            nameof(Services_are_generated_if_the_factory_is_referenced));
        Assert.All(
            new[] { WithFactory with
            {
                Accessibility = "internal",
            }, WithFactory with { RootNamespace = "" }, WithFactory with { Nullable = NullableContextOptions.Disable } },
            static consumer => GeneratorRun.Of(consumer, SpecFiles.Founding).AssertCompiles());
    }

    [Fact]
    public void No_services_are_generated_without_the_factory() => Assert.DoesNotContain(Hint, GeneratorRun.Of(SpecFiles.Jp1Ao).Files.Keys);

    [Fact]
    public void A_project_with_the_logging_library_alone_gets_a_log_and_one_without_it_does_not()
    {
        Assert.DoesNotContain(LogHint, GeneratorRun.Of(SpecFiles.Jp1Ao).Files.Keys);

        var withLogging = Consumer.Net100 with { HasLogging = true };
        var run = GeneratorRun.Of(withLogging, SpecFiles.Jp1Ao).AssertCompiles();
        Assert.Contains("class AutomaticOperationClientLog : global::ApiSpec.ApiLog", run.Files[LogHint], StringComparison.Ordinal);
        Assert.DoesNotContain(Hint, run.Files.Keys);
        Assert.All(
            new[] { withLogging with
            {
                Accessibility = "internal",
            }, withLogging with { RootNamespace = "" }, withLogging with { Nullable = NullableContextOptions.Disable } },
            static consumer => GeneratorRun.Of(consumer, SpecFiles.Founding).AssertCompiles());
    }

    [Fact]
    public void The_standard_resilience_handler_asks_which_requests_may_be_repeated()
    {
        var consumer = WithFactory with { HasResilience = true };
        var text = GeneratorRun.Of(consumer, SpecFiles.Founding).AssertCompiles().Files.Values
            .Single(static text => text.Contains("IHttpClientBuilder", StringComparison.Ordinal));
        Assert.Contains("request.ShouldRetry(", text, StringComparison.Ordinal);

        var compilation = consumer.Compile();
        foreach (var (library, version) in new[] { ("Microsoft.Extensions.Http.Resilience", "8.0.0.0"), ("Polly.Core", "7.0.0.0") })
        {
            var reference = compilation.References.Single(reference => Path.GetFileName(reference.Display) == library + ".dll");
            var result = GeneratorRun.Single(GeneratorRun.Driver(consumer, SpecFiles.Founding)
                .RunGenerators(compilation.ReplaceReference(reference, EmptyLibrary.Of(library, version)), TestContext.Current.CancellationToken));
            Assert.DoesNotContain(result.GeneratedSources, static source => source.SourceText.ToString().Contains("ShouldRetry", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_project_can_turn_services_off()
        => Assert.DoesNotContain(Hint, GeneratorRun.Of(WithFactory with { GenerateDependencyInjection = "False" }, SpecFiles.Jp1Ao).Files.Keys);

    [Fact]
    public void A_factory_that_is_too_old_counts_as_missing()
    {
        var compilation = WithFactory.Compile();
        var options = compilation.References.Single(static reference => Path.GetFileName(reference.Display) == "Microsoft.Extensions.Options.dll");
        var old = compilation.ReplaceReference(options, EmptyLibrary.Of("Microsoft.Extensions.Options", "7.0.0.0"));
        var result = GeneratorRun.Single(GeneratorRun.Driver(WithFactory, SpecFiles.Jp1Ao).RunGenerators(old, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(result.GeneratedSources, static source => source.HintName == Hint);
    }

    [Fact]
    public void Only_a_new_reference_to_the_factory_generates_services()
    {
        var files = SpecFiles.Jp1Ao;
        var driver = GeneratorRun.Driver(WithFactory, files).RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(WithFactory.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal([LogHint, Hint], Emitted(GeneratorRun.Single(driver)));

        var section = files.Single(static file => file.Text!.Contains("operation: Tasks.GetRerunStart", StringComparison.Ordinal));
        var renamed = section.With(section.Text!.Replace("operation: Tasks.GetRerunStart", "operation: Tasks.GetRestart", StringComparison.Ordinal));
        var result = GeneratorRun.Single(
            driver.ReplaceAdditionalText(section, renamed).RunGenerators(WithFactory.Compile(), TestContext.Current.CancellationToken));
        Assert.Contains("AutomaticOperation.Client.g.cs", Emitted(result));
        Assert.DoesNotContain(Hint, Emitted(result));
        Assert.DoesNotContain(LogHint, Emitted(result));
        Assert.All(
            RunReasons.Of(result, TrackingNames.HostingSupport).Concat(RunReasons.Of(result, TrackingNames.LoggingSupport)),
            static reason => Assert.True(reason is Cached or Unchanged));
    }

    private static IEnumerable<string> Emitted(GeneratorRunResult result)
        => result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Where(static output => output.Reason is New or Modified)
            .SelectMany(static output => RunReasons.HintNames(output.Value))
            .Order(StringComparer.Ordinal);
}
