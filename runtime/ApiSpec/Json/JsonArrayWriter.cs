using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes members as the values of a JSON array, in order. For generated code.</summary>
/// <remarks>Only the last members can be left out: another gap would give every later value the wrong position.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonArrayWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly JsonMembers _members;
    private int _next;

    internal JsonArrayWriter(Utf8JsonWriter writer, JsonMembers members)
    {
        _writer = writer;
        _members = members;
    }

    /// <summary>Ends the array.</summary>
    public readonly void End() => _writer.WriteEndArray();

    /// <summary>Writes a string, or null.</summary>
    /// <exception cref="ArgumentException">The text holds an unpaired surrogate.</exception>
    public void String(int member, string? value)
        => Begin(member).WriteStringValue(value is null ? null : UnicodeText.CheckOfBody(value, _members.NameOf(member)));

    /// <summary>Writes a boolean.</summary>
    public void Boolean(int member, bool value) => Begin(member).WriteBooleanValue(value);

    /// <summary>Writes a whole number of 32 bits.</summary>
    public void Int32(int member, int value) => Begin(member).WriteNumberValue(value);

    /// <summary>Writes a whole number of 64 bits.</summary>
    public void Int64(int member, long value) => Begin(member).WriteNumberValue(value);

    /// <summary>Writes a number of double precision.</summary>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public void Double(int member, double value) => Begin(member).WriteNumberValue(FiniteNumber.Check(value, _members.NameOf(member)));

    /// <summary>Writes a decimal number.</summary>
    public void Decimal(int member, decimal value) => Begin(member).WriteNumberValue(value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="member">The position of the member.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">As in <see cref="JsonObjectWriter.DateTimeOffset"/>.</param>
    public void DateTimeOffset(int member, DateTimeOffset value, string? format = null)
    {
        var writer = Begin(member);
        if (format is null)
            writer.WriteStringValue(value);
        else if (EpochText.UnitOf(format) is { } unit)
            EpochText.Write(writer, value, unit);
        else
            writer.WriteStringValue(DateTimeText.Format(value, format));
    }

    /// <summary>Writes a UUID.</summary>
    public void Guid(int member, Guid value) => Begin(member).WriteStringValue(value);

    /// <summary>Writes bytes in base64.</summary>
    public void Bytes(int member, ReadOnlyMemory<byte> value) => Begin(member).WriteBase64StringValue(value.Span);

    /// <summary>Writes a duration as ISO 8601 does.</summary>
    public void TimeSpan(int member, TimeSpan value) => Begin(member).WriteStringValue(DurationText.Format(value));

#if NET8_0_OR_GREATER
    /// <summary>Writes a date.</summary>
    public void Date(int member, DateOnly value) => Begin(member).WriteStringValue(TextValue.ToText(value));

    /// <summary>Writes a time of day.</summary>
    public void Time(int member, TimeOnly value) => Begin(member).WriteStringValue(TextValue.ToText(value));
#endif

    /// <summary>Writes any JSON value; one that was never set as null.</summary>
    public void Element(int member, JsonElement value) => Value(member, ApiJson.Element, value);

    /// <summary>Writes a value by its contract.</summary>
    public void Value<T>(int member, ApiJson<T> json, T value)
    {
        var writer = Begin(member);
        try
        {
            json.Write(writer, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_members.NameOf(member)))
        {
        }
    }

    /// <summary>Writes an array.</summary>
    public void List<T>(int member, ApiJson<T> item, IReadOnlyList<T> value)
    {
        var writer = Begin(member);
        try
        {
            JsonWrite.Items(writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_members.NameOf(member)))
        {
        }
    }

    /// <summary>Writes an object whose member names are data.</summary>
    public void Map<T>(int member, ApiJson<T> item, IReadOnlyDictionary<string, T> value)
    {
        var writer = Begin(member);
        try
        {
            JsonWrite.Entries(writer, item, value);
        }
        catch (InvalidBodyException exception) when (exception.Under(_members.NameOf(member)))
        {
        }
    }

    /// <summary>Writes null.</summary>
    public void Null(int member) => Begin(member).WriteNullValue();

    /// <summary>Writes the values after the last member, which are kept under their positions.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">A value has another name than the next position.</exception>
    public void Rest(IReadOnlyDictionary<string, JsonElement> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var left = values.Count; left > 0; left--)
        {
            var position = Math.Max(_next, _members.Count);
            var name = JsonArrayReader.NameOf(position);
            if (!values.TryGetValue(name, out var value))
                throw new InvalidBodyException(
                    "Additional values of " + _members.Schema + " are named by their positions, and the next one is '" + name + "'.", name);
            Begin(position);
            ApiJson.Element.Write(_writer, value);
        }
    }

    /// <summary>Reports that a value lacks a member that its schema requires.</summary>
    [DoesNotReturn]
    public readonly void MissingRequired(int member)
    {
        var name = _members.NameOf(member);
        throw new InvalidBodyException("The member '" + name + "' of " + _members.Schema + " is required and cannot be null.", name);
    }

    private Utf8JsonWriter Begin(int member)
    {
        if (member != _next)
        {
            var missing = _members.NameOf(_next);
            throw new InvalidBodyException(
                "The member '" + missing + "' of " + _members.Schema + " must be set, because a later member of the array is set.", missing);
        }

        _next++;
        return _writer;
    }
}
