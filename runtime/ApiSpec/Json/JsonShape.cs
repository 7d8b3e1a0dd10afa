using System.ComponentModel;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>
/// Describes the JSON that a contract can read, as data. A union decides from it which alternative a value is, without reading the value on trial. For
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonShape
{
    private static int _lastId;
    private int _id;

    private protected JsonShape()
    {
    }

    /// <summary>A unique number of the shape. Created at first use, because many shapes are never part of a union.</summary>
    internal int Id
    {
        get
        {
            if (_id == 0)
                Interlocked.CompareExchange(ref _id, Interlocked.Increment(ref _lastId), 0);
            return _id;
        }
    }

    /// <summary>Describes a record.</summary>
    /// <param name="members">The names of the members, and after them their other spellings; null: the record has no members.</param>
    /// <param name="required">A bit for each required member, 64 members per number.</param>
    /// <param name="values">Returns the shape of each member's value. Called at first use, so that records can contain each other.</param>
    /// <param name="constantMember">The position of the member that always has the same value; or -1.</param>
    /// <param name="constant">That value as text; null when there is no such member.</param>
    /// <param name="spellings">The members that the other spellings belong to, by position; null: there are no other spellings.</param>
    /// <param name="patterns">The members that are recognised by a pattern of their names, or null.</param>
    /// <exception cref="ArgumentException">The constant member has no value or no such position.</exception>
    public static JsonShape Record(
        JsonMembers? members,
        ulong[] required,
        Func<JsonShape[]> values,
        int constantMember = -1,
        string? constant = null,
        int[]? spellings = null,
        params JsonPattern[]? patterns)
        => new RecordShape(members ?? new JsonMembers(), required, values, constantMember, constant, spellings ?? [], patterns ?? []);

    /// <summary>Describes a record that is an array.</summary>
    /// <param name="required">The number of values that must be present.</param>
    /// <param name="values">Returns the shape of each value. Called at first use, so that records can contain each other.</param>
    public static JsonShape Tuple(int required, Func<JsonShape[]> values) => new TupleShape(required, values);

    /// <summary>Describes a string that is one of several listed values or, if no other alternative is a string, any string.</summary>
    /// <param name="values">The values that the reference lists.</param>
    public static JsonShape Enum(JsonMembers values) => new EnumShape(values);

    /// <summary>Whether a value that starts with this token can have the shape as the alternative of a union.</summary>
    internal abstract bool CanBegin(JsonTokenType token);
}
