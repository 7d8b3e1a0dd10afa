using ApiSpec.Testing.Loading;

namespace ApiSpec.Tool;

/// <summary>Writes the result of a command.</summary>
internal static class OutputFile
{
    /// <summary>Writes text to a file or to the standard output. A file is written completely or not at all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file; null: the standard output.</param>
    /// <param name="overwrites">Whether an existing file is replaced.</param>
    /// <param name="console">The console, which resolves paths.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Whether the text was written. If not, the reason was written to the console.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be accessed.</exception>
    public static async Task<bool> WriteAsync(string text, string? path, bool overwrites, ToolConsole console, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            await console.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return true;
        }

        var full = Path.GetFullPath(path, console.Folder);
        if (Directory.Exists(full))
        {
            await console.Error.WriteLineAsync($"'{path}' is a folder; name a file in it.");
            return false;
        }

        if (File.Exists(full))
        {
            full = FileTarget.Of(new FileInfo(full));
            // A link can point to a file that does not exist yet. What a program has open has such a link too.
            var isNew = !File.Exists(full);
            if (isNew ? full.StartsWith("/proc/", StringComparison.Ordinal) : !FileTarget.IsFile(full))
            {
                await console.Error.WriteLineAsync($"'{path}' is a device or a pipe; leave out the path to write to the standard output.");
                return false;
            }

            if (!isNew && !overwrites)
            {
                await console.Error.WriteLineAsync($"'{path}' exists; use --force to overwrite it.");
                return false;
            }
        }

        WriteWhole(text, full, overwrites, cancellationToken);
        return true;
    }

    /// <summary>Writes text to a file, and creates its folder. The file is written completely or not at all, even if the program is stopped.</summary>
    /// <exception cref="IOException">The file exists and must not be replaced, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be accessed.</exception>
    /// <exception cref="OperationCanceledException">The writing was cancelled.</exception>
    public static void WriteWhole(string text, string path, bool overwrites, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllText(unfinished, text);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrites);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
