using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Decides whether schemas can be added to the OpenAPI document of an application.</summary>
internal static class OpenApiSupport
{
    private const string Documents = "Microsoft.AspNetCore.OpenApi.dll";
    private const string Model = "Microsoft.OpenApi.dll";

    // The first version whose documents are in JSON Schema 2020-12, and whose model generated code can be compiled with.
    private const int OldestDocuments = 10;
    private const int OldestModel = 2;

    public static bool IsLibrary(MetadataReference reference) => ProjectTarget.FileName(reference) is Documents or Model;

    public static bool IsSupported(IReadOnlyCollection<HostingLibrary> libraries)
        => libraries.Any(static library => library is { FileName: Documents, MajorVersion: >= OldestDocuments })
            && libraries.Any(static library => library is { FileName: Model, MajorVersion: >= OldestModel });
}
