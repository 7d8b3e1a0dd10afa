using System.Text.Json;

namespace ApiSpec.AotSmoke;

/// <summary>The bodies, read with a chain of <c>ValueTextEquals</c>.</summary>
internal static class HandWrittenJson
{
    public static ActionObject ReadAction(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        string? name = null, href = null, method = null;
        List<JsonElement>? parameters = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
                name = String(ref reader);
            else if (reader.ValueTextEquals("href"u8))
                href = String(ref reader);
            else if (reader.ValueTextEquals("method"u8))
                method = String(ref reader);
            else if (reader.ValueTextEquals("parameters"u8))
                parameters = Elements(ref reader);
            else
                reader.Skip();
        }

        return new ActionObject(Require(name), Require(href), Require(method), parameters);
    }

    public static ErrorInfo ReadError(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        string? source = null, message = null, id = null, application = null, data = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("errorSource"u8))
                source = String(ref reader);
            else if (reader.ValueTextEquals("message"u8))
                message = String(ref reader);
            else if (reader.ValueTextEquals("messageID"u8))
                id = String(ref reader);
            else if (reader.ValueTextEquals("application"u8))
                application = String(ref reader);
            else if (reader.ValueTextEquals("messageData"u8))
                data = String(ref reader);
            else
                reader.Skip();
        }

        return new ErrorInfo(Require(source), Require(message), Require(id), Require(application), data);
    }

    private static Utf8JsonReader Begin(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("An object was expected.");
    }

    private static string? String(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static List<JsonElement>? Elements(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var elements = new List<JsonElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(JsonElement.ParseValue(ref reader));
        return elements;
    }

    private static T Require<T>(T? value)
        where T : class
        => value ?? throw new JsonException("A required member is missing.");
}
