using System.Collections.Concurrent;
using System.Net;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    private static readonly ConcurrentDictionary<(ApiDescription Api, string Method), ApiCall<ApiRawBody, ApiRawBody, HttpStatusCode>> RawCalls = new();

    /// <summary>Sends a request that no spec describes, with everything that other requests have.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and query, escaped; or the whole URL, on the server of the client.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The path cannot be used, or points to another server; no request was sent.</exception>
    /// <exception cref="ApiCallException">There is no response.</exception>
    public async Task<ApiResponse<ApiRawBody, ApiRawBody, HttpStatusCode>> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        if (LinkTarget.TryReduceOwn(path, _baseAddress, out var target) is { } problem)
            throw new ArgumentException("The path cannot be used: " + problem + ".", nameof(path));

        var call = RawCalls.GetOrAdd((Api, method.Method), static key => ApiCall.Raw<ApiRawBody, HttpStatusCode>(
            new ApiOperation("SendAsync", key.Api, new HttpMethod(key.Method), "/{path}", hasOpenStatuses: true), null));
        var request = new ApiRequest(call.Operation, target);
        try
        {
            if (content is not null)
                await PutAsync(request, content, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            request.Dispose();
            throw;
        }

        return await SendWithResponseAsync(call, request, cancellationToken).ConfigureAwait(false);
    }

    // As bytes, so that the request can be sent again with a new token.
    private static async Task PutAsync(ApiRequest request, HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
#if NET8_0_OR_GREATER
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
        var bytes = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        request.SetBytes(bytes, content.Headers.ContentType?.ToString() ?? "application/octet-stream");
        foreach (var header in content.Headers)
        {
            if (!header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                request.SetHeader(header.Key, string.Join(", ", header.Value));
        }
    }
}
