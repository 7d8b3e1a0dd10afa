using System.Text.Json;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The stub server used without .NET: curl sends the printed request and gets the printed response.</summary>
public sealed class CurlReplayTests
{
    [Fact]
    public async Task Every_documented_example_gets_the_documented_body()
    {
        Assert.SkipUnless(Curl.IsInstalled, "There is no curl on this machine; install it to run this test.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var server = await ServeProcess.StartAsync(Repository.JP1Specs);
        var replayed = 0;
        foreach (var operation in ExampleCatalog.Load(Repository.JP1Specs).Operations)
        {
            foreach (var (example, request) in operation.Examples.Where(static example => example.Request is not null).Zip(operation.SampleRequests))
            {
                var (statusCode, body) = await Curl.SendAsync(server.Address, request, patience.Token);

                // If the page leaves out the response, it is a success.
                Assert.True(
                    example.Response is { } response ? response.StatusCode == statusCode : statusCode is >= 200 and < 400, $"{example}: {statusCode} {body}");
                if (example.Response?.Body is { } printed)
                    Assert.True(IsSame(printed, body), $"{example}: {body}");
                replayed++;
            }
        }

        Assert.True(replayed >= 50, $"{replayed} examples");
    }

    private static bool IsSame(string printed, string answered)
    {
        if (printed.AsSpan().TrimStart() is not ['{' or '[', ..])
            return printed == answered;
        using var one = JsonDocument.Parse(printed);
        using var other = JsonDocument.Parse(answered);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }
}
