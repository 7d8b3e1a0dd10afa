using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>All operations of the gallery: the client sends the printed request to a server that sends the printed response.</summary>
public sealed class EveryOperationTests
{
    // RFC 9110, sections 7.2, 7.6.1, 8.6 and 10.1.1: headers that follow from the connection and from the body, and that the caller does not choose.
    private static readonly string[] s_ofTheConnection = ["Accept", "Connection", "Content-Length", "Date", "Expect", "Host", "Transfer-Encoding"];

    public static TheoryData<string> Operations => [.. Catalogs.Operations];

    [Fact]
    public void There_are_eight_vendors_and_more_and_every_operation_is_called()
    {
        Assert.True(Directory.EnumerateDirectories(Repository.GallerySpecs).Count() >= 8);
        Assert.Equal(Catalogs.Operations, Calls.Of.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_sends_and_reads_what_the_page_prints(string operation)
    {
        var example = Catalogs.ExamplesOf(operation) is [var first, ..] ? first : null;
        await using var server = await PrintedServer.StartAsync(ResponseTo(operation, example));

        var response = await Calls.Of[operation](server.Address);

        Assert.True(response.IsSuccess, response.ToString());
        var sent = Assert.Single(server.Requests);
        if (example?.Request is { } printed)
            AssertPrinted(printed, sent);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_fits_the_spec_and_is_answered_by_the_stub_server(string operation)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Catalogs.Of(operation)));

        var response = await Calls.Of[operation](server.BaseAddress);

        var request = Assert.Single(server.Requests);
        Assert.Equal((operation.Split(' ')[1], null), (request.OperationId, request.Violation));
        Assert.True(response.IsSuccess, response.ToString());
    }

    // If the page prints the values of the response but not its text, these values are sent.
    private static PrintedResponse ResponseTo(string operation, DocumentedExample? example) => operation switch
    {
        "pushover Receipts.Get" => new(PushoverTests.Receipt),
        "shelly Switch.GetConfig" => new("""{"id":1,"src":"shellydev1-c8f09e47e6f0","result":{}}"""),
        "transmission Torrents.Stop" => new("""{"result":"success"}"""),
        "axis Users.Add" or "axis Users.Remove" => new("") { ContentType = "text/html" },
        _ => PrintedResponse.Of(example),
    };

    private static void AssertPrinted(ExampleRequest printed, SentRequest sent)
    {
        Assert.Equal((printed.Method, printed.Target.Split('?')[0]), (sent.Method, sent.Target.Split('?')[0]));
        Assert.Equal(QueryOf(printed.Target), QueryOf(sent.Target));
        foreach (var (name, value) in printed.Headers.Where(static header => !s_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                Assert.Equal(MediaTypeHeaderValue.Parse(value).MediaType, MediaTypeHeaderValue.Parse(sent.Headers[name]).MediaType);
            else
                Assert.Equal((name, value), (name, sent.Headers.GetValueOrDefault(name)));
        }

        if (printed.Body is { } body && body.TrimStart() is ['{', ..])
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body)), sent.Body);
        else if (printed.Body is { } form)
            Assert.Equal(form.Trim(), sent.Body);
    }

    // A signature covers the query in its order, which is arbitrary.
    private static IEnumerable<string> QueryOf(string target)
        => target.Contains('?', StringComparison.Ordinal) ? target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&')
            .Where(static pair => !pair.StartsWith("signature=", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : [];
}
