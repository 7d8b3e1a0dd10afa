using ApiSpec.Generator.Binding;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Tool.Specs;

/// <summary>Reads the spec files that a command line names.</summary>
internal static class SpecFolder
{
    /// <summary>Reads files, and the spec files of folders at any depth, as one project.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="console">The console, which resolves and shows paths.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">A path does not exist, a folder contains no spec, or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be accessed.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static IReadOnlyList<ParsedSpecFile> Read(IEnumerable<string> paths, ToolConsole console, CancellationToken cancellationToken)
    {
        var files = paths
            .SelectMany(path => SpecFiles.Find(Path.GetFullPath(path, console.Folder)))
            .Select(console.Display)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        try
        {
            return [.. files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(file => Read(file, console, cancellationToken))];
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw new IOException(exception.InnerExceptions[0].Message, exception);
        }
    }

    private static ParsedSpecFile Read(string file, ToolConsole console, CancellationToken cancellationToken)
        => SpecFiles.ReadText(Path.GetFullPath(file, console.Folder)) is { } text
            ? ParsedSpecFile.Read(file, () => text, cancellationToken)
            : ParsedSpecFile.Failed(file, SpecFiles.TooLarge.Rule, [.. SpecFiles.TooLarge.Arguments]);
}
