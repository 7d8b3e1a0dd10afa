using System.Text.Json;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Ranges of numbers in quotation marks: client, stub server and build allow the same numbers, also those that JSON does not have.</summary>
public sealed class QuotedRangeTests
{
    private const string Section = """
        operation: Ratios.Set
        request: PUT /ratio
        body:
          most?: double as string ..100
          least?: double as string 0..
          both?: double as string 0..100
          any?: double as string
          named?: Ratio as string 0..100
          whole?: int as string 0..100
        status: [200]

        """;

    private const string Api = "client: RatioClient\ntypes:\n  Ratio: double\n";

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.OfSection(Section, Api).Load());

    [Theory]
    [InlineData("most", "NaN", false)]
    [InlineData("most", "+Inf", false)]
    [InlineData("most", "Infinity", false)]
    [InlineData("most", "-Inf", true)]
    [InlineData("most", "-inf", true)]
    [InlineData("most", "1e2", true)]
    [InlineData("most", "100.5", false)]
    [InlineData("least", "NaN", false)]
    [InlineData("least", "Inf", true)]
    [InlineData("least", "-Infinity", false)]
    [InlineData("least", "-0.5", false)]
    [InlineData("both", "NaN", false)]
    [InlineData("both", "Inf", false)]
    [InlineData("both", "-Inf", false)]
    [InlineData("both", "0", true)]
    [InlineData("any", "NaN", true)]
    [InlineData("any", "-Inf", true)]
    [InlineData("named", "NaN", false)]
    [InlineData("named", "50", true)]
    [InlineData("named", "500", false)]
    [InlineData("whole", "50", true)]
    [InlineData("whole", "500", false)]
    public async Task Client_server_and_build_agree(string member, string value, bool isAllowed)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string> { [member] = value });
        await using var server = await Client.Value.StartServerAsync();

        var refused = await Record.ExceptionAsync(
            () => Client.Value.CallAsync(server.BaseAddress, "Ratios.Set", (_, type) => SampleArgument.Parse(type, json)));
        using var http = new HttpClient();
        using var content = new StringContent(json, null, "application/json");
        await http.PutAsync(new Uri(server.BaseAddress, "/ratio"), content, TestContext.Current.CancellationToken);
        var messages = GeneratedProject.OfSection(Section + "examples:\n  - request body: '" + json + "'\n", Api).Messages;

        Assert.Equal((isAllowed, isAllowed, isAllowed), (refused is not ArgumentException, server.Requests[^1].Violation is null, messages.Count == 0));
    }

    [Theory]
    [InlineData("double as string always NaN")]
    [InlineData("double as string default Infinity")]
    [InlineData("Word always NaN")]
    [InlineData("Word default +Inf")]
    [InlineData("Ratio as string always NaN")]
    public void Constant_is_a_number_that_code_can_have(string type)
        => Assert.Contains(
            "it is not a number",
            Assert.Single(GeneratedProject.OfSection(
                "operation: Ratios.Set\nrequest: PUT /ratio\nbody:\n  x: " + type + "\nstatus: [200]\n", Api + "  Word: double as string\n").Messages),
            StringComparison.Ordinal);
}
