namespace ApiSpec.Tool;

/// <summary>What a command returns to its shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command ran and found what it was asked to fail on.</summary>
    public const int Failed = 1;

    /// <summary>The command could not run: wrong arguments, or input that cannot be read.</summary>
    public const int NotRun = 2;

    /// <summary>The command was stopped: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
