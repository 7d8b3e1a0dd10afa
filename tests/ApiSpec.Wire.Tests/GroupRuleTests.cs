using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A client and the fake of the same spec agree on which parameters a group rule allows together, in whatever part of the request they are.</summary>
public sealed class GroupRuleTests
{
    private const string Section = """
        operation: Things.Find
        request: GET /things
        headers:
          A-X?: string
          A-Y?: string
          x-sum-{algorithm}?: string
        query:
          tags?: string[] as repeat
          set{n}?: string
        at-most-one:
          - [A-X, A-Y]
          - [A-Y, "set{n}"]
        at-least-one: [A-X, A-Y, "x-sum-{algorithm}", tags, "set{n}"]
        status: [200]
        """;

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.OfSection(Section, "client: ThingsClient\n").Load());

    [Theory]
    [InlineData("", "", "one of 'A-X', 'A-Y', 'x-sum-{algorithm}', 'tags', 'set{n}' is missing")]
    [InlineData("a-x", "", null)]
    [InlineData("A-Y", "", null)]
    [InlineData("A-X A-Y", "", "of 'A-X', 'A-Y' only one may be there")]
    [InlineData("x-sum-md5", "", null)]
    [InlineData("X-Sum-md5 x-sum-sha1 A-X", "", null)]
    [InlineData("", "tags=x", null)]
    [InlineData("", "set1=x", null)]
    [InlineData("A-Y", "set1=x&set2=x", "of 'A-Y', 'set{n}' only one may be there")]
    public async Task Client_and_fake_agree(string headers, string query, string? mistake)
    {
        var sent = headers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static field => field.Split('=')[0]).ToList();
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "/things?" + query));
        foreach (var name in sent)
            message.Headers.Add(name, "x");

        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        var call = () => Client.Value.CallAsync(server.BaseAddress, "Things.Find", (name, _) => name switch
        {
            "AX" => Has("A-X") ? "x" : null,
            "AY" => Has("A-Y") ? "x" : null,
            // Empty maps and lists are not in the request.
            "XSumAlgorithm" => Names(sent, "x-sum-"),
            "Tags" => fields.Where(static name => name == "tags").ToList(),
            "SetN" => Names(fields, "set"),
            _ => throw new ArgumentException(name),
        });

        Assert.Equal(mistake is null ? null : "Things.Find: " + mistake + ".", server.Requests[0].Violation);
        if (mistake is null)
        {
            await call();
            Assert.Null(server.Requests[1].Violation);
        }
        else
            await Assert.ThrowsAsync<ArgumentException>(call);

        bool Has(string name) => sent.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Names(IEnumerable<string> names, string prefix)
        => names.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToDictionary(name => name[prefix.Length..], static _ => "x");
}
