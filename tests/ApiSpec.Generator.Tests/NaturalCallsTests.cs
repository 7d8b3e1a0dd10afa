using System.Text;
using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Every way in which a person would call an operation, an action or a wait compiles and means the same thing for every compiler.</summary>
public sealed class NaturalCallsTests
{
    private const string Api = "client: RackClient\nnamespace: N\nschemas:\n"
        + "  Command: {name: string, href: url}\n"
        + "  Job: {id: long, state: enum running|ended}\n";

    private static readonly SpecFile[] s_specs =
    [
        SpecFiles.Of("api", Api),
        SpecFiles.Section("Jobs.Get", "path: {id: long}\nresponse: Job\ndone when: state = ended\n", "GET /jobs/{id}"),
        SpecFiles.Section("Jobs.Read", "path: {id: long}\nquery: {detail?: boolean}\nresponse: Job\ndone when: state = ended\n", "GET /reads/{id}"),
        SpecFiles.Section("Jobs.Last", "response: Job\ndone when: state = ended\n", "GET /last"),
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

        job = await client.Jobs.GetUntilDoneAsync(1);
        job = await client.Jobs.GetUntilDoneAsync(1, default);
        job = await client.Jobs.GetUntilDoneAsync(1, null);
        job = await client.Jobs.GetUntilDoneAsync(1, new() { Interval = TimeSpan.Zero });
        job = await client.Jobs.GetUntilDoneAsync(1, options);
        job = await client.Jobs.GetUntilDoneAsync(1, options, progress);
        job = await client.Jobs.GetUntilDoneAsync(1, options, progress, token);
        job = await client.Jobs.GetUntilDoneAsync(1, progress: progress);
        job = await client.Jobs.GetUntilDoneAsync(1, cancellationToken: token);
        job = await client.Jobs.LastUntilDoneAsync();
        job = await client.Jobs.LastUntilDoneAsync(new() { Timeout = TimeSpan.FromHours(1) });

        job = await client.Jobs.ReadUntilDoneAsync(1);
        job = await client.Jobs.ReadUntilDoneAsync(1, default);
        job = await client.Jobs.ReadUntilDoneAsync(1, null);
        job = await client.Jobs.ReadUntilDoneAsync(1, new() { Interval = TimeSpan.Zero });
        job = await client.Jobs.ReadUntilDoneAsync(1, new() { Interval = TimeSpan.Zero }, cancellationToken: token);
        job = await client.Jobs.ReadUntilDoneAsync(1, options);
        job = await client.Jobs.ReadUntilDoneAsync(1, options, progress);
        job = await client.Jobs.ReadUntilDoneAsync(1, options, progress, new() { Detail = true });
        job = await client.Jobs.ReadUntilDoneAsync(1, options, progress, null, token);
        job = await client.Jobs.ReadUntilDoneAsync(1, progress: progress);
        job = await client.Jobs.ReadUntilDoneAsync(1, query: new() { Detail = true });
        job = await client.Jobs.ReadUntilDoneAsync(1, options, query: new() { Detail = true }, cancellationToken: token);
        job = await client.Jobs.ReadUntilDoneAsync(id: 1, options: options, progress: null);
        job = await client.Jobs.ReadUntilDoneAsync(1, cancellationToken: token);

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
        job = await client.Jobs.ReadUntilDoneAsync(1, options, progress, token);
        job = await client.Jobs.ReadUntilDoneAsync(1, null, null, token);
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
                    public static async Task RunAsync({{type}} client, CancellationToken token, ApiPollingOptions options, IProgress<Job> progress)
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
