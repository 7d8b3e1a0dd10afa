using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;

namespace ApiSpec.Json;

internal sealed class StringContract : ApiJson<string>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("string", limits: SchemaLimits.Length);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: true, static (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String);

    public override string Read(ref Utf8JsonReader reader) => JsonRead.String(ref reader);

    public override void Write(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(UnicodeText.CheckOfBody(value));
    }
}

internal sealed class BooleanContract : ApiJson<bool>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("boolean");

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.True, isWhole: true, static (ref Utf8JsonReader reader) => JsonRead.TryBoolean(ref reader, out bool _));

    public override bool Read(ref Utf8JsonReader reader) => JsonRead.Boolean(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

internal sealed class Int32Contract : ApiJson<int>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("integer", "int32", SchemaLimits.Range);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryInt32(ref reader, out int _));

    public override int Read(ref Utf8JsonReader reader) => JsonRead.Int32(ref reader);

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
}

internal sealed class Int64Contract : ApiJson<long>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("integer", "int64", SchemaLimits.Range);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryInt64(ref reader, out long _));

    public override long Read(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}

internal sealed class SingleContract : ApiJson<float>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("number", "float", SchemaLimits.Range);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TrySingle(ref reader, out float _));

    public override float Read(ref Utf8JsonReader reader) => JsonRead.Single(ref reader);

    public override void Write(Utf8JsonWriter writer, float value) => writer.WriteNumberValue((float)FiniteNumber.Check(value, ""));
}

internal sealed class DoubleContract : ApiJson<double>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("number", "double", SchemaLimits.Range);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryDouble(ref reader, out double _));

    public override double Read(ref Utf8JsonReader reader) => JsonRead.Double(ref reader);

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(FiniteNumber.Check(value, ""));
}

internal sealed class DecimalContract : ApiJson<decimal>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("number", limits: SchemaLimits.Range);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryDecimal(ref reader, out decimal _));

    public override decimal Read(ref Utf8JsonReader reader) => JsonRead.Decimal(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
}

internal sealed class GuidContract : ApiJson<Guid>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("string", "uuid");

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryGuid(ref reader, out Guid _));

    public override Guid Read(ref Utf8JsonReader reader) => JsonRead.Guid(ref reader);

    public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);
}

internal sealed class BytesContract : ApiJson<ReadOnlyMemory<byte>>
{
    internal override ValueSchema InPlace(SchemaContext context)
        => new(new JsonObject { ["type"] = "string", ["format"] = "byte", ["contentEncoding"] = "base64" });

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String,
            isWhole: false,
            static (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out _));

    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => JsonRead.Bytes(ref reader);

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}

internal sealed class TimeSpanContract : ApiJson<TimeSpan>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfPattern(SchemaPattern.Duration);

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryTimeSpan(ref reader, out TimeSpan _));

    public override TimeSpan Read(ref Utf8JsonReader reader) => JsonRead.TimeSpan(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(DurationText.Format(value));
}

internal sealed class DateTimeOffsetContract(string? format) : ApiJson<DateTimeOffset>
{
    internal override ValueSchema InPlace(SchemaContext context) => MomentFormat.Of(format) switch
    {
        { Epoch: not null } => ValueSchema.OfTextOrNumber(),
        { Form: { } form } => ValueSchema.OfFormat(form),
        // A local time is no date-time of JSON Schema, which has a zone.
        { Zone: not null } => ValueSchema.OfType("string"),
        _ => ValueSchema.OfType("string", "date-time"),
    };

    protected override JsonShape CreateShape()
        => new ScalarShape(
            JsonTokenType.String, isWhole: false, (ref Utf8JsonReader reader) => JsonRead.TryDateTimeOffset(ref reader, format, out DateTimeOffset _),
            MomentFormat.Of(format).Epoch is null ? null : JsonTokenType.Number);

    public override DateTimeOffset Read(ref Utf8JsonReader reader) => JsonRead.DateTimeOffset(ref reader, format);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        if (format is null)
            writer.WriteStringValue(value);
        else
            writer.WriteStringValue(DateTimeText.Format(value, format));
    }
}

internal sealed class ElementContract : ApiJson<JsonElement>
{
    internal override ValueSchema InPlace(SchemaContext context) => new([]);

    protected override JsonShape CreateShape() => AnyShape.Instance;

    public override JsonElement Read(ref Utf8JsonReader reader) => JsonRead.Element(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            WriteDefined(writer, value);
    }

    private static void WriteDefined(Utf8JsonWriter writer, JsonElement value)
    {
        try
        {
            value.WriteTo(writer);
        }
        catch (InvalidOperationException exception)
        {
            // Its text is not valid Unicode, it is too deep, or its document has been disposed. The framework's message says which and quotes no value.
            throw new InvalidBodyException("The JSON value cannot be written: " + exception.Message, "");
        }
    }
}

#if NET8_0_OR_GREATER
internal sealed class DateContract : ApiJson<DateOnly>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("string", "date");

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryDate(ref reader, out DateOnly _));

    public override DateOnly Read(ref Utf8JsonReader reader) => JsonRead.Date(ref reader);

    public override void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(TextValue.ToText(value));
}

internal sealed class TimeContract : ApiJson<TimeOnly>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfLocalTime();

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, static (ref Utf8JsonReader reader) => JsonRead.TryTime(ref reader, out TimeOnly _));

    public override TimeOnly Read(ref Utf8JsonReader reader) => JsonRead.Time(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(TextValue.ToText(value));
}
#endif
