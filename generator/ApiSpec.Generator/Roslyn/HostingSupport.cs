using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator.Roslyn;

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

/// <summary>What can be generated for the services of an application.</summary>
internal enum HostingLevel
{
    Nothing,

    /// <summary>The methods that add a client.</summary>
    Clients,

    /// <summary>These, and what the standard resilience handler has to know about requests.</summary>
    ResilientClients,
}

/// <summary>Tells whether a project can add a client to an application's services, and whether it wants to.</summary>
internal static class HostingSupport
{
    private const string Factory = "Microsoft.Extensions.Http.dll";
    private const string Services = "Microsoft.Extensions.DependencyInjection.Abstractions.dll";
    private const string Options = "Microsoft.Extensions.Options.dll";
    private const string Logging = "Microsoft.Extensions.Logging.Abstractions.dll";
    private const string Resilience = "Microsoft.Extensions.Http.Resilience.dll";
    private const string Polly = "Polly.Core.dll";

    // The first with keyed services, and with options that are checked when the application starts.
    private const int OldestVersion = 8;

    // The first whose strategies can be asked for the request.
    private const int OldestResilience = 9;

    public static bool IsLibrary(MetadataReference reference)
        => ProjectTarget.FileName(reference) is Factory or Services or Options or Resilience or Polly;

    /// <summary>Tells whether a reference is the library that logs are written through. What the generated code calls of it, every version has.</summary>
    public static bool IsLogging(MetadataReference reference) => ProjectTarget.FileName(reference) is Logging;

    /// <summary>Tells for how much all that the generated code calls is there. What else it calls, these depend on.</summary>
    public static HostingLevel LevelOf(IReadOnlyCollection<HostingLibrary> libraries)
    {
        bool Has(string fileName, int oldest) => libraries.Any(library => library.FileName == fileName && library.MajorVersion >= oldest);

        if (!Has(Factory, OldestVersion) || !Has(Services, OldestVersion) || !Has(Options, OldestVersion))
            return HostingLevel.Nothing;
        return Has(Resilience, OldestResilience) && Has(Polly, OldestVersion) ? HostingLevel.ResilientClients : HostingLevel.Clients;
    }

    /// <summary>Tells whether the project's properties allow it.</summary>
    public static bool IsWanted(AnalyzerConfigOptions options) => !ProjectSettings.IsFalse(options, "ApiSpecGenerateDependencyInjection");
}
