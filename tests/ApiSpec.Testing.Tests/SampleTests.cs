using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The sample, run like a user does: arguments, output and exit code.</summary>
public sealed class SampleTests
{
    private const string Variable = "SAMPLE_PASSWORD";

    [Fact]
    public async Task Retries_the_documented_task_and_meets_the_documented_404()
    {
        var run = await SampleProcess.RunAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var server = run.Lines[0].Split(' ')[3].TrimEnd(',');
        Assert.Equal(
            [
                $"Embedded server at {server}, responding with the examples of the reference",
                "",
                "Ask how to retry task 2026",
                "operation Tasks.GetRerunStart (section 9.6.8)",
                "request GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart",
                "who may call it Admin, Develop, Modify, Submit",
                "response 200 OK: Processing has been successfully completed.",
                "name rerunStart",
                "method POST",
                "href http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
                "parameters none",
                "",
                "Retry it from the step that failed",
                "operation Tasks.InvokeRerunStart (section 2.7.15)",
                "request POST /Automation/v1/objects/Tasks/{id}/actions/rerunStart/invoke",
                "who may call it Admin, Develop, Modify, Submit",
                "instanceId 1",
                "state success",
                "created 2026-01-31 12:00:00 +00:00",
                "updated 2026-01-31 12:00:00 +00:00",
                "completed 2026-01-31 12:00:00 +00:00",
                "",
                "Ask how to retry task 555, which does not exist",
                "operation Tasks.GetRerunStart (section 9.6.8)",
                "request GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart",
                "response 404 Not found: The permission is invalid, or the resource does not exist.",
                "messageID KNAE02102-E",
                "message The permission is invalid, or the resource does not exist.",
                "The reference has an example for GET /Automation/v1/objects/Tasks/2026/actions/rerunStart.",
                "application Automation",
                $"errorSource {server}Automation/v1/objects/Tasks/555/actions/rerunStart",
                "",
            ],
            run.Lines);
    }

    [Fact]
    public async Task Aligns_what_it_prints()
    {
        var run = await SampleProcess.RunAsync();

        var rows = run.Output.Split('\n').Where(static line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Assert.Equal(24, rows.Count);
        Assert.All(rows, static row => Assert.True(row[19] == ' ' && row[20] != ' ', row));
    }

    [Fact]
    public async Task Explains_its_options()
    {
        var run = await SampleProcess.RunAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(
            ["--server <http://host:port>", "--user <name>", "--password-from-env <variable>", "--language <language>", "--task <id>", "[default: 2026]"],
            option => Assert.Contains(option, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'x' is no task; write its instanceID, as in --task 2026. Try --help.", "--task", "x")]
    [InlineData("'ao-server' is no server; write it as in --server http://ao-server:22015. Try --help.", "--server", "ao-server")]
    [InlineData("'ftp://ao-server' is no server; write it as in --server http://ao-server:22015. Try --help.", "--server", "ftp://ao-server")]
    [InlineData("Unrecognized command or argument '--tsk'. Try --help.", "--tsk")]
    [InlineData("Required argument missing for option: '--task'. Try --help.", "--task")]
    [InlineData("Required argument missing for option: '--server'. Try --help.", "--server")]
    [InlineData(
        "Required argument missing for option: '--password-from-env'. Try --help.", "--server", "http://ao-server", "--user", "a", "--password-from-env")]
    [InlineData("--user needs --password-from-env. Try --help.", "--server", "http://ao-server", "--user", "system")]
    [InlineData("--password-from-env needs --user. Try --help.", "--server", "http://ao-server", "--password-from-env", "PATH")]
    [InlineData(
        "--user needs --server: the embedded server knows only the user of the reference's examples. Try --help.", "--user", "a", "--password-from-env",
        "PATH")]
    [InlineData(
        "The environment variable 'NO_SUCH_VARIABLE' that --password-from-env names is not set. Try --help.",
        "--server", "http://ao-server", "--user", "a", "--password-from-env", "NO_SUCH_VARIABLE")]
    public async Task Says_in_one_line_which_argument_is_wrong(string message, params string[] arguments)
    {
        var run = await SampleProcess.RunAsync(arguments);

        Assert.Equal(new SampleRun(2, "", message + "\n"), run);
    }

    [Theory]
    [InlineData("--server", "http://ao-server?x=1")]
    [InlineData("--language", "j\u0001a")]
    public async Task Refuses_in_one_line_what_no_request_can_carry(params string[] arguments)
    {
        var run = await SampleProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(2, run.Errors.Split('\n').Length);
        Assert.DoesNotContain("(Parameter", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_one_line_that_the_server_cannot_be_reached()
    {
        // A port that was free a moment ago, on which nothing listens.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        listener.Stop();

        var run = await SampleProcess.RunAsync("--server", server);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The server {server} cannot be reached. ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.Errors.Split('\n').Length);
    }

    [Fact]
    public async Task Says_in_one_line_that_the_login_was_refused()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Load(Repository.JP1Specs)).RequireBasic("system", "manager"));

        var run = await SampleProcess.RunWithPasswordAsync(
            "wrong", "--server", server.BaseAddress.AbsoluteUri, "--user", "system", "--password-from-env", Variable);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.StartsWith(
            "The server refused the login. Tasks.GetRerunStart (section 9.6.8) answered 401 Unauthorized: The user does not have login permission. ",
            run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_the_given_server_as_the_given_user_in_the_given_language()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Load(Repository.JP1Specs)).RequireBasic("operator", "s:cr t"));

        var run = await SampleProcess.RunWithPasswordAsync(
            "s:cr t", "--server", server.BaseAddress.AbsoluteUri, "--user", "operator", "--password-from-env", Variable, "--language", "ja", "--task", "2026");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal($"Server {server.BaseAddress}", run.Lines[0]);
        Assert.Equal(
            [
                "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart -> 200",
                "POST /Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke -> 200",
                "GET /Automation/v1/objects/Tasks/555/actions/rerunStart -> 404",
            ],
            server.Requests.Select(static request => request.ToString()));
        Assert.All(server.Requests, static request => Assert.Equal("ja", request.Headers["Accept-Language"]));
    }

    [Fact]
    public async Task Leaves_language_and_login_to_the_server_when_not_told()
    {
        await using var server = await StubServer.StartAsync(Repository.JP1Specs);

        var run = await SampleProcess.RunAsync("--server", server.BaseAddress.AbsoluteUri);

        Assert.Equal(0, run.ExitCode);
        Assert.All(server.Requests, static request => Assert.Equal((null, null), (request.Headers["Accept-Language"], request.Headers["Authorization"])));
    }

    [Fact]
    public async Task Fails_in_one_line_when_the_task_to_retry_does_not_exist()
    {
        var run = await SampleProcess.RunAsync("--task", "7");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.StartsWith(
            "Tasks.GetRerunStart (section 9.6.8) answered 404 Not found: The permission is invalid, or the resource does not exist. ", run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_when_it_is_interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot send Ctrl+C to another one there.");
        Assert.SkipWhen(ServeProcess.IgnoresControlC, "A shell has started the tests in the background, so their processes ignore Ctrl+C.");

        // A server that accepts the request and never responds.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var sample = SampleProcess.Start(["--server", $"http://{listener.LocalEndpoint}/"]);
        using var connection = await listener.AcceptTcpClientAsync();
        Assert.NotEqual(0, await connection.GetStream().ReadAsync(new byte[1]));

        using (var kill = Process.Start("kill", ["-INT", sample.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();

        var run = await sample.EndAsync();
        Assert.Equal((130, "Cancelled.\n"), (run.ExitCode, run.Errors));
    }
}
