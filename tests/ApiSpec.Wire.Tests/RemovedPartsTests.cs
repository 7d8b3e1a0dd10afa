using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>What a reference says is removed: <c>before V3</c>.</summary>
public sealed class RemovedPartsTests
{
    private static readonly GeneratedProject Project = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: LampClient\nmanuals: { V1: First, V2: Second, V3: Third }\n"),
        new SpecDocument(
            "set.apispec.yaml",
            """
            operation: Lamps.Set
            request: PUT /lamps
            query:
              fade?: int since V2 before V3
              dim?: int before 2.0.1
            body:
              on: boolean
              colour?: string before V2 - The name of a colour
            status: [200]
            """),
        new SpecDocument("blink.apispec.yaml", "operation: Lamps.Blink\nrequest: POST /blink\nbefore: V3\nstatus: [200]\n"));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Load());

    [Theory]
    [InlineData("V1", "Fade", "'fade' (since V2, before V3) cannot be sent to a server of V1, which is the Edition of the options. (Parameter 'fade')")]
    [InlineData("V2", "Fade", null)]
    [InlineData("V3", "Fade", "'fade' (since V2, before V3) cannot be sent to a server of V3, which is the Edition of the options. (Parameter 'fade')")]
    [InlineData("V3", "Dim", null)]
    [InlineData("V1", "colour", null)]
    [InlineData("V2", "colour", "'colour' (before V2) cannot be sent to a server of V2, which is the Edition of the options. (Parameter 'colour')")]
    public async Task Removed_value_is_not_sent(string edition, string given, string? refusal)
    {
        await using var server = await Client.Value.StartServerAsync();
        var body = given == "colour" ? """{"on":true,"colour":"red"}""" : """{"on":true}""";

        var exception = await Record.ExceptionAsync(() => Client.Value.CallAsync(
            server.BaseAddress, "Lamps.Set", (name, type) => name == given ? 5 : name == "body" ? SampleArgument.Parse(type, body) : null,
            new ApiClientOptions { Edition = edition }));

        Assert.Equal((refusal, refusal is null ? 1 : 0), (exception?.Message, server.Requests.Count));
    }

    [Theory]
    [InlineData("V2", null)]
    [InlineData("V3", "Lamps.Blink (before V3) cannot be called on a server of V3, which is the Edition of the options.")]
    public async Task Removed_operation_is_not_called(string edition, string? refusal)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Record.ExceptionAsync(
            () => Client.Value.CallAsync(server.BaseAddress, "Lamps.Blink", static (_, _) => null, new ApiClientOptions { Edition = edition }));

        Assert.Equal((refusal, refusal is null ? 1 : 0), (exception?.Message, server.Requests.Count));
    }

    [Fact]
    public void Documentation_says_it_and_nothing_is_obsolete()
    {
        var code = string.Concat(Project.Sources);
        Assert.All(["Since V2.", "Removed in V2.", "Removed in V3.", "Removed in 2.0.1."], text => Assert.Contains(text, code, StringComparison.Ordinal));
        Assert.DoesNotContain("Obsolete", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_that_resembles_an_edition_is_reported()
        => Assert.Contains("'V33'", Assert.Single(GeneratedProject.OfSection(
            "operation: Lamps.Blink\nrequest: POST /blink\nbefore: V33\nstatus: [200]\n",
            "client: LampClient\nmanuals: { V13: First, V23: Second }\n").Messages), StringComparison.Ordinal);
}
