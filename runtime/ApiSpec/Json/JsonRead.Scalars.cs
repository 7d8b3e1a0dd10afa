using System.Globalization;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>A string.</summary>
    /// <param name="reader">The reader.</param>
    public static string String(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw JsonFault.Expected("a string", ref reader);

    /// <summary>A boolean; the strings "true" and "false" count as well.</summary>
    /// <param name="reader">The reader.</param>
    public static bool Boolean(ref Utf8JsonReader reader) => TryBoolean(ref reader, out var value) ? value : throw NotRead("a boolean", ref reader);

    /// <summary>A whole number of 32 bits; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static int Int32(ref Utf8JsonReader reader)
        => TryInt32(ref reader, out var value) ? value : throw NotRead("a whole number", ref reader, "a whole number of 32 bits");

    /// <summary>A whole number of 64 bits; a string that holds one counts as well, and so does <c>2.0</c>.</summary>
    /// <param name="reader">The reader.</param>
    public static long Int64(ref Utf8JsonReader reader)
        => TryInt64(ref reader, out var value) ? value : throw NotRead("a whole number", ref reader, "a whole number of 64 bits");

    /// <summary>A number of single precision; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static float Single(ref Utf8JsonReader reader)
        => TrySingle(ref reader, out var value) ? value : throw NotRead("a number", ref reader, "a number of single precision");

    /// <summary>A number of double precision; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static double Double(ref Utf8JsonReader reader)
        => TryDouble(ref reader, out var value) ? value : throw NotRead("a number", ref reader, "a number of double precision");

    /// <summary>A decimal number; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static decimal Decimal(ref Utf8JsonReader reader)
        => TryDecimal(ref reader, out var value) ? value : throw NotRead("a number", ref reader, "a decimal number");

    /// <summary>A point in time: ISO 8601, with or without a zone, a colon in the zone, seconds and fraction, or a time at all.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="format">
    /// The form that the reference prescribes, which is read too: a .NET format, taken invariantly; then <c>@</c> and the IANA id of the zone of values without
    /// one, which are in UTC otherwise; then <c>#</c> and <c>epoch</c> or <c>epoch-ms</c>, if numbers of seconds or milliseconds since 1970 are read as well.
    /// Null: none of these.
    /// </param>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader, string? format = null)
        => TryDateTimeOffset(ref reader, format, out var value) ? value : throw NotRead("a date and time", ref reader);

    /// <summary>A UUID, with or without dashes or braces.</summary>
    /// <param name="reader">The reader.</param>
    public static Guid Guid(ref Utf8JsonReader reader) => TryGuid(ref reader, out var value) ? value : throw NotRead("a UUID", ref reader);

    /// <summary>Bytes in base64 (RFC 4648, 4).</summary>
    /// <param name="reader">The reader.</param>
    public static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value)
            ? value
            : throw (reader.TokenType == JsonTokenType.String ? JsonFault.Unreadable("base64", ref reader) : JsonFault.Expected("bytes in base64", ref reader));

    /// <summary>A duration as ISO 8601 writes it, such as <c>P1DT2H</c>; years and months have no fixed length and are refused.</summary>
    /// <param name="reader">The reader.</param>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader) => TryTimeSpan(ref reader, out var value) ? value : throw NotRead("a duration", ref reader);

#if NET8_0_OR_GREATER
    /// <summary>A date, such as <c>2014-07-14</c>.</summary>
    /// <param name="reader">The reader.</param>
    public static DateOnly Date(ref Utf8JsonReader reader) => TryDate(ref reader, out var value) ? value : throw NotRead("a date", ref reader);

    /// <summary>A time of day, such as <c>11:54:52.5</c>; seconds and fraction can be missing.</summary>
    /// <param name="reader">The reader.</param>
    public static TimeOnly Time(ref Utf8JsonReader reader) => TryTime(ref reader, out var value) ? value : throw NotRead("a time of day", ref reader);

    internal static bool TryDate(ref Utf8JsonReader reader, out DateOnly value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(Text(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    internal static bool TryTime(ref Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && DateTimeText.TryParseTime(Text(ref reader), out value);
    }
#endif

    internal static bool TryBoolean(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        if (value || reader.TokenType == JsonTokenType.False)
            return true;
        if (reader.TokenType != JsonTokenType.String)
            return false;
        var text = Text(ref reader);
        value = string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
        return value || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
    }

    internal static bool TryInt32(ref Utf8JsonReader reader, out int value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value))
            return true;
        var isWhole = TryWholeNumber(ref reader, int.MinValue, int.MaxValue, out var number);
        value = (int)number;
        return isWhole;
    }

    internal static bool TryInt64(ref Utf8JsonReader reader, out long value)
        => (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value)) || TryWholeNumber(ref reader, long.MinValue, long.MaxValue, out value);

    internal static bool TrySingle(ref Utf8JsonReader reader, out float value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetSingle(out value) && IsFinite(value),
            JsonTokenType.String => float.TryParse(Text(ref reader), PlainNumber, CultureInfo.InvariantCulture, out value) && IsFinite(value),
            _ => false,
        };
    }

    internal static bool TryDouble(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out value) && IsFinite(value),
            JsonTokenType.String => double.TryParse(Text(ref reader), PlainNumber, CultureInfo.InvariantCulture, out value) && IsFinite(value),
            _ => false,
        };
    }

    internal static bool TryDecimal(ref Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out value),
            JsonTokenType.String => decimal.TryParse(Text(ref reader), PlainNumber, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
    }

    internal static bool TryDateTimeOffset(ref Utf8JsonReader reader, string? format, out DateTimeOffset value)
    {
        value = default;
        if (EpochText.UnitOf(format) is { } unit)
            return EpochText.TryRead(ref reader, unit, out value);
        if (reader.TokenType != JsonTokenType.String)
            return reader.TokenType == JsonTokenType.Number && EpochText.UnitOf(MomentFormat.Of(format).Epoch) is { } also
                && EpochText.TryRead(ref reader, also, out value);
        var isIsoFirst = DateTimeText.HasOrderOfIso8601(format);
        return (isIsoFirst && !reader.HasValueSequence && InternetTime.TryParse(reader.ValueSpan, out value))
            || TryOtherForm(ref reader, format, isIsoFirst, out value);
    }

    private static bool TryOtherForm(ref Utf8JsonReader reader, string? format, bool isIsoFirst, out DateTimeOffset value)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (isIsoFirst && length <= DateTimeText.LongestUsual)
        {
            Span<char> text = stackalloc char[DateTimeText.LongestUsual];
            if (DateTimeText.TryParse(text.Slice(0, reader.CopyString(text)), MomentFormat.Of(format).Zone, out value))
                return true;
        }

        return DateTimeText.TryParse(Text(ref reader), format, out value);
    }

    internal static bool TryGuid(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && (reader.TryGetGuid(out value) || System.Guid.TryParse(Text(ref reader), out value));
    }

    internal static bool TryTimeSpan(ref Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && DurationText.TryParse(Text(ref reader), out value);
    }

    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads less common forms of a whole number: with an exponent or an empty fraction, or as a string.</summary>
    private static bool TryWholeNumber(ref Utf8JsonReader reader, long min, long max, out long value)
    {
        value = 0;
        if (reader.TokenType == JsonTokenType.String)
            return long.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var exact) || exact < min || exact > max || exact != decimal.Truncate(exact))
            return false;
        value = (long)exact;
        return true;
    }

    /// <summary>The exception for a value with the wrong JSON form, or with the right form that cannot be read. For numbers, it names the readable
    /// form.</summary>
    private static ApiJsonException NotRead(string expected, ref Utf8JsonReader reader, string? readable = null)
    {
        var isForm = reader.TokenType == JsonTokenType.String || (reader.TokenType == JsonTokenType.Number && readable is not null);
        return isForm ? JsonFault.Unreadable(readable ?? expected, ref reader) : JsonFault.Expected(expected, ref reader);
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
