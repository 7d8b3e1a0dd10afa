using ApiSpec.Observability;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    private ServerEndpoint? _server;

    /// <summary>Whether traces, metrics or a log are on.</summary>
    private bool IsObserved => TelemetrySource.ObservesCalls || CallLog.IsOn(_settings.Log);

    /// <summary>As <see cref="CallAsync"/>, with traces, metrics and logs.</summary>
    private async Task<TResponse> ObserveAsync<TResponse>(ApiCall<TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var observed = new ObservedCall(call.Operation, _server ??= new ServerEndpoint(_baseAddress), _settings.TimeProvider, _settings.Log);
        request.Progress = observed.Progress;
        try
        {
            var response = await CallAsync(call.Reader, request, cancellationToken).ConfigureAwait(false);
            observed.End(response);
            return response;
        }
        catch (Exception exception)
        {
            observed.End(exception, cancellationToken);
            throw;
        }
    }
}
