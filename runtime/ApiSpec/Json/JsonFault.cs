using System.Globalization;
using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>Creates the messages for JSON that contradicts its contract.</summary>
internal static class JsonFault
{
    public static ApiJsonException Expected(string expected, ref Utf8JsonReader reader)
        => new(expected + " was expected, " + Found(reader.TokenType) + " was found", reader.TokenStartIndex);

    public static ApiJsonException Unreadable(string expected, ref Utf8JsonReader reader)
        => new(Found(reader.TokenType) + " was found that is not " + expected, reader.TokenStartIndex);

    // The framework throws InvalidOperationException for a string or name that has no UTF-16 form, such as an unpaired surrogate.
    public static ApiJsonException NoUnicode(ref Utf8JsonReader reader) => NoUnicode(reader.TokenStartIndex);

    public static ApiJsonException NoUnicode(long offset) => new("the text is not valid Unicode", offset, isOfUnicode: true);

    public static ApiJsonException Missing(string member, ref Utf8JsonReader reader)
        => new("the member is missing", reader.TokenStartIndex, member);

    // The message of the framework quotes the invalid text, which can be a secret.
    public static ApiJsonException Malformed(JsonException exception, long offset)
        => new(
            string.Format(
                CultureInfo.InvariantCulture,
                "the JSON is malformed or too deep at line {0}, byte {1}",
                exception.LineNumber + 1,
                exception.BytePositionInLine + 1),
            offset);

    private static string Found(JsonTokenType type) => type switch
    {
        JsonTokenType.None => "nothing",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.PropertyName => "a member name",
        _ => "an end",
    };
}
