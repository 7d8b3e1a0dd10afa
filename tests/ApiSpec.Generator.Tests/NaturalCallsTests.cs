using System.Text;
using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Every way in which a person would call an operation or an action compiles and means the same thing for every compiler.</summary>
public sealed class NaturalCallsTests
{
    private const string Api = "client: RackClient\nnamespace: N\nschemas:\n"
        + "  Command: {name: string, href: url}\n"
        + "  Job: {id: long, state: enum running|ended}\n";

    private static readonly SpecFile[] s_specs =
    [
        SpecFiles.Of("api", Api),
        SpecFiles.Section("Jobs.Get", "path: {id: long}\nresponse: Job\n", "GET /jobs/{id}"),
        SpecFiles.Section("Jobs.Read", "path: {id: long}\nquery: {detail?: boolean}\nresponse: Job\n", "GET /reads/{id}"),
        SpecFiles.Section("Parts.GetStop", "path: {id: long}\nresponse: Command\nwith: {href: link Parts.InvokeStop}\n", "GET /parts/{id}/stop"),
        SpecFiles.Section("Parts.InvokeStop", "path: {id: long}\nbody: Command\n", "POST /parts/{id}/stop"),
        SpecFiles.Section(
            "Parts.GetRun", "path: {id: long}\nquery: {force?: boolean}\nresponse: Command\nwith: {href: link Parts.InvokeRun}\n", "GET /parts/{id}/run"),
        SpecFiles.Section("Parts.InvokeRun", "path: {id: long}\nbody: Command\nresponse: Job\n", "POST /parts/{id}/run"),
        SpecFiles.Section("Parts.List", "query: {page?: int default 1}\npaging: {page: page, items: data}\nresponse: {data: 'int[]'}\n", "GET /parts"),
    ];

    // What compiles everywhere.
    private const string Calls = """
        Job job = await client.Jobs.GetAsync(1);
        job = await client.Jobs.GetAsync(1, default);
        job = await client.Jobs.GetAsync(1, token);
        job = await client.Jobs.ReadAsync(1);
        job = await client.Jobs.ReadAsync(1, default);
        job = await client.Jobs.ReadAsync(1, null, token);
        job = await client.Jobs.ReadAsync(1, new() { Detail = true });
        job = await client.Jobs.ReadAsync(1, new() { Detail = true }, token);
        job = await client.Jobs.ReadAsync(1, new JobsReadQuery(), default);
        job = await client.Jobs.ReadAsync(1, cancellationToken: token);
        job = await client.Jobs.ReadAsync(1, query: new() { Detail = true });

        await client.Parts.StopAsync(1);
        await client.Parts.StopAsync(1, default);
        await client.Parts.StopAsync(1, token);
        await client.Parts.StopAsync(id: 1, cancellationToken: token);
        await client.Parts.StopWithAsync(1, action => action with { Name = "x" });
        await client.Parts.StopWithAsync(1, static action => action, default);
        await client.Parts.StopWithAsync(1, Change, token);
        await client.Parts.StopWithAsync(1, change: Change);

        job = await client.Parts.RunAsync(1);
        job = await client.Parts.RunAsync(1, default);
        job = await client.Parts.RunAsync(1, new() { Force = true });
        job = await client.Parts.RunAsync(1, null, token);
        job = await client.Parts.RunAsync(1, cancellationToken: token);
        job = await client.Parts.RunWithAsync(1, action => action with { Name = "x" });
        job = await client.Parts.RunWithAsync(1, Change, default);
        job = await client.Parts.RunWithAsync(1, Change, new() { Force = true }, token);
        job = await client.Parts.RunWithAsync(1, Change, cancellationToken: token);

        await foreach (var item in client.Parts.ListItemsAsync()) { }
        await foreach (var item in client.Parts.ListItemsAsync(default)) { }
        await foreach (var item in client.Parts.ListItemsAsync(new() { Page = 2 }, token)) { }
        await foreach (var page in client.Parts.ListPagesAsync(cancellationToken: token)) { }
        """;

    // What needs the overloads of .NET 9 and C# 13.
    private const string TokenByPosition = """
        job = await client.Jobs.ReadAsync(1, token);
        job = await client.Parts.RunAsync(1, token);
        job = await client.Parts.RunWithAsync(1, Change, token);
        await foreach (var item in client.Parts.ListItemsAsync(token)) { }
        """;

    public static TheoryData<string> Projects => [.. AllProjects.Keys];

    private static Dictionary<string, Consumer> AllProjects { get; } = new Consumer[]
    {
        Consumer.Net100,
        Consumer.Net100 with { Language = LanguageVersion.CSharp12 },
        Consumer.Net80,
        Consumer.NetStandard20 with { Language = LanguageVersion.CSharp11 },
    }.ToDictionary(static consumer => consumer.ToString());

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_natural_call_compiles(string project)
    {
        var consumer = AllProjects[project];
        var hasOverloads = consumer == Consumer.Net100;
        var run = GeneratorRun.Of(consumer, s_specs);
        Expect.Nothing(run.Errors);
        var code = "using System; using System.Threading; using System.Threading.Tasks; using ApiSpec; using N;\n"
            + string.Concat(new[] { "RackClient", "IRackClient" }.Select(type => $$"""
                internal static class CallsOf{{type}}
                {
                    public static async Task RunAsync({{type}} client, CancellationToken token)
                    {
                        {{Calls}}
                        {{(hasOverloads ? TokenByPosition : "")}}
                        static Command Change(Command action) => action;
                    }
                }

                """));

        var tree = CSharpSyntaxTree.ParseText(code, consumer.ParseOptions, "Calls.cs", Encoding.UTF8);
        Expect.Nothing(GeneratorRun.Messages(run.Compilation.AddSyntaxTrees(tree)));
    }
}
