namespace ApiSpec.Credentials;

/// <summary>A request that logs in, and what others wait for meanwhile.</summary>
internal sealed class SessionLogin(ApiRequest request)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ApiRequest Request { get; } = request;

    public void End() => _end.TrySetResult(true);

    /// <summary>Waits for the end, with a token or without.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
}
