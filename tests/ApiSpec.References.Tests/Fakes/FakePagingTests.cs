using ApiSpec.Testing;
using Example.Board;
using Xunit;

namespace ApiSpec.References.Tests.Fakes;

/// <summary>Lists that are read page after page from a fake.</summary>
public sealed class FakePagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [0, 1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task List_that_a_test_says_nothing_about_is_one_page(int seed)
    {
        using var fake = new BoardFake(new FakeOptions { Seed = seed });
        using var client = fake.CreateClient();

        var ports = await ToListAsync(client.Ports.ListItemsAsync(cancellationToken: Token));
        var events = await ToListAsync(client.Events.ListItemsAsync("north", cancellationToken: Token));
        var users = await ToListAsync(client.Users.ListItemsAsync(cancellationToken: Token));
        var lines = await ToListAsync(client.LogLines.ListItemsAsync(0, cancellationToken: Token));
        var fans = await client.Fans.ListAsync(Token);

        Assert.Equal(seed > 0, ports.Count > 0 && events.Count > 0 && users.Count > 0 && lines.Count > 0 && fans.Fans.Count > 0);
        Assert.Equal(fans.Fans.Count, fans.Count);
        Assert.Equal(ports.Count, (await client.Ports.ListAsync(cancellationToken: Token)).MembersOdataCount);
        // Without a total, only an empty page ends the list.
        Assert.Equal(seed > 0 ? 2 : 1, fake.LogLines.List.Requests.Count);
        Assert.Single(fake.Users.List.Requests);
        fake.VerifyRequests();
    }

    [Fact]
    public async Task Pages_are_answers_one_after_the_other()
    {
        using var fake = new BoardFake();
        using var client = fake.CreateClient();
        fake.Ports.List
            .RespondWith(new PortsListResponse { Members = [Port("a"), Port("b")], MembersOdataCount = 3, OdataNextLink = "/redfish/v1/Ports?$skiptoken=2" })
            .Then(new PortsListResponse { Members = [Port("c")], MembersOdataCount = 3 });

        var ports = await ToListAsync(client.Ports.ListItemsAsync(new() { Top = 2 }, Token));

        Assert.Equal(["a", "b", "c"], ports.Select(static port => port.Name));
        Assert.Equal(
            ["/redfish/v1/Ports?$top=2", "/redfish/v1/Ports?$skiptoken=2"], fake.Requests.Select(static request => Uri.UnescapeDataString(request.Target)));
        fake.VerifyRequests();
    }

    [Fact]
    public async Task Pages_are_what_a_function_makes_of_the_request()
    {
        string[] all = ["1", "2", "3", "4", "5"];
        using var fake = new BoardFake();
        using var client = fake.CreateClient();
        fake.LogLines.List.RespondWith(
            request => fake.LogLines.List.Body([.. all.Skip(int.Parse(request.Query["offset"]!, System.Globalization.CultureInfo.InvariantCulture)).Take(2)]));

        Assert.Equal(all, await ToListAsync(client.LogLines.ListItemsAsync(0, cancellationToken: Token)));
        Assert.Equal(["0", "2", "4", "5"], fake.Requests.Select(static request => request.Query["offset"]));
    }

    private static Port Port(string name) => new() { Name = name, OdataId = "/" + name };

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
