using System.Net;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>A name of a request belongs to the row with exactly this name, or else to the first row whose name the program completes.</summary>
public sealed class RowNameTests : IDisposable
{
    private static readonly ExampleCatalog s_catalog = ExampleCatalog.Parse(
        new SpecDocument("api.apispec.yaml", "client: XClient\ntypes:\n  Ids: int[] as brackets\n"),
        new SpecDocument(
            "list.apispec.yaml",
            """
            operation: Parts.List
            request: GET /parts
            exactly-one: ["by{field}", all, ids]
            query:
              "{any}Key?": string
              userKey?: string secret
              "by{field}?": string
              all?: boolean
              ids?: Ids
            headers:
              X-Meta-{name}?: string secret
            status: [200]
            """),
        new SpecDocument(
            "add.apispec.yaml",
            """
            operation: Parts.Add
            request: POST /parts
            exactly-one: ["by{field}", ids]
            body form:
              "by{field}?": string
              ids?: Ids
            status: [200]
            """));

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_masks_a_secret_parameter_that_another_row_would_fit()
    {
        var path = Path.Combine(_folder.Root, "parts.har");
        using (var recorder = new RecordingHandler(s_catalog, path) { InnerHandler = new StubMessageHandler(s_catalog) })
        using (var client = new HttpClient(recorder))
            await client.GetAsync(new Uri("http://parts.example/parts?all=true&userKey=s3cr3t"), TestContext.Current.CancellationToken);

        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("userKey=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("byName=a", null)]
    [InlineData("ids[]=1", null)]
    [InlineData("byName=a&all=true", "Parts.List: of 'by{field}', 'all', 'ids' only one may be there.")]
    [InlineData("userKey=a", "Parts.List: one of 'by{field}', 'all', 'ids' is missing.")]
    public async Task A_group_rule_counts_parameters_whose_names_the_program_completes(string query, string? violation)
    {
        var request = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://parts.example/parts?" + query));

        Assert.Equal(violation, request.Violation);
    }

    [Theory]
    [InlineData("byName=a", null)]
    [InlineData("ids[]=1&ids[]=2", null)]
    [InlineData("byName=a&ids[]=1", "Parts.Add: of 'by{field}', 'ids' only one may be there.")]
    public async Task A_group_rule_counts_fields_under_the_names_that_are_sent(string form, string? violation)
    {
        var request = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "http://parts.example/parts")
        {
            Content = new StringContent(form, null, "application/x-www-form-urlencoded"),
        });

        Assert.Equal(violation, request.Violation);
    }

    [Fact]
    public async Task A_message_about_a_secret_header_leaves_out_its_value_in_any_case_of_its_name()
    {
        var request = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://parts.example/parts?all=true")
        {
            Headers = { { "x-meta-pin", "s3cr3t" } },
        });

        var exception = Record.Exception(() => request.HeaderValue<int>("x-meta-pin"));

        Assert.Contains("x-meta-pin", exception?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception?.ToString(), StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> SendAsync(HttpRequestMessage message)
    {
        using (message)
        using (var server = new StubMessageHandler(s_catalog))
        using (var client = new HttpClient(server, disposeHandler: false))
        {
            using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
            var request = Assert.Single(server.Requests);
            Assert.Equal(request.Violation is null, response.StatusCode == HttpStatusCode.OK);
            return request;
        }
    }
}
