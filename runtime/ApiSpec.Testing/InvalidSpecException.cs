namespace ApiSpec.Testing;

/// <summary>Spec files have mistakes. The message lists all of them, one a line, as a compiler does: <c>file(line,column): error APISPEC0100: text</c>.</summary>
public sealed class InvalidSpecException : Exception
{
    internal InvalidSpecException(IReadOnlyList<string> mistakes)
        : base(string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>The mistakes of all files, in the order of the files and of their lines. Lines and columns count from one.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
