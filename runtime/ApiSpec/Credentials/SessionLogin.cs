namespace ApiSpec.Credentials;

/// <summary>A request that logs in, and what others wait for meanwhile.</summary>
internal sealed class SessionLogin(ApiRequest request)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ApiRequest Request { get; } = request;

    public void End() => _end.TrySetResult(true);

    /// <summary>Waits for the end, with a token or without.</summary>
#if NET8_0_OR_GREATER
    public Task WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
#else
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled))
            await Task.WhenAny(_end.Task, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }
#endif
}
