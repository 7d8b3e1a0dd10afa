using ApiSpec.Language.Declarations;

namespace ApiSpec.Tool.Check;

/// <summary>Repeats a check when spec files change.</summary>
internal static class SpecWatch
{
    // Editors write a file in several steps, so a check waits until nothing changes for this time.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>Runs the check immediately, and after every change, until it is cancelled.</summary>
    /// <exception cref="IOException">The first check could not read its input. Later checks report this and wait, because a file can be missing for a
    /// moment.</exception>
    public static async Task RunAsync(IReadOnlyList<string> paths, Action check, ToolConsole console, CancellationToken cancellationToken)
    {
        using var changed = new SemaphoreSlim(0);
        var watchers = paths.Select(path => Watch(Path.GetFullPath(path, console.Folder), Release)).ToList();
        try
        {
            check();
            while (true)
            {
                await changed.WaitAsync(cancellationToken);
                await Task.Delay(s_quiet, cancellationToken);
                while (await changed.WaitAsync(TimeSpan.Zero, cancellationToken))
                {
                }

                try
                {
                    await console.Output.WriteLineAsync();
                    check();
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    await console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // A person ends the command with Ctrl+C.
        }
        finally
        {
            watchers.ForEach(static watcher => watcher.Dispose());
        }

        void Release()
        {
            try
            {
                changed.Release();
            }
            catch (ObjectDisposedException)
            {
                // A watcher can still call back while it is disposed.
            }
        }
    }

    private static FileSystemWatcher Watch(string path, Action changed)
    {
        var isFolder = Directory.Exists(path);
        if (!isFolder && !File.Exists(path))
            throw new FileNotFoundException($"There is no spec file or folder '{path}'.", path);
        var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!) { IncludeSubdirectories = isFolder };
        if (!isFolder)
            watcher.Filter = Path.GetFileName(path);
        FileSystemEventHandler handler = (_, change) => Notify(change.FullPath);
        watcher.Changed += handler;
        watcher.Created += handler;
        watcher.Deleted += handler;
        watcher.Renamed += (_, change) =>
        {
            Notify(change.OldFullPath);
            Notify(change.FullPath);
        };
        // There were more changes than the system can queue, so something changed.
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;

        // Moving or deleting a folder also moves or deletes its specs.
        void Notify(string file)
        {
            if (SpecFileName.IsSpec(file) || Path.GetExtension(file).Length == 0)
                changed();
        }
    }
}
