using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using ApiSpec.Generated;

namespace ApiSpec.Tests.Hostile;

/// <summary>
/// Counts the buffers that the library, or a decompressor that it creates, rents from the shared pools and returns during the calls of one test. The
/// pool reports on the thread that rents a buffer, so the stack shows the caller.
/// </summary>
public sealed class PoolWatch : IDisposable
{
    private static readonly AsyncLocal<PoolWatch?> Current = new();
    private static readonly ConcurrentDictionary<(int Pool, int Buffer), PoolWatch> Outstanding = new();
    private static readonly PoolListener Listener = new();
    private int _rented;

    public PoolWatch()
    {
        GC.KeepAlive(Listener);
        Current.Value = this;
    }

    public int Rented => Volatile.Read(ref _rented);

    /// <summary>The number of buffers that have not been returned.</summary>
    public int Leaked => Outstanding.Values.Count(watch => watch == this);

    public void Dispose()
    {
        Current.Value = null;
        foreach (var buffer in Outstanding.Where(one => one.Value == this))
            Outstanding.TryRemove(buffer);
    }

    private static bool IsTakenByLibrary()
    {
        var isBelowPool = false;
        foreach (var frame in new StackTrace(false).GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType is not { } type)
                continue;
            if (type.Namespace == "System.Buffers")
                isBelowPool = true;
            else if (isBelowPool && !IsPartOfAnother(type))
                return type.Assembly == typeof(ApiConnection).Assembly;
        }

        return false;
    }

    private static bool IsPartOfAnother(Type type)
        => type.Namespace is "System.IO.Compression" or "System.Runtime.CompilerServices" or "System.Threading" or "System.Threading.Tasks";

    private sealed class PoolListener : EventListener
    {
        private const int Rent = 1;
        private const int Return = 3;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData is not { EventId: Rent or Return, Payload: [int buffer, int, int pool, ..] })
                return;
            if (eventData.EventId == Return)
            {
                Outstanding.TryRemove((pool, buffer), out _);
            }
            else if (Current.Value is { } watch && IsTakenByLibrary())
            {
                Interlocked.Increment(ref watch._rented);
                Outstanding[(pool, buffer)] = watch;
            }
        }
    }
}
