using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator.Roslyn;

/// <summary>A library that the generated registration methods call.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="MajorVersion">Its major version; 0 if it cannot be read.</param>
internal sealed record HostingLibrary(string FileName, int MajorVersion)
{
    public static HostingLibrary Read(MetadataReference reference) => Of(reference, AssemblyOf(reference));

    public static HostingLibrary Of(MetadataReference reference, IAssemblySymbol? assembly)
        => new(ProjectTarget.FileName(reference), assembly?.Identity.Version.Major ?? 0);

    /// <summary>Returns the content of a library; null: it cannot be read.</summary>
    // Compiles this reference alone, because asking the project's compilation would run at every edit of C#.
    public static IAssemblySymbol? AssemblyOf(MetadataReference reference)
        => CSharpCompilation.Create(null, references: [reference]).GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol;
}

/// <summary>The support for dependency injection that can be generated.</summary>
internal enum HostingLevel
{
    Nothing,

    /// <summary>The methods that add a client.</summary>
    Clients,

    /// <summary>Also the information about requests that the standard resilience handler needs.</summary>
    ResilientClients,
}

/// <summary>Decides whether a project can register clients with dependency injection, and whether it wants to.</summary>
internal static class HostingSupport
{
    private const string Factory = "Microsoft.Extensions.Http.dll";
    private const string Services = "Microsoft.Extensions.DependencyInjection.Abstractions.dll";
    private const string Options = "Microsoft.Extensions.Options.dll";
    private const string Logging = "Microsoft.Extensions.Logging.Abstractions.dll";
    private const string Resilience = "Microsoft.Extensions.Http.Resilience.dll";
    private const string Polly = "Polly.Core.dll";

    // The first version with keyed services, and with options that are validated at the start of the application.
    private const int OldestVersion = 8;

    // The first version whose strategies can access the request.
    private const int OldestResilience = 9;

    public static bool IsLibrary(MetadataReference reference)
        => ProjectTarget.FileName(reference) is Factory or Services or Options or Resilience or Polly;

    /// <summary>Whether a reference is the logging library. Every version has the methods that generated code calls.</summary>
    public static bool IsLogging(MetadataReference reference) => ProjectTarget.FileName(reference) is Logging;

    /// <summary>Returns the level at which all libraries that generated code calls are referenced. Other libraries are dependencies of these.</summary>
    public static HostingLevel LevelOf(IReadOnlyCollection<HostingLibrary> libraries)
    {
        bool Has(string fileName, int oldest) => libraries.Any(library => library.FileName == fileName && library.MajorVersion >= oldest);

        if (!Has(Factory, OldestVersion) || !Has(Services, OldestVersion) || !Has(Options, OldestVersion))
            return HostingLevel.Nothing;
        return Has(Resilience, OldestResilience) && Has(Polly, OldestVersion) ? HostingLevel.ResilientClients : HostingLevel.Clients;
    }

    /// <summary>Whether the project's properties allow it.</summary>
    public static bool IsWanted(AnalyzerConfigOptions options) => !ProjectSettings.IsFalse(options, "ApiSpecGenerateDependencyInjection");
}
