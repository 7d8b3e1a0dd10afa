using ApiSpec.References.Tests.Servers;
using Example.Backup;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>A reference in the style of backup products: a vendor media type, resources in envelopes, brackets in names.</summary>
public sealed class BackupTests
{
    private const string MediaType = "application/vnd.backup+json;version=4.0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_media_type_of_the_reference_is_asked_for_and_sent()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.EndsWith("login", StringComparison.Ordinal)
            ? new(201, """{"token":"abc","tokenType":"BEARER","validity":86400}""", ("Content-Type", MediaType))
            : new(202, ""));
        using var client = new BackupClient(server.Address);
        var signedIn = client.With(new ApiCallOptions { Credential = BackupApi.Logins.Create.Credential(client, new() { UserName = "ann", Password = "x" }) });
        await signedIn.Jobs.InvokeRestartAsync(
            7, new() { Data = new() { Attributes = new() { Reason = "again" } } }, new() { XBackupAuditReason = "asked" }, Token);

        Assert.Equal(
            [
                "POST /backup/login {\"userName\":\"ann\",\"password\":\"x\"}",
                "POST /backup/admin/jobs/7/restart {\"data\":{\"type\":\"restartRequest\",\"attributes\":{\"reason\":\"again\"}}}",
            ],
            server.Requests.Select(static request => request.ToString()));
        Assert.Equal([MediaType, MediaType], server.Requests.Select(static request => request.Header("Content-Type")));
        Assert.Equal([MediaType, MediaType], server.Requests.Select(static request => request.Header("Accept")));
        Assert.Equal([null, "abc"], server.Requests.Select(static request => request.Header("Authorization")));
        Assert.Equal("asked", server.Requests[1].Header("X-Backup-Audit-Reason"));
    }

    [Fact]
    public async Task Pages_follow_the_link_in_the_envelope()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.Contains("offset", StringComparison.Ordinal)
            ? new(200, Page("8", null), ("Content-Type", MediaType))
            : new(200, Page("7", "https://elsewhere.example/backup/admin/jobs?page%5Boffset%5D=1"), ("Content-Type", MediaType)));
        using var client = new BackupClient(server.Address);
        var query = new JobsListQuery { Filter = "jobType eq 'BACKUP'", Sort = ["-startTime", "jobId"], PageLimit = 1, Include = ["a", "b"] };
        var jobs = new List<ResourceOfJob>();
        await foreach (var job in client.Jobs.ListItemsAsync(query, Token))
            jobs.Add(job);

        Assert.Equal(["7", "8"], jobs.Select(static job => job.Id));
        Assert.Equal(
            [
                "GET /backup/admin/jobs?filter=jobType%20eq%20%27BACKUP%27&sort=-startTime,jobId&page%5Blimit%5D=1&include=a&include=b",
                "GET /backup/admin/jobs?page%5Boffset%5D=1",
            ],
            server.Lines.Select(static line => line.Replace("%2C", ",", StringComparison.Ordinal)));
        Assert.All(server.Requests, static request => Assert.Equal((MediaType, null), (request.Header("Accept"), request.Header("Content-Type"))));

        var attributes = jobs[0].Attributes;
        Assert.Equal(new TimeSpan(0, 12, 3), attributes.ElapsedTime);
        Assert.True(attributes.Compression);
        Assert.Equal([JobScheduleTypes.Full, JobScheduleTypes.Incremental], attributes.ScheduleTypes);
        Assert.Equal(9_000_000_000, attributes.KilobytesMoved);
        Assert.Null(attributes.Status);
        Assert.Contains("\"compression\":\"true\",\"scheduleTypes\":\"FULL,INCREMENTAL\"", ResourceOfJob.Json.ToJson(jobs[0]), StringComparison.Ordinal);
    }

    private static string Page(string id, string? next)
    {
        var links = next is null ? "{}" : "{\"next\":{\"href\":\"" + next + "\"}}";
        return $$"""
            {
              "data": [ { "type": "job", "id": "{{id}}", "attributes": {
                "jobId": {{id}}, "jobType": "BACKUP", "state": "ACTIVE", "status": null, "startTime": "2026-01-31T10:00:00.000Z", "elapsedTime": "PT12M3S",
                "kilobytesMoved": 9000000000, "compression": "true", "scheduleTypes": "FULL,INCREMENTAL" } } ],
              "links": {{links}}
            }
            """;
    }
}
