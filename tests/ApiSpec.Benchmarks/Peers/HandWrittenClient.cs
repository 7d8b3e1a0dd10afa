using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ApiSpec.Benchmarks.Generated;

namespace ApiSpec.Benchmarks.Peers;

/// <summary>The baseline: code that a careful programmer writes by hand with one shared <see cref="HttpClient"/> and the same records.</summary>
internal sealed class HandWrittenClient(HttpClient client)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<BenchAction> GetRerunStartAsync(long id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Get, RerunStart(id), null, cancellationToken).ConfigureAwait(false);
        using var body = await PooledBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? HandWrittenJson.ReadAction(body.Bytes)
            : throw new HandWrittenException(response.StatusCode, HandWrittenJson.ReadError(body.Bytes));
    }

    public async Task<HandWrittenResponse<BenchAction>> GetRerunStartWithResponseAsync(long id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Get, RerunStart(id), null, cancellationToken).ConfigureAwait(false);
        using var body = await PooledBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new(response.StatusCode, HandWrittenJson.ReadAction(body.Bytes), null)
            : new(response.StatusCode, null, HandWrittenJson.ReadError(body.Bytes));
    }

    public async Task<BenchPageOfBenchTask> ListAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Get, "/Automation/v1/objects/Tasks", null, cancellationToken).ConfigureAwait(false);
        using var body = await PooledBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? HandWrittenJson.ReadPage(body.Bytes)
            : throw new HandWrittenException(response.StatusCode, HandWrittenJson.ReadError(body.Bytes));
    }

    public async Task<BenchResult> SubmitAsync(long id, BenchSubmission submission, CancellationToken cancellationToken = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            HandWrittenJson.WriteSubmission(writer, submission);
        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = Json;
        var uri = string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Services/{id}/actions/submit/invoke");
        using var response = await SendAsync(HttpMethod.Post, uri, content, cancellationToken).ConfigureAwait(false);
        using var body = await PooledBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? HandWrittenJson.ReadResult(body.Bytes)
            : throw new HandWrittenException(response.StatusCode, HandWrittenJson.ReadError(body.Bytes));
    }

    private static string RerunStart(long id) => string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Tasks/{id}/actions/rerunStart");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string uri, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }
}

internal sealed record HandWrittenResponse<T>(HttpStatusCode Status, T? Body, BenchError? Error);

internal sealed class HandWrittenException(HttpStatusCode status, BenchError error)
    : Exception("The server answered " + ((int)status).ToString(CultureInfo.InvariantCulture) + ": " + error.Message)
{
    public HttpStatusCode Status { get; } = status;

    public BenchError Error { get; } = error;
}
