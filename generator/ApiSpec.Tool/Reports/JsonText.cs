using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes reports as JSON, the same on every machine.</summary>
internal static class JsonText
{
    // Keeps quotation marks and letters of other languages readable. That is safe because reports are never embedded in HTML.
    public static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
