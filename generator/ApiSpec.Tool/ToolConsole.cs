namespace ApiSpec.Tool;

/// <summary>Where a command writes, and what it knows about its surroundings.</summary>
/// <param name="Output">The result of a command.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Folder">The folder that paths are relative to.</param>
/// <param name="UsesColor">Whether the output goes to a terminal that shows colors.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, string Folder, bool UsesColor)
{
    public static ToolConsole OfProcess() => new(Console.Out, Console.Error, Environment.CurrentDirectory, SupportsColor());

    /// <summary>A path as a person in the folder writes it, with slashes on every system.</summary>
    public string Display(string path)
    {
        var full = Path.GetFullPath(path, Folder);
        var relative = Path.GetRelativePath(Folder, full);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? full : relative;
        return Path.DirectorySeparatorChar == '\\' ? shown.Replace('\\', '/') : shown;
    }

    // https://no-color.org: a variable that is not empty turns colors off.
    private static bool SupportsColor()
        => !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
