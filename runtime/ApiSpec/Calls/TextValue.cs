using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes values as the text of a path, query or header, the same in every culture; null stays null. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextValue
{
    /// <summary>Unchanged text.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(string? value) => value;

    /// <summary>The text of a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <exception cref="ArgumentException">The value was never set. To leave a parameter out, use null.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? OfEnum<T>(T? value, string name)
        where T : struct, IEnumValue
        => value is { } present ? present.Text ?? throw new ArgumentException(UnsetFault(typeof(T).Name), name) : null;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(bool? value) => value is { } present ? (present ? "true" : "false") : null;

    /// <summary>One of two words.</summary>
    /// <param name="value">The value.</param>
    /// <param name="yes">The word for true.</param>
    /// <param name="no">The word for false.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(bool? value, string yes, string no) => value is { } present ? (present ? yes : no) : null;

    /// <summary>Digits, with a hyphen before negative numbers.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits, with a hyphen before negative numbers.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(float? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Digits and a full stop.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// ISO 8601, or a .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone in which a format without one is written, which is UTC
    /// otherwise. <c>epoch</c> and <c>epoch-ms</c> are numbers since 1970.
    /// </summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(DateTimeOffset? value, string? format = null) => value is { } present ? DateTimeText.Format(present, format) : null;

    /// <summary>Lower-case digits with dashes (RFC 9562, 4).</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(Guid? value) => value?.ToString("D");

    /// <summary>A duration as ISO 8601 writes it.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(TimeSpan? value) => value is { } present ? DurationText.Format(present) : null;

    /// <summary>Base64 (RFC 4648, 4).</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(ReadOnlyMemory<byte>? value) => value is { } present ? Convert.ToBase64String(present.ToArray()) : null;

#if NET8_0_OR_GREATER
    /// <summary><c>yyyy-MM-dd</c>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>HH:mm:ss</c>, with a fraction when there is one.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(TimeOnly? value) => value?.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A .NET format, taken invariantly.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(DateOnly? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A .NET format, taken invariantly.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText(TimeOnly? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);
#endif

    /// <summary>A value as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">Its contract.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <param name="isHeader">Whether characters outside of ASCII are written as escapes, because a header cannot contain them.</param>
    /// <exception cref="ArgumentException">The value breaks a rule of the reference, or is missing a required member.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? OfJson<T>(ApiJson<T> json, T? value, string name, bool isHeader)
        where T : class
        => value is null ? null : Json(json, value, name, isHeader);

    /// <inheritdoc cref="OfJson{T}(ApiJson{T}, T, string, bool)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? OfJson<T>(ApiJson<T> json, T? value, string name, bool isHeader)
        where T : struct
        => value is { } present ? Json(json, present, name, isHeader) : null;

    internal static string UnsetFault(string type) => "The value of " + type + " was never set.";

    private static string Json<T>(ApiJson<T> json, T value, string name, bool isHeader)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = JsonOutput.WriteParameter(json, value, name);
        return isHeader ? InAscii(text) : text;
    }

    // In JSON, such characters are only in strings, where RFC 8259, 7, allows escapes. DEL is not allowed in a header either (RFC 9110, 5.5).
    private static string InAscii(string json)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] < '\x7F')
            {
                escaped?.Append(json[i]);
                continue;
            }

            escaped ??= new StringBuilder(json.Length + 16).Append(json, 0, i);
            escaped.Append("\\u").Append(((int)json[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return escaped?.ToString() ?? json;
    }
}
