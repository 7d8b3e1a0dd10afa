using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Language.Collections;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ApiSpec.Generator.Tests;

/// <summary>The steps that run again after an edit, and the steps that do not.</summary>
public sealed class CachingTests
{
    private readonly HashSet<object> _written = new(ReferenceEqualityComparer.Instance);

    // New objects for each test, because results are kept with them.
    private SpecFile Api { get; } = SpecFiles.Of(
        "api", "api: x\nclient: XClient\nnamespace: N\nschemas:\n  Shared:\n    id: long\n  Other:\n    id: long\n");

    private SpecFile Alpha { get; } = SpecFiles.Section("Alpha.Get", "function: Does alpha.\nresponse: Shared\n");

    private SpecFile Beta { get; } = SpecFiles.Section("Beta.Get", "function: Does beta.\nbody: Other\n", "POST /objects/beta");

    private SpecFile Gamma { get; } = SpecFiles.Section(
        "Gamma.Get", "function: Does gamma.\nresponse:\n  state: enum a|b\n  link: url - link Absent.Operation\n");

    private static readonly Func<SpecFile, SpecFile[]>[] Changes =
    [
        static file => [file.With(file.Text!)],
        static file => [file.With("# a comment\n" + file.Text)],
        static file => [file.With(file.Text + "nonsense: 1\n")],
        static file => [file.With(file.Text!.Replace("Does", "Did", StringComparison.Ordinal))],
        static file => [file.With(file.Text!.Replace("a|b", "a|b|c", StringComparison.Ordinal))],
        static file => [file.With(file.Text!.Replace("long", "int", StringComparison.Ordinal))],
        static file => [file.With(file.Text!.Replace("  Shared:\n    id", "  Shared:\n    csharp: Common\n    members:\n      id", StringComparison.Ordinal))],
        static file => [file.With(file.Text!.Replace("Absent.Operation", "Alpha.Get", StringComparison.Ordinal))],
        static file => [file, file.With(file.Text!)],
        static file => [file, SpecFiles.Section("Delta.Get")],
        static _ => [],
    ];

    private static readonly string[] AllHints =
    [
        "X.Alpha.Get.g.cs", "X.Beta.Get.g.cs", "X.Client.g.cs", "X.Gamma.Get.g.cs", "X.Other.g.cs", "X.Shared.g.cs",
    ];

    [Fact]
    public void Every_step_has_a_name_that_tests_can_ask_for()
    {
        // A step without work is not tracked, so this project has work for every step.
        var run = GeneratorRun.Of(
            Consumer.Net100 with { HasHttpClientFactory = true, HasOpenApi = true, GenerateFake = "true" },
            [.. SpecFiles.Kitchen, SpecFiles.Section("Bad.Get", "api: kitchen\nresponse: Unknown\nnonsense: 1\n")]);
        Assert.Equal(
            RunReasons.StepNames.Order(StringComparer.Ordinal),
            run.Result.TrackedSteps.Keys.Where(RunReasons.StepNames.Contains).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void First_run_makes_everything_new()
    {
        var result = GeneratorRun.Single(Start());
        Assert.All(RunReasons.StepNames.SelectMany(step => RunReasons.Of(result, step)), static reason => Assert.Equal(New, reason));
        Assert.All(RunReasons.OfOutputs(result), static reason => Assert.Equal(New, reason));
        Assert.Equal(AllHints, result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unrelated_edit_of_CSharp_runs_nothing()
    {
        var edited = Consumer.Net100.Compile("class C { }");
        RunReasons.AssertNothingRan(GeneratorRun.Single(Start().RunGenerators(edited, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void The_same_text_in_a_new_file_object_runs_the_reader_and_nothing_else()
    {
        var result = Edit(Alpha, Alpha.With(Alpha.Text!));
        Assert.Equal([Cached, Unchanged, Cached, Cached], RunReasons.Of(result, TrackingNames.Parse));
        Assert.All(RunReasons.StepNames.Except([TrackingNames.Parse])
            .SelectMany(step => RunReasons.Of(result, step)), static reason => Assert.Equal(Cached, reason));
        Assert.Empty(Emitted(result));
    }

    [Fact]
    public void A_comment_above_leaves_the_models_as_they_are()
    {
        var result = Edit(Alpha, Alpha.With("# a comment\n" + Alpha.Text));
        Assert.Equal([Cached, Modified, Cached, Cached], RunReasons.Of(result, TrackingNames.Parse));
        Assert.Equal([Cached, Unchanged, Cached, Cached], RunReasons.Of(result, TrackingNames.Models));
        Assert.Equal([Cached], RunReasons.Of(result, TrackingNames.Bind));
        Assert.Empty(Emitted(result));
    }

    [Fact]
    public void A_new_description_is_emitted_in_one_operation()
    {
        var result = Edit(Beta, Beta.With(Beta.Text!.Replace("Does beta.", "Does better.", StringComparison.Ordinal)));
        Assert.Equal([Cached, Cached, Modified, Cached], RunReasons.Of(result, TrackingNames.Models));
        Assert.Equal([Unchanged], RunReasons.Of(result, TrackingNames.Clients));
        Assert.Equal(["X.Beta.Get.g.cs"], Emitted(result));
    }

    [Fact]
    public void An_edited_section_is_bound_anew_and_no_other()
        => Assert.Equal(["Gamma.Get"], BoundAnew(Gamma, Gamma.With(Gamma.Text!.Replace("a|b", "a|b|c", StringComparison.Ordinal))));

    [Fact]
    public void An_edit_leaves_the_models_of_all_other_files_as_they_are() => AssertOnlyGammaIsNew(Start(), Gamma);

    [Fact]
    public void An_edit_leaves_all_other_models_as_they_are_after_a_project_that_lists_a_file_twice()
    {
        var driver = Start();
        GeneratorRun.Of(Api, Alpha, Alpha.With(Alpha.Text!), Beta, Gamma);
        AssertOnlyGammaIsNew(driver, Gamma);
    }

    // Several projects can list the same file objects. What is kept for one of them stays kept after the others.
    [Fact]
    public void An_edit_leaves_all_other_models_as_they_are_after_any_projects_with_the_same_files()
        => Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 3], Gen.Int[0, Changes.Length - 1]).List[0, 3]).List[1, 8].Sample(
            projects =>
            {
                SpecFile[] files = [Api.With(Api.Text!), Alpha.With(Alpha.Text!), Beta.With(Beta.Text!), Gamma.With(Gamma.Text!)];
                foreach (var (isEdited, changes) in projects)
                {
                    var changed = changes.Aggregate(
                        files, static (files, change) => [.. files.SelectMany((file, index) => index == change.Item1 ? Changes[change.Item2](file) : [file])]);
                    var driver = GeneratorRun.Driver(Consumer.Net100, isEdited ? files : changed);
                    if (isEdited)
                        driver = Rerun(driver).ReplaceAdditionalTexts([.. changed]);
                    Rerun(driver);
                }

                AssertOnlyGammaIsNew(Rerun(GeneratorRun.Driver(Consumer.Net100, files)), files[^1]);
            },
            iter: 300);

    private static GeneratorDriver Rerun(GeneratorDriver driver) => driver.RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken);

    private static void AssertOnlyGammaIsNew(GeneratorDriver driver, SpecFile gamma)
    {
        var kept = new HashSet<object>(Files(GeneratorRun.Single(driver)), ReferenceEqualityComparer.Instance);
        var edited = gamma.With(gamma.Text!.Replace("a|b", "a|b|c", StringComparison.Ordinal));
        var after = Files(Run(driver.ReplaceAdditionalText(gamma, edited)));
        Assert.Equal([gamma.Path], after.Where(file => !kept.Contains(file)).Select(static file => file.Key));
    }

    [Fact]
    public void An_edited_schema_is_bound_anew_with_the_sections_that_use_it()
        => Assert.Equal(
            ["Alpha.Get"],
            BoundAnew(Api, Api.With(Api.Text!.Replace("  Shared:\n    id: long\n", "  Shared:\n    id: long\n    name: string\n", StringComparison.Ordinal))));

    [Fact]
    public void A_section_that_another_links_to_may_say_anything()
    {
        var linking = SpecFiles.Section("Delta.Get", "response:\n  link: url - link Gamma.Get\n");
        var driver = Start().AddAdditionalTexts([linking]).RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal(["Gamma.Get"], BoundAnew(driver, Gamma, Gamma.With(Gamma.Text!.Replace("Does gamma.", "Does more.", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_rule_of_one_section_about_a_shared_schema_leaves_other_sections_as_they_are()
    {
        var ruling = SpecFiles.Section("Aaa.Put", "body: Other\nrequired: [id]\n", "PUT /objects/aaa");
        var driver = Start().AddAdditionalTexts([ruling]).RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal(["Aaa.Put"], BoundAnew(driver, ruling, ruling.With(ruling.Text!.Replace("required: [id]\n", "", StringComparison.Ordinal))));
    }

    // The new section can come before, between or after the others, by name or by position.
    [Theory]
    [InlineData("Aaa.Get")]
    [InlineData("Beta.Also")]
    [InlineData("Zzz.Get")]
    public void A_new_section_is_emitted_with_the_client(string operation)
    {
        var driver = Start().AddAdditionalTexts([SpecFiles.Section(operation)]);
        Assert.Equal(new[] { "X." + operation + ".g.cs", "X.Client.g.cs" }.Order(StringComparer.Ordinal), Emitted(Run(driver)));
    }

    [Fact]
    public void A_removed_section_removes_only_its_own_code()
    {
        var result = Run(Start().RemoveAdditionalTexts([Alpha]));
        Assert.Equal(["X.Client.g.cs"], Emitted(result));
        Assert.DoesNotContain(result.GeneratedSources, static source => source.HintName == "X.Alpha.Get.g.cs");
    }

    [Fact]
    public void A_new_member_of_a_shared_schema_is_emitted_in_that_record()
    {
        var result = Edit(
            Api, Api.With(Api.Text!.Replace("  Shared:\n    id: long\n", "  Shared:\n    id: long\n    name: string\n", StringComparison.Ordinal)));
        Assert.Equal(["X.Shared.g.cs"], Emitted(result));
    }

    [Fact]
    public void A_new_schema_is_emitted_with_the_schemas_of_its_file()
    {
        var result = Edit(Api, Api.With(Api.Text!.Replace("schemas:\n", "schemas:\n  First:\n    id: long\n", StringComparison.Ordinal)));
        Assert.Equal(["X.First.g.cs", "X.Other.g.cs", "X.Shared.g.cs"], Emitted(result));
    }

    [Fact]
    public void A_schema_with_another_CSharp_name_is_emitted_where_it_is_used()
    {
        var result = Edit(Api, Api.With(
            Api.Text!.Replace("  Shared:\n    id: long\n", "  Shared:\n    csharp: Common\n    members:\n      id: long\n", StringComparison.Ordinal)));
        Assert.Equal(["X.Alpha.Get.g.cs", "X.Common.g.cs"], Emitted(result));
    }

    [Fact]
    public void A_schema_that_begins_to_be_sent_is_emitted_with_the_operation_that_sends_it()
    {
        var result = Edit(Alpha, Alpha.With(Alpha.Text!.Replace("response: Shared", "body: Shared", StringComparison.Ordinal)));
        Assert.Equal(["X.Alpha.Get.g.cs", "X.Shared.g.cs"], Emitted(result));
    }

    [Fact]
    public void An_error_that_moves_is_reported_at_its_new_line_and_generates_nothing()
    {
        // One error is found in one file alone, the other only in all files together.
        var bad = Alpha.With(Alpha.Text + "nonsense: 1\n");
        var driver = GeneratorRun.Driver(Consumer.Net100, Api, bad, Beta, Gamma)
            .RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal([(6, "APISPEC0100"), (7, "APISPEC0211")], Lines(GeneratorRun.Single(driver)));

        var result = Run(driver
            .ReplaceAdditionalText(bad, bad.With("# a comment\n" + bad.Text))
            .ReplaceAdditionalText(Gamma, Gamma.With("# a comment\n\n" + Gamma.Text)));
        Assert.Equal([(7, "APISPEC0100"), (9, "APISPEC0211")], Lines(result));
        Assert.Empty(Emitted(result));
        Assert.Contains(Modified, RunReasons.Of(result, TrackingNames.ParseDiagnostics));
        Assert.Contains(Modified, RunReasons.Of(result, TrackingNames.BindDiagnostics));
    }

    [Fact]
    public void A_file_that_is_listed_twice_is_generated_from_once()
    {
        var run = GeneratorRun.Of(Api, Alpha, Alpha.With(Alpha.Text!), Beta, Gamma);
        Assert.Equal(AllHints, run.AssertCompiles().Files.Keys);
    }

    [Fact]
    public void Another_target_framework_emits_what_depends_on_it()
    {
        var driver = Start().WithUpdatedParseOptions(Consumer.NetStandard20.ParseOptions);
        var result = GeneratorRun.Single(driver.RunGenerators(Consumer.NetStandard20.Compile(), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("X.Client.g.cs", Emitted(result));
        Assert.Contains("X.Shared.g.cs", Emitted(result));
    }

    private GeneratorDriver Start()
    {
        var driver = Rerun(GeneratorRun.Driver(Consumer.Net100, Api, Alpha, Beta, Gamma));
        _written.UnionWith(GeneratorRun.Single(driver).GeneratedSources.Select(static source => source.SourceText));
        return driver;
    }

    private GeneratorRunResult Edit(SpecFile before, SpecFile after) => Run(Start().ReplaceAdditionalText(before, after));

    /// <summary>Returns the operations that are bound again after the edit, even if the result is equal.</summary>
    private IEnumerable<string> BoundAnew(SpecFile before, SpecFile after) => BoundAnew(Start(), before, after);

    private static IEnumerable<string> BoundAnew(GeneratorDriver driver, SpecFile before, SpecFile after)
    {
        var kept = new HashSet<object>(OperationSteps(GeneratorRun.Single(driver)), ReferenceEqualityComparer.Instance);
        return OperationSteps(Run(driver.ReplaceAdditionalText(before, after))).Where(step => !kept.Contains(step)).Select(static step => step.Result!.Id);
    }

    private static List<RememberedStep<GeneratedOperation?>> OperationSteps(GeneratorRunResult result)
        => [.. result.TrackedSteps[TrackingNames.Models]
            .SelectMany(static step => step.Outputs)
            .Select(static output => (Language.Declarations.SpecSource)output.Value)
            .Where(static source => source.File.Section is not null)
            .Select(static source => (RememberedStep<GeneratedOperation?>)FileMemory.Of(source).Find(new FilePart(FilePartKind.Operation))!)];

    private static EquatableArray<BoundFile> Files(GeneratorRunResult result)
        => ((BoundProject)result.TrackedSteps[TrackingNames.Bind].Single().Outputs.Single().Value).Files;

    private static GeneratorRunResult Run(GeneratorDriver driver)
        => GeneratorRun.Single(driver.RunGenerators(Consumer.Net100.Compile(), TestContext.Current.CancellationToken));

    private static IEnumerable<(int Line, string Id)> Lines(GeneratorRunResult result)
        => result.Diagnostics.Select(static diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Id)).Order();

    /// <summary>
    /// Returns the hint names of the files that the run emitted again. A file with the text object of the first run was not written again, even if it has
    /// another position.
    /// </summary>
    private IEnumerable<string> Emitted(GeneratorRunResult result)
    {
        var written = result.GeneratedSources.Where(source => !_written.Contains(source.SourceText)).Select(static source => source.HintName).ToHashSet();
        return result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Where(static output => output.Reason is New or Modified)
            .SelectMany(static output => RunReasons.HintNames(output.Value))
            .Where(written.Contains)
            .Order(StringComparer.Ordinal);
    }
}
