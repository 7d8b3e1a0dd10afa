using System.Globalization;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ApiSpec.References.Tests.Servers;

/// <summary>A web server that records requests exactly as received, and sends the responses that a test provides.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebServer _server;

    private RecordingServer(WebServer server) => _server = server;

    public Uri Address => _server.Address;

    public List<RecordedRequest> Requests { get; private init; } = [];

    /// <summary>The request line of each request, without the version.</summary>
    public IEnumerable<string> Lines => Requests.Select(static request => request.Line);

    public static Task<RecordingServer> StartAsync(int status, string body, params (string Name, string Value)[] headers)
        => StartAsync(_ => new RecordedResponse(status, body, headers));

    public static async Task<RecordingServer> StartAsync(Func<RecordedRequest, RecordedResponse> answer)
    {
        List<RecordedRequest> requests = [];
        var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new RecordedRequest(
                context.Request.Method + " " + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted));
            requests.Add(request);
            var (status, body, headers) = answer(request);
            context.Response.StatusCode = status;
            if (body.Length > 0)
                context.Response.ContentType = "application/json";
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            if (body.Length > 0)
                await context.Response.WriteAsync(body, context.RequestAborted);
        });
        return new RecordingServer(server) { Requests = requests };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

internal sealed record RecordedRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Returns the value of a header; null: it is missing.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line} {Body}");
}

internal sealed record RecordedResponse(int Status, string Body, params (string Name, string Value)[] Headers);
