using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hitachi.JP1.AutomaticOperation;

namespace ApiSpec.AotSmoke;

/// <summary>Reads and writes generated types with options that also have a context of the program.</summary>
internal static class JsonCalls
{
    public static async Task PrintAsync()
    {
        using var transport = new HttpClient(new InMemoryHandler()) { BaseAddress = new Uri("http://10.196.184.238:22015") };
        using var client = new AutomaticOperationClient(transport);
        var action = await client.Tasks.GetRerunStartAsync(2026);

        // The generator of the framework cannot see generated code in its own project, so the resolver adds it.
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                ProgramJson.Default,
                new ApiJsonResolver().Add(ActionObject.Json).Add(ApiJson.List(() => ActionObject.Json))),
        };
        var json = JsonSerializer.Serialize(action, (JsonTypeInfo<ActionObject>)options.GetTypeInfo(typeof(ActionObject)));
        var read = JsonSerializer.Deserialize(json, (JsonTypeInfo<ActionObject>)options.GetTypeInfo(typeof(ActionObject)))!;
        var list = JsonSerializer.Serialize([read], (JsonTypeInfo<IReadOnlyList<ActionObject>>)options.GetTypeInfo(typeof(IReadOnlyList<ActionObject>)));
        var note = JsonSerializer.Serialize(new Note("done"), (JsonTypeInfo<Note>)options.GetTypeInfo(typeof(Note)));

        Console.WriteLine(read.Name + " " + read.Method + " " + read.Href);
        Console.WriteLine(read == action && list == "[" + json + "]");
        Console.WriteLine(note);
        Console.WriteLine(ActionObject.Json.ToJsonSchema()["required"]!.ToJsonString());
    }
}

internal sealed record Note(string Text);

[JsonSerializable(typeof(Note))]
internal sealed partial class ProgramJson : JsonSerializerContext;
