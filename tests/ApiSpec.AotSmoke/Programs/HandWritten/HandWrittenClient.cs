using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ApiSpec.AotSmoke;

/// <summary>The call as a careful programmer writes it: a pooled buffer, the framework's reader, and an exception for any failure.</summary>
internal sealed class HandWrittenClient(HttpClient client)
{
    public async Task<ActionObject> GetRerunStartAsync(long id, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/Automation/v1/objects/Tasks/{id}/actions/rerunStart"));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent((int)(response.Content.Headers.ContentLength ?? 4095) + 1);
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            if (length < buffer.Length)
                continue;
            var larger = ArrayPool<byte>.Shared.Rent(length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var body = buffer.AsSpan(0, length);
        var action = response.IsSuccessStatusCode
            ? HandWrittenJson.ReadAction(body)
            : throw new HandWrittenException(response.StatusCode, HandWrittenJson.ReadError(body));
        ArrayPool<byte>.Shared.Return(buffer);
        return action;
    }
}

internal sealed record ActionObject(string Name, string Href, string Method, List<JsonElement>? Parameters);

internal sealed record ErrorInfo(string ErrorSource, string Message, string MessageID, string Application, string? MessageData);

internal sealed class HandWrittenException(System.Net.HttpStatusCode status, ErrorInfo error)
    : Exception("The server answered " + ((int)status).ToString(CultureInfo.InvariantCulture) + ": " + error.Message)
{
    public ErrorInfo Error { get; } = error;
}
