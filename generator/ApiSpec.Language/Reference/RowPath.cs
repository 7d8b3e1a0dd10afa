using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>A row found by a name with dots: <c>error.code</c> is the row 'code' in the table of the row 'error'.</summary>
/// <param name="Row">The row.</param>
/// <param name="Scope">The meaning of type parameters in it.</param>
/// <param name="Names">The names on the path; the name of the row is last.</param>
internal sealed record RowPath(RowDeclaration Row, TypeScope Scope, EquatableArray<string> Names)
{
    public const int MaxDepth = 32;

    /// <summary>For each of <see cref="Names"/>, the other names of the row.</summary>
    public EquatableArray<EquatableArray<string>> Aliases { get; init; } = [];

    /// <summary>For each of <see cref="Names"/>, its position in an array; negative: it is the name of a member.</summary>
    public EquatableArray<int> Positions { get; init; } = [];

    /// <summary>Whether the row, or a row that contains it, is secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Follows a name. A row whose printed name contains dots takes precedence.</summary>
    /// <param name="table">The table that the name starts in.</param>
    /// <param name="name">The name.</param>
    /// <returns>Null: the name matches no row.</returns>
    public static RowPath? Find(ValueTable table, string name) => Find(table, name, intoTuples: false, out _);

    /// <summary>Follows a name, also into arrays with positions.</summary>
    /// <param name="table">The table that the name starts in.</param>
    /// <param name="name">The name.</param>
    /// <returns>Null: the name matches no row.</returns>
    public static RowPath? FindWithTuples(ValueTable table, string name) => Find(table, name, intoTuples: true, out _);

    /// <summary>Follows a name, and returns the table in which its last step was looked up.</summary>
    /// <param name="table">The table that the name starts in.</param>
    /// <param name="name">The name.</param>
    /// <param name="last">The table that has the row, or in which it is missing, and the prefix of the names of its rows.</param>
    public static RowPath? Find(ValueTable table, string name, out (ValueTable Table, string Prefix) last)
        => Find(table, name, intoTuples: false, out last);

    private static RowPath? Find(ValueTable table, string name, bool intoTuples, out (ValueTable Table, string Prefix) last)
    {
        var positions = new List<int>();
        var names = new List<string>();
        var aliases = new List<EquatableArray<string>>();
        last = (table, "");
        var isSecret = false;
        while (true)
        {
            if (table.Find(name) is { } found)
                return new RowPath(found, table.Scope, names.Append(found.Name).ToEquatableArray())
                {
                    Aliases = aliases.Append(found.Aliases).ToEquatableArray(),
                    Positions = intoTuples ? positions.Append(PositionOf(table, found)).ToEquatableArray() : [],
                    IsSecret = isSecret || found.IsSecret,
                };
            if (names.Count == MaxDepth || Step(table, name) is not { } step
                || (intoTuples ? table.TableOrTupleOf(step.Row) : table.TableOf(step.Row)) is not { } inner)
                return null;
            if (intoTuples)
                positions.Add(PositionOf(table, step.Row));
            names.Add(step.Row.Name);
            aliases.Add(step.Row.Aliases);
            isSecret |= step.Row.IsSecret;
            (table, name) = (inner, step.Remainder);
            last = (table, string.Concat(names.Select(static part => part + ".")));
        }
    }

    /// <summary>Returns the value of the row in a body, under any of the names on the path. The last member with such a name counts.</summary>
    /// <param name="body">The body.</param>
    /// <param name="errata">The misprints of the page.</param>
    /// <param name="isHidden">Whether the page leaves out a part of the body, so that it does not show whether there is a value.</param>
    /// <returns>Null: there is no such value.</returns>
    public JsonText? ValueIn(JsonText body, Errata errata, out bool isHidden)
    {
        isHidden = false;
        var value = body;
        for (var i = 0; i < Names.Count; i++)
        {
            var (name, aliases) = (Names[i], Aliases[i]);
            isHidden |= value.StandsForAny || value.IsElided;
            var inner = Positions[i] is >= 0 and var position
                ? position < value.Items.Count ? value.Items[position] : null
                : value.Members.LastOrDefault(member => RowNames.IsAnyOf(member.Name, name, aliases) || errata.CorrectionOf(member.Name) == name).Value;
            if (inner is null)
                return null;
            value = inner;
        }

        return value;
    }

    /// <summary>Whether the name goes into a value whose members are unknown, because its type is <c>any</c> or could not be found.</summary>
    public static bool LeadsIntoAny(ValueTable table, string name)
    {
        Find(table, name, out var last);
        return Step(last.Table, name.Substring(last.Prefix.Length)) is { } step && last.Table.IsAny(step.Row);
    }

    private static int PositionOf(ValueTable table, RowDeclaration row)
    {
        for (var i = 0; table.IsTuple && i < table.Rows.Count; i++)
        {
            if (ReferenceEquals(table.Rows[i], row))
                return i;
        }

        return -1;
    }

    // Of the rows whose names are a prefix of the name, the one with the longest name counts.
    private static (RowDeclaration Row, string Remainder)? Step(ValueTable table, string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (dot + 1 < name.Length && table.Find(name.Substring(0, dot)) is { } row)
                return (row, name.Substring(dot + 1));
        }

        return null;
    }
}
