using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace ApiSpec.Benchmarks.Peers;

/// <summary>Generates C# from an OpenAPI document like NSwag's build task, with System.Text.Json.</summary>
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
