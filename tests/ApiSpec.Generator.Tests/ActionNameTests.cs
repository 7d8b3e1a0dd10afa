using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>The names of the methods that read an action object and send it.</summary>
public sealed class ActionNameTests
{
    private const string Api = "client: RackClient\nnamespace: N\nschemas:\n  Command: {name: string, href: url}\n  Choice: {href: url, other: url}\n";

    [Theory]
    [InlineData("GetStop", "InvokeStop", "Stop")]
    [InlineData("GetRerunStart", "InvokeRerunStart", "RerunStart")]
    [InlineData("GetHTTPStop", "SendHTTPStop", "HTTPStop")]
    [InlineData("GetStop2", "InvokeStop2", "Stop2")]
    [InlineData("GetStop", "Stop", null)]
    [InlineData("Stop", "InvokeStop", null)]
    [InlineData("Stop", "Stop", null)]
    [InlineData("GetBackstop", "InvokeStop", null)]
    [InlineData("GetStop", "InvokeHalt", null)]
    [InlineData("FindOrder", "Place", null)]
    [InlineData("", "", null)]
    public void Short_name_is_the_words_in_which_both_names_end(string read, string invoke, string? expected)
        => Assert.Equal(expected, ActionBinder.CommonWords(read, invoke));

    [Fact]
    public void Operation_with_the_name_of_an_action_is_reported()
    {
        var run = GeneratorRun.Of(
            [SpecFiles.Of("api", Api), .. Action("Tasks", "GetStop", "InvokeStop"), SpecFiles.Section("Tasks.Stop", "path: {id: long}\n", "POST /tasks/{id}")]);

        Assert.Equal(
            ["APISPEC0223 /specs/Tasks.GetStop.apispec.yaml(1,1)+9 No method 'StopAsync' calls 'Tasks.GetStop' and 'Tasks.InvokeStop', because operation "
                + "'Tasks.Stop' has the name; set 'csharp:' in one of them"],
            run.DiagnosticTexts);
        Assert.Equal(DiagnosticSeverity.Warning, run.Diagnostics[0].DefaultSeverity);
        Assert.Equal(["GetStopAndInvokeStopAsync", "GetStopAndInvokeStopWithAsync"], ActionMethods(run, "Tasks"));
    }

    [Theory]
    [InlineData("StopWith", "", "'StopWithAsync'")]
    [InlineData("Halt", "csharp: Stop\n", "'StopAsync'")]
    public void Each_method_of_an_action_keeps_its_short_name_only_with_the_other(string other, string keys, string name)
    {
        var run = GeneratorRun.Of(
            [SpecFiles.Of("api", Api), .. Action("Tasks", "GetStop", "InvokeStop"), SpecFiles.Section("Tasks." + other, keys, "POST /tasks")]);

        Assert.Contains(name, Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
        Assert.Equal(["GetStopAndInvokeStopAsync", "GetStopAndInvokeStopWithAsync"], ActionMethods(run, "Tasks"));
    }

    [Theory]
    [InlineData("Tasks.Stop", "csharp: StopNow\n", "", "StopAsync StopWithAsync")]
    [InlineData("Tasks.Stop", "", "csharp: ReadCommand\n", "ReadCommandAndInvokeStopAsync ReadCommandAndInvokeStopWithAsync")]
    public void Csharp_name_ends_the_clash(string other, string keys, string ofRead, string expected)
    {
        var run = GeneratorRun.Of(
            [SpecFiles.Of("api", Api), .. Action("Tasks", "GetStop", "InvokeStop", ofRead), SpecFiles.Section(other, keys, "POST /tasks")]);

        Expect.Nothing(run.DiagnosticTexts);
        Assert.Equal(expected.Split(' '), ActionMethods(run, "Tasks"));
    }

    [Fact]
    public void Operation_with_both_names_leaves_the_two_calls()
    {
        var run = GeneratorRun.Of(
            [SpecFiles.Of("api", Api), .. Action("Tasks", "FindOrder", "Place"), SpecFiles.Section("Tasks.FindOrderAndPlace", "", "POST /tasks")]);

        Assert.Contains("'FindOrderAndPlaceAsync'", Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
        Assert.Empty(ActionMethods(run, "Tasks"));
    }

    [Fact]
    public void Name_that_fits_two_actions_belongs_to_neither()
    {
        SpecFile[] specs =
        [
            SpecFiles.Of("api", Api),
            .. Action("Tasks", "GetStop", "InvokeStop"),
            .. Action("Tasks", "AskStop", "SendStop"),
            .. Action("Jobs", "GetStop", "InvokeStop"),
            SpecFiles.Section(
                "Parts.GetStop", "path: {id: long}\nresponse: Choice\nwith: {href: link Parts.InvokeStop, other: link Parts.HardStop}\n", "GET /p/{id}"),
            SpecFiles.Section("Parts.InvokeStop", "path: {id: long}\nbody: Choice\n", "POST /p/{id}"),
            SpecFiles.Section("Parts.HardStop", "path: {id: long}\nbody: Choice\n", "POST /p/{id}/hard"),
        ];
        foreach (var files in new[] { specs, [.. specs.Reverse()] })
        {
            var run = GeneratorRun.Of(files).AssertCompiles();

            Expect.Nothing(run.DiagnosticTexts);
            Assert.Equal(
                ["AskStopAndSendStopAsync", "AskStopAndSendStopWithAsync", "GetStopAndInvokeStopAsync", "GetStopAndInvokeStopWithAsync"],
                ActionMethods(run, "Tasks"));
            Assert.Equal(["StopAsync", "StopWithAsync"], ActionMethods(run, "Jobs"));
            Assert.Equal(
                ["GetStopAndHardStopAsync", "GetStopAndHardStopWithAsync", "GetStopAndInvokeStopAsync", "GetStopAndInvokeStopWithAsync"],
                ActionMethods(run, "Parts"));
        }
    }

    private static SpecFile[] Action(string group, string read, string invoke, string keys = "") =>
    [
        SpecFiles.Section(
            group + "." + read, "path: {id: long}\nresponse: Command\nwith: {href: link " + group + "." + invoke + "}\n" + keys,
            "GET /" + group + "/{id}/" + read),
        SpecFiles.Section(group + "." + invoke, "path: {id: long}\nbody: Command\n", "POST /" + group + "/{id}/" + read),
    ];

    // The methods that no operation declares.
    private static IEnumerable<string> ActionMethods(GeneratorRun run, string group)
    {
        var type = run.Compilation.GetTypeByMetadataName("N." + group + "Client")!;
        return type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.GetDocumentationCommentXml()!.Contains("If the first call fails", StringComparison.Ordinal))
            .Select(static method => method.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }
}
