using System.Reflection;
using System.Text.Json;
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
              X-Json-{name}?: object as json
              X-Size-{n}?: int or "-"
              Content-{kind}?: string
              X-Room-{a}-Id?: int
              X-Room-{b}?: string 1..2
            status:
              200 OK:
                description: Done.
                headers:
                  X-Meta-{name}: string
                  X-Count-{kind}: int
                  x-count-total: string
                  X-Owner-Of-{a}: int
                  X-Owner-{b}: string
                  X-Size-{n}: int or "-"
                  X-Info-{kind}: int[] as json
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
    [InlineData("x-room-one-id", "123", null)]
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
            "", ("X-Meta-Book", "a"), ("x-meta-author", "b"), ("X-Meta-", "c"), ("X-Count-Objects", "2"), ("X-Count-Total", "all"));

        var response = await Client.Value.CallAsync(server.Address, "Containers.Get", static (_, _) => null);

        var names = (IReadOnlyDictionary<string, string>)Read(response, "GetXMetaName")!;
        Assert.Equal(["Author", "Book"], names.Keys.Select(static key => char.ToUpperInvariant(key[0]) + key[1..]).Order(StringComparer.Ordinal));
        Assert.Equal("a", names["book"]);
        Assert.Equal(2, Assert.Single((IReadOnlyDictionary<string, int>)Read(response, "GetXCountKind")!).Value);
    }

    [Fact]
    public async Task Header_belongs_to_the_first_row_that_fits()
    {
        await using var server = await StaticServer.StartAsync("", ("x-owner-of-box", "1"), ("X-Owner-Ann", "a"));

        var response = await Client.Value.CallAsync(server.Address, "Containers.Get", static (_, _) => null);

        Assert.Equal(["box"], ((IReadOnlyDictionary<string, int>)Read(response, "GetXOwnerOfA")!).Keys);
        Assert.Equal(["Ann"], ((IReadOnlyDictionary<string, string>)Read(response, "GetXOwnerB")!).Keys);
    }

    [Fact]
    public async Task String_in_place_of_a_value_is_null_in_both_directions()
    {
        await using var server = await StaticServer.StartAsync("", ("X-Size-A", "-"), ("X-Size-B", "2"));
        await using var stub = await Client.Value.StartServerAsync();

        var response = await Client.Value.CallAsync(server.Address, "Containers.Get", static (_, _) => null);
        await CallAsync(stub, "XSizeN", new Dictionary<string, int?> { ["A"] = null, ["B"] = 2 });

        var sizes = (IReadOnlyDictionary<string, int?>)Read(response, "GetXSizeN")!;
        Assert.Equal((null, 2), (sizes["A"], sizes["B"]));
        var request = Assert.Single(stub.Requests);
        Assert.Equal(("-", "2"), (request.Headers["X-Size-A"], request.Headers["X-Size-B"]));
    }

    [Fact]
    public async Task Header_with_other_json_breaks_the_contract_and_the_message_does_not_repeat_it()
    {
        await using var server = await StaticServer.StartAsync("", ("X-Info-A", "topsecret"));

        var response = await Client.Value.CallAsync(server.Address, "Containers.Get", static (_, _) => null);

        var exception = Assert.Throws<TargetInvocationException>(() => Read(response, "GetXInfoKind")).InnerException;
        Assert.DoesNotContain("topsecret", Assert.IsType<ApiContractException>(exception).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_escapes_for_characters_that_a_header_cannot_contain()
    {
        await using var server = await Client.Value.StartServerAsync();

        await CallAsync(server, "XJsonName", new Dictionary<string, JsonElement> { ["A"] = JsonSerializer.SerializeToElement(new { a = "\u00e9" }) });

        Assert.Equal("{\"a\":\"\\u00E9\"}", Assert.Single(server.Requests).Headers["X-Json-A"]);
    }

    [Theory]
    [InlineData("XMetaName", "book", "Book")]
    [InlineData("XMetaName", "KEY", "a")]
    [InlineData("ContentKind", "type", "a")]
    public async Task Header_that_another_value_sets_is_refused(string map, string first, string second)
    {
        await using var server = await Client.Value.StartServerAsync();
        var entries = new Dictionary<string, string> { [first] = "a", [second] = "b" };

        await Assert.ThrowsAsync<ArgumentException>(() => Client.Value.CallAsync(
            server.BaseAddress, "Containers.Get", (name, _) => name == map ? entries : name == "XMetaKey" ? "c" : null));

        Assert.Empty(server.Requests);
    }

    private static Task<ApiResponse> CallAsync(StubServer server, string parameter, object value)
        => Client.Value.CallAsync(server.BaseAddress, "Containers.Get", (name, _) => name == parameter ? value : null);

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
