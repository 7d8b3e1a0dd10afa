using ApiSpec.Tests.Servers;
using Example.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Values in the forms that references require.</summary>
public sealed class ValueTests
{
    private static readonly UnitsRunBody s_body = new() { Hold = true, Start = new DateTimeOffset(2026, 1, 31, 10, 0, 30, TimeSpan.FromHours(9)) };

    [Fact]
    public async Task Values_are_sent_as_the_reference_writes_them()
    {
        var (target, body, _) = await RunAsync(
            s_body with { Force = null, Tries = [1, -2] },
            new() { Id = [1, 2], Tag = ["a b", "c"], Name = ["x", "y"], Host = ["h1", "h2"], Word = ["u", "v"] },
            """{"held":"False","waited":"-12","since":"2026-01-31T10:00+09:00"}""");
        Assert.Equal(
            "/jobs/api/v1/units/run?id[]=1&id[]=2&tag=a b|c&name=x&name=y&host=h1,h2&word=u v",
            Uri.UnescapeDataString(target));
        Assert.DoesNotContain('|', target);
        Assert.Equal(
            """{"hold":"true","force":null,"tries":["1","-2"],"start":"2026-01-31T10:00+09:00"}""", body.Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"true\"", "\"12\"", true, 12)]
    [InlineData("\"False\"", "\" 9000000000 \"", false, 9000000000)]
    [InlineData("true", "-1", true, -1)]
    public async Task Values_are_read_in_quotation_marks_and_without(string held, string waited, bool isHeld, long count)
    {
        var (_, _, answer) = await RunAsync(s_body, null, $$"""{"held":{{held}},"waited":{{waited}},"since":"2026-01-31T10:00+0900"}""");
        Assert.Equal((isHeld, count), (answer.Held, answer.Waited));
    }

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("\"1\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task Text_that_is_not_a_boolean_is_reported(string held)
    {
        var thrown = await Assert.ThrowsAsync<ApiContractException>(
            () => RunAsync(s_body, null, $$"""{"held":{{held}},"waited":"1","since":"2026-01-31T10:00+0900"}"""));
        Assert.Equal("$.held", thrown.Path);
    }

    private static async Task<(string Target, string Body, UnitsRunResponse Answer)> RunAsync(UnitsRunBody body, UnitsRunQuery? query, string answer)
    {
        string target = "", received = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            using var reader = new StreamReader(context.Request.Body);
            received = await reader.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
        using var client = new JobsClient(server.Address);
        var response = await client.Units.RunAsync(body, query, TestContext.Current.CancellationToken);
        return (target, received, response);
    }
}
