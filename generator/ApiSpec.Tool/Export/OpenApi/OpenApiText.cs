using System.Globalization;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Writes documents as text, with the same bytes on every system.</summary>
internal static class OpenApiText
{
    public static string Write(OpenApiDocument document, OpenApiSpecVersion version, bool asYaml)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAs(version, asYaml ? new OpenApiYamlWriter(text) : new OpenApiJsonWriter(text));
        text.Write('\n');
        return text.ToString().ReplaceLineEndings("\n");
    }
}
