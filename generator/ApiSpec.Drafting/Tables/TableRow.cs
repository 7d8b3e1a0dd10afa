using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tables;

/// <summary>A row of a printed table.</summary>
/// <param name="Cells">The text of each cell, by the role of its column.</param>
/// <param name="Depth">How deep it is below other rows.</param>
/// <param name="Lines">Where it is printed.</param>
/// <param name="Doubt">What is uncertain about which text belongs to which cell; null: nothing.</param>
internal sealed record TableRow(IReadOnlyDictionary<string, string> Cells, int Depth, IReadOnlyList<PageLine> Lines, string? Doubt = null)
{
    /// <summary>Cells that belong to no column that the profile knows: <c>Unit: days</c>.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The text of a cell; empty: the table has no such column, or the cell is empty.</summary>
    public string this[string role] => Cells.TryGetValue(role, out var text) ? text : "";
}
