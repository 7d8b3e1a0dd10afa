using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes the members of a JSON object, each by its position among the names. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonObjectWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly JsonMembers _members;
    private readonly JsonEncodedText[] _names;

    internal JsonObjectWriter(Utf8JsonWriter writer, JsonMembers members)
    {
        _writer = writer;
        _members = members;
        _names = members.EncodedNames;
    }

    /// <summary>Ends the object.</summary>
    public void End() => _writer.WriteEndObject();

    /// <summary>Writes a string, or null.</summary>
    /// <exception cref="ArgumentException">The text holds an unpaired surrogate.</exception>
    public void String(int member, string? value)
        => _writer.WriteString(_names[member], value is null ? null : UnicodeText.CheckOfBody(value, _names[member].ToString()));

    /// <summary>Writes a boolean.</summary>
    public void Boolean(int member, bool value) => _writer.WriteBoolean(_names[member], value);

    /// <summary>Writes a whole number of 32 bits.</summary>
    public void Int32(int member, int value) => _writer.WriteNumber(_names[member], value);

    /// <summary>Writes a whole number of 64 bits.</summary>
    public void Int64(int member, long value) => _writer.WriteNumber(_names[member], value);

    /// <summary>Writes a number of single precision.</summary>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public void Single(int member, float value) => _writer.WriteNumber(_names[member], (float)FiniteNumber.Check(value, _names[member].ToString()));

    /// <summary>Writes a number of double precision.</summary>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public void Double(int member, double value) => _writer.WriteNumber(_names[member], FiniteNumber.Check(value, _names[member].ToString()));

    /// <summary>Writes a decimal number.</summary>
    public void Decimal(int member, decimal value) => _writer.WriteNumber(_names[member], value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="member">The position of the member.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">A .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone in which a format without one is written, which is UTC
    /// otherwise; null: ISO 8601 with as many digits as the value has, and its zone.</param>
    public void DateTimeOffset(int member, DateTimeOffset value, string? format = null)
    {
        // The writer of the framework has the same form, and needs no string for it.
        if (format is null)
        {
            _writer.WriteString(_names[member], value);
            return;
        }

        if (EpochText.UnitOf(format) is not { } unit)
        {
            _writer.WriteString(_names[member], DateTimeText.Format(value, format));
            return;
        }

        _writer.WritePropertyName(_names[member]);
        EpochText.Write(_writer, value, unit);
    }

    /// <summary>Writes a UUID.</summary>
    public void Guid(int member, Guid value) => _writer.WriteString(_names[member], value);

    /// <summary>Writes bytes in base64.</summary>
    public void Bytes(int member, ReadOnlyMemory<byte> value) => _writer.WriteBase64String(_names[member], value.Span);

    /// <summary>Writes a duration as ISO 8601 does.</summary>
    public void TimeSpan(int member, TimeSpan value) => _writer.WriteString(_names[member], DurationText.Format(value));

#if NET8_0_OR_GREATER
    /// <summary>Writes a date.</summary>
    public void Date(int member, DateOnly value) => _writer.WriteString(_names[member], TextValue.ToText(value));

    /// <summary>Writes a time of day.</summary>
    public void Time(int member, TimeOnly value) => _writer.WriteString(_names[member], TextValue.ToText(value));
#endif

    /// <summary>Writes any JSON value; one that was never set as null.</summary>
    public void Element(int member, JsonElement value) => Value(member, ApiJson.Element, value);

    /// <summary>Writes a value by its contract.</summary>
    public void Value<T>(int member, ApiJson<T> json, T value)
    {
        _writer.WritePropertyName(_names[member]);
        try
        {
            json.Write(_writer, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_names[member].ToString()))
        {
        }
    }

    /// <summary>Writes an array.</summary>
    public void List<T>(int member, ApiJson<T> item, IReadOnlyList<T> value)
    {
        _writer.WritePropertyName(_names[member]);
        try
        {
            JsonWrite.Items(_writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_names[member].ToString()))
        {
        }
    }

    /// <summary>Writes an object whose member names are data.</summary>
    public void Map<T>(int member, ApiJson<T> item, IReadOnlyDictionary<string, T> value)
    {
        _writer.WritePropertyName(_names[member]);
        try
        {
            JsonWrite.Entries(_writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_names[member].ToString()))
        {
        }
    }

    /// <summary>Writes null.</summary>
    public void Null(int member) => _writer.WriteNull(_names[member]);

    /// <summary>Reports that a value lacks a member that its schema requires.</summary>
    [DoesNotReturn]
    public void MissingRequired(int member)
    {
        var name = _members.NameOf(member);
        throw new InvalidBodyException("The member '" + name + "' of " + _members.Schema + " is required and cannot be null.", name);
    }
}
