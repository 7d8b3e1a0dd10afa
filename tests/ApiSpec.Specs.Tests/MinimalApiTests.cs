using System.Net;
using System.Text;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>A web application returns and accepts generated records without any settings.</summary>
public sealed class MinimalApiTests
{
    private const string Queued =
        """{"instanceID":"2026","created":"2026-01-02T03:04:05+09:00","state":"queued","affectedResource":["/a"],"result":[{"x":1.50}]}""";

    [Fact]
    public async Task A_record_has_the_shape_of_the_wire_in_both_directions()
    {
        await using var application = await StartAsync(static routes => routes.MapPost("/results", static (OperationResult result) => result));
        using var http = ClientOf(application);
        var sent = OperationResult.Json.ToJson(OperationResult.Json.Parse(Queued));
        Assert.Contains("\"state\":\"queued\"", sent, StringComparison.Ordinal);

        using var response = await http.PostAsync("/results", Body(sent), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            OperationResult.Json.Parse(sent), OperationResult.Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.DoesNotContain("Value", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_keys_have_the_shape_of_the_wire()
    {
        await using var application = await StartAsync(static routes =>
        {
            routes.MapPost("/list", static (List<OperationResult> results) => results.Select(static result => result.State));
            routes.MapPost(
                "/counts",
                static (Dictionary<OperationResultState, int> counts) => counts.ToDictionary(static count => count.Key, static count => count.Value + 1));
        });
        using var http = ClientOf(application);

        Assert.Equal("""["queued"]""", await PostAsync(http, "/list", "[" + Queued + "]"));
        Assert.Equal("""{"queued":2,"on hold":3}""", await PostAsync(http, "/counts", """{"queued":1,"on hold":2}"""));
    }

    [Fact]
    public async Task A_body_that_is_not_such_a_record_is_a_bad_request()
    {
        await using var application = await StartAsync(static routes => routes.MapPost("/results", static (OperationResult result) => result));
        using var http = ClientOf(application);

        foreach (var body in new[] { """{"state":"queued"}""", """{"instanceID":{},"state":"queued"}""", "[]", "{" })
        {
            using var response = await http.PostAsync("/results", Body(body), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        map(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private static HttpClient ClientOf(WebApplication application) => new() { BaseAddress = new Uri(application.Urls.First()) };

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<string> PostAsync(HttpClient http, string path, string json)
    {
        using var response = await http.PostAsync(path, Body(json), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
