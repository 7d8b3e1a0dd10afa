using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>All that the meaning of generated code depends on, as a value: if it is the same for two runs, the compiler says the same about both.</summary>
/// <param name="Compiler">The project, without the settings that only determine what is generated.</param>
/// <param name="Files">The names of the files, each with the checksum of its text.</param>
internal sealed record GeneratedTexts(Consumer Compiler, string Files)
{
    public static GeneratedTexts Of(Consumer consumer, ImmutableArray<GeneratedSourceResult> sources)
        => new(
            consumer.Compiler,
            string.Join('\n', sources.Select(static source => source.HintName + " " + Convert.ToHexString(source.SourceText.GetChecksum().AsSpan()))));
}
