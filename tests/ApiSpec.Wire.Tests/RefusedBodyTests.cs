using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A value that cannot be sent is rejected with its full path in the body, before anything is sent.</summary>
public sealed class RefusedBodyTests
{
    private const string Api = """
        client: ExampleApiClient
        schemas:
          Part:
            name?: string
            tags?: string[] as comma
            weights?: double[]
            mass?: double
            state?: enum on|off
            extra?: any
            table?: map<string>
            parts?: Part[]
            label{X}: {type: string, csharp: Labels}
            parameters?: Parameter[]
            groups?: map<Parameter[]>
            choice?: Parameter | int
          Parameter:
            type: Step | Job
            number: { Job: 1, Step: 0 to n }
          Step: {step: string}
          Job: {task: string}
        """;

    // Each value, with the property that has it, at three depths.
    public static TheoryData<string, string> Values => new()
    {
        { "name", "contains an unpaired surrogate" },
        { "tags[1]", "contains a comma" },
        { "weights[1]", "cannot represent NaN or infinite" },
        { "mass", "cannot represent NaN or infinite" },
        { "state", "was never set" },
        { "extra", "cannot be written" },
        { "table.a", "contains an unpaired surrogate" },
        { "table", "contains an unpaired surrogate" },
        { "labelOne", "contains an unpaired surrogate" },
        { "parts[0]", "does not allow null" },
        { "parameters", "The list takes exactly 1 Job, and 0 were given." },
        { "groups.x", "The list takes exactly 1 Job, and 2 were given." },
        { "more", "cannot be written" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Refusal_names_the_whole_path(string path, string reason)
    {
        var client = Project("body: Part\n").Load();
        foreach (var (prefix, levels) in new[] { ("", 0), ("parts[0].", 1), ("parts[0].parts[0].", 2) })
        {
            await using var server = await client.StartServerAsync();
            var refused = await Assert.ThrowsAsync<ArgumentException>(
                () => client.CallAsync(server.BaseAddress, "Things.Send", (_, type) => Nest(type, Part(type, path), levels)));
            Assert.Equal(typeof(ArgumentException), refused.GetType());
            Assert.Equal(prefix + path, refused.ParamName);
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
            Assert.Empty(server.Requests);
        }
    }

    [Fact]
    public async Task Part_of_a_form_is_in_the_path()
    {
        var client = Project("body multipart:\n  data: Part\n").Load();
        await using var server = await client.StartServerAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => client.CallAsync(server.BaseAddress, "Things.Send", static (_, type) => Nest(type, Part(type, "tags[1]"), 1)));

        Assert.Equal("data.parts[0].tags[1]", refused.ParamName);
    }

    [Theory]
    [InlineData("""[{"step":"a"}]""", "exactly 1 Job, and 0 were given")]
    [InlineData("""[{"task":"a"},{"task":"b"}]""", "exactly 1 Job, and 2 were given")]
    [InlineData("""[{"task":"a"},{"step":"b"}]""", null)]
    public async Task List_that_is_the_body_is_counted(string json, string? reason)
    {
        var client = Project("body: Parameter[]\n").Load();
        await using var server = await client.StartServerAsync();
        object Body(string name, Type type) => SampleArgument.Items(type, json);

        if (reason is null)
        {
            await client.CallAsync(server.BaseAddress, "Things.Send", Body);
            Assert.Null(Assert.Single(server.Requests).Violation);
            return;
        }

        Assert.Contains(
            reason,
            (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(server.BaseAddress, "Things.Send", Body))).Message,
            StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static object Nest(Type type, object part, int levels)
    {
        for (; levels > 0; levels--)
        {
            var outer = SampleArgument.Parse(type, """{"name":"outer"}""");
            Set(outer, "Parts", List(type, part));
            part = outer;
        }

        return part;
    }

    private static object Part(Type type, string path)
    {
        const string Broken = "a\uD800";
        var element = System.Text.Json.JsonDocument.Parse("\"\\ud800\"").RootElement;
        var part = SampleArgument.Parse(type, """{"name":"inner","state":"on"}""");
        switch (path)
        {
            case "name":
                Set(part, "Name", Broken);
                break;
            case "tags[1]":
                Set(part, "Tags", new[] { "a", "b,c" });
                break;
            case "weights[1]":
                Set(part, "Weights", new[] { 1, double.NaN });
                break;
            case "mass":
                Set(part, "Mass", double.PositiveInfinity);
                break;
            case "state":
                Set(part, "State", Activator.CreateInstance(Nullable.GetUnderlyingType(type.GetProperty("State")!.PropertyType)!));
                break;
            case "extra":
                Set(part, "Extra", element);
                break;
            case "table.a":
                Set(part, "Table", new Dictionary<string, string> { ["a"] = Broken });
                break;
            case "table":
                Set(part, "Table", new Dictionary<string, string> { [Broken] = "a" });
                break;
            case "labelOne":
                Set(part, "Labels", new Dictionary<string, string> { ["One"] = Broken });
                break;
            case "parts[0]":
                Set(part, "Parts", List(type, null));
                break;
            case "parameters":
                Set(part, "Parameters", SampleArgument.Items(type.GetProperty("Parameters")!.PropertyType, """[{"step":"a"}]"""));
                break;
            case "groups.x":
                return SampleArgument.Parse(type, """{"groups":{"x":[{"task":"a"},{"task":"b"}]}}""");
            default:
                Set(part, "AdditionalMembers", new Dictionary<string, System.Text.Json.JsonElement> { ["more"] = element });
                break;
        }

        return part;
    }

    private static Array List(Type type, object? item)
    {
        var list = Array.CreateInstance(type, 1);
        list.SetValue(item, 0);
        return list;
    }

    private static void Set(object target, string property, object? value) => target.GetType().GetProperty(property)!.SetValue(target, value);

    private static GeneratedProject Project(string keys)
        => GeneratedProject.OfSection("operation: Things.Send\nrequest: POST /things\n" + keys + "status: [200]\n", Api);
}
