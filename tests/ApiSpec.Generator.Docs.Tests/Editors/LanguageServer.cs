using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ApiSpec.Generator.Docs.Tests.Editors;

/// <summary>
/// The YAML language server that editors run, over its protocol (Language Server Protocol 3.17). It reads the schema from this checkout, and uses no network.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly string s_firstLine = "# yaml-language-server: $schema=" + Repository.PathOf("specs", "apispec.schema.json") + "\n";

    private readonly Process _process;
    private readonly CancellationTokenSource _timeout = new(s_patience);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _responses = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> _diagnostics = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private int _last;

    private LanguageServer(string path)
    {
        _process = Process.Start(new ProcessStartInfo(path, ["--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _reading = ReadAsync(_process.StandardOutput.BaseStream);
    }

    /// <summary>Starts the server; the test is skipped where it is not installed.</summary>
    public static async Task<LanguageServer> StartAsync()
    {
        var path = InstalledProgram.Find("yaml-language-server");
        Assert.SkipWhen(path is null, "There is no 'yaml-language-server' on this machine; install it from npm to check what editors show.");
        var server = new LanguageServer(path!);
        try
        {
            await server.InitializeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The messages about a spec, each after the number of its line.</summary>
    public async Task<IReadOnlyList<string>> DiagnosticsAsync(string spec)
    {
        var uri = await OpenAsync(spec);
        var found = await _diagnostics.GetOrAdd(uri, static _ => NewSource<JsonArray>()).Task.WaitAsync(_timeout.Token);
        return [.. found.Select(static item => Text(item!["range"]!["start"]!["line"]!) + ": " + Text(item["message"]!))];
    }

    /// <summary>What the editor offers where the spec has the sign <c>¦</c>: labels, and the texts that are inserted.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CompletionsAsync(string spec)
    {
        var result = await AtSignAsync("completion", spec);
        return (result as JsonArray ?? result!["items"]!.AsArray()).GroupBy(static item => Text(item!["label"]!))
            .ToDictionary(static items => items.Key, static items => Text(items.First()!["insertText"] ?? items.First()!["textEdit"]!["newText"]!));
    }

    /// <summary>What the editor shows for the word at the sign <c>¦</c>.</summary>
    public async Task<string> HoverAsync(string spec) => (await AtSignAsync("hover", spec))?["contents"]?["value"] is { } text ? Text(text) : "";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _timeout.Dispose();
        _writing.Dispose();
    }

    private async Task InitializeAsync()
    {
        var capabilities = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["completion"] = new JsonObject { ["completionItem"] = new JsonObject { ["snippetSupport"] = true } } },
        };
        await RequestAsync("initialize", new JsonObject { ["processId"] = Environment.ProcessId, ["rootUri"] = null, ["capabilities"] = capabilities });
        await NotifyAsync("initialized", []);
    }

    private async Task<JsonNode?> AtSignAsync(string method, string spec)
    {
        var before = spec[..spec.IndexOf('¦', StringComparison.Ordinal)];
        var position = new JsonObject { ["line"] = 1 + before.Count(static c => c == '\n'), ["character"] = before.Length - 1 - before.LastIndexOf('\n') };
        var uri = await OpenAsync(spec.Replace("¦", "", StringComparison.Ordinal));
        return await RequestAsync("textDocument/" + method, new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = position });
    }

    private async Task<string> OpenAsync(string spec)
    {
        var uri = string.Create(CultureInfo.InvariantCulture, $"file:///specs/{Interlocked.Increment(ref _last)}.apispec.yaml");
        var document = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = s_firstLine + spec };
        await NotifyAsync("textDocument/didOpen", new JsonObject { ["textDocument"] = document });
        return uri;
    }

    private async Task<JsonNode?> RequestAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref _last);
        var response = _responses.GetOrAdd(id, static _ => NewSource<JsonNode?>());
        await SendAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await response.Task.WaitAsync(_timeout.Token);
    }

    private Task NotifyAsync(string method, JsonObject parameters) => SendAsync(new JsonObject { ["method"] = method, ["params"] = parameters });

    private async Task SendAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        await _writing.WaitAsync(_timeout.Token);
        try
        {
            var stream = _process.StandardInput.BaseStream;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), _timeout.Token);
            await stream.WriteAsync(body, _timeout.Token);
            await stream.FlushAsync(_timeout.Token);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        try
        {
            while (await ReadHeaderAsync(stream) is > 0 and var length)
            {
                var body = new byte[length];
                await stream.ReadExactlyAsync(body);
                await ReceiveAsync(JsonNode.Parse(body)!.AsObject());
            }
        }
        catch (EndOfStreamException)
        {
            // The server was ended.
        }
        catch (Exception exception)
        {
            foreach (var response in _responses.Values)
                response.TrySetException(exception);
            foreach (var found in _diagnostics.Values)
                found.TrySetException(exception);
        }
    }

    private Task ReceiveAsync(JsonObject message)
    {
        switch ((string?)message["method"])
        {
            case null:
                _responses[(int)message["id"]!].TrySetResult(message["result"]?.DeepClone());
                return Task.CompletedTask;
            case "textDocument/publishDiagnostics":
                _diagnostics.GetOrAdd(Text(message["params"]!["uri"]!), static _ => NewSource<JsonArray>())
                    .TrySetResult(message["params"]!["diagnostics"]!.DeepClone().AsArray());
                return Task.CompletedTask;
            case "workspace/configuration":
                // The settings of the sections that it asks for. It would otherwise ask a store of schemas in the network.
                var settings = message["params"]!["items"]!.AsArray().Select(static item => (string?)item!["section"] == "yaml"
                    ? new JsonObject
                    {
                        ["validate"] = true,
                        ["completion"] = true,
                        ["hover"] = true,
                        ["schemaStore"] = new JsonObject { ["enable"] = false },
                    }
                    : (JsonNode?)null);
                return SendAsync(new JsonObject { ["id"] = message["id"]!.DeepClone(), ["result"] = new JsonArray([.. settings]) });
            default:
                return message["id"] is { } id ? SendAsync(new JsonObject { ["id"] = id.DeepClone(), ["result"] = null }) : Task.CompletedTask;
        }
    }

    private static async Task<int> ReadHeaderAsync(Stream stream)
    {
        var length = 0;
        while (await ReadLineAsync(stream) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        }

        return length;
    }

    private static async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(next);
            if (next[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)next[0]);
        }
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Text(JsonNode node) => node.ToString();
}
