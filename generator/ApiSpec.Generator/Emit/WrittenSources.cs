using System.Runtime.CompilerServices;
using ApiSpec.Generator.Code;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// The text of each generated file, kept with its model. A model that only has another position among the files of its project is not written again, and an
/// editor that receives the same text keeps what it knows about it.
/// </summary>
internal static class WrittenSources
{
    private static readonly ConditionalWeakTable<GeneratedSource, Last> Lasts = new();

    /// <summary>Returns the text of a generated file.</summary>
    /// <param name="source">The model of the file.</param>
    /// <param name="target">The features of the compiled project.</param>
    public static SourceText Of(GeneratedSource source, TargetFramework target)
    {
        var last = Lasts.GetValue(source, static _ => new Last());
        if (last.Find(target) is { } known)
            return known;
        var text = SourceOutput.TextOf(SourceEmitter.Emit(source, target));
        last.Remember(target, text);
        return text;
    }

    private sealed class Last
    {
        private Tuple<TargetFramework, SourceText>? _written;

        public SourceText? Find(TargetFramework target) => Volatile.Read(ref _written) is { } written && written.Item1.Equals(target) ? written.Item2 : null;

        public void Remember(TargetFramework target, SourceText text) => Volatile.Write(ref _written, Tuple.Create(target, text));
    }
}
