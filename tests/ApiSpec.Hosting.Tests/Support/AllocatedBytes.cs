using Xunit;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Counts the bytes that calls allocate.</summary>
/// <remarks>A handler that responds at once keeps each call on the thread of the test, so that the bytes can be counted exactly.</remarks>
internal static class AllocatedBytes
{
    private const int Calls = 100;

    private const int MostAttempts = 100;

    /// <summary>Returns the bytes of one call: the average of the best of several rounds.</summary>
    public static double PerCall(Func<Task> call)
    {
        Complete(call());
        var lowest = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                Complete(call());
            lowest = Math.Min(lowest, (double)(GC.GetAllocatedBytesForCurrentThread() - start) / Calls);
        }

        return lowest;
    }

    /// <summary>Repeats a measurement until it is as expected, and returns the last one.</summary>
    /// <remarks>
    /// The runtime first compiles methods quickly. It compiles those that are called often again, in the background, and then puts some objects on the stack.
    /// On a busy machine this is late, no matter how many calls there were. So what a measurement shows too early is not the fault of the code.
    /// </remarks>
    public static T Settled<T>(Func<T> measure, Func<T, bool> isAsExpected)
    {
        for (var attempt = 1; ; attempt++)
        {
            var measured = measure();
            if (attempt == MostAttempts || isAsExpected(measured))
                return measured;
            Thread.Sleep(100);
        }
    }

    private static void Complete(Task call) => Assert.True(call.IsCompletedSuccessfully);
}
