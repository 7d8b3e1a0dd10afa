using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>The export of shipped references, checked by common linters and a mock server.</summary>
public sealed class JudgedExportTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    [InlineData("3.2")]
    public async Task Linters_find_no_error(string version)
    {
        var (redocly, spectral) = (Judge.Find("redocly"), Judge.Find("spectral"));
        var files = new List<string>();
        foreach (var (reference, folder) in ShippedReferences.All)
        {
            files.Add(reference + ".json");
            Assert.Equal(0, (await _folder.RunAsync("export", "openapi", folder, "--version", version, "-o", files[^1])).Code);
        }

        // A path that is printed with a trailing slash is exported with it.
        _folder.Write("redocly.yaml", "extends:\n  - recommended\nrules:\n  no-path-trailing-slash: off\n");
        // The rule treats an XML example as a string, and compares it with the schema of its elements.
        _folder.Write(".spectral.yaml", "extends: ['spectral:oas']\noverrides:\n  - files: ['lastfm.json']\n    rules:\n      oas3-valid-media-example: off\n");
        var (code, output) = await Judge.RunAsync(redocly, _folder.Root, ["lint", .. files]);
        Assert.True(code == 0, output);
        (code, output) = await Judge.RunAsync(spectral, _folder.Root, ["lint", .. files, "--fail-severity", "error", "--display-only-failures"]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task A_mock_server_returns_each_example()
    {
        var prism = Judge.Find("prism");
        var document = await ExportAsync();
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        using var server = Judge.Start(prism, _folder.Root, "mock", "openapi.json", "-h", "127.0.0.1", "-p", port);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:" + port) };
            await WaitForAsync(client);
            var returned = 0;
            foreach (var (path, method, operation) in Operations(document))
            {
                foreach (var (code, name, value) in Examples(operation))
                {
                    using var request = Request(path, method, operation);
                    request.Headers.Add("Prefer", $"code={code}, example={name}");
                    using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                    var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    Assert.True(code == ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), $"{request.Method} {request.RequestUri}: {body}");
                    Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(body)), $"{request.Method} {request.RequestUri}: {body}");
                    returned++;
                }
            }

            Assert.True(returned > 0, "The document has no example.");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document)
        => document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!)));

    private static IEnumerable<(string Code, string Name, JsonNode? Value)> Examples(JsonNode operation)
        => operation["responses"]!.AsObject().SelectMany(static response => (response.Value!["content"]?["application/json"]?["examples"]?.AsObject() ?? [])
            .Select(example => (response.Key, example.Key, example.Value!["value"])));

    private static HttpRequestMessage Request(string path, string method, JsonNode operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var (name, place) = ((string)parameter!["name"]!, (string)parameter["in"]!);
            var text = parameter["example"] is { } example ? example.ToString() : "1";
            if (place == "path")
                path = path.Replace("{" + name + "}", Uri.EscapeDataString(text), StringComparison.Ordinal);
            else if (place == "query" && (bool?)parameter["required"] == true)
                query.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(text));
        }

        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
        request.Headers.Add("Authorization", "Basic c3lzdGVtOm1hbmFnZXI=");
        if (operation["requestBody"]?["content"]?.AsObject().FirstOrDefault() is { Key: { } mediaType, Value: { } content })
            request.Content = new StringContent(content["examples"]?.AsObject().First().Value!["value"]!.ToJsonString() ?? "{}", Encoding.UTF8, mediaType);
        return request;
    }

    private async Task<JsonNode> ExportAsync()
    {
        var run = await _folder.RunAsync("export", "openapi", Repository.JP1Specs, "-o", "openapi.json");
        Assert.Equal(0, run.Code);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Root, "openapi.json"), TestContext.Current.CancellationToken))!;
    }

    private static async Task WaitForAsync(HttpClient client)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < deadline)
            {
                // It has not started yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
