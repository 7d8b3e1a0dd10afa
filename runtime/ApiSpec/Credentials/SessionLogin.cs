namespace ApiSpec.Credentials;

/// <summary>A request that logs in, and what others wait for meanwhile.</summary>
internal sealed class SessionLogin(ApiRequest request)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ApiRequest Request { get; } = request;

    public void End(bool wasAnswered) => _end.TrySetResult(wasAnswered);

    /// <summary>Waits for the end; tells whether there was an answer.</summary>
#if NET8_0_OR_GREATER
    public Task<bool> WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
#else
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled))
            await Task.WhenAny(_end.Task, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await _end.Task.ConfigureAwait(false);
    }
#endif
}
