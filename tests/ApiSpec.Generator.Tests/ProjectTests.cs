using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>The effect of the project around the specs: its C#, its references, and its other files.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void A_CSharp_version_that_is_too_low_is_reported_once()
        => Assert.Equal(
            ["APISPEC0900 ApiSpec generates C# 11, but this project uses C# 10.0; set <LangVersion>11.0</LangVersion> or later"],
            GeneratorRun.Of(Consumer.Net80 with { Language = LanguageVersion.CSharp10 }, SpecFiles.Jp1Ao).DiagnosticTexts);

    [Fact]
    public void A_missing_library_is_reported_once()
        => Assert.Equal(
            ["APISPEC0901 Generated code needs the ApiSpec library; add the package ApiSpec"],
            GeneratorRun.Of(Consumer.Net100 with { HasRuntime = false }, SpecFiles.Jp1Ao).DiagnosticTexts);

    [Fact]
    public void A_project_without_specs_is_left_alone()
    {
        var run = GeneratorRun.Of(Consumer.Net80 with { Language = LanguageVersion.CSharp9, HasRuntime = false }, new SpecFile("/specs/other.yaml", "a: b"));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_bad_file_does_not_stop_the_others()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section("Good.Get", "response: Shared\nschemas: {Shared: {id: long}}\n"),
            new SpecFile("/specs/gone.apispec.yaml", null),
            SpecFiles.Of("broken", "request: [\n"),
            SpecFiles.Of("empty", ""),
            SpecFiles.Section("Half.Get", "nonsense: 1\n"),
            SpecFiles.Section("Unknown.Get", "response: Shard\n"));

        Assert.Contains("Objects.Good.Get.g.cs", run.Files.Keys);
        Assert.Contains("Objects.Shared.g.cs", run.Files.Keys);
        Assert.Contains(
            "APISPEC0902 /specs/gone.apispec.yaml(1,1)+0 The compiler could not read 'gone.apispec.yaml'; check that the file exists and is readable",
            run.DiagnosticTexts);
        Assert.Contains("APISPEC0200 /specs/Unknown.Get.apispec.yaml(4,11)+5 Unknown type 'Shard'; did you mean 'Shared'?", run.DiagnosticTexts);
        Assert.Equal(
            ["broken.apispec.yaml", "empty.apispec.yaml", "gone.apispec.yaml", "Half.Get.apispec.yaml", "Unknown.Get.apispec.yaml"],
            run.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static diagnostic => Path.GetFileName(diagnostic.Location.GetLineSpan().Path)).Distinct().Order(StringComparer.OrdinalIgnoreCase));
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_information()
    {
        var run = GeneratorRun.Of(SpecFiles.Founding).AssertCompiles();
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal("APISPEC0211", diagnostic.Id);
        Assert.Contains("'Tasks.InvokeRerunStart' is not in this project", diagnostic.GetMessage(null), StringComparison.Ordinal);
        var span = diagnostic.Location.SourceSpan;
        Assert.Equal("Tasks.InvokeRerunStart", SpecFiles.Founding.Text!.Substring(span.Start, span.Length));
        Assert.Empty(GeneratorRun.Of(SpecFiles.Jp1Ao).Diagnostics);
    }

    [Fact]
    public void A_same_as_that_leads_nowhere_is_information()
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Tasks.Get", "response: same as Tasks.Other\n")).AssertCompiles();
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(run.Diagnostics).Severity);
        Assert.StartsWith("APISPEC0211 /specs/Tasks.Get.apispec.yaml(4,", run.DiagnosticTexts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_cannot_be_followed_are_a_warning()
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Tasks.List", "query:\n  page?: int\npaging: {items: data, page: page}\nresponse:\n  data: string[]\n"));
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic is { Id: "APISPEC0223", DefaultSeverity: DiagnosticSeverity.Warning });
        Expect.Nothing(run.CompilerMessages());
    }

    [Theory]
    [InlineData("GET /Automation/v1/objects/Tasks/{id}", "Tasks.Get", "AutomationClient", "AutomationApi")]
    [InlineData("GET /tasks/{id}", "Tasks.Get", "TasksClient", "TasksApi")]
    [InlineData("GET /{id}", "Tasks.Get", "ApiClient", "Api")]
    public void A_section_alone_names_its_client_after_its_path(string request, string operation, string client, string description)
    {
        var section = SpecFiles.Of("alone", "api: jp1ao\noperation: " + operation + "\nrequest: " + request + "\npath: {id: long}\nstatus: [200]\n");
        var run = GeneratorRun.Of(section).AssertCompiles();
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Example.App.Jp1ao." + client));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Example.App.Jp1ao." + description));
    }

    [Fact]
    public void An_API_without_a_name_is_called_so_in_the_documentation()
        => Assert.Contains(
            GeneratorRun.Of(SpecFiles.Section("Parts.Get", "roles: [Admin]\n")).AssertCompiles().Files.Values,
            static text => text.Contains("/// <summary>The roles of the API.</summary>", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "")]
    [InlineData("3rd-party.My App", "_3rdParty.MyApp.")]
    [InlineData("event", "event.")]
    [InlineData("foo.class.bar", "foo.class.bar.")]
    [InlineData("my_app.namespace", "my_app.namespace.")]
    [InlineData("@event.App", "event.App.")]
    [InlineData("record.async.await.global", "record.async.await.global.")]
    [InlineData("হিসাব.App", "হিসাব.App.")]
    public void The_root_namespace_may_be_anything(string rootNamespace, string prefix)
    {
        foreach (var consumer in new[] { Consumer.Net100, Consumer.NetFramework48 })
        {
            var run = GeneratorRun.Of(
                consumer with { RootNamespace = rootNamespace },
                SpecFiles.Section("Parts.Get", "response: {name: string, state: enum a|b}\nroles: [Admin]\n")).AssertCompiles();
            Assert.NotNull(run.Compilation.GetTypeByMetadataName(prefix + "ObjectsClient"));
        }
    }

    [Fact]
    public void Keywords_may_stand_in_every_namespace()
    {
        SpecFile[] files = [
            SpecFiles.Of("api", "api: x\nclient: XClient\nnamespace: foo.event\n"), SpecFiles.Section("Parts.Get", "response: {name: string}\n"),
        ];
        Assert.NotNull(GeneratorRun.Of(files).AssertCompiles().Compilation.GetTypeByMetadataName("foo.event.XClient"));
        Assert.NotNull(
            GeneratorRun.Of(Consumer.Net100 with { Namespace = "a.class" }, files).AssertCompiles().Compilation.GetTypeByMetadataName("a.class.XClient"));
        var everything = Consumer.Net100 with { RootNamespace = "event.class", HasHttpClientFactory = true, HasResilience = true };
        GeneratorRun.Of(everything, SpecFiles.Kitchen).AssertCompiles();
        GeneratorRun.Of(everything with { Namespace = "event.class" }, SpecFiles.Kitchen).AssertCompiles();
    }

    [Theory]
    [InlineData(
        "namespace Example.App; class Part { }",
        "'schema Part' becomes the C# name 'Part', which 'the type Example.App.Part in Source0.cs' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App { public record Part(int A); }",
        "'schema Part' becomes the C# name 'Part', which 'the type Example.App.Part in Source0.cs' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App.Part { class C { } }",
        "'schema Part' becomes the C# name 'Part', which 'the namespace Example.App.Part' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App; delegate void Part();",
        "'schema Part' becomes the C# name 'Part', which 'the type Example.App.Part in Source0.cs' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App; enum PartsGetStatus { }",
        "'the status codes of Parts.Get' becomes the C# name 'PartsGetStatus', which 'the type Example.App.PartsGetStatus in Source0.cs' already has; choose "
        + "another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App; interface IPartsClient { }",
        "'group Parts' becomes the C# name 'IPartsClient', which 'the type Example.App.IPartsClient in Source0.cs' already has; choose another name before "
        + "the dot of 'operation:'")]
    [InlineData(
        "namespace Example.App; partial class Part { }",
        "'schema Part' becomes the C# name 'Part', which 'the type Example.App.Part in Source0.cs' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App; partial record struct Part { }",
        "'schema Part' becomes the C# name 'Part', which 'the type Example.App.Part in Source0.cs' already has; choose another name with 'csharp:'")]
    [InlineData(
        "namespace Example.App; partial record struct PartState { }",
        "'the values of state' becomes the C# name 'PartState', which 'the type Example.App.PartState in Source0.cs' already has; choose another name with "
        + "'csharp:'")]
    [InlineData(
        "namespace Example.App; partial class IPartsClient { }",
        "'group Parts' becomes the C# name 'IPartsClient', which 'the type Example.App.IPartsClient in Source0.cs' already has; choose another name before "
        + "the dot of 'operation:'")]
    [InlineData(
        "namespace Example.App; partial struct PartsGetStatus { }",
        "'the status codes of Parts.Get' becomes the C# name 'PartsGetStatus', which 'the type Example.App.PartsGetStatus in Source0.cs' already has; choose "
        + "another name with 'csharp:'")]
    [InlineData("namespace Example.App; partial record Part { public int More { get; set; } }", null)]
    [InlineData("namespace Example.App; static partial class PartsGetHeaders { public static int More => 1; }", null)]
    [InlineData("namespace Example.App; partial struct PartState { public int More => 1; }", null)]
    [InlineData(
        "namespace Example.App; partial interface IPartsClient { } partial class PartsClient { public int More => 1; } partial interface IObjectsClient { } "
        + "partial class ObjectsClient { }",
        null)]
    [InlineData("namespace Example.App; class Part<T> { }", null)]
    [InlineData("namespace Example.App; file class Part { }", null)]
    [InlineData("namespace Example.App; enum PartsRoles { } enum XRoles { }", null)]
    [InlineData("namespace Example; class Part { }", null)]
    [InlineData("namespace Example.App.Inner; class Part { }", null)]
    [InlineData("class Part { class PartsGetStatus { } }", null)]
    public void A_type_of_the_project_with_a_generated_name_is_reported_at_the_spec(string code, string? expected)
    {
        SpecFile[] files =
        [
            SpecFiles.Of(
                "get",
                "operation: Parts.Get\nrequest: GET /objects/parts\nstatus:\n  200:\n    description: Done.\n    headers: {X-Total: int}\nresponse: Part\n"
                + "schemas:\n  Part: {name: string, state: enum a|b}\n"),
        ];
        string[] Run(Consumer consumer)
        {
            var result = GeneratorRun.Single(GeneratorRun.Driver(consumer, files).RunGenerators(consumer.Compile(code), TestContext.Current.CancellationToken));
            return [.. result.Diagnostics.Select(GeneratorRun.Show)];
        }

        var mistakes = Run(Consumer.Net100).Where(static mistake => mistake.StartsWith("APISPEC0209", StringComparison.Ordinal));
        if (expected is null)
        {
            Assert.Empty(mistakes);
            var run = GeneratorRun.Of(files);
            Expect.Nothing(GeneratorRun.Messages(run.Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, run.Consumer.ParseOptions, "Part.cs")))
                .Where(static message => message.Contains("CS0260", StringComparison.Ordinal) || message.Contains("CS0261", StringComparison.Ordinal)
                    || message.Contains("CS0101", StringComparison.Ordinal)));
        }
        else
        {
            Assert.EndsWith(expected, Assert.Single(mistakes), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Run(Consumer.Net100 with { IsDesignTime = true }), static mistake => mistake.Contains("csharp:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_of_the_project_is_found_in_a_namespace_with_keywords()
    {
        var consumer = Consumer.Net100 with { RootNamespace = "event.App" };
        var result = GeneratorRun.Single(GeneratorRun.Driver(consumer, SpecFiles.Section("Parts.Get", "response: Part\nschemas:\n  Part: {name: string}\n"))
            .RunGenerators(consumer.Compile("namespace @event.App; class Part { }"), TestContext.Current.CancellationToken));
        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0209");
    }

    [Fact]
    public void An_assembly_that_is_CLS_compliant_gets_no_warnings()
    {
        foreach (var consumer in new[] { Consumer.Net100 with { HasHttpClientFactory = true, HasResilience = true }, Consumer.NetFramework48 })
        {
            foreach (var files in new[] { SpecFiles.Kitchen, [SpecFiles.Section("Parts.Get", "response: {id: int, ID: int, 1st: int}\n")] })
            {
                var run = GeneratorRun.Of(consumer, files).AssertCompiles();
                var mark = CSharpSyntaxTree.ParseText("[assembly: System.CLSCompliant(true)]", consumer.ParseOptions, "Compliant.cs");
                Expect.Nothing(GeneratorRun.Messages(run.Compilation.AddSyntaxTrees(mark)));
            }
        }
    }

    [Fact]
    public void Accessibility_and_namespace_follow_the_project()
    {
        var run = GeneratorRun.Of(Consumer.Net100 with { Accessibility = "Internal", Namespace = "Own.Place" }, SpecFiles.Kitchen).AssertCompiles();
        var types = run.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(static type => type.ContainingType is null).ToList();
        Assert.All(types, static type => Assert.Equal("Own.Place", type.ContainingNamespace.ToDisplayString()));
        Assert.All(types, static type => Assert.Equal(Accessibility.Internal, type.DeclaredAccessibility));
        Assert.Contains(types, static type => type.Name == "KitchenClient");
    }
}
