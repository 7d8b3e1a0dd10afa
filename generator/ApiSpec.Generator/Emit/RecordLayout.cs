using System.Globalization;
using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>How a record stores its members. Its properties, its JSON reader and its JSON writer use the same layout.</summary>
internal sealed class RecordLayout
{
    private static readonly string[] ContractLocals = ["reader", "writer", "value", "json", "unknown", "additionalMembers"];

    // Computed once, because each member needs them, and a table can have a hundred thousand members.
    private readonly ulong[] _tracked;
    private readonly ulong[] _required;

    public RecordLayout(GeneratedRecord record, TypeText types, ValueExpressions values)
    {
        Record = record;
        var words = Enumerable.Range(0, (record.Members.Count + 63) / 64);
        var locals = new LocalNames(
            [.. ContractLocals, .. words.Select(static word => Word("seen", word)), .. words.Select(static word => Word("present", word))])
            .Beside(record.Members.Select(static member => member.Name).Concat(record.Patterns.Select(static pattern => pattern.Name)));
        var slots = new List<MemberSlot>(record.Members.Count);
        for (var i = 0; i < record.Members.Count; i++)
            slots.Add(new MemberSlot(record.Members[i], i, locals.Take(record.Members[i].Name), record, types, values));
        Slots = slots;
        _tracked = Masks(static slot => slot.TracksPresence);
        _required = Masks(static slot => !slot.Member.IsOptional);
        Patterns = record.Patterns.Select(pattern => new PatternSlot(pattern, locals.Take(pattern.Name), types)).ToList();
    }

    public GeneratedRecord Record { get; }

    public IReadOnlyList<MemberSlot> Slots { get; }

    public IReadOnlyList<PatternSlot> Patterns { get; }

    /// <summary>The number of 64-bit words for the presence of the members.</summary>
    public int Words => (Slots.Count + 63) / 64;

    /// <summary>The members of a word whose presence is stored.</summary>
    public ulong TrackedMask(int word) => _tracked[word];

    /// <summary>The required members of a word.</summary>
    public ulong RequiredMask(int word) => _required[word];

    public static string Word(string name, int word) => word == 0 ? name : $"{name}{word.ToString(CultureInfo.InvariantCulture)}";

    public static string Hex(ulong mask) => $"0x{mask.ToString("X", CultureInfo.InvariantCulture)}UL";

    private ulong[] Masks(Func<MemberSlot, bool> isIn)
    {
        var masks = new ulong[Words];
        foreach (var slot in Slots)
        {
            if (isIn(slot))
                masks[slot.Word] |= slot.Bit;
        }

        return masks;
    }
}

/// <summary>One member of a record: its property, its backing field if it needs one, and its bit.</summary>
internal sealed class MemberSlot
{
    public MemberSlot(RecordMember member, int index, string local, GeneratedRecord record, TypeText types, ValueExpressions values)
    {
        Member = member;
        Index = index;
        Local = local;
        var type = member.Type;
        // For users, a collection is only null if null has a meaning. Otherwise, an absent collection is empty, except if the request did not select it.
        var isSelection = record.SelectionOf is not null;
        IsEmptyWhenAbsent = type is { IsCollection: true, IsNullable: false } && !isSelection;
        // If the value alone does not show whether the member was set, the record stores that in a bit.
        TracksPresence = isSelection
            || (member.IsOptional && type.IsNullable)
            || (record.IsSent && !member.IsOptional && !type.IsNullable && member.Initializer is null && types.IsValueType(type));
        IsRequired = types.HasRequiredMembers && record.IsOnlySent && member.MustBeSetByProgram;
        Constant = member.Initializer is null ? null : values.Constant(type, member.Initializer);
        PropertyType = IsEmptyWhenAbsent ? types.OfNonNull(type) : member.IsOptional ? types.OfOptional(type) : types.Of(type);
        StoredType = member.IsOptional || IsEmptyWhenAbsent ? types.OfOptional(type) : types.Of(type);
    }

    public RecordMember Member { get; }

    public int Index { get; }

    /// <summary>The local variable that holds the value while an object is read.</summary>
    public string Local { get; }

    /// <summary>Whether the property has a separate field, <see cref="Field"/>, because it does more than store a value.</summary>
    public bool HasField => TracksPresence || Member.Type.IsCollection;

    /// <summary>The backing field, if <see cref="HasField"/>.</summary>
    public string Field => LocalNames.Field(Local);

    /// <summary>The field with the value, or the property if it has no field.</summary>
    public string Storage => HasField ? Field : Member.Name;

    /// <summary>The expression of the value in <see cref="Storage"/>.</summary>
    public string StoredValue => HasField ? ContentProperty.FieldValue(Member.Type, Field) : Member.Name;

    /// <summary>The part of an object initializer that stores a value, which may have been read.</summary>
    // The compiler wants each required property in the initializer. The property of a list would copy it, so the list is stored behind it.
    public string Initialize(string value)
        => !IsRequired ? $"{Storage} = {value}," : Member.Type.IsCollection ? $"{Member.Name} = null!,\n{Field} = {value}," : $"{Member.Name} = {value},";

    /// <summary>The static field of the contract that holds the editions which have the member.</summary>
    public string EditionsField => $"EditionsOf{Member.Name}";

    public int Word => Index / 64;

    public ulong Bit => 1UL << (Index % 64);

    /// <summary>Whether the field is null until a list or map is set, and the property then returns an empty one.</summary>
    public bool IsEmptyWhenAbsent { get; }

    /// <summary>Whether the member has a bit that shows whether it was set.</summary>
    public bool TracksPresence { get; }

    /// <summary>Whether the compiler demands a value from programs that create the record.</summary>
    public bool IsRequired { get; }

    /// <summary>The documented constant as an expression, or null.</summary>
    public string? Constant { get; }

    public string PropertyType { get; }

    /// <summary>The expression for whether the member was set, and would therefore be written.</summary>
    public string IsWritten(string record)
        => TracksPresence
            ? $"({record}.{RecordLayout.Word("_present", Word)} & {RecordLayout.Hex(Bit)}) != 0"
            : $"{record}.{StoredValue} is not null";

    /// <summary>The type of the backing field and of the local variable.</summary>
    public string StoredType { get; }
}

/// <summary>A property with the members whose names fit a pattern, and the variable that collects them while an object is read.</summary>
internal sealed class PatternSlot(PatternMember member, string local, TypeText types)
{
    public PatternMember Member { get; } = member;

    public string Local { get; } = local;

    public string Field { get; } = LocalNames.Field(local);

    public string ValueType { get; } = types.Of(member.Value);

    /// <summary>The start and the end of the names, as two arguments.</summary>
    public string Affixes { get; } = $"{SafeText.Literal(member.Prefix)}, {SafeText.Literal(member.Suffix)}";
}
