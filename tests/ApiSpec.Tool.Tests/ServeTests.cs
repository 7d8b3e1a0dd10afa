using System.Net;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>What <c>apispec serve</c> checks before it serves, and how it ends.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Specs_are_served_until_the_command_is_cancelled()
    {
        _folder.Write("specs/a.apispec.yaml", await File.ReadAllTextAsync(Repository.FoundingSpec, TestContext.Current.CancellationToken));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new AwaitedText();
        await using var error = new StringWriter();
        var run = ToolProgram.RunAsync(["serve", "specs"], new ToolConsole(output, error, _folder.Root, UsesColor: false), cancellation.Token);
        await output.WaitForAsync("Tasks.GetRerunStart");
        var address = new Uri(output.ToString().Split(' ')[2].TrimEnd(','));
        using var client = new HttpClient { BaseAddress = address };

        var answer = await client.GetStringAsync(
            new Uri("/Automation/v1/objects/Tasks/2026/actions/rerunStart", UriKind.Relative), TestContext.Current.CancellationToken);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "attacker.example" } };
        using var refused = await client.SendAsync(foreign, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        Assert.Contains("\"rerunStart\"", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal((0, ""), (await run, error.ToString()));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_responses_plays_a_failed_task()
    {
        _folder.Write("specs/a.apispec.yaml", await File.ReadAllTextAsync(Repository.FoundingSpec, TestContext.Current.CancellationToken));
        _folder.Write("play.yaml", "responses:\n  - operation: Tasks.GetRerunStart\n    times: 1\n    status: 412\n");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new AwaitedText();
        await using var error = new StringWriter();
        var console = new ToolConsole(output, error, _folder.Root, UsesColor: false);
        var run = ToolProgram.RunAsync(["serve", "specs", "--respond", "play.yaml"], console, cancellation.Token);
        await output.WaitForAsync("Tasks.GetRerunStart");
        using var client = new HttpClient { BaseAddress = new Uri(output.ToString().Split(' ')[2].TrimEnd(',')) };
        var task = new Uri("/Automation/v1/objects/Tasks/2026/actions/rerunStart", UriKind.Relative);

        using var first = await client.GetAsync(task, TestContext.Current.CancellationToken);
        using var second = await client.GetAsync(task, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal((0, ""), (await run, error.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_request_is_a_line_without_secrets(bool isQuiet)
    {
        _folder.Write("specs/a.apispec.yaml", """
            operation: Jobs.List
            request: GET /jobs
            query:
              state?: string
              pin?: string secret
            status: [200]
            response:
              jobs: string[]
            examples:
              - request header: GET /jobs?state=failed
                response body: '{"jobs":["a"]}'
            """);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new AwaitedText();
        await using var error = new StringWriter();
        string[] arguments = isQuiet ? ["serve", "specs", "--quiet"] : ["serve", "specs"];
        var run = ToolProgram.RunAsync(arguments, new ToolConsole(output, error, _folder.Root, UsesColor: false), cancellation.Token);
        await output.WaitForAsync("Jobs.List, example");
        var server = new Uri(output.ToString().Split(' ')[2].TrimEnd(','));
        using var client = new HttpClient { BaseAddress = server };

        foreach (var target in new[] { "/jobs?state=failed", "/jobs?pin=not-for-logs", "/jobs?size=2", "/elsewhere?pin=not-for-logs", "/" })
            (await client.GetAsync(new Uri(target, UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        await cancellation.CancelAsync();

        Assert.Equal((0, ""), (await run, error.ToString()));
        var routes = $"Listening on {server}, with a page for every operation. Press Ctrl+C to stop.\n\nGET /jobs  Jobs.List, example\n";
        Assert.Equal(
            isQuiet ? routes : routes + """

                GET /jobs?state=failed -> 200 (example)
                GET /jobs?pin=<secret> -> 200 (sample values; the reference has an example for GET /jobs?state=failed)
                GET /jobs?size=2 -> 400 (refused request; Jobs.List: the query parameter 'size' is not documented)
                GET /elsewhere?... -> 404 (unknown request; The reference describes no operation with this path)

                """,
            output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("responses:\n  - operation: Tasks.GetRerunStrat\n",
        "play.yaml(2,16): error APISPEC0105: 'Tasks.GetRerunStrat' is not one of the operations of the specs; did you mean 'Tasks.GetRerunStart'?\n")]
    [InlineData(null, "There is no file of responses 'play.yaml'.\n")]
    [InlineData("", "'play.yaml' is a folder, and not a file of responses.\n")]
    public async Task A_file_of_responses_with_an_error_is_not_played(string? text, string expected)
    {
        _folder.Write("specs/a.apispec.yaml", await File.ReadAllTextAsync(Repository.FoundingSpec, TestContext.Current.CancellationToken));
        if (text is "")
            Directory.CreateDirectory(Path.Combine(_folder.Root, "play.yaml"));
        else if (text is not null)
            _folder.Write("play.yaml", text);

        var run = await _folder.RunAsync("serve", "specs", "--respond", "play.yaml");

        Assert.Equal((2, "", expected), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Errors_between_files_are_those_of_a_check()
    {
        const string Section = "operation: Things.Get\nrequest: GET /things\nstatus:\n  200 OK: Done.\n";
        _folder.Write("specs/a.apispec.yaml", Section).Write("specs/b.apispec.yaml", Section + "response: Missing\n");
        var check = await _folder.RunAsync("check", "specs");

        var serve = await _folder.RunAsync("serve", "specs");

        Assert.Equal((2, ""), (serve.Code, serve.Output));
        Assert.NotEmpty(serve.Error);
        Assert.Equal(check.Output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)), serve.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("api: things\nclient: ThingsClient\n", "The specs have no operation to serve; a section needs a request line.\n")]
    [InlineData("operation: Things.Get\nrequest: unknown\nstatus: unknown\n", "The specs have no operation to serve; a section needs a request line.\n")]
    public async Task Specs_without_an_operation_are_not_served(string spec, string error)
    {
        var run = await _folder.Write("a.apispec.yaml", spec).RunAsync("serve");

        Assert.Equal((2, "", error), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--token", "The specs have no token")]
    [InlineData("--session", "The specs have no session")]
    public async Task A_login_that_the_specs_do_not_describe_is_reported(string option, string error)
    {
        _folder.Write("a.apispec.yaml", "operation: Things.Get\nrequest: GET /things\nstatus:\n  200 OK: Done.\n");

        var run = option == "--session" ? await _folder.RunAsync("serve", option, "a:b") : await _folder.RunAsync("serve", option);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_reported()
    {
        var run = await _folder.RunAsync("serve", "nowhere");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("There is no spec file or folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples()
        => Assert.Contains("apispec serve specs --port 22015", (await _folder.RunAsync("serve", "--help")).Output, StringComparison.Ordinal);
}
