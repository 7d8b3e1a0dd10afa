using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Hostile;

/// <summary>
/// Every fault has exactly the stated outcome, in time, and leaves nothing behind: no connection, no buffer, no unobserved exception.
/// </summary>
[Collection(nameof(WholeProcess))]
public sealed class HostileServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Fault[] Faults = [.. HeadFaults.All, .. BodyFaults.All, .. ContentFaults.All, .. StreamFaults.All];

    public static TheoryData<string> Names { get; } = [.. Faults.Select(static fault => fault.Name)];

    [Fact]
    public void The_list_of_faults_is_large_enough_and_has_no_duplicates()
    {
        Assert.True(Faults.Length >= 60);
        Assert.Equal(Faults.Length, Faults.Select(static fault => fault.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_server_that(string misbehaves)
    {
        var fault = Array.Find(Faults, fault => fault.Name == misbehaves)!;
        using var pool = new PoolWatch();
        using var unobserved = new UnobservedWatch();
        await using var server = new HostileServer(fault.Answer);

        var outcome = await HostileCaller.CallAsync(fault, server).WaitAsync(Patience, TestContext.Current.CancellationToken);

        AssertOutcome(fault, outcome);
        Assert.Equal(0, await server.CountLeakedAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(0, pool.Leaked);
        Assert.Empty(unobserved.Collect());
    }

    [Fact]
    public async Task The_watch_sees_the_buffers_that_a_call_takes()
    {
        using var pool = new PoolWatch();
        await using var server = new HostileServer(static async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(Fault.JsonHead + "\r\n" + Fault.Action);
        });
        using (var client = new SampleClient(server.Address))
            await client.GetAsync();
        Assert.True(pool.Rented > 0);
        Assert.Equal(0, pool.Leaked);
    }

    private static void AssertOutcome(Fault fault, string outcome)
    {
#if RUNTIME_NETSTANDARD
        var expected = fault.OutcomeOnNetStandard ?? fault.Outcome;
#else
        var expected = fault.Outcome;
#endif

        // The message of a contract violation continues with the value that was found. Only the position in the body matters here.
        if (expected.Contains("contract: $", StringComparison.Ordinal))
            Assert.StartsWith(expected, outcome, StringComparison.Ordinal);
        else
            Assert.Equal(expected, outcome);
    }
}
