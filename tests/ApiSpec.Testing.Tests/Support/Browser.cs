using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>A headless Chromium, driven over the Chrome DevTools Protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];
    private static readonly string[] s_places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _lastId;

    private Browser(Process process, DirectoryInfo profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>Returns the browser of this machine; null: no browser is installed.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix))).Concat(s_places).FirstOrDefault(File.Exists);
    }

    public static async Task<Browser> OpenAsync(string executable, Uri page, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("apispec-browser-");
        var start = new ProcessStartInfo(executable)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + profile.FullName, "--no-first-run", "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions", "--disable-background-networking",
                // Containers run tests as root, for which Chromium's sandbox does not start. The page is ours.
                "--no-sandbox", "about:blank",
            },
        };
        var browser = new Browser(Process.Start(start)!, profile);
        try
        {
            await browser.ConnectAsync(page, cancellationToken);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads a page.</summary>
    public async Task NavigateAsync(Uri page, CancellationToken cancellationToken)
    {
        // Navigating to the shown page with a different fragment would not load it again.
        await SendAsync("Page.navigate", new() { ["url"] = "about:blank" }, cancellationToken);
        await SendAsync("Page.navigate", new() { ["url"] = page.AbsoluteUri }, cancellationToken);
        await EvaluateAsync("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))", cancellationToken);
    }

    /// <summary>Returns the value of a JavaScript expression, awaited if it is a promise.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var result = await SendAsync(
            "Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellationToken);
        return result["exceptionDetails"] is { } failure ? throw new InvalidOperationException(failure.ToJsonString()) : result["result"]?["value"];
    }

    /// <summary>Presses and releases the mouse on the first element that a selector finds.</summary>
    public async Task ClickAsync(string selector, CancellationToken cancellationToken)
    {
        var center = await EvaluateAsync(
            $$"""
            (() => {
                const element = document.querySelector({{JsonSerializer.Serialize(selector)}});
                element.scrollIntoView({ block: 'center', behavior: 'instant' });
                const box = element.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];
            })()
            """,
            cancellationToken);
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
        {
            await SendAsync(
                "Input.dispatchMouseEvent",
                new() { ["type"] =
                    type, ["x"] = center![0]!.GetValue<double>(), ["y"] = center[1]!.GetValue<double>(), ["button"] = "left", ["clickCount"] = 1 },
                cancellationToken);
        }
    }

    /// <summary>Presses a key in the focused element.</summary>
    /// <param name="key">Its name, such as <c>ArrowDown</c>, or its character.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task PressAsync(string key, CancellationToken cancellationToken)
    {
        var down = new JsonObject { ["type"] = "keyDown", ["key"] = key, ["code"] = key };
        if (key.Length == 1)
            down["text"] = key;
        else
            down["windowsVirtualKeyCode"] = key switch { "Enter" => 13, "Escape" => 27, "ArrowUp" => 38, "ArrowDown" => 40, _ => 0 };
        if (key == "Enter")
            down["text"] = "\r";
        await SendAsync("Input.dispatchKeyEvent", down, cancellationToken);
        await SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["code"] = key }, cancellationToken);
    }

    /// <summary>Types text into the focused element.</summary>
    public Task TypeAsync(string text, CancellationToken cancellationToken) => SendAsync("Input.insertText", new() { ["text"] = text }, cancellationToken);

    /// <summary>Shows the page like a device of this size.</summary>
    public Task ResizeAsync(int width, int height, CancellationToken cancellationToken)
        => SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 },
            cancellationToken);

    /// <summary>Shows the page for a person who prefers dark or light pages.</summary>
    public Task PreferAsync(string scheme, CancellationToken cancellationToken)
        => SendAsync(
            "Emulation.setEmulatedMedia",
            new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) },
            cancellationToken);

    /// <summary>Waits until a JavaScript expression is true.</summary>
    public Task WaitForAsync(string condition, CancellationToken cancellationToken)
        => EvaluateAsync(
            $"new Promise(done => {{ const look = () => ({condition}) ? done() : requestAnimationFrame(look); look(); }})", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child process of the browser can still be writing to its profile, so a leftover temporary folder is acceptable.
        }
    }

    private async Task ConnectAsync(Uri page, CancellationToken cancellationToken)
    {
        string? line;
        do
            line = await _process.StandardError.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The browser ended before it listened.");
        while (!line.StartsWith(Announcement, StringComparison.Ordinal));
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);

        await _socket.ConnectAsync(new Uri(line[Announcement.Length..].Trim()), cancellationToken);
        var target = await SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }, cancellationToken);
        var attached = await SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true }, cancellationToken);
        _session = attached["sessionId"]!.GetValue<string>();
        await NavigateAsync(page, cancellationToken);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
            message["sessionId"] = _session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        while (true)
        {
            // Events without a request arrive between the responses.
            var answer = await ReceiveAsync(cancellationToken);
            if (answer["id"]?.GetValue<int>() == id)
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]?.ToJsonString()}");
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
