using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>A server that sends the responses of a page in order, and records the requests.</summary>
internal sealed class PrintedServer : IAsyncDisposable
{
    private readonly PrintedResponse[] _responses;
    private readonly List<SentRequest> _requests = [];
    private WebServer _server = null!;

    private PrintedServer(PrintedResponse[] responses) => _responses = responses;

    public Uri Address => _server.Address;

    public IReadOnlyList<SentRequest> Requests => _requests;

    /// <summary>Starts a server. The last response is sent to all further requests.</summary>
    public static async Task<PrintedServer> StartAsync(params PrintedResponse[] responses)
    {
        var server = new PrintedServer(responses);
        server._server = await WebServer.StartAsync(server.RespondAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = new Uri(context.Request.GetEncodedUrl()).PathAndQuery;
        _requests.Add(new SentRequest(
            context.Request.Method,
            target,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        var response = _responses[Math.Min(_requests.Count, _responses.Length) - 1];
        context.Response.StatusCode = response.StatusCode;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers.Append(name, value);
        if (response.Body is { } body)
        {
            context.Response.ContentType = response.ContentType;
            await context.Response.WriteAsync(body);
        }
    }
}

/// <summary>A request as the server received it.</summary>
internal sealed record SentRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A response as a page prints it.</summary>
internal sealed record PrintedResponse(string? Body, int StatusCode = 200)
{
    // RFC 9110, sections 6.6.1, 7.6.1 and 8.6: headers that belong to one connection, or that follow from the sent body.
    private static readonly string[] s_ofTheConnection = ["Connection", "Content-Length", "Content-Type", "Date", "Server", "Status", "Transfer-Encoding"];

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Returns the response of an example; an empty success if the page prints none.</summary>
    public static PrintedResponse Of(DocumentedExample? example)
    {
        if (example?.Response is not { } printed)
            return new PrintedResponse(Body: null);
        return new PrintedResponse(printed.Body is { } body ? WithoutComments(body) : null, printed.StatusCode)
        {
            ContentType = printed.Headers["Content-Type"] ?? (printed.Body?.TrimStart() is ['<', ..] ? "text/xml" : "application/json"),
            Headers = [.. printed.Headers.Where(static header => !s_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))],
        };
    }

    // Pages explain members in comments, which servers never send.
    private static string WithoutComments(string body)
        => body.Contains(" //", StringComparison.Ordinal)
            ? JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.ToJsonString()
            : body;
}
