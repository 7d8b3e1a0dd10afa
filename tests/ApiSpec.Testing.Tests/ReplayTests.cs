using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Which of the recorded responses a request gets.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Responses_to_the_same_request_come_in_the_order_of_the_server_and_the_last_one_stays()
    {
        using var client = Replay(
            Entry("GET", "/v1/notes", null, """{"note":"ended"}""", second: 3),
            Entry("GET", "/v1/notes", null, """{"note":"running"}""", second: 1),
            Entry("GET", "/v1/notes", null, """{"message":"gone"}""", second: 2, status: 404));

        Assert.Equal(
            ["""{"note":"running"}""", """{"message":"gone"}""", """{"note":"ended"}""", """{"note":"ended"}"""],
            [await GetAsync(client), await GetAsync(client), await GetAsync(client), await GetAsync(client)]);
    }

    [Fact]
    public async Task A_request_gets_the_response_to_the_same_body()
    {
        using var client = Replay(
            Entry("PUT", "/v1/items/1", null, """{"note":"no body"}"""),
            Entry("PUT", "/v1/items/1", """{"name":"a","password":"<secret>"}""", """{"note":"a first"}"""),
            Entry("PUT", "/v1/items/1", """{"name":"b","password":"<secret>"}""", """{"note":"b"}"""),
            Entry("PUT", "/v1/items/1", """{"name":"a","password":"<secret>"}""", """{"note":"a then"}"""));

        Assert.Equal("""{"note":"b"}""", await SendAsync(client, "PUT", "/v1/items/1", """{"password":"1","name":"b"}"""));
        Assert.Equal("""{"note":"a first"}""", await SendAsync(client, "PUT", "/v1/items/1", """{"password":"2","name":"a"}"""));
        Assert.Equal("""{"note":"b"}""", await SendAsync(client, "PUT", "/v1/items/1", """{"password":"3","name":"b"}"""));
        Assert.Equal("""{"note":"a then"}""", await SendAsync(client, "PUT", "/v1/items/1", """{"password":"4","name":"a"}"""));
        Assert.Equal("""{"note":"no body"}""", await SendAsync(client, "PUT", "/v1/items/1", """{"password":"5","name":"c"}"""));
    }

    [Fact]
    public async Task Requests_that_fit_some_of_the_same_recorded_ones_each_get_a_response()
    {
        using var client = Replay(
            Entry("PUT", "/v1/items/1", """{"name":"<secret>"}""", """{"note":"any"}"""),
            Entry("PUT", "/v1/items/1", """{"name":"a"}""", """{"note":"a"}"""),
            Entry("PUT", "/v1/items/1", """{"name":"a"}""", """{"note":"a again"}"""));

        string[] notes = new string[6];
        for (var i = 0; i < notes.Length; i++)
            notes[i] = await SendAsync(client, "PUT", "/v1/items/1", i % 2 == 0 ? """{"name":"a"}""" : """{"name":"b"}""");

        Assert.Equal(
            ["any", "any", "a", "any", "a again", "any"],
            notes.Select(static note => (string?)JsonNode.Parse(note)!["note"]));
    }

    [Fact]
    public async Task A_form_is_the_recorded_one_whatever_the_secret_is()
    {
        using var client = Replay(
            Entry("POST", "/v1/forms", "user=a+b&passcode=%3Csecret%3E", """{"note":"a b"}""", mediaType: Form),
            Entry("POST", "/v1/forms", "user=c&passcode=%3Csecret%3E", """{"note":"c"}""", mediaType: Form));

        Assert.Equal("""{"note":"c"}""", await SendAsync(client, "POST", "/v1/forms", "passcode=1&user=c", Form));
        Assert.Equal("""{"note":"a b"}""", await SendAsync(client, "POST", "/v1/forms", "user=a%20b&passcode=2", Form));
    }

    [Fact]
    public async Task A_response_is_in_UTF_8_whatever_the_server_sent()
    {
        using var client = Replay(Entry("GET", "/v1/notes", null, """{"note":"\u9375é"}""", responseType: "application/json; charset=utf-16"));

        Assert.Equal("""{"note":"\u9375é"}""", await GetAsync(client));
    }

    private HttpClient Replay(params JsonObject[] entries)
    {
        var path = Path.Combine(_folder.Root, "evening.har");
        File.WriteAllText(path, new JsonObject { ["log"] = new JsonObject { ["version"] = "1.2", ["entries"] = new JsonArray([.. entries]) } }.ToJsonString());
        return new HttpClient(new StubMessageHandler(Vault.Catalog.WithRecordings(path))) { BaseAddress = new Uri("http://vault.example") };
    }

    private static JsonObject Entry(
        string method, string target, string? body, string response, int second = 0, int status = 200, string mediaType = Json, string responseType = Json)
    {
        var request = new JsonObject { ["method"] = method, ["url"] = "http://other.example" + target, ["headers"] = new JsonArray() };
        if (body is not null)
        {
            request["headers"] = new JsonArray(new JsonObject { ["name"] = "Content-Type", ["value"] = mediaType });
            request["postData"] = new JsonObject { ["mimeType"] = mediaType, ["text"] = body };
        }

        return new JsonObject
        {
            ["startedDateTime"] = FormattableString.Invariant($"2026-01-01T00:00:{second:00}Z"),
            ["request"] = request,
            ["response"] = new JsonObject
            {
                ["status"] = status,
                ["headers"] = new JsonArray(new JsonObject { ["name"] = "Content-Type", ["value"] = responseType }),
                ["content"] = new JsonObject { ["text"] = response },
            },
        };
    }

    private static Task<string> GetAsync(HttpClient client) => SendAsync(client, "GET", "/v1/notes", null);

    private static async Task<string> SendAsync(HttpClient client, string method, string target, string? body, string mediaType = Json)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
