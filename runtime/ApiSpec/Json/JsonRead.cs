using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Reads the parts of a JSON text. For generated code.</summary>
/// <remarks>
/// Each method expects the reader on the first token of the value, and leaves it on the last token. An unexpected value throws
/// <see cref="ApiJsonException"/>, whose path is worked out only then.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Goes on to the next member name; false at the end of the object.</summary>
    internal static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the value is null.</summary>
    /// <param name="reader">The reader.</param>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Returns the current string or name of the reader.</summary>
    internal static string Text(ref Utf8JsonReader reader)
    {
#if NET8_0_OR_GREATER
        // Most texts are ASCII. The decoder of UTF-8 takes more than twice as long for a short one.
        if (!reader.ValueIsEscaped && !reader.HasValueSequence && System.Text.Ascii.IsValid(reader.ValueSpan))
            return System.Text.Encoding.Latin1.GetString(reader.ValueSpan);
#endif
        return Decode(ref reader);
    }

    private static string Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw JsonFault.NoUnicode(ref reader);
        }
    }

    /// <summary>Keeps a member of a table that is incomplete in the reference. The reader is on its name, and the last of equal names counts.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="unknown">The members kept so far; null until there is one.</param>
    public static void Additional(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? unknown)
    {
        JsonReading.Current?.Spend(unknown is null ? JsonReading.Collection + 1 : 1);
        var name = Text(ref reader);
        reader.Read();
        (unknown ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal))[name] = Element(ref reader);
    }

    /// <summary>Makes kept members into a map that compares by value, or null.</summary>
    /// <param name="unknown">The members; the map takes them over.</param>
    [return: NotNullIfNotNull(nameof(unknown))]
    public static ApiMap<JsonElement>? ToMap(Dictionary<string, JsonElement>? unknown) => unknown is null ? null : ApiMap<JsonElement>.Adopt(unknown);

    /// <summary>Any JSON value, kept apart from the buffer it was read from.</summary>
    /// <param name="reader">The reader.</param>
    public static JsonElement Element(ref Utf8JsonReader reader)
    {
        UnicodeText.Check(reader, JsonReading.Current);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>An array.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="item">The contract of its elements.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static ApiList<T> List<T>(ref Utf8JsonReader reader, ApiJson<T> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonFault.Expected("an array", ref reader);

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return ApiList<T>.Empty;
        var reading = JsonReading.Current;
        reading?.Spend(JsonReading.Collection);

        var items = new T[4];
        var count = 0;
        do
        {
            reading?.Spend(1);
            if (count == items.Length)
                Array.Resize(ref items, count * 2);
            items[count++] = item.Read(ref reader);
            reader.Read();
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        if (count != items.Length)
            Array.Resize(ref items, count);
        return ApiList<T>.Adopt(items);
    }

    /// <summary>An object whose member names are data; the last of equal names counts.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="value">The contract of its values.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static ApiMap<T> Map<T>(ref Utf8JsonReader reader, ApiJson<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonFault.Expected("an object", ref reader);

        var reading = JsonReading.Current;
        Dictionary<string, T>? entries = null;
        while (NextMember(ref reader))
        {
            reading?.Spend(entries is null ? JsonReading.Collection + 1 : 1);
            var name = Text(ref reader);
            reader.Read();
            (entries ??= new Dictionary<string, T>(StringComparer.Ordinal))[name] = value.Read(ref reader);
        }

        return entries is null ? ApiMap<T>.Empty : ApiMap<T>.Adopt(entries);
    }

    /// <summary>
    /// Checks that the object whose end the reader is on has its required members. A member can be missing if the body of a failure is read leniently.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="members">The schema's members.</param>
    /// <param name="required">A bit for each required member.</param>
    /// <param name="seen">A bit for each member that was found.</param>
    /// <param name="firstIndex">The position of the member that the lowest bit stands for.</param>
    /// <exception cref="ApiJsonException">A required member is missing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Require(ref Utf8JsonReader reader, JsonMembers members, ulong required, ulong seen, int firstIndex)
    {
        if ((required & ~seen) != 0)
            ThrowMissing(ref reader, members, required & ~seen, firstIndex);
    }

    /// <summary>Reports that the value contradicts the contract.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="expected">The expected value, with its article: <c>one of the documented values</c>.</param>
    [DoesNotReturn]
    public static void ThrowExpected(ref Utf8JsonReader reader, string expected) => throw JsonFault.Expected(expected, ref reader);

    private static void ThrowMissing(ref Utf8JsonReader reader, JsonMembers members, ulong missing, int firstIndex)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (JsonReading.Current is { IsLenient: true })
            return;
        var index = firstIndex;
        for (; (missing & 1) == 0; missing >>= 1)
            index++;
        throw JsonFault.Missing(members.NameOf(index), ref reader);
    }
}
