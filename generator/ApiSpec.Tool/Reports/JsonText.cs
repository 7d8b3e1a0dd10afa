using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiSpec.Tool.Reports;

/// <summary>How reports are written as JSON: the same on every machine.</summary>
internal static class JsonText
{
    // Quotation marks and letters of other languages stay readable; no report is put into a page of HTML.
    public static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
