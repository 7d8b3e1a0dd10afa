namespace ApiSpec.Tool;

/// <summary>Where a command writes its result.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text to a file, or to the standard output. A file appears whole or not at all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file; null: the standard output.</param>
    /// <param name="overwrites">Whether a file that exists is replaced.</param>
    /// <param name="console">Where paths start.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Whether the text was written; if not, the reason was.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task<bool> WriteAsync(string text, string? path, bool overwrites, ToolConsole console, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            await console.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return true;
        }

        var full = Path.GetFullPath(path, console.Folder);
        if (File.Exists(full) && !overwrites)
        {
            await console.Error.WriteLineAsync($"'{path}' exists; use --force to overwrite it.");
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = full + "." + Path.GetRandomFileName();
        try
        {
            await File.WriteAllTextAsync(unfinished, text, cancellationToken);
            File.Move(unfinished, full, overwrites);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return true;
    }
}
