using ApiSpec.Transport;

namespace ApiSpec.Generated;

// Reading the body of a response into memory.
public sealed partial class ApiConnection
{
    private async ValueTask ReadBodyAsync(
        ApiOperation operation,
        bool isTyped,
        bool mayHaveExpired,
        HttpResponseMessage response,
        ReceivedBody body,
        CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var meaning = operation.FindStatus(status);
        var isSuccess = ReceivedResponse.IsResult(meaning, status);
        // A body that decides about success is always read.
        isTyped |= operation.Outcomes is { DecideSuccess: true } && status is >= 200 and <= 299;
        var isWanted = response.Content is not null && HttpBody.MayHave(operation.Method, status)
            && !(isSuccess && !isTyped && !mayHaveExpired && meaning is not null);

        // An unused body is not awaited: disposing the response lets the transport drain it within its limits, for the next request.
        if (!isWanted)
            return;

        // The message about an expired token is short, so the start of an unused body is sufficient.
        var mustBeWhole = isSuccess && isTyped;
        var limit = mustBeWhole ? _settings.MaxResponseBytes : _settings.MaxErrorBodyBytes;
        var content = response.Content!;
        body.Describe(content.Headers);
#if NET8_0_OR_GREATER
        var isPacked = FeatureSwitches.Decompression && body.Encoding is not null && GZipBody.TryTake(content);
        if (isPacked)
            body.Encoding = null;
#endif
        var announced = content.Headers.ContentLength;
        if (mustBeWhole && announced > limit)
            throw new ApiResponseTooLargeException(operation, status, limit);

        body.Begin(announced, limit);
        using var deadline = ReadDeadline.Create(_settings, cancellationToken);
        try
        {
            var token = deadline?.Token ?? cancellationToken;
#if NET8_0_OR_GREATER
            var stream = await content.ReadAsStreamAsync(token).ConfigureAwait(false);
            using var unpacked = FeatureSwitches.Decompression && isPacked ? new GZipBody(stream) : null;
            stream = unpacked ?? stream;
#else
            // Older transports look at the token only between two reads.
            using var abort = token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
            var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            bool ended;
            do
            {
                deadline?.Begin();
                var room = body.Room();
#if NET8_0_OR_GREATER
                var read = await stream.ReadAsync(room.AsMemory(), token).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(room.Array!, room.Offset, room.Count, token).ConfigureAwait(false);

                // A response that was disposed during the read can look as if its body had ended.
                if (read == 0)
                    token.ThrowIfCancellationRequested();
#endif
                ended = read == 0;
                if (!body.Received(read))
                    break;
            }
            while (!ended);

            if (!ended && mustBeWhole)
                throw new ApiResponseTooLargeException(operation, status, limit);
            if (ended && body.Bytes.Length < announced)
                throw new IOException("The body ended before the announced length.");
            body.IsIncomplete = !ended;
        }
        catch (Exception exception) when (deadline is { HasPassed: true } && (exception is OperationCanceledException || TransportFailure.Is(exception)))
        {
            throw ApiTimeoutException.OfRead(operation, _settings.ReadTimeout, isOfCall: false, exception);
        }
        catch (Exception exception) when (!mustBeWhole && TransportFailure.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            // The status is known and says more than a broken connection does.
            body.IsIncomplete = true;
        }
    }
}
