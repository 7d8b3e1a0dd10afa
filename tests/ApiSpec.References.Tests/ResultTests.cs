using ApiSpec.Tests.Servers;
using Example.Board;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Statuses with a separate body.</summary>
public sealed class ResultTests
{
    private const string JobJson = """{"@odata.id":"/redfish/v1/Jobs/1","State":"Running"}""";

    [Fact]
    public async Task Each_status_has_its_own_body()
    {
        var done = await ResetAsync(200, """{"Board":"A","Seconds":3}""");
        Assert.Equal(BoardsResetStatus.Ok, done.Status);
        Assert.Equal(3, done.Body!.Ok!.Seconds);
        Assert.Null(done.Body.Accepted);

        var accepted = await ResetAsync(202, JobJson);
        Assert.Equal(BoardsResetStatus.Accepted, accepted.Status);
        Assert.Equal(JobState.Running, accepted.EnsureSuccess().Accepted!.State);
        Assert.Null(accepted.Body!.Ok);

        var other = await ResetAsync(303, """{"Other":"x"}""");
        Assert.True(other.IsSuccess);
        Assert.Equal("x", other.Body!.SeeOther!.Other);

        var nothing = await ResetAsync(204, "");
        Assert.Equal(new BoardsResetResult(), nothing.EnsureSuccess());
    }

    [Fact]
    public async Task The_throwing_method_returns_the_body_of_any_success()
    {
        await using var server = await WebServer.StartAsync(202, "application/json", JobJson);
        using var client = new BoardClient(server.Address);
        var result = await client.Boards.ResetAsync("a", TestContext.Current.CancellationToken);
        Assert.Equal("/redfish/v1/Jobs/1", result.Accepted?.OdataId);
    }

    [Fact]
    public async Task A_body_that_belongs_to_another_status_contradicts_the_reference()
    {
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => ResetAsync(200, JobJson));
        Assert.Contains("$.Board: the member is missing", thrown.Message, StringComparison.Ordinal);
        // For an undocumented status, it is not known which of the bodies it has.
        thrown = await Assert.ThrowsAsync<ApiContractException>(() => ResetAsync(206, JobJson));
        Assert.Contains("does not list the status", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_with_a_body_of_its_own_can_be_read()
    {
        var refused = await ResetAsync(409, """{"Users":["ann","bob"]}""");
        Assert.Null(refused.Error);
        Assert.True(refused.TryGetBody(out BoardsResetConflict? conflict));
        Assert.Equal(["ann", "bob"], conflict.Users);
        Assert.Throws<ApiJsonException>(() => refused.RawBody!.Read(Job.Json));

        var failed = await ResetAsync(500, """{"code":"E1","message":"dead"}""");
        Assert.Equal("E1", failed.Error!.Code);
    }

    [Fact]
    public async Task A_single_status_with_a_body_has_no_wrapper()
    {
        await using var server = await WebServer.StartAsync(202, "application/json", JobJson);
        using var client = new BoardClient(server.Address);
        Job job = await client.Boards.DeleteAsync("a", TestContext.Current.CancellationToken);
        Assert.Equal(JobState.Running, job.State);
    }

    private static async Task<ApiResponse<BoardsResetResult, BoardError, BoardsResetStatus>> ResetAsync(int status, string json)
    {
        await using var server = await WebServer.StartAsync(status, json.Length == 0 ? null : "application/json", json);
        using var client = new BoardClient(server.Address);
        return await client.Boards.ResetWithResponseAsync("a", TestContext.Current.CancellationToken);
    }
}
