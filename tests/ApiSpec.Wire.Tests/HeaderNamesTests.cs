using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Headers with a name that the program or the server completes: <c>X-Container-Meta-{name}</c>.</summary>
public sealed class HeaderNamesTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: StoreClient\n"),
        new SpecDocument(
            "get.apispec.yaml",
            """
            operation: Containers.Get
            request: GET /containers
            headers:
              X-Meta-{name}?: string 1..8
              X-Quota-{unit}-Max?: int 1..9
              X-Meta-Key?: string secret
            status:
              200 OK:
                description: Done.
                headers:
                  X-Meta-{name}: string
                  X-Count-{kind}: int
                  X-Count-Total: int
            """)).Load());

    [Fact]
    public async Task Header_is_sent_for_each_entry_of_the_map()
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server, new() { ["Book"] = "a b", ["Author"] = "c" }, new() { ["Gb"] = 5 });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(("a b", "c", "5"), (request.Headers["X-Meta-Book"], request.Headers["X-Meta-Author"], request.Headers["X-Quota-Gb-Max"]));
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("a b", "a")]
    [InlineData("a", "a\nb")]
    [InlineData("a", "123456789")]
    public async Task Entry_that_cannot_be_sent_is_refused(string key, string value)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => SendAsync(server, new() { [key] = value }, []));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("x-meta-book", "123456789", "the header 'x-meta-book' has the value '123456789': it is outside the range 1..8")]
    [InlineData("X-Quota-Gb-Max", "x", "the header 'X-Quota-Gb-Max' has the value 'x': an int is a whole number of 32 bits")]
    [InlineData("X-Meta-Key", "123456789", null)]
    public async Task Server_of_the_specs_checks_the_values(string name, string value, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { { name, value } } };

        await http.GetAsync(new Uri(server.BaseAddress, "/containers"), TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Containers.Get: " + violation + ".", Assert.Single(server.Requests).Violation);
    }

    [Fact]
    public async Task Response_headers_are_a_map_without_headers_of_their_own_row()
    {
        await using var server = await StaticServer.StartAsync(
            "", ("X-Meta-Book", "a"), ("x-meta-author", "b"), ("X-Meta-", "c"), ("X-Count-Objects", "2"), ("X-Count-Total", "3"));

        var response = await Client.Value.CallAsync(server.Address, "Containers.Get", static (_, _) => null);

        var names = (IReadOnlyDictionary<string, string>)Read(response, "GetXMetaName")!;
        Assert.Equal(["Author", "Book"], names.Keys.Select(static key => char.ToUpperInvariant(key[0]) + key[1..]).Order(StringComparer.Ordinal));
        Assert.Equal("a", names["book"]);
        Assert.Equal(2, Assert.Single((IReadOnlyDictionary<string, int>)Read(response, "GetXCountKind")!).Value);
    }

    private static object? Read(ApiResponse response, string method)
        => response.GetType().GetGenericArguments()[^1].Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Single(found => found.IsStatic && found.Name == method).Invoke(null, [response]);

    private static Task<ApiResponse> SendAsync(StubServer server, Dictionary<string, string> names, Dictionary<string, int> quotas)
        => Client.Value.CallAsync(server.BaseAddress, "Containers.Get", (name, _) => name switch
        {
            "XMetaName" => names,
            "XQuotaUnitMax" => quotas,
            _ => null,
        });
}
