using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Binding;

/// <summary>A parsed spec file of the project.</summary>
internal sealed record ParsedSpecFile(string Path, ParsedSpec Spec)
{
    /// <summary>The content of the file, for steps that need all files: one source, or several if its section has several formats. Empty: the file cannot be
    /// used.</summary>
    public EquatableArray<SpecSource> Sources { get; } = Spec.File is { } file ? SectionForms.SourcesOf(Path, file) : [];

    /// <summary>Reads a file. Errors in its text become diagnostics.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static ParsedSpecFile Read(string path, Func<string> text, CancellationToken cancellationToken)
    {
        try
        {
            return new ParsedSpecFile(path, SpecReader.Read(path, text(), cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception would stop the generation of every file of the project.
            return Failed(path, SpecRules.InternalError, exception.GetType().Name + ": " + exception.Message);
        }
    }

    /// <summary>Returns the result for a file without readable text.</summary>
    public static ParsedSpecFile Failed(string path, SpecRule rule, params string[] arguments)
        => new(path, new ParsedSpec(null, [new SpecDiagnostic(rule, default, [.. arguments])], new SpecLocations([])));

    // The sources are derived from the other properties.
    public bool Equals(ParsedSpecFile? other) => other is not null && Path == other.Path && Spec.Equals(other.Spec);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
