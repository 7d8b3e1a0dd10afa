using ApiSpec.Generator.Tests.Running;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ApiSpec.Generator.Tests;

/// <summary>The fake server of an API, in a project that requests it. Other tests use it, and so show that it compiles and works.</summary>
public sealed class FakeTests
{
    private static readonly Consumer WithFake = Consumer.Net100 with { GenerateFake = "true" };

    private static readonly SpecFile Api = SpecFiles.Of("api", "api: x\nclient: XClient\nnamespace: N\n");

    private static readonly SpecFile Section = SpecFiles.Section(
        "Alpha.Get", "function: Does alpha.\nquery:\n  id?: long - An id\nresponse:\n  name: string\n");

    [Fact]
    public void Kitchen_sink()
        => SnapshotVerifier.Verify(
            GeneratorRun.Of(WithFake, SpecFiles.Kitchen).Files.Where(static file => file.Key.EndsWith(".Fake.g.cs", StringComparison.Ordinal)).ToDictionary(),
            nameof(FakeTests));

    [Fact]
    public void A_fake_is_generated_beside_the_client_or_alone_or_not_at_all()
    {
        string[] client = [.. GeneratorRun.Of(SpecFiles.Kitchen).Files.Keys];

        Assert.Equal(client.Append("Kitchen.Fake.g.cs").Order(StringComparer.Ordinal), GeneratorRun.Of(WithFake, SpecFiles.Kitchen).Files.Keys);
        Assert.Equal(["Kitchen.Fake.g.cs"], GeneratorRun.Of(Consumer.Net100 with { GenerateFake = "only" }, SpecFiles.Kitchen).Files.Keys);
        Assert.Equal(client, GeneratorRun.Of(Consumer.Net100 with { GenerateFake = "false" }, SpecFiles.Kitchen).Files.Keys);
    }

    [Fact]
    public void Is_the_same_text_beside_the_client_and_alone()
        => Assert.Equal(
            GeneratorRun.Of(WithFake, SpecFiles.Kitchen).Files["Kitchen.Fake.g.cs"],
            GeneratorRun.Of(Consumer.Net100 with { GenerateFake = "only" }, SpecFiles.Kitchen).Files["Kitchen.Fake.g.cs"]);

    [Fact]
    public void Errors_of_specs_are_reported_in_a_project_with_only_the_fake()
        => Assert.Contains(
            GeneratorRun.Of(Consumer.Net100 with { GenerateFake = "only" }, SpecFiles.Section("Bad.Get", "response: Unknown\n")).DiagnosticTexts,
            static mistake => mistake.Contains("Unknown", StringComparison.Ordinal));

    [Fact]
    public void Groups_do_not_hide_what_every_fake_has()
    {
        var fake = GeneratorRun.Of(
            WithFake, Api, SpecFiles.Section("Requests.List"), SpecFiles.Section("RequestsGroup.List"), SpecFiles.Section("StartAsync.Get"),
            SpecFiles.Section("A.AOperations"))
            .Files["X.Fake.g.cs"];

        Assert.Contains("public RequestsOperations RequestsGroupGroup { get; }", fake, StringComparison.Ordinal);
        Assert.Contains("public RequestsGroupOperations RequestsGroup { get; }", fake, StringComparison.Ordinal);
        Assert.Contains("public StartAsyncOperations StartAsyncGroup { get; }", fake, StringComparison.Ordinal);
        Assert.Contains("public AOperationsGroup A { get; }", fake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_of_the_same_name_is_reported()
        => Assert.Contains(
            GeneratorRun.Of(WithFake, Api, SpecFiles.Section("A.Get", "response: XFake\nschemas:\n  XFake:\n    id: long\n")).DiagnosticTexts,
            static mistake => mistake.Contains("XFake", StringComparison.Ordinal) && mistake.Contains("the fake of XClient", StringComparison.Ordinal));

    [Fact]
    public void Is_made_anew_when_an_answer_changes_and_not_when_a_parameter_does()
    {
        Assert.Equal([Unchanged], Edit(Section.With(Section.Text!.Replace("An id", "The id", StringComparison.Ordinal))));
        Assert.Equal([Modified], Edit(Section.With(Section.Text!.Replace("  name: string", "  names: string", StringComparison.Ordinal)
            .Replace("Alpha.Get", "Alpha.Find", StringComparison.Ordinal))));
    }

    private static IEnumerable<Microsoft.CodeAnalysis.IncrementalStepRunReason> Edit(SpecFile edited)
    {
        var compilation = WithFake.Compile();
        var driver = GeneratorRun.Driver(WithFake, Api, Section).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var result = GeneratorRun.Single(driver.ReplaceAdditionalText(Section, edited).RunGenerators(compilation, TestContext.Current.CancellationToken));
        return RunReasons.Of(result, TrackingNames.Fakes);
    }
}
