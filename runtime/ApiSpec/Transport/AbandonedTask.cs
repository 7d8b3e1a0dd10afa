namespace ApiSpec.Transport;

/// <summary>A task that is not awaited.</summary>
internal static class AbandonedTask
{
    /// <summary>Prevents .NET from reporting an exception of the task as unobserved.</summary>
    public static void Observe(Task task) => task.ContinueWith(
        static task =>
        {
            _ = task.Exception;
        },
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
