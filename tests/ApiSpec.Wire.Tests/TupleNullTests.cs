using System.Text.Json;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Null in the place of an optional value of <c>object as array</c>: client, stub and build agree.</summary>
public sealed class TupleNullTests
{
    // Otherwise, a received array could be one that the client refuses to send.
    [Theory]
    [InlineData("int", false)]
    [InlineData("string", false)]
    [InlineData("enum x|y", false)]
    [InlineData("boolean as 1|0", false)]
    [InlineData("date-time", false)]
    [InlineData("bytes", false)]
    [InlineData("url", false)]
    [InlineData("int[]", false)]
    [InlineData("map<int>", false)]
    [InlineData("string[] as comma", false)]
    [InlineData("Row", false)]
    [InlineData("(int 1..9) | enum max", false)]
    [InlineData("int or null", true)]
    [InlineData("enum x|y or null", true)]
    [InlineData("int[] or null", true)]
    [InlineData("bytes or null", true)]
    [InlineData("Row or null", true)]
    [InlineData("any", true)]
    [InlineData("unknown", true)]
    public async Task Null_in_the_place_of_a_missing_value_is_read_if_it_can_be_sent(string type, bool isAllowed)
    {
        const string Json = "[1,null,3]";
        var project = GeneratedProject.OfSection(
            "operation: Rows.Set\nrequest: PUT /row\nbody: Row\nstatus: [200]\nresponse: Row\nschemas:\n  Row:\n    type: object as array\n"
                + "    members:\n      a: int\n      b?: \"" + type + "\"\n      c?: int\nexamples:\n  - request body: '" + Json + "'\n");
        var client = project.Load(expected: "APISPEC0311");
        await using var server = await client.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(Json, null, "application/json");

        var row = Record.Exception(() => SampleArgument.OfJson(client.Type("Row"), Json)) is null ? SampleArgument.OfJson(client.Type("Row"), Json) : null;
        await http.PutAsync(new Uri(server.BaseAddress, "/row"), content, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed, row is not null);
        Assert.Equal(isAllowed, server.Requests[0].Violation is null);
        Assert.Equal(isAllowed, project.Errors.Count == 0);
        if (row is not null)
            Assert.Equal(Json, JsonSerializer.Serialize(row, client.Type("Row")));
    }
}
