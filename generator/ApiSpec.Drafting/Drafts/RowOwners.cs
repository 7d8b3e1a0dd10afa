namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the object that a row belongs to if a column of the table says it: by its name, or by a label such as <c>{1}</c> that its own row
/// prints.</summary>
/// <param name="root">The row for the body.</param>
/// <param name="names">The names and labels of all rows.</param>
internal sealed class RowOwners(DraftRow root, IReadOnlySet<string> names)
{
    private const int Deepest = 24;

    private static readonly string[] s_roots = ["root", "top", "top level", "(root)"];

    private readonly Dictionary<string, DraftRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<DraftRow, int> _depths = [];
    private string? _root;

    /// <summary>Adds a row that rows after it can belong to.</summary>
    public void Add(DraftRow row)
    {
        _depths.TryAdd(row, 0);
        foreach (var name in NamesOf(row))
            _rows[name] = row;
    }

    /// <summary>Returns the name and the labels of a row, by which other rows can refer to it.</summary>
    public static IEnumerable<string> NamesOf(DraftRow row) => row.Labels.Append(row.Name);

    /// <summary>Returns the object of a row, and marks the row if none of the rows before it is its object.</summary>
    public DraftRow Find(DraftRow row)
    {
        // Whatever stands for the body is in the first row, unless it is the name of a later row.
        _root ??= _depths.Count == 0 && !names.Contains(row.Parent) ? row.Parent : "";
        if (_rows.TryGetValue(row.Parent, out var owner) && _depths[owner] < Deepest)
        {
            _depths[row] = _depths[owner] + 1;
            return owner;
        }

        if (row.Parent != _root && !s_roots.Contains(row.Parent, StringComparer.OrdinalIgnoreCase))
            row.Doubt(Mark.Check("no row is its object '" + row.Parent + "'"));
        return root;
    }
}
