using ApiSpec.References.Tests.Servers;
using Example.Strip;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>A power strip that responds with 200 and a line of text, whatever happens.</summary>
public sealed class TextOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Error_in_the_text_is_thrown_with_its_code()
    {
        await using var server = await RecordingServer.StartAsync(200, "ERR 7\r\n", ("Content-Type", "text/plain"));
        using var client = new StripClient(server.Address);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => client.Outlets.SwitchAsync(3, true, Token));

        Assert.True(exception.Is(OutletsSwitchStatus.Error7));
        Assert.Equal(("7", true, "ERR 7\r\n"), (exception.ErrorCode, exception.IsTransient, exception.RawBody!.ToString()));
    }

    [Fact]
    public async Task Text_that_is_no_success_fails_without_a_code()
    {
        await using var server = await RecordingServer.StartAsync(200, "<html>Log in</html>", ("Content-Type", "text/html"));
        using var client = new StripClient(server.Address);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => client.Outlets.SwitchAsync(3, true, Token));

        Assert.Null(exception.ErrorCode);
    }

    [Fact]
    public async Task Download_that_is_a_line_of_text_fails()
    {
        await using var server = await RecordingServer.StartAsync(200, "ERR 5", ("Content-Type", "text/plain"));
        using var client = new StripClient(server.Address);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pictures.TakeAsync(Token));

        Assert.True(exception.Is(PicturesTakeStatus.Error5));
    }

    [Fact]
    public async Task Fake_responds_with_the_printed_text_and_with_documented_errors()
    {
        using var fake = new StripFake();
        using var client = fake.CreateClient();

        Assert.Equal("OK", await client.Outlets.SwitchAsync(3, true, Token));
        var printed = await client.Outlets.SwitchWithResponseAsync(9, true, Token);
        Assert.Equal((OutletsSwitchStatus.Error5, "5"), (printed.Status, printed.ErrorCode));

        fake.Outlets.Switch.RespondWith(OutletsSwitchStatus.Error7);
        var failed = await client.Outlets.SwitchWithResponseAsync(3, true, Token);
        Assert.Equal((OutletsSwitchStatus.Error7, 200, "ERR 7"), (failed.Status, failed.StatusCode, failed.RawBody!.ToString()));
        fake.VerifyRequests();
    }
}
