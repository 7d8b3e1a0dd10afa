using System.Globalization;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>A point in time as a number of seconds or milliseconds since 1970-01-01T00:00:00Z.</summary>
internal sealed class EpochContract(long ticksPerUnit) : ApiJson<DateTimeOffset>
{
    internal override ValueSchema InPlace(SchemaContext context) => ValueSchema.OfType("number");

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.Number, isWhole: false, (ref Utf8JsonReader reader) => TryRead(ref reader, out _));

    public override DateTimeOffset Read(ref Utf8JsonReader reader)
        => TryRead(ref reader, out var value) ? value
            : reader.TokenType is JsonTokenType.Number
                or JsonTokenType.String ? throw JsonFault.Unreadable("a point in time as a number since 1970", ref reader)
            : throw JsonFault.Expected("a number", ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EpochText.Write(writer, value, ticksPerUnit);
    }

    private bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value) => EpochText.TryRead(ref reader, ticksPerUnit, out value);
}

/// <summary>Points in time as numbers since 1970-01-01T00:00:00Z.</summary>
internal static class EpochText
{
    private static readonly long Start = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static bool TryRead(ref Utf8JsonReader reader, long ticksPerUnit, out DateTimeOffset value)
    {
        value = default;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out var number) && TryParse(number, ticksPerUnit, out value),
            // Some servers send both forms.
            JsonTokenType.String => TryParse(JsonRead.Text(ref reader), ticksPerUnit, out value),
            _ => false,
        };
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value, long ticksPerUnit)
    {
        var ticks = Ticks(value);
        if (ticks % ticksPerUnit == 0)
            writer.WriteNumberValue(ticks / ticksPerUnit);
        else
            writer.WriteNumberValue((decimal)ticks / ticksPerUnit);
    }

    /// <summary>The ticks of one unit of a format, or null if the format is not a number since 1970.</summary>
    public static long? UnitOf(string? format) => format switch
    {
        "epoch" => TimeSpan.TicksPerSecond,
        "epoch-ms" => TimeSpan.TicksPerMillisecond,
        _ => null,
    };

    public static long Ticks(DateTimeOffset value) => value.UtcTicks - Start;

    public static string Format(DateTimeOffset value, long ticksPerUnit)
        => ((decimal)Ticks(value) / ticksPerUnit).ToString("0.#######", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, long ticksPerUnit, out DateTimeOffset value)
    {
        value = default;
        return decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && TryParse(number, ticksPerUnit, out value);
    }

    public static bool TryParse(decimal number, long ticksPerUnit, out DateTimeOffset value)
    {
        value = default;
        var most = (decimal)(DateTime.MaxValue.Ticks - Start) / ticksPerUnit;
        var least = (decimal)-Start / ticksPerUnit;
        if (number > most || number < least)
            return false;
        value = new DateTimeOffset(Start + (long)(number * ticksPerUnit), TimeSpan.Zero);
        return true;
    }
}
