using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>Repeats an operation until the body of its success meets a condition of the reference.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">Its request, which is not sent itself: each attempt sends a copy.</param>
    /// <param name="json">The contract of the body.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="progress">Receives every body, including the last one; null: not reported.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    /// <exception cref="ApiCallException">A call failed in a way that does not pass, or too often.</exception>
    /// <exception cref="ApiPollingTimeoutException">The timeout of the options has passed.</exception>
    public async Task<TBody> PollAsync<TBody, TResponse>(
        ApiBodyCall<TBody, TResponse> call,
        ApiRequest request,
        ApiJson<TBody> json,
        ApiCondition condition,
        ApiPollingOptions? options,
        IProgress<TBody>? progress,
        CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(condition);
        var members = new MemberFinder(condition.Paths);
        using (request)
        {
            var response = await PollingLoop.RunAsync(
                token => SendSuccessAsync(call, request.Copy(), token),
                response => call.EnsureSuccess(response) is { } body && IsMet(json.ToUtf8Bytes(body), condition, members),
                static response => response,
                response => call.EnsureSuccess(response),
                options,
                progress is null ? null : response => progress.Report(call.EnsureSuccess(response)),
                cancellationToken).ConfigureAwait(false);
            return call.EnsureSuccess(response);
        }
    }

    private async Task<TResponse> SendSuccessAsync<TResponse>(ApiCall<TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var response = await SendWithResponseAsync(call, request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? response : throw response.CreateException();
    }

    private static bool IsMet(byte[] utf8, ApiCondition condition, MemberFinder members)
    {
        Span<FoundMember> found = stackalloc FoundMember[members.Count];
        return members.TryFind(utf8, ConnectionSettings.LargestJsonDepth, found) && condition.Holds(utf8, found);
    }
}
