using System.Text.Json.Nodes;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>Exports specs that a test writes.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly ToolFolder _folder = new();

    public string Root => _folder.Root;

    public void Dispose() => _folder.Dispose();

    public ExportFolder Write(string name, string text)
    {
        _folder.Write(name + ".apispec.yaml", text);
        return this;
    }

    public Task<ToolRun> RunAsync(params string[] args) => _folder.RunAsync(["export", "openapi", .. args]);

    /// <summary>Returns the document, and the reported losses.</summary>
    public async Task<(JsonNode Document, string[] Losses)> ExportAsync(params string[] args)
    {
        var run = await RunAsync(args);
        Assert.True(run.Code == 0, run.Error);
        return (JsonNode.Parse(run.Output)!, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Returns the value at a path of names. A name that contains slashes is in brackets.</summary>
    public static JsonNode? At(JsonNode document, params string[] names)
        => names.Aggregate(
            (JsonNode?)document,
            static (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node?[name]);

    public static void Same(string expected, JsonNode? actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, got {actual?.ToJsonString() ?? "nothing"}");
}
