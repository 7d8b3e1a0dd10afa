using System.Collections.Immutable;
using System.Globalization;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>In a project that states its roles, a call that needs a different role causes a warning at the call.</summary>
public sealed class CallerRolesTests
{
    // The client does not depend on the roles of the project.
    private static readonly Lazy<Compilation> s_client = new(static () => GeneratorRun.Of(CallerRolesProgram.Specs).AssertCompiles().Compilation);

    [Fact]
    public void The_roles_of_a_project_do_not_change_its_client()
        => Assert.Equal(
            GeneratorRun.Of(CallerRolesProgram.Specs).Files, GeneratorRun.Of(Consumer.Net100 with { CallerRoles = "Submit" }, CallerRolesProgram.Specs).Files);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_that_need_another_role_are_flagged_and_no_others(bool clientIsInAnotherAssembly)
    {
        var reported = await AnalyzeAsync("Submit", CallerRolesProgram.Source, clientIsInAnotherAssembly);
        var expected = CallerRolesProgram.Source.Split('\n').Select(static (line, index) => (Line: line, Number: index + 1))
            .Where(static line => line.Line.TrimEnd().EndsWith("// !", StringComparison.Ordinal))
            .Select(static line => line.Number);

        Assert.Equal(expected, reported.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.All(reported, static diagnostic => Assert.Equal("APISPEC0400", diagnostic.Id));
        Assert.True(CallerRolesProgram.Source.Split('\n').Count(static line => line.Contains("Async(", StringComparison.Ordinal)) >= 40);
    }

    [Theory]
    [InlineData(
        "Submit",
        "Submit",
        "'TasksClient.StopAsync' needs one of the roles 'Admin', 'Modify', but this code calls as 'Submit'; use an account with that role, or remove the call")]
    [InlineData(
        "shop: Submit",
        "Submit",
        "'TasksClient.StopAsync' needs one of the roles 'Admin', 'Modify', but this code calls as 'Submit'; use an account with that role, or remove the call")]
    [InlineData(" Submit , Modify ", null, null)]
    [InlineData("other:Submit", null, null)]
    [InlineData("other:", null, null)]
    [InlineData("\"*\"", "*", "")]
    [InlineData("\"Submit\"", "Submit", "")]
    [InlineData("shop:\"Ops: Read, Write\"", "Ops: Read, Write", "")]
    [InlineData("\"The \"\"first\"\"\"", "The \"first\"", "")]
    [InlineData("shop:Ops:Read", "Ops:Read", "")]
    [InlineData("\"Ops, Modify", "Ops, Modify", "")]
    [InlineData(":Submit", "Submit", "")]
    [InlineData(",,Submit,", "Submit", "")]
    [InlineData("*", null, null)]
    [InlineData("*,Submit", "Submit", "")]
    [InlineData("", null, null)]
    public async Task The_property_lists_roles_of_any_api_or_of_one(string property, string? caller, string? message)
    {
        var reported = await AnalyzeAsync(
            property, "class C { object M(Shop.ShopClient client) => client.Tasks.StopAsync(1); }", clientIsInAnotherAssembly: false);

        if (message is null)
        {
            Assert.Empty(reported);
            return;
        }

        var one = Assert.Single(reported);
        Assert.Contains("as '" + caller + "'", one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(message, one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("StopAsync", one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task An_api_without_a_role_is_an_account_without_one()
        => Assert.EndsWith(
            "this code calls without a role; use an account with that role, or remove the call",
            Assert.Single(
                await AnalyzeAsync("shop:", "class C { object M(Shop.ShopClient client) => client.Tasks.StopAsync(1); }", clientIsInAnotherAssembly: false))
                .GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_page_of_the_rule_shows_what_is_reported()
    {
        const string Jobs = """
            using Shop;

            public sealed class Jobs(ShopClient client)
            {
                public Task EndAsync(long id) => client.Tasks.StopAsync(id);
            }
            """;
        var reported = Assert.Single(await AnalyzeAsync("Submit", "global using System.Threading.Tasks;\n" + Jobs, clientIsInAnotherAssembly: false));
        var place = reported.Location.GetLineSpan().StartLinePosition;
        var shown = $"Jobs.cs({place.Line},{place.Character + 1}): warning {reported.Id}: {reported.GetMessage(CultureInfo.InvariantCulture)}";

        Assert.Contains(
            "```text\n" + shown + "\n```",
            File.ReadAllText(Repository.PathOf("generator", "docs", reported.Id + ".md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_of_one_api_say_nothing_of_another()
    {
        const string Two = "class C { object M(Shop.ShopClient shop, Other.OtherClient other) => (shop.Tasks.StopAsync(1), other.Disks.WipeAsync()); }";

        Assert.Equal(["StopAsync"], Names(await AnalyzeAsync("shop:Submit", Two, clientIsInAnotherAssembly: false)));
        Assert.Equal(["WipeAsync"], Names(await AnalyzeAsync("other:Guest,shop:Modify", Two, clientIsInAnotherAssembly: false)));
        Assert.Empty(await AnalyzeAsync("other:Storage Administrator,shop:Admin", Two, clientIsInAnotherAssembly: false));
        Assert.Equal(["StopAsync", "WipeAsync"], Names(await AnalyzeAsync("Guest", Two, clientIsInAnotherAssembly: false)));
    }

    [Fact]
    public async Task A_project_that_states_no_role_has_nothing_analyzed()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in new[] { "", "Submit" })
        {
            var (compilation, options) = Compile(property, CallerRolesProgram.Source, clientIsInAnotherAssembly: false);
            var analyzer = new CallerRolesAnalyzer();
            var analyzed = compilation.WithAnalyzers([analyzer], options);
            await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            var telemetry = await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            counts[property] = telemetry.OperationActionsCount + telemetry.SymbolActionsCount + telemetry.SyntaxNodeActionsCount
                + telemetry.OperationBlockActionsCount;
        }

        Assert.Equal(0, counts[""]);
        Assert.Equal(1, counts["Submit"]);
    }

    private static IEnumerable<string> Names(IEnumerable<Diagnostic> reported)
        => reported.Select(static diagnostic => diagnostic.Location.SourceTree!.ToString()
            .Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string property, string program, bool clientIsInAnotherAssembly)
    {
        var (compilation, options) = Compile(property, program, clientIsInAnotherAssembly);
        // The program is the first file. The client compiles without an error.
        Expect.Nothing(compilation.GetSemanticModel(compilation.SyntaxTrees.First()).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorRun.Show));
        var reported = await compilation.WithAnalyzers([new CallerRolesAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. reported.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static (Compilation Compilation, AnalyzerOptions Options) Compile(string property, string program, bool clientIsInAnotherAssembly)
    {
        var consumer = Consumer.Net100 with { CallerRoles = property };
        var own = Consumer.Net100.Compile(program);
        Compilation compilation = clientIsInAnotherAssembly
            ? own.AddReferences(Emit(s_client.Value.WithAssemblyName("Client")))
            : own.AddSyntaxTrees(s_client.Value.SyntaxTrees);
        var relaxed = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        return (relaxed, new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty, consumer.Options));
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
