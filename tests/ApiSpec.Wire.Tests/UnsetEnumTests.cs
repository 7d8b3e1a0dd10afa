using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>An enum value that was never set is rejected wherever it is used. Null leaves out an optional one, and an empty string is a value.</summary>
public sealed class UnsetEnumTests
{
    private const string State = "{type: enum, values: {on: On, \"\": Nothing}}";

    [Theory]
    [InlineData("query:\n  state: " + State + "\n", "state")]
    [InlineData("query:\n  state?: " + State + "\n", "state")]
    [InlineData("headers:\n  X-State: " + State + "\n", "X-State")]
    [InlineData("headers:\n  X-State?: " + State + "\n", "X-State")]
    [InlineData("path:\n  state: " + State + "\n", "state", "POST /things/{state}")]
    [InlineData("query:\n  states: State[] as comma\n", "states")]
    [InlineData("query:\n  states: State[] as repeat\n", "states")]
    [InlineData("headers:\n  X-States: State[] as comma\n", "X-States")]
    [InlineData("path:\n  states: State[] as comma\n", "states", "POST /things/{states}")]
    [InlineData("body form:\n  state: " + State + "\n", "state")]
    [InlineData("body multipart:\n  state?: " + State + "\n", "state")]
    [InlineData("body: {state: State}\n", "state")]
    [InlineData("body: {states: 'State[]'}\n", "states[0]")]
    [InlineData("body: {states: 'State[] as comma'}\n", "states[0]")]
    public async Task Value_that_was_never_set_is_refused_by_name(string keys, string name, string request = "POST /things")
    {
        var client = Project(request, keys).Load();
        await using var server = await client.StartServerAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => client.CallAsync(server.BaseAddress, "Things.Send", static (name, type) => name == "body" ? Body(type) : Unset(type)));

        Assert.Equal(name, refused.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Empty_text_is_sent_where_the_reference_lists_it()
    {
        var client = Project("POST /things", "query:\n  state: " + State + "\nheaders:\n  X-State?: " + State + "\n").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Things.Send", static (_, type) => SampleArgument.Of(type, ""));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("", "", null), (request.Query["state"], request.Headers["X-State"], request.Violation));
    }

    private static object Unset(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 1) : Activator.CreateInstance(type)!;
    }

    private static object Body(Type type)
    {
        var body = Activator.CreateInstance(type)!;
        var property = type.GetProperties().Single(static property => property.Name is "State" or "States");
        property.SetValue(body, Unset(property.PropertyType));
        return body;
    }

    private static GeneratedProject Project(string request, string keys)
        => GeneratedProject.OfSection(
            "operation: Things.Send\nrequest: " + request + "\n" + keys + "status: [200]\n", "client: ExampleApiClient\nschemas:\n  State: enum on|off\n");
}
