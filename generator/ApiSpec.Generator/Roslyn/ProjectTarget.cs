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
                HasStaticAbstractMembers = version >= Floor && symbols.Contains("NET8_0_OR_GREATER"),
            },
            version < Floor ? version.ToDisplayString() : null)
        {
            ReadsDocumentation = options.DocumentationMode != DocumentationMode.None,
        };
    }

    /// <summary>
    /// Whether the compiler reads documentation comments. A build only does so if it writes them to a file. Otherwise, parsing them and storing them in the PDB
    /// takes time, and only a debugger shows them.
    /// </summary>
    public bool ReadsDocumentation { get; private init; }

    /// <summary>Returns the same target with what the properties of a project say.</summary>
    /// <param name="wantsRequiredMembers">Whether records can have required members.</param>
    /// <param name="showsCode">Whether someone can see the generated code.</param>
    public ProjectTarget With(bool wantsRequiredMembers, bool showsCode) => this with
    {
        Framework = Framework with
        {
            HasRequiredMembers = Framework.HasRequiredMembers && wantsRequiredMembers,
            HasDocumentation = ReadsDocumentation || showsCode,
        },
    };

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
