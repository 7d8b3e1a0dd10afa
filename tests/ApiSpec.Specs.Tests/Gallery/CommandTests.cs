using System.Text;
using Gallery.Axis;
using Gallery.Gude;
using Gallery.OctoPrint;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Several operations with the same method and path, distinguished by a constant in the query, the body or a form.</summary>
public sealed class CommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_in_the_query_is_sent_and_told_apart()
    {
        await using var fake = await GudePowerFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient(new ApiClientOptions { Credential = new BasicCredential("user", "secret") });

        await client.Outputs.SwitchAsync(1, true, Token);
        await client.Outputs.StartBatchAsync(1, false, true, 5, Token);
        await client.Outputs.CancelBatchAsync(1, Token);

        Assert.Equal(["/ov.html?cmd=1&p=1&s=1", "/?cmd=5&p=1&a1=0&a2=1&s=5", "/?cmd=2&p=1"], fake.Requests.Select(static request => request.Target));
        Assert.Equal(["Outputs.Switch", "Outputs.StartBatch", "Outputs.CancelBatch"], fake.Requests.Select(static request => request.OperationId));
        Assert.All(fake.Requests, static request => Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("user:secret")), request.Headers["Authorization"]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Outputs.StartBatchAsync(1, false, true, 65536, Token));
    }

    [Fact]
    public async Task Command_in_the_body_is_sent_and_told_apart()
    {
        await using var fake = await OctoPrintFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();

        await client.PrintHead.HomeAsync(new() { Axes = [PrintHeadHomeBodyAxes.Z] }, Token);
        await client.PrintHead.JogAsync(new() { X = 10, Speed = false }, Token);
        await client.PrintHead.JogAsync(new() { X = 10, Speed = 40 }, Token);

        Assert.Equal(
            ["""{"command":"home","axes":["z"]}""", """{"command":"jog","x":10,"speed":false}""", """{"command":"jog","x":10,"speed":40}"""],
            fake.Requests.Select(static request => request.BodyText));
        Assert.Equal(["PrintHead.Home", "PrintHead.Jog", "PrintHead.Jog"], fake.Requests.Select(static request => request.OperationId));
        fake.VerifyRequests();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.PrintHead.HomeAsync(new() { Axes = [] }, Token));
    }

    [Fact]
    public async Task Command_in_a_form_is_sent_and_told_apart()
    {
        await using var fake = await AxisCameraFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();

        await client.Users.AddAsync("joe", "a b&c", "users", "axadmin:axoper:axview", cancellationToken: Token);
        await client.Users.RemoveAsync("joe", Token);

        Assert.Equal(
            ["action=add&user=joe&pwd=a+b%26c&grp=users&sgrp=axadmin%3Aaxoper%3Aaxview", "action=remove&user=joe"],
            fake.Requests.Select(static request => request.BodyText));
        Assert.Equal(["Users.Add", "Users.Remove"], fake.Requests.Select(static request => request.OperationId));
        fake.VerifyRequests();
    }

    [Fact]
    public async Task Printed_job_is_read()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("octoprint Job.Get")[0]));
        using var client = new OctoPrintClient(server.Address);

        var job = await client.Job.GetAsync(Token);

        Assert.Equal(("whistle_v2.gcode", 1468987, "Printing", null), (job.Job.File.Name, job.Job.File.Size, job.State, job.Error));
        Assert.Equal(new DateTimeOffset(2013, 9, 10, 21, 15, 54, TimeSpan.Zero), job.Job.File.Date);
    }
}
