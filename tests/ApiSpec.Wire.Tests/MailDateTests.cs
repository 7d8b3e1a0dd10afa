using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>The dates of HTTP and of mail as printed forms, in any place of a request and in responses.</summary>
public sealed class MailDateTests
{
    private const string Http = "date-time as \"DDD, DD MMM YYYY hh:mm:ss GMT\"";
    private const string Mail = "date-time as \"EEE, DD MMM YYYY hh:mm:ss +hhmm\"";
    private static readonly DateTimeOffset s_time = new(1994, 11, 6, 17, 49, 37, TimeSpan.FromHours(9));

    [Theory]
    [InlineData(Http, "Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData(Mail, "Sun, 06 Nov 1994 17:49:37 +0900")]
    public async Task Date_is_sent_as_printed_in_queries_and_headers(string type, string expected)
    {
        var client = Get($"query:\n  at: {type}\nheaders:\n  X-At: {type}\n", "response:\n  at: " + type + "\n").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Mails.Get", static (_, type) => SampleArgument.Of(type, s_time.ToString("O")));

        var request = Assert.Single(server.Requests);
        Assert.Equal((expected, expected, null), (request.Query["at"], request.Headers["X-At"], request.Violation));
    }

    [Theory]
    [InlineData(Http, "Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData(Mail, "Sun, 06 Nov 1994 17:49:37 +0900")]
    public async Task Date_is_sent_as_printed_in_a_body_and_a_form(string type, string expected)
    {
        foreach (var key in new[] { "body", "body form" })
        {
            var client = GeneratedProject.OfSection(
                $"operation: Mails.Send\nrequest: POST /mails\nstatus: [200]\n{key}:\n  at: {type}\n", "client: MailsClient\n").Load();
            await using var server = await client.StartServerAsync();

            await client.CallAsync(
                server.BaseAddress, "Mails.Send",
                (name, type) => name == "body" ? SampleArgument.Parse(type, $$"""{"at":"{{expected}}"}""") : SampleArgument.Of(type, s_time.ToString("O")));

            var request = Assert.Single(server.Requests);
            var sent = key == "body" ? request.BodyText : Uri.UnescapeDataString(request.BodyText.Replace('+', ' '));
            Assert.Null(request.Violation);
            Assert.Contains(expected, sent.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Http, "Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData(Mail, "Sun, 06 Nov 1994 17:49:37 +0900")]
    [InlineData(Http, "Sun, 06 Nov 1994 08:49:37 +0000")]
    [InlineData(Mail, "Sun, 06 Nov 1994 08:49:37 -0000")]
    [InlineData(Mail, "1994-11-06T08:49:37Z")]
    public async Task Date_is_read_in_its_form_and_in_the_usual_forms(string type, string received)
    {
        var client = Get("", "response:\n  at: " + type + "\n").Load();
        await using var server = await StaticServer.StartAsync($$"""{"at":"{{received}}"}""");

        dynamic response = await client.CallAsync(server.Address, "Mails.Get", static (_, _) => null);

        Assert.Equal(s_time, (DateTimeOffset)response.Body.At);
    }

    private static GeneratedProject Get(string request, string response)
        => GeneratedProject.OfSection("operation: Mails.Get\nrequest: GET /mails\nstatus: [200]\n" + request + response, "client: MailsClient\n");
}
