namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the object that a row belongs to if a column of the table says it: by its name, or by a label such as <c>{1}</c> that its own row
/// prints.</summary>
internal sealed class RowOwners
{
    private const int Deepest = 24;

    private static readonly string[] s_roots = ["root", "(root)", "<root>", "root object", "top", "top level", "top-level", "/", "$", "."];

    private readonly DraftRow _root;
    private readonly Dictionary<string, DraftRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<DraftRow, int> _depths = [];

    // All rows by name and label; null: several rows have it.
    private readonly Dictionary<string, DraftRow?> _all = new(StringComparer.Ordinal);

    /// <param name="root">The row for the body.</param>
    /// <param name="rows">The rows of the table.</param>
    public RowOwners(DraftRow root, IEnumerable<DraftRow> rows)
    {
        _root = root;
        foreach (var row in rows)
        {
            foreach (var name in NamesOf(row))
                _all[name] = _all.ContainsKey(name) ? null : row;
        }
    }

    /// <summary>Adds a row that rows after it can belong to.</summary>
    public void Add(DraftRow row)
    {
        _depths.TryAdd(row, 0);
        foreach (var name in NamesOf(row))
            _rows[name] = row;
    }

    /// <summary>Returns the name and the labels of a row, by which other rows can refer to it.</summary>
    public static IEnumerable<string> NamesOf(DraftRow row) => row.Labels.Append(row.Name);

    /// <summary>Whether a name stands for the body itself.</summary>
    public static bool IsRoot(string name) => s_roots.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the object of a row, and doubts it if no row of the table is its object.</summary>
    public DraftRow Find(DraftRow row)
    {
        if (_rows.TryGetValue(row.Parent, out var owner) && _depths[owner] < Deepest)
        {
            _depths[row] = _depths[owner] + 1;
            return owner;
        }

        // In a table in alphabetical order, the object can come after its members.
        if (owner is null && _all.GetValueOrDefault(row.Parent) is { } later && !IsUnder(later, row))
            return later;
        if (!IsRoot(row.Parent))
            row.ObjectDoubt = "no row is its object '" + row.Parent + "'";
        return _root;
    }

    // Whether an object is a member of the row, or too deep.
    private bool IsUnder(DraftRow later, DraftRow row)
    {
        var above = later;
        for (var depth = 0; depth < Deepest / 2; depth++)
        {
            if (ReferenceEquals(above, row))
                return true;
            if (above.Parent.Length == 0 || (_rows.GetValueOrDefault(above.Parent) ?? _all.GetValueOrDefault(above.Parent)) is not { } next)
                return false;
            above = next;
        }

        return true;
    }
}
