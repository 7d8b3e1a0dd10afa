using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Example.Board;
using Example.Jobs;
using Xunit;

namespace ApiSpec.References.Tests.Fakes;

/// <summary>The responses of the fakes of these references, and the requests that they reject.</summary>
public sealed class FakeResponseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Status_has_the_headers_of_its_row(bool overHttp)
    {
        await using var fake = overHttp ? await JobsFake.StartAsync(cancellationToken: Token) : new JobsFake();
        using var client = fake.CreateClient();

        var response = await client.Reports.SendWithResponseAsync("ann", cancellationToken: Token);

        Assert.Equal((ReportsSendStatus.Accepted, 5), (response.Status, response.GetRetryAfter()));
        Assert.Equal(new Uri(fake.BaseAddress, "/jobs/api/v1/reports/100").AbsoluteUri, response.GetLocation());
        Assert.Equal("Reports.Get", await client.Reports.GetAsync(100, Token));
    }

    [Fact]
    public async Task Status_has_other_headers_where_a_test_says_so()
    {
        using var fake = new BoardFake();
        using var client = fake.CreateClient();
        fake.Boards.Reset.RespondWith(BoardsResetStatus.Accepted).WithHeader("Location", "/jobs/9");

        var response = await client.Boards.ResetWithResponseAsync("1", Token);

        Assert.Equal(("/jobs/9", JobState.New), (response.GetLocation(), response.Body!.Accepted!.State));
    }

    [Fact]
    public void Sample_is_the_body_of_a_success()
    {
        using var fake = new BoardFake();

        Assert.Equal(new BoardsResetResult { Ok = new BoardsResetResponse { Board = "Board", Seconds = 1 } }, fake.Boards.Reset.Sample());
        Assert.Equal("New", fake.Boards.Delete.Sample().State.ToString());
    }

    [Theory]
    [InlineData("kind=daily&to=ann+lee&days=30", null)]
    [InlineData("kind=daily", "the part 'to' is missing")]
    [InlineData("kind=weekly&to=ann", "the part 'kind' is not 'daily', but 'weekly'")]
    [InlineData("kind=daily&to=al", "the part 'to' has the value 'al': it is outside the range 3..")]
    [InlineData("kind=daily&to=ann&days=31", "the part 'days' has the value '31': it is outside the range 1..30")]
    [InlineData("kind=daily&to=ann&by=post", "the part 'by' is not documented")]
    public async Task Form_in_one_line_is_checked(string form, string? mistake)
    {
        using var fake = new JobsFake();
        using var http = new HttpClient(fake.CreateHandler());
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var reply = await http.PostAsync(new Uri(fake.BaseAddress, "/jobs/api/v1/reports"), content, Token);

        Assert.Equal(mistake is null ? null : $"Section 5.1 (Reports.Send): {mistake}.", fake.Reports.Send.SingleRequest().Violation);
        Assert.Equal(mistake is null ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task Form_in_one_line_is_read_part_by_part()
    {
        using var fake = new JobsFake();
        using var client = fake.CreateClient();

        await client.Reports.SendAsync("a+b & \u00e4", 7, Token);

        Assert.Equal(["kind=daily", "to=a+b & \u00e4", "days=7"], fake.Reports.Send.SingleRequest().Parts.Select(static part => part.Name + "=" + part.Text));
        fake.VerifyRequests();
    }

    [Theory]
    [InlineData("id[]=1&id[]=2&tag=a|b&name=a&name=b&host=a,b&word=a%20b", null)]
    [InlineData("id[]=1&id[]=x", "the query parameter 'id[]' has the value 'x': an int is a whole number of 32 bits")]
    [InlineData("id=1", "the query parameter 'id' is not documented")]
    [InlineData("tag=a&tag=b", "the query parameter 'tag' is there 2 times")]
    public async Task Query_with_several_values_is_checked(string query, string? mistake)
    {
        using var fake = new JobsFake();
        using var http = new HttpClient(fake.CreateHandler());
        using var content = new StringContent("""{"hold":"true","start":"2026-01-31T10:00+09:00","tries":["1"]}""");

        using var reply = await http.PostAsync(new Uri(fake.BaseAddress, "/jobs/api/v1/units/run?" + query), content, Token);

        Assert.Equal(mistake is null ? null : $"Section 4.2 (Units.Run): {mistake}.", fake.Units.Run.SingleRequest().Violation);
    }

    [Theory]
    [InlineData("""{"hold":true,"start":"2026-01-31T10:00+09:00"}""", "$.hold is not a string, but a boolean")]
    [InlineData("""{"hold":"maybe","start":"2026-01-31T10:00+09:00"}""", "$.hold has the value 'maybe': a boolean is 'true' or 'false'")]
    public async Task Value_that_is_sent_as_text_is_checked(string body, string mistake)
    {
        using var fake = new JobsFake();
        using var http = new HttpClient(fake.CreateHandler());
        using var content = new StringContent(body);

        using var reply = await http.PostAsync(new Uri(fake.BaseAddress, "/jobs/api/v1/units/run"), content, Token);

        Assert.EndsWith(mistake + ".", JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_of_the_client_fits_the_reference()
    {
        using var fake = new JobsFake();
        using var client = fake.CreateClient();
        await client.Units.RunAsync(
            new() { Hold = true, Start = DateTimeOffset.UnixEpoch },
            new() { Id = [1, 2], Tag = ["a", "b"], Name = ["c", "d"], Host = ["e", "f"], Word = ["g", "h"] },
            Token);
        await client.Login.BeginAsync(new() { User = "ann", Password = "x" }, new() { Zone = "z" }, Token);
        await client.Units.ListAsync("/", Token);
        await client.Reports.SendAsync("ann", cancellationToken: Token);

        using var board = new BoardFake();
        using var boards = board.CreateClient();
        await boards.Ports.CreateAsync(new() { Name = "a", Rack = "r", Room = "1", Site = "s" }, new() { DryRun = true }, Token);
        await boards.Ports.CreateAsync(new() { Number = 1, Speeds = [1] }, cancellationToken: Token);
        await boards.Boards.DeleteAsync("a/b c", Token);

        fake.VerifyRequests();
        board.VerifyRequests();
    }
}
