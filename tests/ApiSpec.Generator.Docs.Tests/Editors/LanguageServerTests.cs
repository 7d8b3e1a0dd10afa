using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Docs.Tests.Editors;

/// <summary>What a user who writes a spec in an editor sees: messages while typing, completion, and explanations of the item under the pointer.</summary>
public sealed class LanguageServerTests : IAsyncLifetime
{
    private const string Section = "operation: Tasks.Get\nrequest: GET /tasks/{id}\n";

    private LanguageServer? _server;

    private LanguageServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await LanguageServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Mistakes_are_marked_while_typing_with_the_form_to_write()
    {
        Assert.Empty(await Server.DiagnosticsAsync(Section + "path:\n  id: int 1.. - The task\nstatus: [200]\nresponse:\n  name: string or null\n"));

        var messages = await Server.DiagnosticsAsync(
            Section + "path:\n  id: int requierd - The task\nstatus:\n  200 OK: Done\nresponse:\n  name: string optional\n  size: int 1-5\n");

        const string Row = ": This is not a row; write a type, remarks and '- description', as in 'int 1..100 default 10 - The number of items'";
        Assert.Equal(["4" + Row, "8" + Row, "9" + Row], messages.Order());
        Assert.Equal(
            ["2: This is not a request line; write it as 'GET /objects/Tasks/{id}'"],
            await Server.DiagnosticsAsync("operation: Tasks.Get\nrequest: FETCH /tasks\nstatus: [200]\n"));
    }

    [Fact]
    public async Task Keys_types_and_rows_of_the_status_table_are_offered()
    {
        var keys = await Server.CompletionsAsync(Section + "st¦\n");
        Assert.Contains("status", keys.Keys);
        Assert.Contains("paging", keys.Keys);
        Assert.DoesNotContain("request", keys.Keys);

        var types = await Server.CompletionsAsync(Section + "status: [200]\nresponse:\n  name: ¦\n");
        Assert.Contains("date-time", types.Keys);
        Assert.Contains("url - link Tasks.Get", types.Keys);

        var inRow = await Server.CompletionsAsync(Section + "status: [200]\nresponse:\n  next:\n    type: url\n    li¦\n");
        Assert.Contains("link", inRow.Keys);

        Assert.Contains("transient", (await Server.CompletionsAsync(Section + "status:\n  503 Service Unavailable:\n    ¦\n")).Keys);
    }

    [Fact]
    public async Task Each_offered_row_of_the_status_table_builds()
    {
        var rows = await Server.CompletionsAsync(Section + "status:\n  ¦\n");

        Assert.Contains("404 Not Found", rows.Keys);
        Assert.All(rows.Values, static row =>
        {
            var text = row.Replace("${1:The printed description}", "Done", StringComparison.Ordinal);
            var spec = Section + "path:\n  id: int\nstatus:\n  206 Partial Content: Part\n  " + text + "\n";
            Assert.Empty(SpecReader.Read("a.apispec.yaml", spec, CancellationToken.None).Diagnostics);
        });
    }

    [Fact]
    public async Task Keys_rows_and_statuses_are_explained()
    {
        await ExplainsAsync("operation: Tasks.Get\nreq¦uest: GET /tasks\nstatus: [200]\n", "The method and path, as printed");
        await ExplainsAsync(Section + "status: [200]\nresponse:\n  name: str¦ing\n", "Types: string, boolean, int");
        await ExplainsAsync(Section + "status:\n  20¦0 OK: Done\n", "status code and message");

        async Task ExplainsAsync(string spec, string text) => Assert.Contains(text, await Server.HoverAsync(spec), StringComparison.Ordinal);
    }
}
