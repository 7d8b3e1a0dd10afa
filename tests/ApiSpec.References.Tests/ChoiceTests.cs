using ApiSpec.Tests.Servers;
using Example.Board;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Group rules: a request that breaks one is never sent, and any other arrives unchanged.</summary>
public sealed class ChoiceTests
{
    public static TheoryData<string, PortsCreateBody, PortsCreateQuery?> Broken => new()
    {
        { "Exactly one of these must be given: Name, Number.", new(), null },
        { "Exactly one of these must be given: Name, Number.", new() { Name = "a", Number = 1 }, null },
        // A null that would be sent counts as a value.
        { "Exactly one of these must be given: Name, Number.", new() { Name = "a", Number = null }, null },
        { "At most one of these can be given: Speeds, Profile.", new() { Name = "a", Speeds = [], Profile = "fast" }, null },
        { "At most one of these can be given: dryRun, owner.", new() { Name = "a" }, new() { DryRun = true, Owner = "me" } },
        { "'Site' must be given if Rack is given. (Parameter 'Site')", new() { Name = "a", Rack = "r", Room = "1" }, null },
    };

    public static TheoryData<string, PortsCreateBody, PortsCreateQuery?> Kept => new()
    {
        { """{"Name":"a"}""", new() { Name = "a" }, new() { Owner = "me" } },
        { """{"Number":null,"Speeds":[]}""", new() { Number = null, Speeds = [] }, null },
        { """{"Number":7,"Rack":"r","Room":"1","Site":"x"}""", new() { Number = 7, Rack = "r", Room = "1", Site = "x" }, new() { DryRun = true } },
        { """{"Name":"a","Room":"1"}""", new() { Name = "a", Room = "1" }, null },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task A_request_that_breaks_a_rule_is_not_sent(string message, PortsCreateBody body, PortsCreateQuery? query)
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref requests);
            return Task.CompletedTask;
        });
        using var client = new BoardClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => client.Ports.CreateAsync(body, query, TestContext.Current.CancellationToken));
        Assert.Equal(message, thrown.Message);
        Assert.Equal(0, requests);
    }

    [Theory]
    [MemberData(nameof(Kept), DisableDiscoveryEnumeration = true)]
    public async Task A_request_that_follows_the_rules_is_sent(string json, PortsCreateBody body, PortsCreateQuery? query)
    {
        var received = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        using var client = new BoardClient(server.Address);
        await client.Ports.CreateAsync(body, query, TestContext.Current.CancellationToken);
        Assert.Equal(json, received);
    }

    [Fact]
    public async Task A_body_that_is_missing_is_named()
    {
        using var client = new BoardClient(new Uri("http://localhost:1"));
        var thrown = await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.Ports.CreateAsync(null!, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("body", thrown.ParamName);
    }
}
