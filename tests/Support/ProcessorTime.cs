using System.Diagnostics;

namespace ApiSpec.Tests.Support;

/// <summary>Limits the processor time of work, which other programs on the same machine do not change.</summary>
public static class ProcessorTime
{
    /// <summary>Waits for work to end.</summary>
    /// <param name="limit">The most processor time of this process until then. Other tests that run meanwhile are counted as well.</param>
    /// <param name="work">The work. If it takes longer, it is left alone.</param>
    /// <exception cref="TimeoutException">The work takes longer.</exception>
    public static async Task LimitAsync(TimeSpan limit, Action work)
    {
        var start = Used();
        var run = Task.Run(work);
        while (await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(100))) != run)
        {
            if (Used() - start > limit)
                throw new TimeoutException("The work is not done after its limit of processor time, " + limit + ".");
        }

        await run;
    }

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
