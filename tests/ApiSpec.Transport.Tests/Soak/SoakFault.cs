namespace ApiSpec.Tests.Soak;

/// <summary>The fault that a server of the soak test causes in a call.</summary>
public enum SoakFault
{
    None,
    Slow,
    NotFound,
    NotAvailable,
    Failing,
    Undocumented,
    GatewayInTheWay,
    AbortsBeforeHead,
    AbortsWithinBody,
    Malformed,
    Html,
    TooLarge,
    Stalls,
    CancelledLater,
    CancelledAtOnce,
}

/// <summary>Decides the fate of a call from its number, the same in every run.</summary>
public static class SoakPlan
{
    private static readonly (SoakFault Fault, int Percent)[] Shares =
    [
        (SoakFault.Slow, 8),
        (SoakFault.NotFound, 5),
        (SoakFault.NotAvailable, 2),
        (SoakFault.Failing, 2),
        (SoakFault.Undocumented, 1),
        (SoakFault.GatewayInTheWay, 2),
        (SoakFault.AbortsBeforeHead, 3),
        (SoakFault.AbortsWithinBody, 3),
        (SoakFault.Malformed, 3),
        (SoakFault.Html, 2),
        (SoakFault.TooLarge, 2),
        (SoakFault.Stalls, 1),
        (SoakFault.CancelledLater, 6),
        (SoakFault.CancelledAtOnce, 2),
    ];

    public static SoakFault Of(long call)
    {
        var number = (int)(Mix(call) % 100);
        foreach (var (fault, percent) in Shares)
        {
            number -= percent;
            if (number < 0)
                return fault;
        }

        return SoakFault.None;
    }

    /// <summary>Returns a delay of a few milliseconds, different for server and client.</summary>
    public static TimeSpan Delay(long call, int salt) => TimeSpan.FromMilliseconds(Mix(call + (salt * 1_000_003L)) % 12);

    private static ulong Mix(long value)
    {
        var mixed = ((ulong)value + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return (mixed ^ (mixed >> 27)) >> 11;
    }
}
