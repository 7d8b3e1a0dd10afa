using System.Runtime.CompilerServices;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>
    /// Calls an operation and returns the elements of one array of its success while they arrive, so that a response of any length takes the memory of one
    /// element.
    /// Other members are skipped. The request is sent when enumeration starts, and again when it starts again; breaking off ends the response.
    /// </summary>
    /// <remarks>
    /// The timeout covers everything up to the headers; after that, <see cref="ApiClientOptions.ReadTimeout"/> limits every read of the body.
    /// <see cref="ApiClientOptions.MaxResponseBytes"/> limits each element, not the whole.
    /// </remarks>
    /// <param name="call">The call, whose success is a JSON object.</param>
    /// <param name="request">The request. It can hold no file.</param>
    /// <param name="member">The member of the object that is the array.</param>
    /// <param name="item">The contract of the elements.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiCallException">Thrown by the enumeration: the call did not succeed, or the body broke off or contradicts the reference.</exception>
    public IAsyncEnumerable<T> EnumerateAsync<T, TResponse>(
        ApiCall<TResponse> call,
        ApiRequest request,
        string member,
        ApiJson<T> item,
        CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(member);
        ArgumentNullException.ThrowIfNull(item);
        return ReadElementsAsync(new ApiElementsCall<TResponse>(call), request, member, item, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadElementsAsync<T>(
        ApiCall<StreamedResponse> call,
        ApiRequest request,
        string member,
        ApiJson<T> item,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendWithResponseAsync(call, request.Copy(), cancellationToken).ConfigureAwait(false);
        if (response.Stream is not { } stream)
            yield break;
        using var scanner = new JsonArrayScanner(member, _settings.MaxJsonDepth, _settings.MaxResponseBytes);
        var elements = new ElementReader<T>(response, stream, scanner, item, _settings);
        while (await elements.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return elements.Current!;
    }

    private static bool MayHaveBodyOfSuccess(ApiOperation operation, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var meaning = operation.FindStatus(status);
        var lacksBody = meaning is { MayLackBody: true } && (status >= 300 || response.Content?.Headers.ContentLength == 0);
        return response.Content is not null && !lacksBody && ReceivedResponse.IsResult(meaning, status) && HttpBody.MayHave(operation.Method, status);
    }

    /// <summary>Opens the body of a success that is read while it arrives; null if the body is optional and missing.</summary>
    private async Task<ResponseStream?> OpenBodyAsync(ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await OpenStreamAsync(operation, response, cancellationToken).ConfigureAwait(false);

        // Without a length, such as for chunked or compressed bodies, only the first read shows whether there is a body.
        if (operation.FindStatus((int)response.StatusCode) is not { MayLackBody: true } || stream.Announced > 0)
            return stream;
        return await stream.HasBytesAsync(cancellationToken).ConfigureAwait(false) ? stream : null;
    }

    /// <summary>
    /// Reads ahead in a download that can be a failure: one with JSON or text. Null for a file, that is, if it is not JSON, or larger than the part that is
    /// read of a
    /// failure.
    /// The stream returns these bytes again.
    /// </summary>
    private async Task<ReceivedBody?> PeekAsync(
        ApiOperation operation, ResponseStream stream, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content!;
        var media = MediaType.Parse(ApiResponseHeaders.ValueOf(content.Headers, "Content-Type"));
        if (!(media.IsJson || media.IsPlainText || (operation.Outcomes?.Format is not null && media.IsXml)) || stream.Announced > _settings.MaxErrorBodyBytes)
            return null;
        if (await stream.PeekAsync(_settings.MaxErrorBodyBytes, cancellationToken).ConfigureAwait(false) is not { } whole)
            return null;
        var body = ReceivedBody.Rent();
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

    private async Task<ResponseStream> OpenStreamAsync(ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var isPacked = GZipBody.TryTake(response.Content);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (isPacked)
            body = new GZipBody(body);
#else
        using var abort = cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        return new ResponseStream(operation, response, body, _settings.ReadTimeout, _settings.TimeProvider, _transport.Ended);
    }
}
