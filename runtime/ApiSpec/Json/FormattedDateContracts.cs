#if NET8_0_OR_GREATER
using System.Globalization;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

internal sealed class FormattedDateContract(string format) : ApiJson<DateOnly>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfFormat(format);

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String,
            isWhole: false,
            (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && MomentText.TryParseDate(JsonRead.Text(ref reader), format, out _));

    public override DateOnly Read(ref Utf8JsonReader reader)
        => MomentText.TryParseDate(JsonRead.String(ref reader), format, out var value) ? value : throw JsonFault.Unreadable("a date", ref reader);

    public override void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(TextValue.ToText(value, format));
}

internal sealed class FormattedTimeContract(string format) : ApiJson<TimeOnly>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfFormat(format);

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String,
            isWhole: false,
            (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && MomentText.TryParseTime(JsonRead.Text(ref reader), format, out _));

    public override TimeOnly Read(ref Utf8JsonReader reader)
        => MomentText.TryParseTime(JsonRead.String(ref reader), format, out var value) ? value : throw JsonFault.Unreadable("a time of day", ref reader);

    public override void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(TextValue.ToText(value, format));
}

/// <summary>Reads dates and times of day in the form of a reference, or in ISO 8601.</summary>
internal static class MomentText
{
    public static bool TryParseDate(string text, string format, out DateOnly value)
        => DateOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            || DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryParseTime(string text, string format, out TimeOnly value)
        => TimeOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            || DateTimeText.TryParseTime(text, out value);
}
#endif
