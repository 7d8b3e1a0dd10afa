using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

internal sealed class StringContract : ApiJson<string>
{
    public override string Read(ref Utf8JsonReader reader) => JsonRead.String(ref reader);

    public override void Write(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(UnicodeText.Check(value));
    }
}

internal sealed class BooleanContract : ApiJson<bool>
{
    public override bool Read(ref Utf8JsonReader reader) => JsonRead.Boolean(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

internal sealed class Int32Contract : ApiJson<int>
{
    public override int Read(ref Utf8JsonReader reader) => JsonRead.Int32(ref reader);

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
}

internal sealed class Int64Contract : ApiJson<long>
{
    public override long Read(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}

internal sealed class SingleContract : ApiJson<float>
{
    public override float Read(ref Utf8JsonReader reader) => JsonRead.Single(ref reader);

    public override void Write(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);
}

internal sealed class DoubleContract : ApiJson<double>
{
    public override double Read(ref Utf8JsonReader reader) => JsonRead.Double(ref reader);

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}

internal sealed class DecimalContract : ApiJson<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader) => JsonRead.Decimal(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
}

internal sealed class GuidContract : ApiJson<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader) => JsonRead.Guid(ref reader);

    public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);
}

internal sealed class BytesContract : ApiJson<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => JsonRead.Bytes(ref reader);

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}

internal sealed class TimeSpanContract : ApiJson<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader) => JsonRead.TimeSpan(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(DurationText.Format(value));
}

internal sealed class DateTimeOffsetContract(string? format) : ApiJson<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader) => JsonRead.DateTimeOffset(ref reader, format);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(DateTimeText.Format(value, format));
}

internal sealed class ElementContract : ApiJson<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader) => JsonRead.Element(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }
}

#if NET8_0_OR_GREATER
internal sealed class DateContract : ApiJson<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader) => JsonRead.Date(ref reader);

    public override void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(TextValue.ToText(value));
}

internal sealed class TimeContract : ApiJson<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader) => JsonRead.Time(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(TextValue.ToText(value));
}
#endif
