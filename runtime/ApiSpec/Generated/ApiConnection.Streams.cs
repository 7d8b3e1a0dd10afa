using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    private static bool HasBodyOfSuccess(ApiOperation operation, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.Content is not null && IsSuccess(operation.FindStatus(status), status) && HttpBody.MayHave(operation.Method, status);
    }

    private async Task<ResponseStream> OpenBodyAsync(ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var abort = cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        return new ResponseStream(operation, response, body, _settings.Timeout, _settings.TimeProvider);
    }
}
