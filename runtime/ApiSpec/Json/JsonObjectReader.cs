using System.ComponentModel;
using System.Text.Json;
using ApiSpec.Observability;

namespace ApiSpec.Generated;

/// <summary>Finds the members of a JSON object while it is read. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonObjectReader
{
    private const int Bits = 64;

    private readonly JsonMembers _members;
    private int _next;

    internal JsonObjectReader(JsonMembers members) => _members = members;

    /// <summary>The position of the current member among the names; -1 if its name is unknown.</summary>
    public int Member { get; private set; }

    /// <summary>A bit for each of the first 64 names that was found.</summary>
    public ulong Seen { get; set; }

    /// <summary>
    /// Moves the reader to the value of the next member. If the name is unknown, the reader stays on it, for <see cref="Skip"/> or <see cref="Unknown"/>.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="ApiJsonException">A required member is missing.</exception>
    public bool Next(ref Utf8JsonReader reader) => Move(ref reader, skipsUnknown: false);

    /// <summary>Moves the reader to the value of the next member whose name is known, and skips the others.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="ApiJsonException">A required member is missing.</exception>
    public bool NextKnown(ref Utf8JsonReader reader) => Move(ref reader, skipsUnknown: true);

    /// <summary>Returns the value of the current member, which is a string. A recent value of the member is returned as the same object.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="ApiJsonException">The value is not a string.</exception>
    public readonly string String(ref Utf8JsonReader reader) => _members.String(ref reader, Member);

    /// <summary>Skips a member with an unknown name.</summary>
    /// <param name="reader">The reader, on the name.</param>
    public readonly void Skip(ref Utf8JsonReader reader)
    {
        DriftLog.Current?.NoteMember(_members.Schema, ref reader);
        reader.Skip();
    }

    /// <summary>Keeps a member with an unknown name. The last of equal names counts.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <param name="unknown">The members kept so far; null until there is one.</param>
    public readonly void Unknown(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? unknown)
    {
        DriftLog.Current?.NoteMember(_members.Schema, ref reader);
        JsonRead.Additional(ref reader, ref unknown);
    }

    private bool Move(ref Utf8JsonReader reader, bool skipsUnknown)
    {
        while (JsonRead.NextMember(ref reader))
        {
            var member = _members.FindName(ref reader, _next);
            Member = member;
            if (member >= 0)
            {
                _next = member + 1;
                if (member < Bits)
                    Seen |= 1UL << member;
                reader.Read();
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
