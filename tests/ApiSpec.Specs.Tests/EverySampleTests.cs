using System.Text.Json.Nodes;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Responses that are created from schemas are the same for each seed, and valid for the generated client.</summary>
public sealed class EverySampleTests
{
    // An instance ID that no usage example has.
    private const long Unprinted = 31;

    public static TheoryData<string> Operations => [.. AutomaticOperationApi.Operations.Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_sample_follows_from_its_seed_and_fits_the_reference(string id)
    {
        var answers = new HashSet<string?>();
        for (var seed = 0; seed < 10; seed++)
        {
            var answer = await RespondAsync(id, seed);
            Assert.Equal(answer, await RespondAsync(id, seed));
            answers.Add(answer);
        }

        // Text, files, empty responses and arbitrary objects cannot vary, and neither can values that the reference prints.
        Assert.True(answers.Count > 1 || answers.Single() is null or "{}" || IsPrinted(id, answers.Single()!), string.Join('\n', answers));
    }

    // Values are the same on every machine and in every version, because changing how they are created would change the tests of users.
    [Fact]
    public async Task Samples_are_the_same_on_every_machine_and_version()
        => Assert.Equal(
            """{"instanceID":50,"name":"name 403","submitter":"submitter 818","status":"status 569",""" + "\""
            + """scheduleType":"schedule","createTime":"2026-01-31T23:53:25.000+00:00","modifyTime":"2026-01-31T18:40:59.000+00:00",""" + "\""
            + """description":"description 275","serviceState":"serviceState 853","serviceID":785}""",
            await RespondAsync("Schedules.Get", 42));

    private static bool IsPrinted(string id, string answer)
        => Reference.Catalog.Examples.Any(
            example => example.OperationId == id && example.Response?.Body is { } body && JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(answer)));

    private static async Task<string?> RespondAsync(string id, int seed)
    {
        var drift = new List<ApiDrift>();
        using var fake = new AutomaticOperationFake(new FakeOptions { Seed = seed });
        using var client = fake.CreateClient(new ApiClientOptions { OnDrift = drift.Add });
        var operation = fake.AllOperations.Single(operation => operation.Operation.Id == id);
        operation.RespondWith(FakeResponse.Status(operation.Operation.Statuses.First(static status => status.IsResult).Code));

        var reply = await Calls.Of[id](new Call(client, Unprinted));

        Assert.True(reply.Response.IsSuccess, reply.Response.ToString());
        Assert.Empty(drift);
        fake.VerifyRequests();
        return reply.Json;
    }
}
