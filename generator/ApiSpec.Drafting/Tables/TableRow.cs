using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tables;

/// <summary>A row of a printed table.</summary>
/// <param name="Cells">The text of each cell, by the role of its column.</param>
/// <param name="Depth">Its depth under other rows.</param>
/// <param name="Lines">Its lines on the page.</param>
/// <param name="Doubt">The doubt about which text belongs to which cell; null: none.</param>
internal sealed record TableRow(IReadOnlyDictionary<string, string> Cells, int Depth, IReadOnlyList<PageLine> Lines, string? Doubt = null)
{
    /// <summary>Cells of columns that the profile does not know: <c>Unit: days</c>.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The text of a cell; empty: the table has no such column, or the cell is empty.</summary>
    public string this[string role] => Cells.TryGetValue(role, out var text) ? text : "";
}
