using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>Requests are compared with the reference before any response.</summary>
public sealed class FakeRequestTests
{
    private const string Spec = """
        operation: Orders.Create
        section: "3.1"
        request: POST /shops/{shop}/orders
        path: { shop: int 1..99 }
        query:
          kind: enum new|used
          limit?: int 1..10
          tags?: int[] as comma required when limit is given
          urgent?: flag
          one?: string
          other?: string
          token: string always abc
        at-most-one: [one, other]
        headers:
          X-Batch: uuid
        body:
          name: string 2..5
          count: int 1..
          size: enum small|large
          codes?: string[..2]
        status: [200]
        """;

    private const string Batch = "123e4567-e89b-12d3-a456-426614174000";
    private const string Good = """{"name":"abc","count":1,"size":"small"}""";

    [Theory]
    [InlineData("POST /nowhere", "The reference describes no operation with this path.")]
    [InlineData(
        "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "The reference describes no GET for this path, only POST /Automation/v1/objects/Tasks/{id}/actions/rerunStart/invoke.")]
    [InlineData("GET /Automation/v1/objects/Tasks/x", "Section 2.7.2 (Tasks.Get): the path value 'id' has the value 'x': a long is a whole number of 64 bits.")]
    [InlineData("GET /Automation/v1/objects/Tasks?serviceId=1", "Section 9.6.1 (Tasks.List): the query parameter 'serviceId' is not documented.")]
    [InlineData("GET /Automation/v1/objects/FlowSteps", "Section 2.7.20 (FlowSteps.List): the query parameter 'taskID' is missing.")]
    public async Task Wrong_request_gets_400_with_the_reason(string request, string mistake)
    {
        await using var fake = await AutomaticOperationFake.StartAsync();
        using var client = new HttpClient { BaseAddress = fake.BaseAddress };
        using var message = new HttpRequestMessage(new HttpMethod(request.Split(' ')[0]), new Uri(request.Split(' ')[1], UriKind.Relative));

        using var reply = await client.SendAsync(message);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.EndsWith(mistake, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((mistake, 400), (Assert.Single(fake.Requests).Violation, fake.Requests[0].StatusCode));
    }

    [Fact]
    public async Task Wrong_request_gets_400_even_if_the_test_sets_a_response()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.InvokeRerunStart.RespondWith(TasksInvokeRerunStartStatus.Ok);
        using var http = new HttpClient(fake.CreateHandler());
        using var content = new StringContent("""{"name":"rerunStart"}""");

        using var reply = await http.PostAsync(new Uri(fake.BaseAddress, "/Automation/v1/objects/Tasks/1/actions/rerunStart/invoke"), content);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("$.href is missing", Assert.Single(fake.Tasks.InvokeRerunStart.Requests).Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_requests_can_be_turned_off()
    {
        using var fake = new AutomaticOperationFake(new FakeOptions { ChecksRequests = false });
        using var http = new HttpClient(fake.CreateHandler());

        using var reply = await http.GetAsync(new Uri(fake.BaseAddress, "/Automation/v1/objects/Tasks?serviceId=1"));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Null(Assert.Single(fake.Requests).Violation);
    }

    [Theory]
    [InlineData("", Good, null)]
    [InlineData("&limit=10&tags=1,2&urgent&one=x", Good, null)]
    [InlineData("&limit=1", Good, "the query parameter 'tags' must be given if limit is given")]
    [InlineData("&limit=11", Good, "the query parameter 'limit' has the value '11': it is outside the range 1..10")]
    [InlineData("&limit=few", Good, "the query parameter 'limit' has the value 'few': an int is a whole number of 32 bits")]
    [InlineData("&limit=1&limit=2", Good, "the query parameter 'limit' is there 2 times")]
    [InlineData("&tags=1,two", Good, "the query parameter 'tags' has the value '1,two': an int is a whole number of 32 bits")]
    [InlineData("&urgent=maybe", Good, "the query parameter 'urgent' has the value 'maybe': a flag has no value")]
    [InlineData("&one=1&other=2", Good, "of 'one', 'other' only one may be there")]
    [InlineData("", """{"name":"a","count":1,"size":"small"}""", "$.name has the value 'a': it is outside the range 2..5")]
    [InlineData("", """{"name":"abc","count":0,"size":"small"}""", "$.count has the value '0': it is outside the range 1..")]
    [InlineData("", """{"name":"abc","count":1,"size":"huge"}""", "$.size has the value 'huge': the enum does not have this value")]
    [InlineData("", """{"name":"abc","count":1.5,"size":"small"}""", "$.count has the value '1.5': an int is a whole number of 32 bits")]
    [InlineData("", """{"name":"abc","count":1,"size":"small","codes":["1","2","3"]}""", "$.codes has 3 elements: it is outside the range ..2")]
    public async Task Every_kind_of_value_is_checked(string query, string body, string? mistake)
        => Assert.Equal(
            mistake is null ? null : $"Section 3.1 (Orders.Create): {mistake}.",
            await ViolationOfAsync("/shops/7/orders?kind=new&token=abc" + query, body, Batch));

    [Theory]
    [InlineData("/shops/100/orders?kind=new&token=abc", Batch, "the path value 'shop' has the value '100': it is outside the range 1..99")]
    [InlineData("/shops/7/orders?token=abc", Batch, "the query parameter 'kind' is missing")]
    [InlineData("/shops/7/orders?kind=old&token=abc", Batch, "the query parameter 'kind' has the value 'old': the enum does not have this value")]
    [InlineData("/shops/7/orders?kind=new&token=abd", Batch, "the query parameter 'token' is not 'abc', but 'abd'")]
    [InlineData("/shops/7/orders?kind=new&token=abc", null, "the header 'X-Batch' is missing")]
    [InlineData("/shops/7/orders?kind=new&token=abc", "7", "the header 'X-Batch' has the value '7': a uuid looks like '123e4567-e89b-12d3-a456-426614174000'")]
    public async Task Every_place_of_a_value_is_checked(string target, string? batch, string mistake)
        => Assert.Equal($"Section 3.1 (Orders.Create): {mistake}.", await ViolationOfAsync(target, Good, batch));

    [Fact]
    public async Task Parts_of_a_form_are_checked()
    {
        const string Upload = """
            operation: Files.Upload
            request: POST /files
            body multipart:
              file: bytes
              note?: string
            status: [200]
            """;
        using var handler = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("upload.apispec.yaml", Upload)));
        using var client = Shop.Client(handler);
        var target = new Uri("/files", UriKind.Relative);
        using var text = new StringContent("file");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        using var complete = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" } };
        using var more = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" }, { new StringContent("x"), "notes" } };

        foreach (var content in new HttpContent[] { text, form, complete, more })
            (await client.PostAsync(target, content)).Dispose();

        Assert.Equal(
            [
                "Files.Upload: the body is no complete multipart/form-data, but text/plain; charset=utf-8.", "Files.Upload: the part 'file' is missing.", null,
                "Files.Upload: the part 'notes' is not documented.",
            ],
            handler.Requests.Select(static request => request.Violation));
    }

    [Fact]
    public async Task Body_is_read_as_the_type_that_was_sent()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        var action = new ActionObject { Name = "rerunStart", Href = "/x", Method = "POST" };

        await client.Tasks.InvokeRerunStartAsync(2026, action);

        var request = Assert.Single(fake.Tasks.InvokeRerunStart.Requests);
        Assert.Equal(action, request.ReadBody(ActionObject.Json));
        Assert.Null(request.Violation);
        Assert.Throws<ApiJsonException>(() => request.ReadBody(ErrorInfo.Json));
    }

    private static async Task<string?> ViolationOfAsync(string target, string body, string? batch)
    {
        using var handler = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("orders.apispec.yaml", Spec)));
        using var client = Shop.Client(handler);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative)) { Content = content };
        if (batch is not null)
            request.Headers.Add("X-Batch", batch);
        using var reply = await client.SendAsync(request);
        var received = Assert.Single(handler.Requests);
        Assert.Equal(received.Violation is null ? 200 : 400, (int)reply.StatusCode);
        return received.Violation;
    }
}
