namespace ApiSpec.Tool;

/// <summary>The output streams of a command, and facts about its environment.</summary>
/// <param name="Output">Receives the result.</param>
/// <param name="Error">Receives errors.</param>
/// <param name="Folder">The folder that paths are relative to.</param>
/// <param name="UsesColor">Whether the output goes to a terminal that shows colors.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, string Folder, bool UsesColor)
{
    public static ToolConsole OfProcess() => new(Console.Out, Console.Error, Environment.CurrentDirectory, SupportsColor());

    /// <summary>Returns a path relative to the folder, with slashes on every system.</summary>
    public string Display(string path)
    {
        var full = Path.GetFullPath(path, Folder);
        var relative = Path.GetRelativePath(Folder, full);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? full : relative;
        return Path.DirectorySeparatorChar == '\\' ? shown.Replace('\\', '/') : shown;
    }

    // https://no-color.org: a variable that is not empty turns colours off.
    private static bool SupportsColor()
        => !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
