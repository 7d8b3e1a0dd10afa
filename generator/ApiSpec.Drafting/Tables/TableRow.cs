using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>A row of a printed table.</summary>
/// <param name="Cells">The text of each cell, by the role of its column.</param>
/// <param name="Depth">Its depth under other rows.</param>
/// <param name="Lines">Its lines on the page.</param>
/// <param name="Doubt">The doubt about which text belongs to which cell; null: none.</param>
internal sealed record TableRow(IReadOnlyDictionary<string, string> Cells, int Depth, IReadOnlyList<PageLine> Lines, string? Doubt = null)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Cells of columns that the profile does not know: <c>Unit: days</c>.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The parts of cells that the document separates, by the role of their column.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CellBlock>> Blocks { get; init; } = new Dictionary<string, IReadOnlyList<CellBlock>>();

    /// <summary>The text of a cell; empty: the table has no such column, or the cell is empty.</summary>
    public string this[string role]
    {
        get
        {
            _read.Add(role);
            return Cells.TryGetValue(role, out var text) ? text : "";
        }
    }

    /// <summary>The cells that nothing has read, which the draft lists: those of unknown columns, and those that this kind of table does not have.</summary>
    public IEnumerable<string> Unread
        => Left.Concat(Cells.Where(cell => cell.Value.Length > 0 && cell.Key != ProfileKeys.Skip && !_read.Contains(cell.Key))
            .Select(static cell => cell.Key + ": " + cell.Value));
}
