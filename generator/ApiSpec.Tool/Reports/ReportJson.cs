using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes the JSON of commands, the same on every machine.</summary>
internal static class ReportJson
{
    // Keeps quotation marks and letters of other languages readable. That is safe because reports are never embedded in HTML.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the JSON that a method writes, without a line end after it.</summary>
    /// <param name="write">Writes one value.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Writes a member that is a list of strings, or an item that is one.</summary>
    /// <param name="writer">Takes the list.</param>
    /// <param name="name">The name of the member; null: the list is an item.</param>
    /// <param name="values">The strings.</param>
    public static void WriteList(this Utf8JsonWriter writer, string? name, IEnumerable<string> values)
    {
        if (name is not null)
            writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
