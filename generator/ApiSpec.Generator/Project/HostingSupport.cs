using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator.Project;

/// <summary>A library that the methods for an application's services call.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="MajorVersion">Its version; 0 when it cannot be read.</param>
internal sealed record HostingLibrary(string FileName, int MajorVersion)
{
    public static HostingLibrary Read(MetadataReference reference)
    {
        // A compilation of this reference alone: asking the project's own would run with every edit of C#.
        var symbol = CSharpCompilation.Create(null, references: [reference]).GetAssemblyOrModuleSymbol(reference);
        return new HostingLibrary(ProjectTarget.FileName(reference), (symbol as IAssemblySymbol)?.Identity.Version.Major ?? 0);
    }
}

/// <summary>Tells whether a project can add a client to an application's services, and whether it wants to.</summary>
internal static class HostingSupport
{
    private const string Factory = "Microsoft.Extensions.Http.dll";
    private const string Services = "Microsoft.Extensions.DependencyInjection.Abstractions.dll";
    private const string Options = "Microsoft.Extensions.Options.dll";

    // The first with keyed services, and with options that are checked when the application starts.
    private const int OldestVersion = 8;

    public static bool IsLibrary(MetadataReference reference) => ProjectTarget.FileName(reference) is Factory or Services or Options;

    /// <summary>Tells whether all that the generated code calls is there. What else it calls, these depend on.</summary>
    public static bool IsThere(IEnumerable<HostingLibrary> libraries)
    {
        var recent = new HashSet<string>(
            libraries.Where(static library => library.MajorVersion >= OldestVersion).Select(static library => library.FileName), StringComparer.Ordinal);
        return recent.Contains(Factory) && recent.Contains(Services) && recent.Contains(Options);
    }

    /// <summary>Tells whether the project's properties allow it.</summary>
    public static bool IsWanted(AnalyzerConfigOptions options) => !ProjectSettings.IsFalse(options, "ApiSpecGenerateDependencyInjection");
}
