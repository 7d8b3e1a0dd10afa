using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace ApiSpec.Generated;

/// <summary>What tells one alternative of a union from the others. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonAlternative
{
    private readonly JsonMembers? _members;
    private readonly ulong _required;
    private readonly int _constantMember = -1;
    private readonly string? _constant;
    private readonly byte[] _utf8Constant = [];

    /// <summary>An alternative that is an object.</summary>
    /// <param name="members">The members of its schema.</param>
    /// <param name="required">A bit for each member, of the first 64, that must be there.</param>
    /// <param name="constantMember">The position of the member that has always the same value; -1 when there is none.</param>
    /// <param name="constant">That value, as text; not null when there is such a member.</param>
    /// <exception cref="ArgumentException">The constant member has no value or no such position.</exception>
    public JsonAlternative(JsonMembers members, ulong required, int constantMember = -1, string? constant = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (constantMember < -1 || constantMember >= members.Count)
            throw new ArgumentOutOfRangeException(nameof(constantMember), constantMember, "The schema has no member at this position.");
        if ((constantMember >= 0) != (constant is not null))
            throw new ArgumentException("A constant member has a value, and only such a member has.", nameof(constant));
        Kind = JsonTokenType.StartObject;
        _members = members;
        _required = required;
        _constantMember = constantMember;
        _constant = constant;
        _utf8Constant = constant is null ? [] : Encoding.UTF8.GetBytes(constant);
    }

    private JsonAlternative(JsonTokenType kind) => Kind = kind;

    /// <summary>An alternative that is a string.</summary>
    public static JsonAlternative String { get; } = new(JsonTokenType.String);

    /// <summary>An alternative that is a number.</summary>
    public static JsonAlternative Number { get; } = new(JsonTokenType.Number);

    /// <summary>An alternative that is a boolean.</summary>
    public static JsonAlternative Boolean { get; } = new(JsonTokenType.True);

    /// <summary>An alternative that is an array.</summary>
    public static JsonAlternative Array { get; } = new(JsonTokenType.StartArray);

    private JsonTokenType Kind { get; }

    /// <summary>The number of members that the value has and the alternative knows; -1 when the value is not this alternative.</summary>
    /// <param name="value">A reader of its own, on the value's first token.</param>
    internal int Weigh(Utf8JsonReader value)
    {
        var kind = value.TokenType == JsonTokenType.False ? JsonTokenType.True : value.TokenType;
        if (kind != Kind)
            return -1;
        if (_members is null)
            return 0;

        ulong seen = 0;
        var known = 0;
        var hasConstant = _constantMember < 0;
        var next = 0;
        while (JsonRead.NextMember(ref value))
        {
            var index = _members.Match(ref value, ref next);
            if (index < 0)
            {
                value.Skip();
                continue;
            }

            var bit = index < 64 ? 1UL << index : 0;
            if (bit == 0 || (seen & bit) == 0)
                known++;
            seen |= bit;
            if (index == _constantMember)
                hasConstant = IsConstant(ref value);
            value.Skip();
        }

        return hasConstant && (seen & _required) == _required ? known : -1;
    }

    private bool IsConstant(ref Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.String => value.ValueTextEquals(_utf8Constant),
        JsonTokenType.Number => value.ValueSpan.SequenceEqual(_utf8Constant),
        JsonTokenType.True => string.Equals(_constant, "true", StringComparison.OrdinalIgnoreCase),
        JsonTokenType.False => string.Equals(_constant, "false", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
