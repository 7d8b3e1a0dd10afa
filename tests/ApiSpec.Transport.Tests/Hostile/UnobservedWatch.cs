using System.Collections.Concurrent;

namespace ApiSpec.Tests.Hostile;

/// <summary>Collects unobserved exceptions of tasks.</summary>
public sealed class UnobservedWatch : IDisposable
{
    private readonly ConcurrentQueue<Exception> _seen = new();

    public UnobservedWatch()
    {
        // Removes exceptions of earlier tests.
        CollectGarbage();
        TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    /// <summary>Collects garbage, and returns the exceptions that became known.</summary>
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
