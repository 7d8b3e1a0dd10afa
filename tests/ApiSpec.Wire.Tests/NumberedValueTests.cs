using System.Reflection;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Values of an enum that are numbers: their names say that they are values, and they are sent as strings.</summary>
public sealed class NumberedValueTests
{
    [Theory]
    [InlineData("enum \"0\"|\"1\"", "Value0 Value1")]
    [InlineData("enum \"1\"|\"-1\"", "Value1 ValueMinus1")]
    [InlineData("enum 3D|\"2\"", "_3D Value2")]
    [InlineData("enum \"0\"|infinity", "Value0 Infinity")]
    public async Task Number_is_a_name_and_is_sent_as_a_string(string type, string names)
    {
        var client = GeneratedProject.OfSection(
            $"operation: Files.List\nrequest: PUT /files\nstatus: [200]\nbody:\n  depth: {type}\n", "client: FilesClient\n").Load();
        var values = client.Type("FilesListBodyDepth");
        Assert.Equal(
            names.Split(' ').Order(StringComparer.Ordinal),
            values.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(static value => value.Name).Where(static name => name != "Json")
                .Order(StringComparer.Ordinal));
        await using var server = await client.StartServerAsync();

        foreach (var name in names.Split(' '))
        {
            var sent = values.GetProperty(name)!.GetValue(null)!.ToString();
            await client.CallAsync(server.BaseAddress, "Files.List", (_, type) => SampleArgument.Parse(type, $$"""{"depth":"{{sent}}"}"""));
            Assert.Equal(($$"""{"depth":"{{sent}}"}""", null), (server.Requests[^1].BodyText, server.Requests[^1].Violation));
        }
    }
}
