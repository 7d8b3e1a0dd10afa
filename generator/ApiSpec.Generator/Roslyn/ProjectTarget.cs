using ApiSpec.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSpec.Generator.Roslyn;

/// <summary>What the compilation is for, read from its options and not from itself: those do not change when C# is edited.</summary>
/// <param name="Framework">What the target framework has.</param>
/// <param name="LanguageVersion">The C# version in words, when it is too old to compile what is generated; null otherwise.</param>
internal sealed record ProjectTarget(TargetFramework Framework, string? LanguageVersion)
{
    private const LanguageVersion Floor = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11;

    public static ProjectTarget Read(ParseOptions options)
    {
        var symbols = new HashSet<string>(options.PreprocessorSymbolNames, StringComparer.Ordinal);
        var version = (options as CSharpParseOptions)?.LanguageVersion ?? Floor;
        return new ProjectTarget(
            new TargetFramework(symbols.Contains("NET5_0_OR_GREATER"), symbols.Contains("NET6_0_OR_GREATER")),
            version < Floor ? version.ToDisplayString() : null);
    }

    /// <summary>Tells whether a reference is the library that generated code calls.</summary>
    public static bool IsRuntime(MetadataReference reference) => FileName(reference) is "ApiSpec.dll" or "ApiSpec";

    /// <summary>Tells whether a reference is the library that generated fakes call.</summary>
    public static bool IsTestingKit(MetadataReference reference) => FileName(reference) is "ApiSpec.Testing.dll" or "ApiSpec.Testing";

    /// <summary>The name of a reference's file, or of the project where an editor refers to one.</summary>
    public static string FileName(MetadataReference reference)
    {
        var name = reference.Display ?? "";
        return name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
    }
}
