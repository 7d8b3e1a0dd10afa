using System.ComponentModel;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Writes the parts of a JSON object that its members do not describe, and values of enums. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Notes that the member which follows is one that not every edition of the reference has.</summary>
    /// <param name="name">The member.</param>
    /// <param name="editions">The editions that include it.</param>
    public static void Editions(string name, ApiEditions editions) => EditionLog.Note(name, editions);

    /// <summary>Writes back members that the schema does not have, or null.</summary>
    public static void Unknown(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? members)
    {
        if (members is not null)
            WriteEntries(writer, ApiJson.Element, members);
    }

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
        // The usual case of members that the schema does not have. An enumerator would be an object.
        if (entries.Count == 0)
            return;
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
