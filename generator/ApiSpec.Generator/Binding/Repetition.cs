using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Limits code that is generated many times from one place in a spec: members of a generic schema, members of a shared schema that a section requires, values
/// of an alias, and the description of a row with several types. All other generated code is proportional to the spec. Without a limit, a small file could
/// produce more code than a build can handle.
/// </summary>
internal sealed class Repetition(BindingReport report, StepRecorder steps)
{
    /// <summary>The cost of a name, in characters of a spec.</summary>
    public const int Name = 25;

    // A reference with a thousand lists, each in an envelope of four members with a line of text, uses a fifth of this limit.
    private const int Most = 5_000_000;

    private const int Row = 200;

    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _aliasSizes = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Adds the size of repeated code.</summary>
    /// <param name="size">Its size, in characters of a spec.</param>
    /// <param name="what">The name of the repeated element in the spec, for the message.</param>
    /// <param name="site">The place that causes the repetition.</param>
    /// <returns>False if the limit is exceeded, which is reported.</returns>
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

    /// <summary>Whether the size still fits into the limit.</summary>
    public bool HasRoomFor(int size) => (long)_total + size <= Most;

    /// <summary>Adds the size of code that a recorded step repeats.</summary>
    public void Add(int size) => _total = (int)Math.Min((long)_total + size, int.MaxValue);

    /// <summary>Returns the size of a schema.</summary>
    public int SizeOf(SchemaDeclaration schema)
    {
        if (!_sizes.TryGetValue(schema.Name, out var size))
            _sizes.Add(schema.Name, size = (int)Math.Min(int.MaxValue / 2, Row + (schema.Description?.Length ?? 0) + SizeOf(schema.Members)));
        return size;
    }

    /// <summary>Returns the size of the type of an alias.</summary>
    public int SizeOf(TypeAlias alias)
    {
        if (!_aliasSizes.TryGetValue(alias.Name, out var size))
            _aliasSizes.Add(alias.Name, size = SizeOf(alias.Type));
        return size;
    }

    /// <summary>Returns the size of the code for the parts of a type, which are the values of an enum.</summary>
    private static int SizeOf(TypeReference type)
        => type.Values.Sum(
            static value => Name + value.Value.Length + (value.Description?.Length ?? 0) + (value.Deprecated?.Length ?? 0)) + type.Arguments.Sum(SizeOf);

    /// <summary>Returns the size of a table whose members are generated for one section only.</summary>
    public static int SizeOf(EquatableArray<RecordMember> members)
        => (int)Math.Min(int.MaxValue / 2, members.Sum(static member => (long)member.WireName.Length + SizeOf(member.Documentation)));

    /// <summary>Returns the size of the documentation of an element.</summary>
    public static int SizeOf(Documentation documentation)
        => Row + (documentation.Summary?.Length ?? 0) + documentation.Remarks.Sum(static remark => remark.Length);

    private static long SizeOf(EquatableArray<RowDeclaration> rows) => rows.Sum(static row => Row
        + row.Name.Length + (row.Description?.Length ?? 0) + (row.When?.Length ?? 0) + (row.Deprecated?.Length ?? 0)
        + row.Aliases.Sum(static alias => Name + alias.Length) + SizeOf(row.Type) + SizeOf(row.Members));
}
