using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Watches what stands once in a spec and many times in the code: the members of a generic table, and of a shared one that a section requires some of, the
/// values of an alias, the description of a row with several types. All else that is generated is as large as the spec; this could make a small file into more
/// code than fits into a build.
/// </summary>
internal sealed class Repetition(BindingReport report, StepRecorder steps)
{
    /// <summary>What a name costs, in characters of a spec.</summary>
    public const int Name = 25;

    // A reference with a thousand lists, each in an envelope of four members with a line of text, has a fifth of it.
    private const int Most = 5_000_000;

    private const int Row = 200;

    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _aliasSizes = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Counts what is written once more.</summary>
    /// <param name="size">Its size, in characters of a spec.</param>
    /// <param name="what">What it is, in the words of the format.</param>
    /// <param name="site">Where that stands, which makes it necessary.</param>
    /// <returns>False when it is too much; that is reported.</returns>
    public bool TryAdd(int size, string what, TypeSite site)
    {
        Add(size);
        if (_total <= Most)
        {
            steps.NoteRepetition(size);
            return true;
        }

        steps.Forget();
        report.Add(SpecRules.TooMuchCode, site.Path, site.Pointer, what);
        return false;
    }

    /// <summary>Tells whether it is not too much with that.</summary>
    public bool HasRoomFor(int size) => (long)_total + size <= Most;

    /// <summary>Counts what was written once more.</summary>
    public void Add(int size) => _total = (int)Math.Min((long)_total + size, int.MaxValue);

    /// <summary>The size of a schema.</summary>
    public int SizeOf(SchemaDeclaration schema)
    {
        if (!_sizes.TryGetValue(schema.Name, out var size))
            _sizes.Add(schema.Name, size = (int)Math.Min(int.MaxValue / 2, Row + (schema.Description?.Length ?? 0) + SizeOf(schema.Members)));
        return size;
    }

    /// <summary>The size of what an alias stands for.</summary>
    public int SizeOf(TypeAlias alias)
    {
        if (!_aliasSizes.TryGetValue(alias.Name, out var size))
            _aliasSizes.Add(alias.Name, size = SizeOf(alias.Type));
        return size;
    }

    /// <summary>The size of what a type holds that is generated for it: the values of an enum.</summary>
    private static int SizeOf(TypeReference type)
        => type.Values.Sum(static value => Name + value.Value.Length + (value.Description?.Length ?? 0)) + type.Arguments.Sum(SizeOf);

    /// <summary>The size of a table whose members are written out for one section alone.</summary>
    public static int SizeOf(EquatableArray<RecordMember> members)
        => (int)Math.Min(int.MaxValue / 2, members.Sum(static member => (long)member.WireName.Length + SizeOf(member.Documentation)));

    /// <summary>The size of what is said about an element.</summary>
    public static int SizeOf(Documentation documentation)
        => Row + (documentation.Summary?.Length ?? 0) + documentation.Remarks.Sum(static remark => remark.Length);

    private static long SizeOf(EquatableArray<RowDeclaration> rows) => rows.Sum(static row => Row
        + row.Name.Length + (row.Description?.Length ?? 0) + (row.When?.Length ?? 0) + (row.Deprecated?.Length ?? 0)
        + row.Aliases.Sum(static alias => Name + alias.Length) + SizeOf(row.Type) + SizeOf(row.Members));
}
