using System.Text.RegularExpressions;
using ApiSpec.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>The script of the recipes: one C# file without a project, with the specs next to it.</summary>
public sealed partial class ScriptTests(Packages packages) : IDisposable
{
    private readonly ConsumerFolder _folder = new(packages);

    [Fact]
    public async Task A_script_retries_logs_its_calls_and_is_built_again_after_a_spec_is_edited()
    {
        _folder.Write("task.cs", Script().Match(Repository.Read("runtime/docs/recipes.md")).Groups["code"].Value);

        const string Section = "2.7.2-get-task.apispec.yaml";
        var copied = new List<string>();
        var specs = Repository.PathOf("specs/jp1ao");
        foreach (var spec in Directory.EnumerateFiles(specs, "*.apispec.yaml", SearchOption.AllDirectories))
        {
            // The API and the schemas, but only one section.
            if (char.IsAsciiDigit(Path.GetFileName(spec)[0]) && Path.GetFileName(spec) != Section)
                continue;
            _folder.Copy(spec, "specs/" + Path.GetRelativePath(specs, spec));
            copied.Add(spec);
        }

        _folder.Write("task.responses.yaml", "responses:\n  - operation: Tasks.Get\n    body: { name: Restart the shop, status: failed }\n");
        var options = new StubOptions(ExampleCatalog.Load(copied)).RespondFrom(_folder.PathOf("task.responses.yaml"));
        await using var documented = await StubServer.StartAsync(options);
        await using var server = await StartStartingServerAsync(documented.BaseAddress);
        var output = await RunAsync(server.Urls.Single());
        Assert.Contains("Tasks.Get (section 2.7.2): attempt 1 failed with 503", output, StringComparison.Ordinal);
        Assert.Contains("Tasks.Get (section 2.7.2) returned 200 (Processing has been successfully completed.)", output, StringComparison.Ordinal);
        Assert.Contains("Restart the shop: failed", output, StringComparison.Ordinal);

        const string path = "specs/tasks/" + Section;
        _folder.Write(path, (await File.ReadAllTextAsync(_folder.PathOf(path), TestContext.Current.CancellationToken))
            .Replace("Processing has been successfully completed.", "The task is returned.", StringComparison.Ordinal));
        Assert.Contains("Tasks.Get (section 2.7.2) returned 200 (The task is returned.)", await RunAsync(server.Urls.Single()), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A server that is not available for every other request, and otherwise responds like another server.</summary>
    private static async Task<WebApplication> StartStartingServerAsync(Uri other)
    {
        var http = new HttpClient { BaseAddress = other };
        var requests = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/{**path}", async (string path) => Interlocked.Increment(ref requests) % 2 == 1
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Text(await http.GetStringAsync(new Uri(path, UriKind.Relative)), "application/json"));
        server.Lifetime.ApplicationStopped.Register(http.Dispose);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private async Task<string> RunAsync(string address)
    {
        var run = await _folder.DotnetAsync("run", "task.cs", address);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output;
    }

    [GeneratedRegex("^```cs\n(?<code>#:package ApiSpec@.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Script();
}
