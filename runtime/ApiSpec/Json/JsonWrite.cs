using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Writes the members of a JSON object. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Notes that the member which follows is one that not every edition of the reference has.</summary>
    /// <param name="name">The member.</param>
    /// <param name="editions">The editions that include it.</param>
    public static void Editions(string name, ApiEditions editions) => EditionLog.Note(name, editions);

    /// <summary>Writes a string, or null.</summary>
    /// <exception cref="ArgumentException">The text holds an unpaired surrogate.</exception>
    public static void String(Utf8JsonWriter writer, JsonEncodedText name, string? value)
        => writer.WriteString(name, value is null ? null : UnicodeText.CheckOfBody(value, name.ToString()));

    /// <summary>Writes a boolean.</summary>
    public static void Boolean(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    /// <summary>Writes a whole number of 32 bits.</summary>
    public static void Int32(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    /// <summary>Writes a whole number of 64 bits.</summary>
    public static void Int64(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    /// <summary>Writes a number of single precision.</summary>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public static void Single(Utf8JsonWriter writer, JsonEncodedText name, float value)
        => writer.WriteNumber(name, (float)FiniteNumber.Check(value, name.ToString()));

    /// <summary>Writes a number of double precision.</summary>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public static void Double(Utf8JsonWriter writer, JsonEncodedText name, double value)
        => writer.WriteNumber(name, FiniteNumber.Check(value, name.ToString()));

    /// <summary>Writes a decimal number.</summary>
    public static void Decimal(Utf8JsonWriter writer, JsonEncodedText name, decimal value) => writer.WriteNumber(name, value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">A .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone in which a format without one is written, which is UTC
    /// otherwise; null: ISO 8601 with as many digits as the value has, and its zone.</param>
    public static void DateTimeOffset(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value, string? format = null)
    {
        if (EpochText.UnitOf(format) is not { } unit)
        {
            writer.WriteString(name, DateTimeText.Format(value, format));
            return;
        }

        writer.WritePropertyName(name);
        EpochText.Write(writer, value, unit);
    }

    /// <summary>Writes a UUID.</summary>
    public static void Guid(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);

    /// <summary>Writes bytes in base64.</summary>
    public static void Bytes(Utf8JsonWriter writer, JsonEncodedText name, ReadOnlyMemory<byte> value) => writer.WriteBase64String(name, value.Span);

    /// <summary>Writes a duration as ISO 8601 does.</summary>
    public static void TimeSpan(Utf8JsonWriter writer, JsonEncodedText name, TimeSpan value) => writer.WriteString(name, DurationText.Format(value));

#if NET8_0_OR_GREATER
    /// <summary>Writes a date.</summary>
    public static void Date(Utf8JsonWriter writer, JsonEncodedText name, DateOnly value) => writer.WriteString(name, TextValue.ToText(value));

    /// <summary>Writes a time of day.</summary>
    public static void Time(Utf8JsonWriter writer, JsonEncodedText name, TimeOnly value) => writer.WriteString(name, TextValue.ToText(value));
#endif

    /// <summary>Writes any JSON value; one that was never set as null.</summary>
    public static void Element(Utf8JsonWriter writer, JsonEncodedText name, JsonElement value)
    {
        writer.WritePropertyName(name);
        try
        {
            ApiJson.Element.Write(writer, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(name.ToString()))
        {
        }
    }

    /// <summary>Writes a value by its contract.</summary>
    public static void Value<T>(Utf8JsonWriter writer, JsonEncodedText name, ApiJson<T> json, T value)
    {
        writer.WritePropertyName(name);
        try
        {
            json.Write(writer, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(name.ToString()))
        {
        }
    }

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter writer, JsonEncodedText name, ApiJson<T> item, IReadOnlyList<T> value)
    {
        writer.WritePropertyName(name);
        try
        {
            Items(writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(name.ToString()))
        {
        }
    }

    /// <summary>Writes an object whose member names are data.</summary>
    public static void Map<T>(Utf8JsonWriter writer, JsonEncodedText name, ApiJson<T> item, IReadOnlyDictionary<string, T> value)
    {
        writer.WritePropertyName(name);
        try
        {
            Entries(writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(name.ToString()))
        {
        }
    }

    /// <summary>Writes null.</summary>
    public static void Null(Utf8JsonWriter writer, JsonEncodedText name) => writer.WriteNull(name);

    /// <summary>Writes back members that the schema does not have, or null.</summary>
    public static void Unknown(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? members)
    {
        if (members is not null)
            WriteEntries(writer, ApiJson.Element, members);
    }

    /// <summary>Reports that a value lacks what its schema requires.</summary>
    /// <param name="type">The schema.</param>
    /// <param name="member">The name of the member in JSON.</param>
    [DoesNotReturn]
    public static void MissingRequired(string type, string member)
        => throw new InvalidBodyException("The member '" + member + "' of " + type + " is required and cannot be null.", member);

    /// <summary>Writes a value of an enum.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The text of the value; null: it was never set.</param>
    /// <param name="type">The enum.</param>
    /// <exception cref="ArgumentException">The value was never set, or its text holds an unpaired surrogate.</exception>
    public static void Enum(Utf8JsonWriter writer, string? value, string type)
        => writer.WriteStringValue(UnicodeText.CheckOfBody(value ?? throw new InvalidBodyException(TextValue.UnsetFault(type), "")));

    internal static void Items<T>(Utf8JsonWriter writer, ApiJson<T> item, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        var i = 0;
        try
        {
            for (; i < value.Count; i++)
                item.WriteItem(writer, value[i]);
        }
        catch (InvalidBodyException exception) when (exception.Under(i))
        {
        }

        writer.WriteEndArray();
    }

    internal static void Entries<T>(Utf8JsonWriter writer, ApiJson<T> item, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        WriteEntries(writer, item, value);
        writer.WriteEndObject();
    }

    private static void WriteEntries<T>(Utf8JsonWriter writer, ApiJson<T> json, IReadOnlyDictionary<string, T> entries, string prefix = "", string suffix = "")
    {
        string? name = null;
        try
        {
            foreach (var entry in entries)
            {
                // A name that cannot be sent cannot be a part of the path either.
                name = null;
                UnicodeText.CheckOfBody(entry.Key);
                name = prefix.Length + suffix.Length == 0 ? entry.Key : prefix + entry.Key + suffix;
                writer.WritePropertyName(name);
                json.WriteItem(writer, entry.Value);
            }
        }
        catch (InvalidBodyException exception) when (name is not null && exception.Under(name))
        {
        }
    }
}
