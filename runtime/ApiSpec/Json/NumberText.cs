using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace ApiSpec.Generated;

/// <summary>Reads and writes values that are a number or a word, and that are kept as text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NumberText
{
    /// <summary>The text of a number in JSON.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>Null: the value is not a number.</returns>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            return null;
        using var number = JsonDocument.ParseValue(ref reader);
        return number.RootElement.GetRawText();
    }

    /// <summary>Writes a number as a number, and any other text as a string.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="text">The text; null: the value was never set.</param>
    /// <param name="type">The type, for the message.</param>
    /// <exception cref="ArgumentException">The value was never set.</exception>
    public static void Write(Utf8JsonWriter writer, string? text, string type)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsNumber(text))
            writer.WriteRawValue(text!);
        else
            JsonWrite.Enum(writer, text, type);
    }

    /// <summary>A whole number of 32 bits; null: the text is something else.</summary>
    /// <param name="text">The text, or null.</param>
    public static int? Int32(string? text) => Whole(text) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A whole number of 64 bits; null: the text is something else.</summary>
    /// <param name="text">The text, or null.</param>
    public static long? Int64(string? text) => Whole(text) is >= long.MinValue and <= long.MaxValue and var number ? (long)number : null;

    /// <summary>A decimal number; null: the text is something else.</summary>
    /// <param name="text">The text, or null.</param>
    public static decimal? Decimal(string? text)
        => IsNumber(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number; null: the text is something else.</summary>
    /// <param name="text">The text, or null.</param>
    public static double? Double(string? text)
        => IsNumber(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number
            : null;

    // As in any other whole number, a fraction of zeros is allowed.
    private static decimal? Whole(string? text) => Decimal(text) is { } number && number == decimal.Truncate(number) ? number : null;

    // RFC 8259, 6. .NET also reads '+5', '.5', '5.' and '05' as numbers, which JSON cannot have.
    internal static bool IsNumber(string? text)
    {
        var at = text is ['-', ..] ? 1 : 0;
        if (text is null || !Digits(text, ref at, mayStartWithZero: false))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits(text, ref at, mayStartWithZero: true))
                return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (!Digits(text, ref at, mayStartWithZero: true))
                return false;
        }

        return at == text.Length;
    }

    private static bool Digits(string text, ref int at, bool mayStartWithZero)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at > start && (mayStartWithZero || at == start + 1 || text[start] != '0');
    }
}
