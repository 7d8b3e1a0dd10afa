using System.Globalization;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>How the members of a record are held: what its properties, its JSON reader and its JSON writer have to agree about.</summary>
internal sealed class RecordLayout
{
    private static readonly string[] ReaderLocals = ["reader", "next", "seen", "unknown"];

    // Asked for at every member, and a table may have a hundred thousand.
    private readonly ulong[] _tracked;
    private readonly ulong[] _required;

    public RecordLayout(RecordModel record, TypeText types, ValueExpressions values)
    {
        Record = record;
        var locals = new HashSet<string>(ReaderLocals, StringComparer.Ordinal);
        var slots = new List<MemberSlot>(record.Members.Count);
        for (var i = 0; i < record.Members.Count; i++)
            slots.Add(new MemberSlot(record.Members[i], i, LocalName(record.Members[i].Name, locals), record, types, values));
        Slots = slots;
        _tracked = Masks(static slot => slot.TracksPresence);
        _required = Masks(static slot => !slot.Member.IsOptional);
        Patterns = record.Patterns.Select(pattern => new PatternSlot(pattern, LocalName(pattern.Name, locals), types)).ToList();
    }

    public RecordModel Record { get; }

    public IReadOnlyList<MemberSlot> Slots { get; }

    public IReadOnlyList<PatternSlot> Patterns { get; }

    /// <summary>How many 64-bit words the presence of the members takes.</summary>
    public int Words => (Slots.Count + 63) / 64;

    /// <summary>The members of a word whose presence the record remembers.</summary>
    public ulong TrackedMask(int word) => _tracked[word];

    /// <summary>The members of a word that must be there.</summary>
    public ulong RequiredMask(int word) => _required[word];

    public static string Word(string name, int word) => word == 0 ? name : name + word.ToString(CultureInfo.InvariantCulture);

    public static string Hex(ulong mask) => "0x" + mask.ToString("X", CultureInfo.InvariantCulture) + "UL";

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

    private static string LocalName(string property, HashSet<string> taken)
    {
        var stem = CSharpName.Camel(property)!;
        var name = stem;
        for (var suffix = 2; !taken.Add(name); suffix++)
            name = stem.TrimStart('@') + suffix.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}

/// <summary>One member of a record: its property, its backing field if it needs one, and its bit.</summary>
internal sealed class MemberSlot
{
    public MemberSlot(RecordMember member, int index, string local, RecordModel record, TypeText types, ValueExpressions values)
    {
        Member = member;
        Index = index;
        Local = local;
        var type = member.Type;
        // A collection is never null for its user unless null means something: absent is empty. What was not asked for is not empty, though.
        var isSelection = record.SelectionOf is not null;
        IsEmptyWhenAbsent = member.IsOptional && type is { IsCollection: true, IsNullable: false } && !isSelection;
        // Where the value alone cannot tell "left out" from something that means something else, the record remembers whether it was set.
        TracksPresence = IsEmptyWhenAbsent
            || isSelection
            || (member.IsOptional && type.IsNullable)
            || (record.IsSent && !member.IsOptional && !type.IsNullable && member.Initializer is null && types.IsValueType(type));
        Constant = member.Initializer is null ? null : values.Constant(type, member.Initializer);
        PropertyType = IsEmptyWhenAbsent ? types.OfNonNull(type) : member.IsOptional ? types.OfOptional(type) : types.Of(type);
        StoredType = member.IsOptional ? types.OfOptional(type) : types.Of(type);
    }

    public RecordMember Member { get; }

    public int Index { get; }

    /// <summary>The local variable that holds the value while an object is read.</summary>
    public string Local { get; }

    /// <summary>The backing field, when <see cref="TracksPresence"/>.</summary>
    public string Field => "_" + Local.TrimStart('@');

    /// <summary>What holds the value: the field, or the property that has none.</summary>
    public string Storage => TracksPresence ? Field : Member.Name;

    /// <summary>The static field of the contract that holds the editions which have the member.</summary>
    public string EditionsField => "EditionsOf" + Member.Name;

    public int Word => Index / 64;

    public ulong Bit => 1UL << (Index % 64);

    public bool IsEmptyWhenAbsent { get; }

    public bool TracksPresence { get; }

    /// <summary>The documented constant as an expression; null: none.</summary>
    public string? Constant { get; }

    public string PropertyType { get; }

    /// <summary>The expression that tells whether an optional member would be written.</summary>
    public string IsWritten(string record)
        => TracksPresence
            ? "(" + record + "." + RecordLayout.Word("_present", Word) + " & " + RecordLayout.Hex(Bit) + ") != 0"
            : record + "." + Member.Name + " is not null";

    /// <summary>The type of the backing field and of the local variable.</summary>
    public string StoredType { get; }
}

/// <summary>A property that collects members by the pattern of their names, and the variable that collects them while an object is read.</summary>
internal sealed class PatternSlot(PatternMember member, string local, TypeText types)
{
    public PatternMember Member { get; } = member;

    public string Local { get; } = local;

    public string ValueType { get; } = types.Of(member.Value);
}
