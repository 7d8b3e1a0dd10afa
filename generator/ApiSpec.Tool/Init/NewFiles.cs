using System.Text;

namespace ApiSpec.Tool.Init;

/// <summary>Writes several new files: all of them or none.</summary>
internal static class NewFiles
{
    /// <summary>Writes the files, and creates their folders.</summary>
    /// <exception cref="IOException">One of the files exists, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One of the files cannot be accessed.</exception>
    /// <exception cref="OperationCanceledException">The writing was cancelled.</exception>
    public static void Write(IReadOnlyList<(string Path, string Text)> files, CancellationToken cancellationToken)
    {
        var written = new List<string>();
        try
        {
            foreach (var (path, text) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                written.Add(path);
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }
    }
}
