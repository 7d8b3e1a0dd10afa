namespace ApiSpec.Tool;

/// <summary>The exit codes of commands.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command ran, and found something that makes it fail.</summary>
    public const int Failed = 1;

    /// <summary>The command could not run: wrong arguments, or input that cannot be read.</summary>
    public const int NotRun = 2;

    /// <summary>The command was stopped before its end: 128 plus the number of SIGINT, as in shells.</summary>
    public const int Cancelled = 130;
}
