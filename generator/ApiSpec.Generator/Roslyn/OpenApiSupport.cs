using ApiSpec.Generator.Code;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>A library of OpenAPI documents that the generated method calls.</summary>
/// <param name="Library">The library.</param>
/// <param name="HasContentKeywords">Whether its schemas have properties for the content of strings.</param>
internal sealed record OpenApiLibrary(HostingLibrary Library, bool HasContentKeywords)
{
    private const string Schema = "Microsoft.OpenApi.OpenApiSchema";

    public static OpenApiLibrary Read(MetadataReference reference)
    {
        var assembly = HostingLibrary.AssemblyOf(reference);
        return new OpenApiLibrary(
            HostingLibrary.Of(reference, assembly), assembly?.GetTypeByMetadataName(Schema)?.GetMembers("ContentSchema").IsEmpty == false);
    }
}

/// <summary>Decides whether schemas can be added to the OpenAPI document of an application.</summary>
internal static class OpenApiSupport
{
    private const string Documents = "Microsoft.AspNetCore.OpenApi.dll";
    private const string Model = "Microsoft.OpenApi.dll";

    // The first version whose documents are in JSON Schema 2020-12, and whose model generated code can be compiled with.
    private const int OldestDocuments = 10;
    private const int OldestModel = 2;

    public static bool IsLibrary(MetadataReference reference) => ProjectTarget.FileName(reference) is Documents or Model;

    public static OpenApiLevel LevelOf(IReadOnlyCollection<OpenApiLibrary> libraries)
    {
        var model = libraries.FirstOrDefault(static library => library.Library is { FileName: Model, MajorVersion: >= OldestModel });
        return model is null || !libraries.Any(static library => library.Library is { FileName: Documents, MajorVersion: >= OldestDocuments })
            ? OpenApiLevel.Nothing
            : model.HasContentKeywords ? OpenApiLevel.SchemasWithContent : OpenApiLevel.Schemas;
    }
}
