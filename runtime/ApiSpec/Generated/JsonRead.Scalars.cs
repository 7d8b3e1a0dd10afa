using System.Globalization;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>A string.</summary>
    /// <param name="reader">The reader.</param>
    public static string String(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw JsonFault.Expected("a string", ref reader);

    /// <summary>A boolean; the strings "true" and "false" count as well.</summary>
    /// <param name="reader">The reader.</param>
    public static bool Boolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                var text = reader.GetString();
                if (string.Equals(text, "true", StringComparison.OrdinalIgnoreCase))
                    return true;
                if (string.Equals(text, "false", StringComparison.OrdinalIgnoreCase))
                    return false;
                throw JsonFault.Unreadable("a boolean", ref reader);
            default:
                throw JsonFault.Expected("a boolean", ref reader);
        }
    }

    /// <summary>A whole number of 32 bits; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            return number;
        return (int)WholeNumber(ref reader, int.MinValue, int.MaxValue, "a whole number of 32 bits");
    }

    /// <summary>A whole number of 64 bits; a string that holds one counts as well, and so does <c>2.0</c>.</summary>
    /// <param name="reader">The reader.</param>
    public static long Int64(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : WholeNumber(ref reader, long.MinValue, long.MaxValue, "a whole number of 64 bits");

    /// <summary>A number of single precision; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static float Single(ref Utf8JsonReader reader)
    {
        float number;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetSingle(out number) && IsFinite(number))
                    return number;
                break;
            case JsonTokenType.String:
                if (float.TryParse(reader.GetString(), PlainNumber, CultureInfo.InvariantCulture, out number) && IsFinite(number))
                    return number;
                break;
            default:
                throw JsonFault.Expected("a number", ref reader);
        }

        throw JsonFault.Unreadable("a number of single precision", ref reader);
    }

    /// <summary>A number of double precision; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static double Double(ref Utf8JsonReader reader)
    {
        double number;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetDouble(out number) && IsFinite(number))
                    return number;
                break;
            case JsonTokenType.String:
                if (double.TryParse(reader.GetString(), PlainNumber, CultureInfo.InvariantCulture, out number) && IsFinite(number))
                    return number;
                break;
            default:
                throw JsonFault.Expected("a number", ref reader);
        }

        throw JsonFault.Unreadable("a number of double precision", ref reader);
    }

    /// <summary>A decimal number; a string that holds one counts as well.</summary>
    /// <param name="reader">The reader.</param>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        decimal number;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetDecimal(out number))
                    return number;
                break;
            case JsonTokenType.String:
                if (decimal.TryParse(reader.GetString(), PlainNumber, CultureInfo.InvariantCulture, out number))
                    return number;
                break;
            default:
                throw JsonFault.Expected("a number", ref reader);
        }

        throw JsonFault.Unreadable("a decimal number", ref reader);
    }

    /// <summary>A point in time: ISO 8601, with or without a zone (none means UTC), a colon in the zone, seconds and fraction, or a time at all.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="format">The form that the reference prescribes, which is read too: a .NET format, taken invariantly; null: there is none.</param>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader, string? format = null)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a date and time", ref reader);
        // The framework's parser is the faster one, but takes a time without a zone for local, and knows no zone without a colon.
        var isIsoFirst = DateTimeText.HasOrderOfIso8601(format);
        if (isIsoFirst && !reader.HasValueSequence && DateTimeText.HasPlainZone(reader.ValueSpan) && reader.TryGetDateTimeOffset(out var plain))
            return plain;

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (isIsoFirst && length <= DateTimeText.LongestUsual)
        {
            Span<char> text = stackalloc char[DateTimeText.LongestUsual];
            if (DateTimeText.TryParse(text.Slice(0, reader.CopyString(text)), out var usual))
                return usual;
        }

        return DateTimeText.TryParse(reader.GetString()!, format, out var value) ? value : throw JsonFault.Unreadable("a date and time", ref reader);
    }

    /// <summary>A UUID, with or without dashes or braces.</summary>
    /// <param name="reader">The reader.</param>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a UUID", ref reader);
        return reader.TryGetGuid(out var value) || System.Guid.TryParse(reader.GetString(), out value) ? value : throw JsonFault.Unreadable("a UUID", ref reader);
    }

    /// <summary>Bytes in base64 (RFC 4648, 4).</summary>
    /// <param name="reader">The reader.</param>
    public static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("bytes in base64", ref reader);
        return reader.TryGetBytesFromBase64(out var value) ? value : throw JsonFault.Unreadable("base64", ref reader);
    }

    /// <summary>A length of time as ISO 8601 writes it, such as <c>P1DT2H</c>; years and months have no fixed length and are refused.</summary>
    /// <param name="reader">The reader.</param>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a duration", ref reader);
        return DurationText.TryParse(reader.GetString()!, out var value) ? value : throw JsonFault.Unreadable("a duration", ref reader);
    }

#if NET8_0_OR_GREATER
    /// <summary>A date, such as <c>2014-07-14</c>.</summary>
    /// <param name="reader">The reader.</param>
    public static DateOnly Date(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a date", ref reader);
        return DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw JsonFault.Unreadable("a date", ref reader);
    }

    /// <summary>A time of day, such as <c>11:54:52.5</c>; seconds and fraction may be missing.</summary>
    /// <param name="reader">The reader.</param>
    public static TimeOnly Time(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a time of day", ref reader);
        return DateTimeText.TryParseTime(reader.GetString()!, out var value) ? value : throw JsonFault.Unreadable("a time of day", ref reader);
    }
#endif

    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The spellings of a whole number that are less common: with an exponent or an empty fraction, or as a string.</summary>
    private static long WholeNumber(ref Utf8JsonReader reader, long min, long max, string expected)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetDecimal(out var exact) && exact >= min && exact <= max && exact == decimal.Truncate(exact))
                    return (long)exact;
                break;
            case JsonTokenType.String:
                if (long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number >= min
                    && number <= max)
                    return number;
                break;
            default:
                throw JsonFault.Expected("a whole number", ref reader);
        }

        throw JsonFault.Unreadable(expected, ref reader);
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
