using System.Text;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>
/// Rejects invalid Unicode. In a request, the writer of the framework would replace it with U+FFFD, and the server would store that.
/// In a response, the text could be neither shown nor sent back.
/// </summary>
internal static class UnicodeText
{
    private const string Fault = "A string of the request contains an unpaired surrogate.";

    /// <exception cref="ArgumentException">The text holds an unpaired surrogate.</exception>
    public static string Check(string text) => IsValid(text) ? text : throw new ArgumentException(Fault, nameof(text));

    /// <summary>Checks a string of a request body.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The member that holds it; empty: the value itself.</param>
    /// <exception cref="InvalidBodyException">The text holds an unpaired surrogate.</exception>
    public static string CheckOfBody(string text, string path = "") => IsValid(text) ? text : throw new InvalidBodyException(Fault, path);

    private static bool IsValid(string text)
    {
        for (var i = FirstSurrogate(text, 0); i >= 0; i = FirstSurrogate(text, i + 2))
        {
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
        }

        return true;
    }

    private static int FirstSurrogate(string text, int start)
    {
#if NET8_0_OR_GREATER
        var index = text.AsSpan(start).IndexOfAnyInRange('\uD800', '\uDFFF');
        return index < 0 ? -1 : start + index;
#else
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
                return i;
        }

        return -1;
#endif
    }

    /// <summary>Checks the strings and names of a value that is kept as JSON.</summary>
    /// <param name="reader">A separate reader, on the value's first token.</param>
    /// <param name="reading">The counter of created values, or null.</param>
    /// <exception cref="ApiJsonException">One of them is not valid Unicode.</exception>
    public static void Check(Utf8JsonReader reader, JsonReading? reading)
    {
        reading?.Spend(JsonReading.Collection);
        var depth = reader.CurrentDepth;
        CheckToken(ref reader);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject)
                reading?.Step();
            else
                reading?.Spend(1);
            CheckToken(ref reader);
        }
    }

    /// <summary>Replaces invalid Unicode in JSON with U+FFFD, so that the rest can be read.</summary>
    public static byte[] Repair(ReadOnlySpan<byte> utf8Json)
    {
        // Bytes that are not UTF-8 become U+FFFD here. All other bytes stay the same.
        var text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8Json));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != (byte)'\\')
                continue;
            var first = SurrogateAt(text, i);
            if (char.IsHighSurrogate(first) && char.IsLowSurrogate(SurrogateAt(text, i + EscapeLength)))
                i += EscapeLength;
            else if (char.IsSurrogate(first))
                ReplacementEscape.CopyTo(text.AsSpan(i));
            i += char.IsSurrogate(first) ? EscapeLength - 1 : 1;
        }

        return text;
    }

    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> ReplacementEscape => "\\ufffd"u8;

    private static void CheckToken(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return;
        if (reader.HasValueSequence || !IsPlain(reader.ValueSpan, reader.ValueIsEscaped))
            JsonRead.Text(ref reader);
    }

    // Recognises valid text without creating a string: no escape starts a surrogate, and all bytes are ASCII.
    private static bool IsPlain(ReadOnlySpan<byte> value, bool isEscaped)
    {
        if (isEscaped && (value.IndexOf("\\ud"u8) >= 0 || value.IndexOf("\\uD"u8) >= 0))
            return false;
#if NET8_0_OR_GREATER
        return System.Text.Unicode.Utf8.IsValid(value);
#else
        foreach (var unit in value)
        {
            if (unit > 0x7F)
                return false;
        }

        return true;
#endif
    }

    /// <summary>Returns the surrogate whose escape starts at a position of the JSON, or another character.</summary>
    private static char SurrogateAt(ReadOnlySpan<byte> text, int start)
    {
        if (start + EscapeLength > text.Length || text[start] != (byte)'\\' || text[start + 1] != (byte)'u')
            return default;
        var unit = 0;
        foreach (var digit in text.Slice(start + 2, 4))
        {
            // The letters of both cases differ in one bit.
            var value = digit is >= (byte)'0' and <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
            if (value is < 0 or > 15 || (value < 10 && digit > '9'))
                return default;
            unit = (unit << 4) | value;
        }

        return (char)unit;
    }
}
