using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The stub server, run like a user does: its routes, its page, and the effect of a click on the page.</summary>
public sealed class ServedSpecsTests(JP1ServeProcess jp1) : IClassFixture<JP1ServeProcess>
{
    private readonly ServeProcess _server = jp1.Server;

    [Fact]
    public async Task Prints_its_routes_and_answers_them()
    {
        Assert.Equal(("127.0.0.1", "http"), (_server.Address.Host, _server.Address.Scheme));
        var routes = await _server.ReadRoutesAsync(79);
        Assert.Equal(79, routes.Count);
        Assert.Contains("GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart Tasks.GetRerunStart (section 9.6.8), example", routes);

        using var client = new HttpClient { BaseAddress = _server.Address };
        var answer = await client.GetStringAsync(new Uri("/Automation/v1/objects/Tasks/2026/actions/rerunStart", UriKind.Relative));
        Assert.Equal("rerunStart", JsonNode.Parse(answer)!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ends_with_the_reason_where_a_spec_is_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such device.");
        var folder = Directory.CreateTempSubdirectory("apispec-files-");
        try
        {
            var link = Path.Combine(folder.FullName, "a.apispec.yaml");
            File.CreateSymbolicLink(link, "/dev/zero");

            Assert.Equal((2, $"'{link}' is a device or a pipe, and not a spec file.\n"), await ServeProcess.FailAsync(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Asks_for_a_login_where_it_is_told_to_and_shows_its_page_to_everybody()
    {
        await using var server = await ServeProcess.StartAsync(Repository.JP1Specs, "--session", "system:manager", "--seed", "7");
        using var client = new HttpClient { BaseAddress = server.Address };
        var target = new Uri("/Automation/v1/objects/Tasks/7", UriKind.Relative);

        using var refused = await client.GetAsync(target);
        using var page = await client.GetAsync(new Uri("/", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Authorization", "Basic c3lzdGVtOm1hbmFnZXI=");
        using var answered = await client.GetAsync(target);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK), (refused.StatusCode, page.StatusCode, answered.StatusCode));
        Assert.Equal("HSSO session1", answered.Headers.WwwAuthenticate.ToString());
        Assert.DoesNotContain("\"instanceID\":1,", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_a_header_where_it_is_told_to()
    {
        await using var server = await ServeProcess.StartAsync(Repository.JP1Specs, "--header", "X-Api-Key: let me in");
        using var client = new HttpClient { BaseAddress = server.Address };
        var target = new Uri("/Automation/v1/objects/Tasks/7", UriKind.Relative);

        using var refused = await client.GetAsync(target);
        client.DefaultRequestHeaders.Add("X-Api-Key", "let me in");
        using var answered = await client.GetAsync(target);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
    }

    [Fact]
    public async Task Says_which_header_it_asks_for_where_the_reference_has_no_words_for_it()
    {
        await using var server = await ServeProcess.StartAsync(InventedSpecs.OfReferences("insight"), "--header", "X-Api-Key:1");
        using var client = new HttpClient { BaseAddress = server.Address };
        using var refused = await client.GetAsync(new Uri("/insight/api/resources/stats", UriKind.Relative));
        Assert.Equal(
            "The header 'X-Api-Key' is needed, with the right value.",
            JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Asks_for_a_token_that_it_has_handed_out_where_it_is_told_to()
    {
        await using var server = await ServeProcess.StartAsync(InventedSpecs.OfReferences("insight"), "--token");
        using var client = new HttpClient { BaseAddress = server.Address };
        var target = new Uri("/insight/api/resources/stats?resourceId=0f8fad5b-d9cb-469f-a165-70867728950e", UriKind.Relative);

        using var refused = await client.GetAsync(target);
        using var login = new StringContent("""{"username":"admin","password":"secret"}""", System.Text.Encoding.UTF8, "application/json");
        using var issued = await client.PostAsync(new Uri("/insight/api/tokens/acquire", UriKind.Relative), login);
        var token = JsonNode.Parse(await issued.Content.ReadAsStringAsync())!["token"]!.GetValue<string>();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "InsightToken " + token);
        using var answered = await client.GetAsync(target);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
    }

    [Theory]
    [InlineData("A header is a name, a colon and a value, as in --header X-Api-Key:secret.", "specs", "--header", "X-Api-Key:")]
    [InlineData("A server asks for one of --basic, --session, --token and --header.", "specs", "--token", "--header", "X-Api-Key:secret")]
    [InlineData("'99999' is not a port; write a number up to 65535, as in --port 22015.", "specs", "--port", "99999")]
    [InlineData("A login is a user name, a colon and a password, as in --basic system:manager.", "specs", "--basic", "system")]
    [InlineData("'http://a' is not the name of a host; write it without a scheme and a port, as in --host build.example.com.", "specs", "--host", "http://a")]
    public async Task Says_in_one_line_which_argument_is_wrong(string error, params string[] arguments)
        => Assert.Equal((2, error + "\nRun 'apispec serve --help' for the arguments.\n"), await ServeProcess.FailAsync(arguments));

    [Fact]
    public async Task Names_the_port_that_is_in_use()
    {
        var port = _server.Address.Port.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(
            (2, $"Port {port} of 127.0.0.1 is in use; choose another port, or 0 for a free one.\n"),
            await ServeProcess.FailAsync(Repository.JP1Specs, "--port", port));
    }

    [Fact]
    public async Task Sample_serves_the_same()
    {
        await using var sample = await ServeProcess.StartSampleAsync(Repository.JP1Specs);
        using var client = new HttpClient();

        Assert.Equal(await client.GetStringAsync(_server.Address), await client.GetStringAsync(sample.Address));
        var target = new Uri("/Automation/v1/objects/Tasks/2026/actions/rerunStart", UriKind.Relative);
        Assert.Equal(await client.GetStringAsync(new Uri(_server.Address, target)), await client.GetStringAsync(new Uri(sample.Address, target)));
    }
}
