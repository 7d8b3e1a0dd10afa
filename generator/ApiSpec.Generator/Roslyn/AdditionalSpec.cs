using System.Runtime.CompilerServices;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Roslyn;

/// <summary>A spec file of the project, read.</summary>
internal sealed record ParsedSpecFile(string Path, ParsedSpec Spec)
{
    /// <summary>What the file says, for those who see all files together; null: the file cannot be used.</summary>
    public SpecSource? Source { get; } = Spec.File is { } file ? new SpecSource(Path, file) : null;

    // The source says nothing that the rest does not say.
    public bool Equals(ParsedSpecFile? other) => other is not null && Path == other.Path && Spec.Equals(other.Spec);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}

/// <summary>Takes spec files from the compiler.</summary>
internal static class AdditionalSpec
{
    // The compiler keeps the object of a text until the text changes, and generator and analyzer see the same one: each text is read once.
    private static readonly ConditionalWeakTable<AdditionalText, Reading> Readings = new();

    public static bool IsSpec(string path) => SpecFileName.IsSpec(path);

    public static ParsedSpecFile Parse(AdditionalText text, CancellationToken cancellationToken)
    {
        // Null when the file was deleted or locked between the build's look at the folder and now.
        if (text.GetText(cancellationToken) is not { } source)
            return Failed(text.Path, SpecRules.UnreadableFile, FileName.Of(text.Path));

        var reading = Readings.GetValue(text, static _ => new Reading());
        if (reading.Find(source) is { } known)
            return known;
        var file = Read(text.Path, source, cancellationToken);
        reading.Remember(source, file);
        return file;
    }

    private static ParsedSpecFile Read(string path, SourceText source, CancellationToken cancellationToken)
    {
        try
        {
            return new ParsedSpecFile(path, SpecReader.Read(path, source.ToString(), cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One exception would take every generated file of the project with it.
            return Failed(path, SpecRules.InternalError, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static ParsedSpecFile Failed(string path, SpecRule rule, string argument)
        => new(path, new ParsedSpec(null, [new SpecDiagnostic(rule, default, [argument])], new SpecLocations([])));

    /// <summary>What was read last from a text. Editors may drop a content and load it again as another object, so the content decides.</summary>
    private sealed class Reading
    {
        private Tuple<SourceText, ParsedSpecFile>? _last;

        public ParsedSpecFile? Find(SourceText source) => Volatile.Read(ref _last) is { } last && last.Item1.ContentEquals(source) ? last.Item2 : null;

        public void Remember(SourceText source, ParsedSpecFile file) => Volatile.Write(ref _last, Tuple.Create(source, file));
    }
}
