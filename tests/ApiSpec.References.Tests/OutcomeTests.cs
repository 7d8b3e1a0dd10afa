using ApiSpec.References.Tests.Servers;
using Example.Outcomes;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Results that the reference lists without a body, and failures that have a separate body.</summary>
public sealed class OutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_documented_result_without_a_body_is_null()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new OutcomesClient(server.Address);

        Assert.Null(await client.Items.ListAsync(Token));
        Assert.Null(await client.Counts.GetAsync(Token));
        Assert.Null(await client.Entries.ListAsync(Token));
        var response = await client.Items.ListWithResponseAsync(Token);
        Assert.True(response.IsSuccess);
        Assert.Null(response.Body);
        Assert.Null(response.EnsureSuccess());
    }

    [Fact]
    public async Task A_result_with_a_body_is_returned_beside_one_without()
    {
        await using var items = await RecordingServer.StartAsync(200, """[{"name":"a"}]""");
        using var client = new OutcomesClient(items.Address);
        Assert.Equal("a", Assert.Single((await client.Items.ListAsync(Token))!).Name);

        await using var counts = await RecordingServer.StartAsync(200, "3");
        using var counting = new OutcomesClient(counts.Address);
        Assert.Equal(3, await counting.Counts.GetAsync(Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task A_body_that_the_status_promises_and_that_is_not_there_contradicts_the_reference(string body)
    {
        await using var server = await RecordingServer.StartAsync(200, body);
        using var client = new OutcomesClient(server.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => client.Items.ListAsync(Token));
    }

    [Fact]
    public async Task A_status_without_a_body_that_is_not_documented_contradicts_the_reference()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new OutcomesClient(server.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => client.Jobs.GetAsync(1, Token));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(202)]
    public async Task A_stream_of_items_has_none_where_the_result_has_no_body(int status)
    {
        await using var server = await RecordingServer.StartAsync(status, "");
        using var client = new OutcomesClient(server.Address);
        Assert.Empty(await ReadAsync(client.Entries.ListItemsAsync(Token)));
        Assert.Null(await client.Entries.ListAsync(Token));
    }

    [Fact]
    public async Task An_accepted_call_has_the_body_that_the_server_sends()
    {
        await using var server = await RecordingServer.StartAsync(202, """{"data":[{"name":"a"}],"count":1}""");
        using var client = new OutcomesClient(server.Address);
        Assert.Equal(1, (await client.Entries.ListAsync(Token))!.Count);
        Assert.Single(await ReadAsync(client.Entries.ListItemsAsync(Token)));
    }

    [Fact]
    public async Task Pages_end_at_a_result_without_a_body()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(_ => ++asked % 2 == 1 ? new(200, """{"data":[{"name":"a"},{"name":"b"}]}""") : new(204, ""));
        using var client = new OutcomesClient(server.Address);
        Assert.Equal(["a", "b"], (await ReadAsync(client.Pages.ListItemsAsync(cancellationToken: Token))).Select(static item => item.Name));
        Assert.Single(await ReadAsync(client.Pages.ListPagesAsync(cancellationToken: Token)));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task A_redirect_is_a_result_without_a_body_and_never_an_empty_list()
    {
        await using var server = await RecordingServer.StartAsync(303, "<p>There</p>", ("Location", "/v1/elsewhere"));
        using var client = new OutcomesClient(server.Address, new ApiClientOptions { Handler = new HttpClientHandler { AllowAutoRedirect = false } });

        Assert.Null(await client.Entries.ListAsync(Token));
        Assert.Null(await client.Files.GetAsync(1, Token));
        var response = await client.Entries.ListWithResponseAsync(Token);
        Assert.Equal("/v1/elsewhere", response.GetLocation());
        Assert.True((await Assert.ThrowsAnyAsync<ApiException>(() => ReadAsync(client.Entries.ListItemsAsync(Token)))).Is(EntriesListStatus.SeeOther));
        Assert.True(
            (await Assert.ThrowsAnyAsync<ApiException>(() => ReadAsync(client.Pages.ListItemsAsync(cancellationToken: Token)))).Is(PagesListStatus.SeeOther));
    }

    [Fact]
    public async Task A_download_has_no_file_where_the_result_has_no_body()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new OutcomesClient(server.Address);
        Assert.Null(await client.Files.GetAsync(1, Token));
        await using var response = await client.Files.GetWithResponseAsync(1, Token);
        Assert.True(response.IsSuccess);
        Assert.Null(response.Download);
        Assert.Contains("204 No Content", Assert.Throws<InvalidOperationException>(response.EnsureSuccess).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_modified_is_not_a_success_even_with_documented_headers()
    {
        await using var server = await RecordingServer.StartAsync(304, "", ("ETag", "\"12\""));
        using var client = new OutcomesClient(server.Address);
        var response = await client.Documents.GetWithResponseAsync(new() { IfNoneMatch = "\"12\"" }, Token);

        Assert.False(response.IsSuccess);
        Assert.Equal(DocumentsGetStatus.NotModified, response.Status);
        Assert.Equal("\"12\"", response.GetETag());
        Assert.Null(response.ErrorViolation);
        var thrown = await Assert.ThrowsAnyAsync<ApiException>(() => client.Documents.GetAsync(cancellationToken: Token));
        Assert.True(thrown.Is(DocumentsGetStatus.NotModified));
    }

    [Fact]
    public async Task HEAD_never_has_a_body()
    {
        await using var server = await RecordingServer.StartAsync(200, "");
        using var client = new OutcomesClient(server.Address);
        Assert.Null(await client.Documents.CheckAsync(Token));
    }

    [Fact]
    public async Task A_failure_with_its_own_table_is_read_as_that_table()
    {
        await using var server = await RecordingServer.StartAsync(401, """{"message":"who?"}""");
        using var client = new OutcomesClient(server.Address);
        List<ApiDrift> drift = [];
        using var watched = new OutcomesClient(server.Address, new ApiClientOptions { OnDrift = drift.Add });

        var response = await watched.Jobs.GetWithResponseAsync(1, Token);
        Assert.True(response.TryGetBody(out JobsGetUnauthorized? body));
        Assert.Equal("who?", body.Message);
        Assert.Null(response.ErrorViolation);
        Assert.Null(response.Error);
        Assert.False(response.TryGetBody(out OutcomesError? _));
        Assert.Empty(drift);

        var thrown = await Assert.ThrowsAnyAsync<ApiException>(() => client.Jobs.GetAsync(1, Token));
        Assert.True(thrown.TryGetBody(out JobsGetUnauthorized? same));
        Assert.Equal(body, same);
    }

    [Theory]
    [InlineData(401, """{"code":"E1","message":"no"}""", null)]
    [InlineData(401, """{"code":"E1"}""", "message")]
    [InlineData(401, "", "empty")]
    [InlineData(404, """{"message":"no"}""", "code")]
    [InlineData(503, """{"retryAfter":"soon"}""", "retryAfter")]
    [InlineData(500, "<p>", null)]
    public async Task A_failure_is_checked_against_the_table_of_its_status(int status, string json, string? violation)
    {
        await using var server = await RecordingServer.StartAsync(status, json);
        using var client = new OutcomesClient(server.Address);
        var response = await client.Jobs.GetWithResponseAsync(1, Token);
        if (violation is null)
            Assert.Null(response.ErrorViolation);
        else
            Assert.Contains(violation, response.ErrorViolation, StringComparison.Ordinal);
        Assert.Equal(json, response.RawBody!.ToString());
    }

    [Fact]
    public async Task Bodies_of_failures_may_be_lists_texts_and_tables_of_the_API_file()
    {
        Assert.True((await FailAsync(409, """["ann"]""")).TryGetBody(out IReadOnlyList<string>? users));
        Assert.Equal(["ann"], users);
        Assert.True((await FailAsync(502, "<p>Down</p>")).TryGetBody(out string? page));
        Assert.Equal("<p>Down</p>", page);
        Assert.True((await FailAsync(503, """{"retryAfter":3}""")).TryGetBody(out OutcomesServiceUnavailableError? busy));
        Assert.Equal(3, busy.RetryAfter);
        Assert.True((await FailAsync(404, """{"code":"E1","message":"no"}""")).TryGetBody(out OutcomesError? error));
        Assert.Equal("E1", error.Code);
    }

    [Fact]
    public async Task A_fake_answers_with_the_table_of_the_status()
    {
        using var fake = new OutcomesFake();
        using var client = fake.CreateClient();

        fake.Jobs.Get.FailWith(JobsGetStatus.Unauthorized, new JobsGetUnauthorized { Message = "who?" });
        Assert.True((await client.Jobs.GetWithResponseAsync(1, Token)).TryGetBody(out JobsGetUnauthorized? body));
        Assert.Equal("who?", body.Message);
        Assert.Throws<ArgumentException>(() => fake.Jobs.Get.FailWith(JobsGetStatus.Unauthorized, new OutcomesError { Code = "a", Message = "b" }));
        Assert.Throws<ArgumentException>(() => fake.Jobs.Get.FailWith(JobsGetStatus.NotFound, new JobsGetUnauthorized { Message = "a" }));

        foreach (var status in Enum.GetValues<JobsGetStatus>().Where(static status => (int)status >= 400))
        {
            fake.Jobs.Get.RespondWith(status);
            var response = await client.Jobs.GetWithResponseAsync(1, Token);
            Assert.Equal(status, response.Status);
            Assert.Null(response.ErrorViolation);
        }

        fake.Documents.Get.RespondWith(DocumentsGetStatus.NotModified);
        Assert.Equal(DocumentsGetStatus.NotModified, (await client.Documents.GetWithResponseAsync(cancellationToken: Token)).Status);
        fake.Items.List.RespondWith(ItemsListStatus.NoContent);
        Assert.Null(await client.Items.ListAsync(Token));
    }

    private static async Task<ApiException> FailAsync(int status, string body)
    {
        await using var server = await RecordingServer.StartAsync(status, body);
        using var client = new OutcomesClient(server.Address);
        return await Assert.ThrowsAnyAsync<ApiException>(() => client.Jobs.GetAsync(1, Token));
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (var item in items.WithCancellation(Token))
            all.Add(item);
        return all;
    }
}
