using System.Runtime.CompilerServices;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Reads spec files that the compiler passes.</summary>
internal static class AdditionalSpec
{
    // The compiler keeps the same AdditionalText until the text changes, and passes it to the generator and the analyzer, so each text is read once.
    private static readonly ConditionalWeakTable<AdditionalText, Reading> Readings = new();

    public static bool IsSpec(string path) => SpecFileName.IsSpec(path);

    public static ParsedSpecFile Parse(AdditionalText text, CancellationToken cancellationToken)
    {
        // Null if the file was deleted or locked after the build had listed the folder.
        if (text.GetText(cancellationToken) is not { } source)
            return ParsedSpecFile.Failed(text.Path, SpecRules.UnreadableFile, FileName.Of(text.Path));

        var reading = Readings.GetValue(text, static _ => new Reading());
        if (reading.Find(source) is { } known)
            return known;
        var file = ParsedSpecFile.Read(text.Path, source.ToString, cancellationToken);
        reading.Remember(source, file);
        return file;
    }

    /// <summary>The last result for a text. Editors can discard content and load it again as a different object, so the comparison is by content.</summary>
    private sealed class Reading
    {
        private Tuple<SourceText, ParsedSpecFile>? _last;

        public ParsedSpecFile? Find(SourceText source) => Volatile.Read(ref _last) is { } last && last.Item1.ContentEquals(source) ? last.Item2 : null;

        public void Remember(SourceText source, ParsedSpecFile file) => Volatile.Write(ref _last, Tuple.Create(source, file));
    }
}
