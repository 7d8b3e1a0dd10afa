using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Devices that respond with 200 and a line of text that says whether the call succeeded.</summary>
public sealed class TextOutcomeTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument(
            "api.apispec.yaml",
            "client: StripClient\nerror: text/plain\nsuccess when: text != \"ERR {code}\"\nerror code in: ERR {code}\nerror codes:\n  5: No such outlet\n"
            + "  7: { description: Busy, transient: true }\n"),
        new SpecDocument(
            "switch.apispec.yaml", "operation: Outlets.Switch\nrequest: GET /switch\nsuccess when: text = OK|Done\nstatus: [200]\nresponse: text/plain\n"),
        new SpecDocument("read.apispec.yaml", "operation: Outlets.Read\nrequest: GET /read\nstatus: [200]\nresponse: text/plain\n"),
        new SpecDocument("picture.apispec.yaml", "operation: Pictures.Take\nrequest: GET /picture\nstatus: [200]\nresponse: image/jpeg\n"),
        new SpecDocument("state.apispec.yaml", "operation: States.Get\nrequest: GET /state\nstatus: [200]\nresponse:\n  on: boolean\n"),
        new SpecDocument(
            "set.apispec.yaml",
            "operation: Cameras.Set\nrequest: GET /set\nsuccess when: text has OK\nerror code in: '# {kind} {code}: {message}'\n"
            + "error message in: '# {kind} {code}: {message}'\nstatus: [200]\nresponse: text/plain\n"),
    ]).Load());

    [Theory]
    [InlineData("Outlets.Switch", "OK\r\n", null, null)]
    [InlineData("Outlets.Switch", " Done ", null, null)]
    [InlineData("Outlets.Switch", "Okay", "200", null)]
    [InlineData("Outlets.Switch", "ERR 5\n", "200005", "5")]
    [InlineData("Outlets.Switch", "power\nERR 5\n", "200005", "5")]
    [InlineData("Outlets.Read", "1,0,1", null, null)]
    [InlineData("Outlets.Read", "", null, null)]
    [InlineData("Outlets.Read", "ERR 5", "200005", "5")]
    [InlineData("Outlets.Read", "ERR 99", "200", "99")]
    [InlineData("Outlets.Read", "ERR ", null, null)]
    [InlineData("Outlets.Read", "err 5", null, null)]
    [InlineData("Pictures.Take", "ERR 5", "200005", "5")]
    [InlineData("Pictures.Take", "jpeg:\u0001\u0002 ERR 5", null, null)]
    [InlineData("Pictures.Take", "none:\u0001\u0002 ERR 5", null, null)]
    [InlineData("Pictures.Take", "html:ERR 5", "200005", "5")]
    [InlineData("Outlets.Switch", " \r\n ", null, null)]
    [InlineData("Outlets.Switch", "text:[ERR 5] disk full", "200", null)]
    [InlineData("Outlets.Switch", """text:{"on":true}""", null, null)]
    [InlineData("States.Get", """json:{"on":true}""", null, null)]
    [InlineData("States.Get", "ERR 5", "200005", "5")]
    [InlineData("Cameras.Set", "Hue: 5\r\nOK\r\n", null, null)]
    [InlineData("Cameras.Set", "# Error 12: not: allowed\r\n", "200", "12")]
    public async Task Text_of_a_200_says_whether_the_call_failed(string operation, string body, string? status, string? code)
    {
        await using var server = await Server.StartAsync(body);

        var response = await Client.Value.CallAsync(server.Address, operation, static (_, _) => null);

        Assert.Equal((status is null, code), (response.IsSuccess, response.ErrorCode));
        if (code == "12")
            Assert.Equal("not: allowed", response.ErrorMessage);
        if (status is "200005")
            Assert.Equal("No such outlet", response.Meaning?.Description);
    }

    [Fact]
    public async Task Body_with_control_characters_and_no_type_is_no_JSON()
    {
        await using var server = await Server.StartAsync("none:ERR 5\0");

        await Assert.ThrowsAsync<ApiContractException>(() => Client.Value.CallAsync(server.Address, "States.Get", static (_, _) => null));
    }

    [Theory]
    [InlineData("Outlets.Switch", "rare:OK")]
    [InlineData("Outlets.Switch", "pack:OK")]
    [InlineData("Pictures.Take", "rare:ERR 5")]
    [InlineData("Pictures.Take", "pack:ERR 5")]
    public async Task Text_that_cannot_be_decoded_is_no_success(string operation, string body)
    {
        await using var server = await Server.StartAsync(body);

        await Assert.ThrowsAsync<ApiContractException>(() => Client.Value.CallAsync(server.Address, operation, static (_, _) => null));
    }

    [Theory]
    [InlineData("Outlets.Read")]
    [InlineData("Pictures.Take")]
    [InlineData("States.Get")]
    public async Task Garbage_of_a_500_is_a_failure(string operation)
    {
        await using var server = await Server.StartAsync("none:\u0001\u0002", 500);

        var response = await Client.Value.CallAsync(server.Address, operation, static (_, _) => null);

        Assert.Equal((500, false, null), (response.StatusCode, response.IsSuccess, response.ErrorCode));
    }

    [Theory]
    [InlineData("Outlets.Switch")]
    [InlineData("Outlets.Read")]
    [InlineData("Pictures.Take")]
    [InlineData("Cameras.Set")]
    public async Task Server_of_the_specs_responds_with_a_success(string operation)
    {
        await using var server = await Client.Value.StartServerAsync();

        Assert.True((await Client.Value.CallAsync(server.BaseAddress, operation, static (_, _) => null)).IsSuccess);
    }

    /// <summary>A server that always responds with the same status and text.</summary>
    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(string body, int status = 200)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            application.Run(context =>
            {
                context.Response.StatusCode = status;
                var at = body.IndexOf(':') == 4 ? 5 : 0;
                // Many devices send no type with their text.
                if (at == 0 ? body.Length % 2 == 0 : !body.StartsWith("none", StringComparison.Ordinal))
                    context.Response.ContentType = at == 0 ? "text/plain"
                        : body.StartsWith("jpeg", StringComparison.Ordinal) ? "image/jpeg"
                        : body.StartsWith("html", StringComparison.Ordinal) ? "text/html"
                        : body.StartsWith("text", StringComparison.Ordinal) ? "text/plain"
                        : body.StartsWith("rare", StringComparison.Ordinal) ? "text/plain; charset=x-rare"
                        : body.StartsWith("pack", StringComparison.Ordinal) ? "text/plain"
                        : "application/json";
                if (body.StartsWith("pack", StringComparison.Ordinal))
                    context.Response.Headers.ContentEncoding = "x-pack";
                return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body[at..])).AsTask();
            });
            await application.StartAsync(TestContext.Current.CancellationToken);
            return new Server(application);
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
