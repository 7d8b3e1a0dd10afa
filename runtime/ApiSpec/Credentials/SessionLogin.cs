namespace ApiSpec.Credentials;

/// <summary>A request that logs in, and what others wait for meanwhile.</summary>
internal sealed class SessionLogin(ApiRequest request)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ApiRequest Request { get; } = request;

    public void End(bool wasAnswered) => _end.TrySetResult(wasAnswered);

    /// <summary>Waits for the end; tells whether there was an answer.</summary>
    public Task<bool> WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
}
