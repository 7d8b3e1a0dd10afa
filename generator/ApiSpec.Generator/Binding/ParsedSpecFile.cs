using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Binding;

/// <summary>A spec file of the project, read.</summary>
internal sealed record ParsedSpecFile(string Path, ParsedSpec Spec)
{
    /// <summary>What the file says, for those who see all files together; null: the file cannot be used.</summary>
    public SpecSource? Source { get; } = Spec.File is { } file ? new SpecSource(Path, file) : null;

    /// <summary>Reads a file. Whatever its text, the result is a file with diagnostics.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static ParsedSpecFile Read(string path, Func<string> text, CancellationToken cancellationToken)
    {
        try
        {
            return new ParsedSpecFile(path, SpecReader.Read(path, text(), cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One exception would take every generated file of the project with it.
            return Failed(path, SpecRules.InternalError, exception.GetType().Name + ": " + exception.Message);
        }
    }

    /// <summary>A file that has no text to read.</summary>
    public static ParsedSpecFile Failed(string path, SpecRule rule, params string[] arguments)
        => new(path, new ParsedSpec(null, [new SpecDiagnostic(rule, default, [.. arguments])], new SpecLocations([])));

    // The source says nothing that the rest does not say.
    public bool Equals(ParsedSpecFile? other) => other is not null && Path == other.Path && Spec.Equals(other.Spec);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
