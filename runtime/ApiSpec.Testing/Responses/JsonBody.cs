using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Reads the body of a request for the check.</summary>
internal static class JsonBody
{
    /// <summary>Returns the body as JSON, or null if it is not JSON, has more than 64 levels, or has an unpaired surrogate.</summary>
    public static JsonText? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // RFC 8259, section 8.2: "\ud800" alone is grammatical and has no meaning.
            return null;
        }
    }

    /// <summary>Returns a string as JSON, or null.</summary>
    public static JsonText? Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>The JSON of values.</summary>
    public static byte[] Write(JsonText values)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, values);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonText value)
    {
        switch (value.Kind)
        {
            case JsonTextKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.Members)
                {
                    writer.WritePropertyName(FieldText.ToUnicode(member.Name));
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonTextKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonTextKind.Number:
                writer.WriteRawValue(value.Text);
                break;
            case JsonTextKind.True or JsonTextKind.False:
                writer.WriteBooleanValue(value.Kind == JsonTextKind.True);
                break;
            case JsonTextKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(FieldText.ToUnicode(value.Text));
                break;
        }
    }

    // The depth of the document limits the recursion.
    private static JsonText Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new JsonText(JsonTextKind.Object, 0);
                foreach (var member in element.EnumerateObject())
                    result.Add(new JsonMember(member.Name, 0, 0, Read(member.Value)));
                return result;
            case JsonValueKind.Array:
                var list = new JsonText(JsonTextKind.Array, 0);
                foreach (var item in element.EnumerateArray())
                    list.Add(Read(item));
                return list;
            case JsonValueKind.String:
                return new JsonText(JsonTextKind.String, 0) { Text = element.GetString()! };
            case JsonValueKind.Number:
                return new JsonText(JsonTextKind.Number, 0) { Text = element.GetRawText() };
            default:
                return new JsonText(
                    element.ValueKind switch { JsonValueKind.True => JsonTextKind.True, JsonValueKind.False => JsonTextKind.False, _ => JsonTextKind.Null }, 0);
        }
    }
}
