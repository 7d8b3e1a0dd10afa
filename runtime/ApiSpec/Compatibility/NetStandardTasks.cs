#if !NET8_0_OR_GREATER
namespace ApiSpec;

/// <summary>Task members that .NET has since version 6.</summary>
internal static class NetStandardTasks
{
    public static async Task<T> WaitAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled))
            await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await task.ConfigureAwait(false);
    }
}
#endif
