using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Query parameters of the API file belong to every operation, in the client, the fake and the examples.</summary>
public sealed class SharedQueryTests
{
    private const string Api = """
        api: rack
        client: RackClient
        query:
          format: string always json
          site: string 1..3
          lang?: string
          note?: string required when lang = ja
        sets:
          list:
            site: int 1..9

        """;

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project().Load());

    [Theory]
    [InlineData("Racks.List", "/racks?format=json&site=abc", null)]
    [InlineData("Racks.Get", "/racks/1?lang=en&format=json&site=abc", null)]
    [InlineData("Racks.Count", "/count?site=7&format=json", null)]
    public async Task Every_operation_sends_the_shared_query_parameters(string operation, string target, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, operation, (name, type) => name switch
        {
            "site" => operation == "Racks.Count" ? 7 : "abc",
            "id" => 1L,
            "lang" => SampleArgument.Of(type, ["en"]),
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Equal((target, violation), (request.Target, request.Violation));
    }

    [Theory]
    [InlineData("/racks?format=json", "site")]
    [InlineData("/racks?format=xml&site=abc", "format")]
    [InlineData("/racks?format=json&site=abcd", "site")]
    [InlineData("/racks/1?format=json&site=abc&lang=fr", "lang")]
    [InlineData("/racks?format=json&site=abc&lang=ja", "note")]
    [InlineData("/racks?format=json&site=abc&lang=fr", null)]
    public async Task Fake_and_build_check_the_shared_query_parameters(string target, string? name)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(server.BaseAddress, target), TestContext.Current.CancellationToken);
        var violation = Assert.Single(server.Requests).Violation;
        var messages = Project("examples:\n  - request header: GET " + target + "\n", target.Contains("/1", StringComparison.Ordinal) ? 1 : 0).Messages;

        Assert.Equal(name is not null, violation?.Contains("'" + name + "'", StringComparison.Ordinal) ?? false);
        Assert.Equal(name is not null, messages.Any(message => message.Contains("'" + name + "'", StringComparison.Ordinal)));
        Assert.Equal(name is null ? 0 : 1, messages.Count);
    }

    private static GeneratedProject Project(string more = "", int position = 0)
    {
        string[] sections =
        [
            "operation: Racks.List\nrequest: GET /racks\n",
            "operation: Racks.Get\nrequest: GET /racks/{id}\npath:\n  id: long\nquery:\n  lang: enum en|ja\n",
            "operation: Racks.Count\nrequest: GET /count\nuse: list\n",
        ];
        return GeneratedProject.Of(
        [
            new SpecDocument("api.apispec.yaml", Api),
            .. sections.Select(
                (section, index) => new SpecDocument($"s{index}.apispec.yaml", "api: rack\n" + section + "status: [200]\n" + (index == position ? more : ""))),
        ]);
    }
}
