using ApiSpec.Tool.Tests.Export;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>Sections whose request can be sent in several formats, in the reports of the tool.</summary>
public sealed class RequestFormatTests : IDisposable
{
    private const string Section = """
        section: 4.2
        operation: Ports.Set
        request: PUT /ports
        body:
          name: string
        body xml:
          port:
            name: string
        status: [200]
        response:
          done: boolean
        examples:
          - request header: PUT /ports HTTP/1.1
            request body: |
              { "name": "a" }
          - request header: PUT /ports HTTP/1.1
            request body: |
              <port><name>b</name></port>

        """;

    private readonly ExportFolder _exports = new();
    private readonly ToolFolder _folder = new();

    public void Dispose()
    {
        _exports.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Formats_are_media_types_of_one_operation()
    {
        _exports.Write("api", "api: demo\nclient: DemoClient\n").Write("set", Section);

        var (document, losses) = await _exports.ExportAsync();

        Assert.Empty(losses);
        var operation = ExportFolder.At(document, "paths", "/ports", "put")!;
        Assert.Equal("Ports_Set", (string?)operation["operationId"]);
        Assert.Equal("True", ExportFolder.At(operation, "requestBody", "required")!.ToString(), ignoreCase: true);
        var content = ExportFolder.At(operation, "requestBody", "content")!;
        Assert.Equal(["application/json", "application/xml"], content.AsObject().Select(static pair => pair.Key));
        Assert.Equal("""{"name":"a"}""", ExportFolder.At(content, "application/json", "examples", "example", "value")!.ToJsonString());
        Assert.Equal(
            "<port><name>b</name></port>", ((string?)ExportFolder.At(content, "application/xml", "examples", "example", "value"))!.Trim());
        Assert.Single(ExportFolder.At(operation, "responses", "200", "content")!.AsObject());
    }

    [Fact]
    public async Task Section_has_one_row_with_the_methods_of_all_formats()
    {
        _folder.Write("specs/set.apispec.yaml", Section);

        var text = await _folder.RunAsync("coverage", "specs");
        var table = await _folder.RunAsync("coverage", "specs", "--format", "markdown");

        Assert.Equal("PortsClient: 1 section, 1 with an example\n  4.2  Ports.Set  PUT /ports  yes: request, its body\n", text.Output);
        Assert.Contains("`Ports.SetAsync(body)`", table.Output, StringComparison.Ordinal);
        Assert.Contains("`Ports.SetXmlAsync(body)`", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_another_operation_in_a_comparison()
    {
        _folder.Write("new/set.apispec.yaml", Section);
        _folder.Write("old/set.apispec.yaml", Section.Replace("body xml:\n  port:\n    name: string\n", "", StringComparison.Ordinal));

        var added = await _folder.RunAsync("diff", "old", "new");
        var removed = await _folder.RunAsync("diff", "new", "old");

        Assert.Equal((0, "new/set.apispec.yaml(3): info operation-added: Ports.SetXml: the operation was added: PUT /ports"), FirstLineOf(added));
        Assert.Equal((1, "new/set.apispec.yaml(3): breaking operation-removed: Ports.SetXml: the operation was removed: PUT /ports"), FirstLineOf(removed));
    }

    [Fact]
    public async Task Mistakes_are_reported_once()
    {
        _folder.Write("specs/set.apispec.yaml", Section.Replace("done: boolean", "done: Missing", StringComparison.Ordinal));

        var run = await _folder.RunAsync("check", "specs");

        Assert.Equal(1, run.Code);
        Assert.Single(run.Output.Split('\n'), static line => line.Contains("error APISPEC0200", StringComparison.Ordinal));
    }

    private static (int Code, string Line) FirstLineOf(ToolRun run) => (run.Code, run.Output.Split('\n')[0]);
}
