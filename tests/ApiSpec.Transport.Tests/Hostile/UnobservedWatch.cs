using System.Collections.Concurrent;

namespace ApiSpec.Tests.Hostile;

/// <summary>Sees the exceptions of tasks that nobody looked at.</summary>
public sealed class UnobservedWatch : IDisposable
{
    private readonly ConcurrentQueue<Exception> _seen = new();

    public UnobservedWatch()
    {
        // What an earlier test left behind is not this one's.
        CollectGarbage();
        TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    /// <summary>What has come to light, after everything that is garbage was collected.</summary>
    public IReadOnlyCollection<Exception> Collect()
    {
        CollectGarbage();
        return _seen;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    private static void CollectGarbage()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs arguments) => _seen.Enqueue(arguments.Exception);
}
