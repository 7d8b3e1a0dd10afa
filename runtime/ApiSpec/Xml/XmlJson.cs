using System.Text;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Xml;

/// <summary>Converts trees to JSON, and JSON to XML.</summary>
internal static class XmlJson
{
    public static byte[] Write(TreeValue tree)
    {
        var buffer = new ReusableBuffer();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonOutput.Encoder, SkipValidation = true }))
            Write(writer, tree);
        return buffer.ToArray();
    }

    /// <summary>Converts JSON of a contract to XML in UTF-8.</summary>
    /// <exception cref="ArgumentException">A name or a value in it cannot be XML.</exception>
    public static byte[] ToXml(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        var xml = XmlTreeWriter.Write(Read(document.RootElement), out var problem);
        return problem is null ? Encoding.UTF8.GetBytes(xml) : throw new ArgumentException("The body cannot be sent as XML: " + problem);
    }

    private static void Write(Utf8JsonWriter writer, TreeValue value)
    {
        switch (value.Kind)
        {
            case TreeKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case TreeKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case TreeKind.Number:
                writer.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            case TreeKind.String:
                writer.WriteStringValue(value.Text);
                break;
            case TreeKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(value.Kind == TreeKind.True);
                break;
        }
    }

    private static TreeValue Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var value = new TreeValue(TreeKind.Object);
                foreach (var member in element.EnumerateObject())
                    value.Add(member.Name, Read(member.Value));
                return value;
            case JsonValueKind.Array:
                var list = new TreeValue(TreeKind.Array);
                foreach (var item in element.EnumerateArray())
                    list.Add(Read(item));
                return list;
            case JsonValueKind.String:
                return new TreeValue(TreeKind.String, element.GetString()!);
            case JsonValueKind.Number:
                return new TreeValue(TreeKind.Number, element.GetRawText());
            default:
                return new TreeValue(
                    element.ValueKind == JsonValueKind.True ? TreeKind.True : element.ValueKind == JsonValueKind.False ? TreeKind.False : TreeKind.Null);
        }
    }
}
