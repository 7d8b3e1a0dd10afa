using System.Text;
using System.Text.Json;
using ApiSpec.Generated;
using ApiSpec.Observability;

namespace ApiSpec.Json;

/// <summary>A value that is one token.</summary>
internal abstract class SingleShape : JsonShape
{
    /// <summary>Returns how well the token fits as the alternative of a union, or -1 if it does not fit.</summary>
    /// <param name="reader">The reader, on the token.</param>
    /// <param name="isReadable">The result of <see cref="CanRead"/>.</param>
    public abstract int Weigh(ref Utf8JsonReader reader, bool isReadable);

    /// <summary>Returns whether the token can be read, including deviating forms that servers send.</summary>
    public abstract bool CanRead(ref Utf8JsonReader reader);
}

/// <summary>A single value of one JSON form.</summary>
/// <param name="form">The form of the value as the alternative of a union; <see cref="JsonTokenType.True"/> stands for both Booleans.</param>
/// <param name="isWhole">Whether all values of that form can be read, such as strings but not dates.</param>
/// <param name="reads">Returns whether a token can be read.</param>
/// <param name="otherForm">A second form of the value; null: it has one form only.</param>
internal sealed class ScalarShape(JsonTokenType form, bool isWhole, ScalarShape.Reads reads, JsonTokenType? otherForm = null) : SingleShape
{
    public delegate bool Reads(ref Utf8JsonReader reader);

    public override int Weigh(ref Utf8JsonReader reader, bool isReadable) => isReadable ? isWhole ? 1 : 2 : -1;

    public override bool CanRead(ref Utf8JsonReader reader) => reads(ref reader);

    internal override bool CanBegin(JsonTokenType token) => token == form || token == otherForm || (token == JsonTokenType.False && form == JsonTokenType.True);
}

internal sealed class EnumShape : SingleShape
{
    private readonly JsonMembers _values;

    public EnumShape(JsonMembers values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
    }

    public override int Weigh(ref Utf8JsonReader reader, bool isReadable) => _values.MatchValue(ref reader) >= 0 ? 2 : 0;

    public override bool CanRead(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String;

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.String;
}

/// <summary>Any value.</summary>
internal sealed class AnyShape : JsonShape
{
    public static AnyShape Instance { get; } = new();

    internal override bool CanBegin(JsonTokenType token) => true;
}

internal sealed class NullableShape(Func<JsonShape> value) : JsonShape
{
    private JsonShape? _value;

    public JsonShape Value => _value ??= value();

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.Null || Value.CanBegin(token);
}

internal sealed class ListShape(Func<JsonShape> item) : JsonShape
{
    private JsonShape? _item;

    public JsonShape Item => _item ??= item();

    public bool HasSingleItems => (Item is NullableShape nullable ? nullable.Value : Item) is SingleShape;

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.StartArray;
}

/// <summary>A record whose members are the values of an array, in order.</summary>
internal sealed class TupleShape : JsonShape
{
    private readonly Func<JsonShape[]> _get;
    private JsonShape[]? _values;

    public TupleShape(int required, Func<JsonShape[]> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (Required, _get) = (required, values);
    }

    /// <summary>The number of values that must be present.</summary>
    public int Required { get; }

    public JsonShape[] Values => _values ??= _get();

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.StartArray;
}

internal sealed class MapShape(Func<JsonShape> value) : JsonShape
{
    private JsonShape? _value;

    public JsonShape Value => _value ??= value();

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.StartObject;
}

/// <summary>The shape of a hand-written contract. Only an attempt to read a value shows whether it fits.</summary>
internal abstract class UnknownShape : JsonShape
{
    public abstract bool CanRead(Utf8JsonReader reader);

    internal override bool CanBegin(JsonTokenType token) => true;
}

internal sealed class UnknownShape<T>(ApiJson<T> contract) : UnknownShape
{
    public override bool CanRead(Utf8JsonReader reader)
    {
        // Drift of a value is recorded when it is actually read.
        var log = DriftLog.Pause();
        try
        {
            contract.Read(ref reader);
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

internal sealed class RecordShape : JsonShape
{
    private readonly JsonMembers _members;
    private readonly ulong[] _required;
    private readonly Func<JsonShape[]> _get;
    private readonly string? _constant;
    private readonly byte[] _utf8Constant;
    private readonly int[] _spellings;
    private readonly JsonPattern[] _patterns;
    private readonly int _count;
    private JsonShape[]? _values;

    public RecordShape(
        JsonMembers members, ulong[] required, Func<JsonShape[]> values, int constantMember, string? constant, int[] spellings, JsonPattern[] patterns)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(values);
        _count = members.Count - spellings.Length;
        if (constantMember < -1 || constantMember >= _count)
            throw new ArgumentOutOfRangeException(nameof(constantMember), constantMember, "The schema has no member at this position.");
        if ((constantMember >= 0) != (constant is not null))
            throw new ArgumentException("A constant member has a value, and only such a member has one.", nameof(constant));
        _members = members;
        _required = required;
        _get = values;
        ConstantMember = constantMember;
        _constant = constant;
        _utf8Constant = constant is null ? [] : Encoding.UTF8.GetBytes(constant);
        _spellings = spellings;
        _patterns = patterns;
    }

    /// <summary>The position of the member that always has the same value; or -1.</summary>
    public int ConstantMember { get; }

    /// <summary>How many words hold a bit for each member.</summary>
    public int Words => (_count + 63) / 64;

    /// <summary>Finds the member with the current name of the reader, which does not move, or returns -1.</summary>
    public int Find(ref Utf8JsonReader reader, ref int next)
    {
        var found = _members.FindName(ref reader, next);
        if (found < 0)
            return -1;
        next = found + 1;
        return found < _count ? found : _spellings[found - _count];
    }

    public JsonShape ValueOf(int member) => (_values ??= _get())[member];

    /// <summary>The shape of a member whose name fits a pattern, or null.</summary>
    public JsonShape? ValueOf(ref Utf8JsonReader reader)
    {
        if (_patterns.Length == 0)
            return null;
        var name = JsonRead.Text(ref reader);
        foreach (var pattern in _patterns)
        {
            if (JsonPattern.IsMatch(name, pattern.Prefix, pattern.Suffix))
                return pattern.Value;
        }

        return null;
    }

    /// <summary>Whether all members that must be present are.</summary>
    public bool IsComplete(ReadOnlySpan<ulong> seen)
    {
        for (var i = 0; i < _required.Length; i++)
        {
            if ((seen[i] & _required[i]) != _required[i])
                return false;
        }

        return true;
    }

    public bool IsConstant(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.ValueTextEquals(_utf8Constant),
        JsonTokenType.Number => reader.ValueSpan.SequenceEqual(_utf8Constant),
        JsonTokenType.True => string.Equals(_constant, "true", StringComparison.OrdinalIgnoreCase),
        JsonTokenType.False => string.Equals(_constant, "false", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    internal override bool CanBegin(JsonTokenType token) => token == JsonTokenType.StartObject;
}
