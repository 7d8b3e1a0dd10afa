using System.ComponentModel;
using System.Globalization;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Reads response headers and other strings as their documented types. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderValue
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The text of a header; null when the response does not have it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    public static string? String(ApiResponse response, string name)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Headers[name];
    }

    /// <summary>The string of a header, or null if the header is absent or has a string in place of a value.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="substitutes">The strings that can replace a value.</param>
    public static string? String(ApiResponse response, string name, params string[] substitutes)
        => String(response, name) is { } text && Array.IndexOf(substitutes, text.Trim()) < 0 ? text : null;

    /// <summary>The value of a header; null when the response does not have it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="read">Reads the value from the text of the header.</param>
    /// <remarks>
    /// A standard header with two forms is read in both. Retry-After is a date or a number of seconds (RFC 9110, 10.2.3): each is converted to the other.
    /// Expires that is not a date is in the past (RFC 9111, 5.3): the smallest date. Deprecation is <c>@</c> and seconds since 1970 (RFC 9745), or a date.
    /// </remarks>
    /// <exception cref="ApiContractException">
    /// The header is not such a value. The response stays unchanged; <see cref="ApiResponse.Headers"/> has the text.
    /// </exception>
    public static T? Value<T>(ApiResponse response, string name, Func<string, T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return String(response, name) is { } text ? Read(response, name, text, read) : null;
    }

    /// <summary>The value of a header, or null if the header is absent or has a string in place of a value.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="read">Reads the value from the text of the header.</param>
    /// <param name="substitutes">The strings that can replace a value.</param>
    /// <exception cref="ApiContractException">The header is not such a value.</exception>
    public static T? Value<T>(ApiResponse response, string name, Func<string, T> read, params string[] substitutes)
        where T : struct
        => String(response, name, substitutes) is null ? null : Value(response, name, read);

    /// <summary>The values of a header, separated by commas within a line (RFC 9110, 5.6.1). Empty if the header is absent.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="read">Reads a value from its text.</param>
    /// <exception cref="ApiContractException">The header has a value that does not fit the type.</exception>
    public static IReadOnlyList<T> List<T>(ApiResponse response, string name, Func<string, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var values = new List<T>();
        foreach (var item in (String(response, name) ?? "").Split(','))
        {
            var text = item.Trim();
            if (text.Length > 0)
                values.Add(Read(response, name, text, read));
        }

        return new ApiList<T>(values);
    }

    /// <summary>The JSON of a header as an object or a list, or null if the header is absent or has a string in place of a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="response">The response.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="json">The contract of the value.</param>
    /// <param name="substitutes">The strings that can replace a value.</param>
    /// <exception cref="ApiContractException">The header is not such a value.</exception>
    public static T? Json<T>(ApiResponse response, string name, ApiJson<T> json, params string[] substitutes)
        where T : class
        => String(response, name, substitutes) is { } text ? ReadJson(response, name, text, json) : null;

    /// <summary>The JSON of a header as a single value, or null if the header is absent or has a string in place of a value.</summary>
    /// <inheritdoc cref="Json{T}(ApiResponse, string, ApiJson{T}, string[])"/>
    public static T? JsonValue<T>(ApiResponse response, string name, ApiJson<T> json, params string[] substitutes)
        where T : struct
        => String(response, name, substitutes) is { } text ? ReadJson(response, name, text, json) : null;

    /// <summary>The text itself.</summary>
    public static string String(string text) => text;

    /// <summary><c>true</c> or <c>false</c>, in letters of any case.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static bool Boolean(string text) => bool.Parse(text);

    /// <summary>One of two words, or <c>true</c> or <c>false</c>, in letters of any case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="yes">The word for true.</param>
    /// <param name="no">The word for false.</param>
    /// <exception cref="FormatException">The string is not one of them.</exception>
    public static bool Boolean(string text, string yes, string no) => BooleanText.TryParse(text, yes, no, out var value) ? value : throw new FormatException();

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public static int Int32(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Int32"/>
    public static long Int64(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public static float Single(string text) => float.Parse(text, PlainNumber, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Single"/>
    public static double Double(string text) => double.Parse(text, PlainNumber, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Single"/>
    public static decimal Decimal(string text) => decimal.Parse(text, PlainNumber, CultureInfo.InvariantCulture);

    /// <summary>A point in time: in a form of HTTP (RFC 9110, 5.6.7), or in one of ISO 8601.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static DateTimeOffset DateTimeOffset(string text) => ReadDateTime(text, null);

    /// <summary>A point in time: in the form that the reference prescribes, in a form of HTTP (RFC 9110, 5.6.7), or in one of ISO 8601.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The form that the reference prescribes: a .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone of values
    /// without one, which are in UTC otherwise.</param>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static DateTimeOffset DateTimeOffset(string text, string format) => ReadDateTime(text, format);

    /// <summary>A duration in ISO 8601.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static TimeSpan TimeSpan(string text) => DurationText.TryParse(text, out var value) ? value : throw new FormatException();

    /// <summary>An identifier of 32 hexadecimal digits (RFC 9562, 4).</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static Guid Guid(string text) => System.Guid.Parse(text);

    /// <summary>Base64 (RFC 4648, 4).</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static ReadOnlyMemory<byte> Bytes(string text) => Convert.FromBase64String(text);

#if NET8_0_OR_GREATER
    /// <summary>A date, such as <c>2026-01-31</c>, or the date of a point in time in a form of HTTP (RFC 9110, 5.6.7).</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static DateOnly Date(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : HttpDateText.TryParse(text, out var http) ? DateOnly.FromDateTime(http.UtcDateTime)
            : throw new FormatException();

    /// <summary>A time of day.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static TimeOnly Time(string text) => DateTimeText.TryParseTime(text, out var value) ? value : throw new FormatException();

    /// <summary>A date in the form that the reference prescribes, or in ISO 8601.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static DateOnly Date(string text, string format) => MomentText.TryParseDate(text, format, out var value) ? value : throw new FormatException();

    /// <summary>A time of day in the form that the reference prescribes, or in ISO 8601.</summary>
    /// <exception cref="FormatException">The string is invalid.</exception>
    public static TimeOnly Time(string text, string format) => MomentText.TryParseTime(text, format, out var value) ? value : throw new FormatException();
#endif

    internal static T Read<T>(ApiResponse response, string name, Func<string, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Read(response, name, String(response, name) ?? "", read);
    }

    private static T ReadJson<T>(ApiResponse response, string name, string text, ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(response, name, text, json.Parse);
    }

    private static DateTimeOffset ReadDateTime(string text, string? format)
        => DateTimeText.TryParse(text, format, out var value) || HttpDateText.TryParse(text, out value) ? value : throw new FormatException();

    private static T Read<T>(ApiResponse response, string name, string text, Func<string, T> read)
    {
        using var localTime = ApiLocalTime.Begin(response.Headers.TimeZone);
        try
        {
            return read(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ApiJsonException)
        {
            if (StandardHeader.TryRead(response, name, text, out T? value))
                return value!;
            // Without the string, and without the exception that quotes it, because a header can contain a token.
            throw new ApiContractException(
                response.Operation, response.StatusCode, "'" + name + "' does not have a value of its type", null, response.RawBody, null, "a header");
        }
    }
}
