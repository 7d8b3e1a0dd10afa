using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ApiSpec.Observability;

namespace ApiSpec.Generated;

/// <summary>What tells one alternative of a union from the others. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonAlternative
{
    private readonly JsonTokenType _kind;
    private readonly JsonMembers? _members;
    private readonly ulong _required;
    private readonly int _constantMember = -1;
    private readonly string? _constant;
    private readonly byte[] _utf8Constant = [];
    private readonly JsonMembers? _listed;
    private readonly Trial? _trial;
    private readonly Func<JsonAlternative[]>? _union;

    /// <summary>An alternative that is an object.</summary>
    /// <param name="members">The members of its schema.</param>
    /// <param name="required">A bit for each member, of the first 64, that must be there.</param>
    /// <param name="constantMember">The position of the member that has always the same value; -1 when there is none.</param>
    /// <param name="constant">That value, as text; not null when there is such a member.</param>
    /// <exception cref="ArgumentException">The constant member has no value or no such position.</exception>
    public JsonAlternative(JsonMembers members, ulong required, int constantMember = -1, string? constant = null)
        : this(JsonTokenType.StartObject)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (constantMember < -1 || constantMember >= members.Count)
            throw new ArgumentOutOfRangeException(nameof(constantMember), constantMember, "The schema has no member at this position.");
        if ((constantMember >= 0) != (constant is not null))
            throw new ArgumentException("A constant member has a value, and only such a member has.", nameof(constant));
        _members = members;
        _required = required;
        _constantMember = constantMember;
        _constant = constant;
        _utf8Constant = constant is null ? [] : Encoding.UTF8.GetBytes(constant);
    }

    private JsonAlternative(JsonTokenType kind) => _kind = kind;

    private JsonAlternative(JsonTokenType kind, Trial? trial, JsonMembers? listed = null)
        : this(kind)
    {
        _trial = trial;
        _listed = listed;
    }

    private JsonAlternative(Func<JsonAlternative[]> union) => _union = union;

    /// <summary>An alternative that is a string.</summary>
    public static JsonAlternative String { get; } = new(JsonTokenType.String);

    /// <summary>An alternative that is a number.</summary>
    public static JsonAlternative Number { get; } = new(JsonTokenType.Number);

    /// <summary>An alternative that is a boolean.</summary>
    public static JsonAlternative Boolean { get; } = new(JsonTokenType.True);

    /// <summary>An alternative that is an array.</summary>
    public static JsonAlternative Array { get; } = new(JsonTokenType.StartArray);

    /// <summary>An alternative that is an object with any members.</summary>
    public static JsonAlternative Object { get; } = new(JsonTokenType.StartObject);

    /// <summary>An alternative that not every value of its JSON form is: a whole number, a date in a string, a map of numbers.</summary>
    /// <param name="form">The JSON form: <see cref="String"/>, <see cref="Number"/>, <see cref="Array"/> or <see cref="Object"/>.</param>
    /// <param name="contract">What the value has to be readable as.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static JsonAlternative Readable<T>(JsonAlternative form, ApiJson<T> contract)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(contract);
        return new JsonAlternative(form._kind, new Trial<T>(contract));
    }

    /// <summary>An alternative that is one of several texts, or, where no other alternative is a string, any text.</summary>
    /// <param name="values">The texts that the reference lists.</param>
    public static JsonAlternative Listed(JsonMembers values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new JsonAlternative(JsonTokenType.String, null, values);
    }

    /// <summary>An alternative that is a union itself.</summary>
    /// <param name="alternatives">Gives its alternatives; asked at each use, so that unions may refer to each other.</param>
    public static JsonAlternative Union(Func<JsonAlternative[]> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return new JsonAlternative(alternatives);
    }

    /// <summary>
    /// How well the value fits: the number of members that it has and the alternative knows; 2 for a value that was read or is listed, 1 for one that has the
    /// right form alone, and 0 for one that is not listed; -1 when the value is not this alternative.
    /// </summary>
    /// <param name="value">A reader of its own, on the value's first token.</param>
    internal int Weigh(Utf8JsonReader value)
    {
        if (_union is not null)
            return WeighUnion(value);
        var kind = value.TokenType == JsonTokenType.False ? JsonTokenType.True : value.TokenType;
        if (kind != _kind)
            return -1;
        if (_members is not null)
            return WeighObject(value);
        if (_listed is not null)
            return _listed.MatchValue(ref value) >= 0 ? 2 : 0;
        if (_trial?.CanRead(value) == false)
            return -1;
        // An object whose members are named is told from one that may have any by those names.
        return _kind == JsonTokenType.StartObject ? 0 : _trial is null ? 1 : 2;
    }

    private int WeighUnion(Utf8JsonReader value)
    {
        var best = -1;
        foreach (var alternative in _union!())
            best = Math.Max(best, alternative.Weigh(value));
        return best;
    }

    private int WeighObject(Utf8JsonReader value)
    {
        ulong seen = 0;
        var known = 0;
        var hasConstant = _constantMember < 0;
        var next = 0;
        while (JsonRead.NextMember(ref value))
        {
            var index = _members!.Match(ref value, ref next);
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

    /// <summary>An attempt at reading a value.</summary>
    private abstract class Trial
    {
        public abstract bool CanRead(Utf8JsonReader value);
    }

    private sealed class Trial<T>(ApiJson<T> contract) : Trial
    {
        public override bool CanRead(Utf8JsonReader value)
        {
            // What is noted of a value is noted when it is read in earnest.
            var log = DriftLog.Pause();
            try
            {
                contract.Read(ref value);
                return true;
            }
            catch (ApiJsonException)
            {
                return false;
            }
            finally
            {
                DriftLog.Resume(log);
            }
        }
    }
}
