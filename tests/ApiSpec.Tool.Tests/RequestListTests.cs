using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The lines that <c>apispec serve</c> writes for requests.</summary>
public sealed class RequestListTests
{
    [Fact]
    public async Task Lines_that_nobody_reads_are_counted()
    {
        const int Last = 1100;
        using var folder = new ToolFolder();
        folder.Write("specs/a.apispec.yaml", "operation: Jobs.Get\nrequest: GET /jobs/{id}\npath:\n  id: int\nstatus: [200]\n");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new UnreadText();
        await using var error = new StringWriter();
        var run = ToolProgram.RunAsync(["serve", "specs"], new ToolConsole(output, error, folder.Root, UsesColor: false), cancellation.Token);
        await output.WaitForAsync("Jobs.Get");
        using var client = new HttpClient { BaseAddress = new Uri(output.ToString().Split(' ')[2].TrimEnd(',')) };

        for (var i = 0; i <= Last; i++)
            (await client.GetAsync(new Uri("/jobs/" + i, UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        output.Read();
        await output.WaitForAsync($"GET /jobs/{Last} ");
        await cancellation.CancelAsync();

        Assert.Equal((0, ""), (await run, error.ToString()));
        var text = output.ToString();
        var missing = Regex.Matches(text, @"\(lines left out, because the output was not read: ([0-9]+)\)")
            .Sum(static match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(missing, 1, Last);
        Assert.Equal(Last + 1, missing + Regex.Count(text, "GET /jobs/[0-9]+ "));
    }

    /// <summary>The output of a program whose reader does not read the lines of requests at first.</summary>
    private sealed class UnreadText : AwaitedText
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Read() => _reading.SetResult();

        public override async Task WriteLineAsync(string? value)
        {
            await _reading.Task;
            await base.WriteLineAsync(value);
        }
    }
}
