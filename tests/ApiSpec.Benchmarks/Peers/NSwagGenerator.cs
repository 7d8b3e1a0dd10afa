using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace ApiSpec.Benchmarks.Peers;

/// <summary>Makes C# of an OpenAPI document as NSwag's build task does, with System.Text.Json.</summary>
internal static class NSwagGenerator
{
    public static async Task<string> GenerateAsync(string openApi, string ns, string className)
    {
        var document = await OpenApiDocument.FromJsonAsync(openApi);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = className,
            ExceptionClass = "NSwagException",
            CSharpGeneratorSettings =
            {
                Namespace = ns,
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                GenerateNullableReferenceTypes = true,
            },
        };
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }
}
