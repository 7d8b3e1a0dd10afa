using System.Reflection;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Values that a page calls deprecated: the compiler warns about programs that use them, and they are sent and read as before.</summary>
public sealed class DeprecatedValueTests
{
    private const string Words = "kind:\n    type: enum\n    values:\n      new:\n      old: { description: The old form, deprecated: Use new }\n";
    private const string Numbers = "kind:\n    type: int\n    values:\n      1: New\n      2: { description: Old, deprecated: true }\n";
    private const string Flags = "kind:\n    type: int as sum\n    values:\n      1: New\n      2: { description: Old, deprecated: Use new }\n";

    [Theory]
    [InlineData(Words, "PortsSetBodyKind", "New", null, "none")]
    [InlineData(Words, "PortsSetBodyKind", "Old", "Use new", "Use new")]
    [InlineData(Numbers, "PortsSetBodyKind", "New", null, "none")]
    [InlineData(Numbers, "PortsSetBodyKind", "Old", null, "")]
    [InlineData(Flags, "PortsSetBodyKind", "Old", "Use new", "Use new")]
    public void Value_is_obsolete_with_the_words_of_the_page(string row, string type, string value, string? message, string marked)
    {
        var member = Assert.Single(Project(row).Load().Type(type).GetMember(value, BindingFlags.Public | BindingFlags.Static));

        var obsolete = member.GetCustomAttribute<ObsoleteAttribute>();

        Assert.Equal((marked, message), (obsolete is null ? "none" : obsolete.Message ?? "", obsolete?.Message));
    }

    [Fact]
    public void Value_in_a_switch_is_obsolete_as_well()
    {
        var known = Project(Words).Load().Type("PortsSetBodyKind").GetNestedType("Known")!;

        Assert.Equal("Use new", known.GetField("Old")!.GetCustomAttribute<ObsoleteAttribute>()?.Message);
    }

    [Theory]
    [InlineData(Words, "\"old\"")]
    [InlineData(Numbers, "2")]
    [InlineData(Flags, "3")]
    public async Task Value_is_sent_as_before(string row, string value)
    {
        var client = Project(row).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(
            server.BaseAddress, "Ports.Set", (_, type) => SampleArgument.Parse(type, $$"""{"kind":{{value}}}"""));

        var request = Assert.Single(server.Requests);
        Assert.Equal(($$"""{"kind":{{value}}}""", null), (request.BodyText, request.Violation));
    }

    private static GeneratedProject Project(string row)
        => GeneratedProject.OfSection("operation: Ports.Set\nrequest: PUT /ports\nstatus: [200]\nbody:\n  " + row, "client: PortsClient\n");
}
