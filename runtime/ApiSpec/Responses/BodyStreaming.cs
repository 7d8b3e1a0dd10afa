// Only methods of an object that is never created are removed when a program is trimmed.
#pragma warning disable CA1822

namespace ApiSpec.Transport;

/// <summary>Opens bodies that are returned unread: downloads, and lists whose items are read while they arrive.</summary>
/// <remarks>Only calls with such bodies have it, so a trimmed program without such calls does not contain its code.</remarks>
internal sealed class BodyStreaming
{
    public static readonly BodyStreaming Instance = new();

    private BodyStreaming()
    {
    }

    public bool MayHaveBodyOfSuccess(ApiOperation operation, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var meaning = operation.FindStatus(status);
        var lacksBody = meaning is { MayLackBody: true } && (status >= 300 || response.Content?.Headers.ContentLength == 0);
        return response.Content is not null && !lacksBody && ReceivedResponse.IsResult(meaning, status) && HttpBody.MayHave(operation.Method, status);
    }

    /// <summary>Opens the body of a success that is read while it arrives; null if the body is optional and missing.</summary>
    public async Task<ResponseStream?> OpenAsync(
        ApiOperation operation, HttpResponseMessage response, ConnectionSettings settings, CallDeadlines deadlines, CancellationToken cancellationToken)
    {
        var stream = await OpenStreamAsync(operation, response, settings, deadlines, cancellationToken).ConfigureAwait(false);

        // Without a length, such as for chunked or compressed bodies, only the first read shows whether there is a body.
        if (operation.FindStatus((int)response.StatusCode) is not { MayLackBody: true } || stream.Announced > 0)
            return stream;
        return await stream.HasBytesAsync(cancellationToken).ConfigureAwait(false) ? stream : null;
    }

    /// <summary>
    /// Reads ahead in a download that can be a failure: one with JSON, text or the format of failures. Null for a file, that is, for another type, or if it is
    /// larger than the part that is read of a failure. The stream returns these bytes again.
    /// </summary>
    public async Task<ReceivedBody?> PeekAsync(
        ApiOperation operation, ResponseStream stream, HttpResponseMessage response, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var content = response.Content!;
        var media = MediaType.Parse(ApiResponseHeaders.ValueOf(content.Headers, "Content-Type"));
        if (!(media.IsJson || media.IsPlainText || operation.Outcomes?.Format?.MayBe(media) == true) || stream.Announced > settings.MaxErrorBodyBytes)
            return null;
        if (await stream.PeekAsync(settings.MaxErrorBodyBytes, cancellationToken).ConfigureAwait(false) is not { } whole)
            return null;
        var body = new ReceivedBody();
        body.Describe(content.Headers);
        if (whole.Length > 0)
        {
            body.Begin(whole.Length, whole.Length);
            for (var copied = 0; copied < whole.Length;)
            {
                var room = body.Room();
                var count = Math.Min(room.Count, whole.Length - copied);
                Array.Copy(whole, copied, room.Array!, room.Offset, count);
                body.Received(count);
                copied += count;
            }
        }

        return body;
    }

    private static async Task<ResponseStream> OpenStreamAsync(
        ApiOperation operation, HttpResponseMessage response, ConnectionSettings settings, CallDeadlines deadlines, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var isPacked = FeatureSwitches.Decompression && GZipBody.TryTake(response.Content);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (FeatureSwitches.Decompression && isPacked)
            body = new GZipBody(body);
#else
        using var abort = cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        return new ResponseStream(operation, response, body, settings, deadlines);
    }
}
