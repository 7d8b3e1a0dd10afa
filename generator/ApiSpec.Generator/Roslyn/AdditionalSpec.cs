using System.Runtime.CompilerServices;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Roslyn;

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
            return ParsedSpecFile.Failed(text.Path, SpecRules.UnreadableFile, FileName.Of(text.Path));

        var reading = Readings.GetValue(text, static _ => new Reading());
        if (reading.Find(source) is { } known)
            return known;
        var file = ParsedSpecFile.Read(text.Path, source.ToString, cancellationToken);
        reading.Remember(source, file);
        return file;
    }

    /// <summary>What was read last from a text. Editors may drop a content and load it again as another object, so the content decides.</summary>
    private sealed class Reading
    {
        private Tuple<SourceText, ParsedSpecFile>? _last;

        public ParsedSpecFile? Find(SourceText source) => Volatile.Read(ref _last) is { } last && last.Item1.ContentEquals(source) ? last.Item2 : null;

        public void Remember(SourceText source, ParsedSpecFile file) => Volatile.Write(ref _last, Tuple.Create(source, file));
    }
}
