using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>The items of a list in one string arrive unchanged, or nothing is sent.</summary>
public sealed class ListItemTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.OfSection("""
        operation: Lists.Send
        request: POST /lists/{path}
        path:
          path: string[] as comma
        query:
          comma?: string[] as comma
          space?: string[] as space
          pipe?: string[] as pipe
          listed?: (enum c|d)[] as pipe
          repeat?: string[] as repeat
          brackets?: string[] as brackets
        headers:
          X-List?: string[] as comma
        body:
          csv?: string[] as comma
        status: [200]
        """).Load());

    [Theory]
    [InlineData("path", "a,b")]
    [InlineData("path", "")]
    [InlineData("comma", "a,b")]
    [InlineData("comma", "")]
    [InlineData("space", "a b")]
    [InlineData("space", "")]
    [InlineData("pipe", "a|b")]
    [InlineData("pipe", "")]
    [InlineData("listed", "a|b")]
    [InlineData("X-List", "a,b")]
    [InlineData("X-List", "")]
    [InlineData("X-List", " a")]
    [InlineData("csv", "a,b")]
    [InlineData("csv", "")]
    [InlineData("csv", "a ")]
    public async Task Item_that_would_be_read_as_another_is_refused_before_anything_is_sent(string place, string item)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server.BaseAddress, place, "c", item));

        Assert.Contains("value of the list", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("comma", "a b|c;&=")]
    [InlineData("space", "a,b|c")]
    [InlineData("pipe", "a,b c")]
    [InlineData("repeat", "a,b c|d")]
    [InlineData("repeat", "")]
    [InlineData("brackets", "")]
    [InlineData("X-List", "a b|c")]
    [InlineData("csv", "a b|c")]
    public async Task Item_that_holds_another_separator_is_sent(string place, string item)
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server.BaseAddress, place, "c", item);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        var (separator, sent) = place switch
        {
            "X-List" => (",", request.Headers.GetValues(place)),
            "csv" => (",", [System.Text.Json.JsonDocument.Parse(request.BodyText).RootElement.GetProperty("csv").GetString()!]),
            "brackets" => (null, request.Query.GetValues("brackets[]")),
            _ => (place switch { "comma" => ",", "space" => " ", "pipe" => "|", _ => null }, request.Query.GetValues(place)),
        };
        Assert.Equal(separator is null ? ["c", item] : ["c" + separator + item], sent);
    }

    [Fact]
    public async Task Commas_between_the_values_of_a_path_are_not_escaped()
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server.BaseAddress, "path", "c", "d e");

        Assert.Equal("/lists/c,d%20e", server.Requests[0].Target);
    }

    [Fact]
    public async Task Required_list_without_a_value_is_refused_and_an_optional_one_left_out()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server.BaseAddress, "path"));
        await SendAsync(server.BaseAddress, "X-List");

        Assert.Empty(Assert.Single(server.Requests).Headers.GetValues("X-List"));
    }

    private static Task<ApiResponse> SendAsync(Uri server, string place, params string[] items)
        => Client.Value.CallAsync(server, "Lists.Send", (name, type) =>
        {
            if (name == "body")
            {
                var body = SampleArgument.Parse(type, "{}");
                if (place == "csv")
                    type.GetProperty("Csv")!.SetValue(body, items);
                return body;
            }

            var isMeant = string.Equals(name, place.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            return isMeant ? SampleArgument.Of(type, items) : name == "path" ? SampleArgument.Of(type, "a", "b") : null;
        });
}
