using ApiSpec.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSpec.Generator.Roslyn;

/// <summary>The target of the compilation. It is read from the options and not from the compilation, because the options do not change when C# is
/// edited.</summary>
/// <param name="Framework">The features of the target framework.</param>
/// <param name="LanguageVersion">The C# version for messages if it is too old to compile generated code; null otherwise.</param>
internal sealed record ProjectTarget(TargetFramework Framework, string? LanguageVersion)
{
    private const LanguageVersion Floor = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11;

    // The oldest supported compiler does not know the name.
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    public static ProjectTarget Read(ParseOptions options)
    {
        var symbols = new HashSet<string>(options.PreprocessorSymbolNames, StringComparer.Ordinal);
        var version = (options as CSharpParseOptions)?.LanguageVersion ?? Floor;
        return new ProjectTarget(
            new TargetFramework(symbols.Contains("NET5_0_OR_GREATER"), symbols.Contains("NET6_0_OR_GREATER"))
            {
                HasOverloadPriority = version >= CSharp13 && symbols.Contains("NET9_0_OR_GREATER"),
                HasRequiredMembers = version >= Floor && symbols.Contains("NET7_0_OR_GREATER"),
            },
            version < Floor ? version.ToDisplayString() : null);
    }

    /// <summary>Returns the same target for a project that wants no required members.</summary>
    public ProjectTarget WithoutRequiredMembers() => this with { Framework = Framework with { HasRequiredMembers = false } };

    /// <summary>Whether a reference is the library that generated code calls.</summary>
    public static bool IsRuntime(MetadataReference reference) => FileName(reference) is "ApiSpec.dll" or "ApiSpec";

    /// <summary>Whether a reference is the library that generated fakes call.</summary>
    public static bool IsTestingKit(MetadataReference reference) => FileName(reference) is "ApiSpec.Testing.dll" or "ApiSpec.Testing";

    /// <summary>Returns the file name of a reference, or the name of the project if an editor refers to a project.</summary>
    public static string FileName(MetadataReference reference)
    {
        var name = reference.Display ?? "";
        return name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
    }
}
