using System.Text;
using ApiSpec.Tests.Servers;
using Example.Board;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Statuses whose bodies have different formats: text, JSON, a file, and bytes that the reference does not show.</summary>
public sealed class MixedFormatTests
{
    private const string JobJson = """{"@odata.id":"/redfish/v1/Jobs/1","State":"Running"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_status_has_the_format_of_its_row()
    {
        var table = await ExportAsync(200, "text/csv; charset=iso-8859-1", [(byte)'n', (byte)'o', (byte)'\n', 0xFC]);
        Assert.Equal(new BoardsExportResult { Ok = "no\nü" }, table.EnsureSuccess());

        var accepted = await ExportAsync(202, "application/json", Encoding.UTF8.GetBytes(JobJson));
        Assert.Equal(JobState.Running, accepted.EnsureSuccess().Accepted!.State);
        Assert.Null(accepted.Body!.Ok);

        var packed = await ExportAsync(203, "application/zip", [0x50, 0x4B, 0, 0xFF]);
        Assert.Equal([0x50, 0x4B, 0, 0xFF], packed.EnsureSuccess().NonAuthoritativeInformation!.Bytes.ToArray());

        var other = await ExportAsync(206, "application/x-own", [0, 1]);
        Assert.Equal("application/x-own", other.EnsureSuccess().PartialContent!.ContentType);

        var nothing = await ExportAsync(204, null, []);
        Assert.Equal(new BoardsExportResult(), nothing.EnsureSuccess());
    }

    [Fact]
    public async Task Failures_next_to_text_are_read_in_their_own_format()
    {
        var inUse = await ExportAsync(409, "application/json", """{"code":"E1","message":"in use"}"""u8.ToArray());
        Assert.Equal("E1", inUse.Error!.Code);

        var restarting = await ExportAsync(503, "text/html", "<p>later"u8.ToArray());
        Assert.Null(restarting.Error);
        Assert.True(restarting.TryGetBody(out string? text));
        Assert.Equal("<p>later", text);
    }

    [Fact]
    public async Task Json_of_a_status_contradicts_the_reference_if_it_is_text()
    {
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => ExportAsync(202, "text/csv", "no,name"u8.ToArray()));
        Assert.Contains("the content type is 'text/csv', not JSON", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_accepts_the_formats_of_all_statuses()
    {
        using var fake = new BoardFake();
        using var client = fake.CreateClient();

        await client.Boards.ExportAsync("1", Token);

        Assert.Equal("text/csv, application/json, application/zip, */*", fake.Boards.Export.SingleRequest().Headers["Accept"]);
    }

    [Fact]
    public async Task Fake_sends_the_body_of_each_status()
    {
        using var fake = new BoardFake();
        using var client = fake.CreateClient();
        foreach (var status in new[]
            {
                BoardsExportStatus.Ok, BoardsExportStatus.Accepted, BoardsExportStatus.NonAuthoritativeInformation, BoardsExportStatus.NoContent,
                BoardsExportStatus.ServiceUnavailable,
            })
        {
            fake.Boards.Export.RespondWith(status);
            var response = await client.Boards.ExportWithResponseAsync("1", Token);
            Assert.Equal(status, response.Status);
            Assert.Equal(status == BoardsExportStatus.Ok, response.Body?.Ok is not null);
            Assert.Equal(status == BoardsExportStatus.Accepted, response.Body?.Accepted is not null);
            Assert.Equal(status == BoardsExportStatus.NonAuthoritativeInformation, response.Body?.NonAuthoritativeInformation is not null);
        }
    }

    [Fact]
    public async Task Fake_sends_the_body_that_a_test_gives_it()
    {
        using var fake = new BoardFake();
        using var client = fake.CreateClient();

        fake.Boards.Export.RespondWith(new BoardsExportResult { Ok = "no,name\n1,ü" });
        var table = await client.Boards.ExportWithResponseAsync("1", Token);
        Assert.Equal((BoardsExportStatus.Ok, "no,name\n1,ü"), (table.Status, table.Body!.Ok));
        Assert.Equal("text/csv", table.Headers["Content-Type"]);

        fake.Boards.Export.RespondWith(new BoardsExportResult { NonAuthoritativeInformation = new ApiRawBody([1, 0, 2]) });
        var packed = await client.Boards.ExportWithResponseAsync("1", Token);
        Assert.Equal(BoardsExportStatus.NonAuthoritativeInformation, packed.Status);
        Assert.Equal("application/zip", packed.Body!.NonAuthoritativeInformation!.ContentType);
        Assert.Equal([1, 0, 2], packed.Body.NonAuthoritativeInformation.Bytes.ToArray());

        fake.Boards.Export.RespondWith(new BoardsExportResult { Accepted = new Job { OdataId = "/jobs/1", State = JobState.Done } });
        Assert.Equal(JobState.Done, (await client.Boards.ExportAsync("1", Token)).Accepted!.State);
    }

    [Fact]
    public void Sample_is_the_text_of_a_success()
    {
        using var fake = new BoardFake();

        Assert.Equal(new BoardsExportResult { Ok = "Boards.Export" }, fake.Boards.Export.Sample());
    }

    private static async Task<ApiResponse<BoardsExportResult, BoardError, BoardsExportStatus>> ExportAsync(int status, string? contentType, byte[] body)
    {
        await using var server = await WebServer.StartAsync(status, contentType, body);
        using var client = new BoardClient(server.Address);
        return await client.Boards.ExportWithResponseAsync("a", Token);
    }
}
