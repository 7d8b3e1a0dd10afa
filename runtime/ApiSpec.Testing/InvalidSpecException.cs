namespace ApiSpec.Testing;

/// <summary>
/// Spec files have errors. The message lists all diagnostics, one per line, as a compiler does: <c>file(line,column): error APISPEC0100: text</c>.
/// </summary>
public sealed class InvalidSpecException : Exception
{
    internal InvalidSpecException(IReadOnlyList<string> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>The diagnostics of all files, in the order of the files and of their lines. Lines and columns count from one.</summary>
    public IReadOnlyList<string> Diagnostics { get; }
}
