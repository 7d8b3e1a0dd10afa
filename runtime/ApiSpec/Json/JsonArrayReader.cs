using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Observability;

namespace ApiSpec.Generated;

/// <summary>Reads the values of a JSON array whose positions have a meaning. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonArrayReader
{
    private const int Bits = 64;

    private readonly JsonMembers _members;
    private int _next;

    internal JsonArrayReader(JsonMembers members) => _members = members;

    /// <summary>The position of the current value among the members; -1 if it is after the last member.</summary>
    public int Member { get; private set; }

    /// <summary>A bit for each of the first 64 members that was found.</summary>
    public ulong Seen { get; set; }

    /// <summary>Moves the reader to the next value.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the array.</returns>
    /// <exception cref="ApiJsonException">A required member is missing.</exception>
    public bool Next(ref Utf8JsonReader reader) => Move(ref reader, skipsUnknown: false);

    /// <summary>Moves the reader to the next value that is a member, and skips the others.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the array.</returns>
    /// <exception cref="ApiJsonException">A required member is missing.</exception>
    public bool NextKnown(ref Utf8JsonReader reader) => Move(ref reader, skipsUnknown: true);

    /// <summary>Returns the current value, which is a string. A recent value of the member is returned as the same object.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="ApiJsonException">The value is not a string.</exception>
    public readonly string String(ref Utf8JsonReader reader) => _members.String(ref reader, Member);

    /// <summary>Skips a value after the last member.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public readonly void Skip(ref Utf8JsonReader reader)
    {
        DriftLog.Current?.NotePosition(_members.Schema, _next - 1, ref reader);
        reader.Skip();
    }

    /// <summary>Keeps a value after the last member, under its position.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="unknown">The values kept so far; null until there is one.</param>
    public readonly void Unknown(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? unknown)
    {
        DriftLog.Current?.NotePosition(_members.Schema, _next - 1, ref reader);
        Additional(ref reader, ref unknown);
    }

    /// <summary>Keeps a value after the last member of a table that is incomplete in the reference, under its position.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="unknown">The values kept so far; null until there is one.</param>
    public readonly void Additional(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? unknown)
    {
        JsonReading.Current?.Spend(unknown is null ? JsonReading.Collection + 1 : 1);
        unknown ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        unknown[NameOf(_next - 1)] = JsonRead.Element(ref reader);
    }

    /// <summary>The name under which a value without a row is kept.</summary>
    internal static string NameOf(int position) => position.ToString(CultureInfo.InvariantCulture);

    private bool Move(ref Utf8JsonReader reader, bool skipsUnknown)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var position = _next++;
            Member = position < _members.Count ? position : -1;
            if (Member >= 0)
            {
                if (position < Bits)
                    Seen |= 1UL << position;
                return true;
            }

            if (!skipsUnknown)
                return true;
            Skip(ref reader);
        }

        JsonRead.Require(ref reader, _members, _members.Required, Seen, 0);
        return false;
    }
}
