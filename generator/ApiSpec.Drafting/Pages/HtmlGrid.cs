using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>A row of an HTML table with a cell for each column, including columns that merged cells cover.</summary>
/// <param name="Line">The line of the file; null: unknown.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Elements">The element of each cell.</param>
internal sealed record HtmlGridRow(int? Line, IReadOnlyList<PageCell> Cells, IReadOnlyList<IElement> Elements)
{
    /// <summary>The rows inside a cell, with the columns of the table: the members of the row.</summary>
    public IReadOnlyList<HtmlGridRow> Members { get; init; } = [];
}

/// <summary>Lays out the cells of a table as a browser does.</summary>
internal static class HtmlGrid
{
    private const int MostRowsOfACell = 1_000;
    private const int MostRowsOfALayout = 32;
    private const int Indentation = 2;

    /// <summary>Returns the rows with text as lines.</summary>
    /// <param name="rows">The rows of a table.</param>
    /// <param name="line">The line of the file, if the line of a row is unknown.</param>
    /// <param name="table">The number of the table.</param>
    /// <param name="within">The number of the definition list around the table; 0: none.</param>
    public static IEnumerable<PageLine> LinesOf(IEnumerable<HtmlGridRow> rows, int line, int table, int within = 0)
    {
        // A cell that covers rows is the first one of each.
        (IElement? Cell, int Indent) first = (null, 0);
        foreach (var (row, depth) in rows.SelectMany(static row => WithMembers(row, 0)))
        {
            if (depth == 0 && row.Elements.Count > 0 && row.Elements[0] != first.Cell)
                first = (row.Elements[0], CellIndent.Of(row.Elements[0]));
            var text = string.Join(" ", row.Cells.Where(static cell => !cell.IsSpanned).Select(static cell => cell.Text).Where(static cell => cell.Length > 0));
            if (text.Length > 0)
            {
                yield return new PageLine
                {
                    Number = row.Line ?? line, Text = text, Kind = LineKind.Row, Cells = row.Cells, Table = table, Within = within,
                    // The title of a group is not part of its rows.
                    Codes = [.. row.Elements.Where((_, column) => depth > 0 || !row.Cells[column].IsSpanned).SelectMany(HtmlText.Codes)],
                    Indent = (row.Elements.Count > 0 || depth > 0 ? first.Indent : 0) + (depth * Indentation),
                };
            }
        }
    }

    private static IEnumerable<(HtmlGridRow Row, int Depth)> WithMembers(HtmlGridRow row, int depth)
        => row.Members.SelectMany(member => WithMembers(member, depth + 1)).Prepend((row, depth));

    /// <summary>Whether a table only arranges parts of a page: its cells have headings, or its only row has tables or lists of definitions.</summary>
    public static bool IsLayout(IReadOnlyList<HtmlGridRow> rows)
        => rows.Count is > 0 and <= MostRowsOfALayout
            && rows.All(static row => row.Elements.All(static cell => cell.LocalName == "td"))
            && rows.SelectMany(static row => row.Elements).Any(cell
                => cell.QuerySelector(rows.Count == 1 ? "h1, h2, h3, h4, h5, h6, table, dl" : "h1, h2, h3, h4, h5, h6") is { } part
                    && (rows.Count == 1 || part.TextContent.Trim().Length < cell.TextContent.Trim().Length));

    /// <summary>Returns the rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="depth">The number of tables around it, whose rows have its rows as members.</param>
    public static List<HtmlGridRow> Of(IHtmlTableElement table, CancellationToken cancellationToken, int depth = 0)
    {
        var rows = new List<HtmlGridRow>();
        // The cells that still cover the following rows, by column.
        var open = new Dictionary<int, (IElement Cell, PageCell Printed, int Rows)>();
        foreach (var row in table.Rows.Take(PageLimits.Lines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new List<PageCell>();
            var elements = new List<IElement>();
            var members = new List<HtmlGridRow>();
            foreach (var cell in row.Cells)
            {
                TakeOpen();
                var inside = rows.Count == 0 ? null : CellMembers.Of(cell, cells.Count, rows[0], depth, cancellationToken);
                members.AddRange(inside ?? []);
                var skipped = inside is null ? null : CellMembers.Inside;
                var printed = new PageCell(HtmlText.Of(cell, skipped), 0) { Blocks = HtmlText.BlocksOf(cell, skipped) };
                var span = Math.Clamp(cell.ColumnSpan, 1, PageLimits.Columns);
                for (var i = 0; i < span && cells.Count < PageLimits.Columns; i++)
                {
                    if (cell.RowSpan > 1)
                        open[cells.Count] = (cell, printed, Math.Min(cell.RowSpan, MostRowsOfACell) - 1);
                    cells.Add(printed with { Left = cells.Count, IsSpanned = i > 0 });
                    elements.Add(cell);
                }
            }

            TakeOpen();
            rows.Add(new HtmlGridRow(HtmlPage.LineOf(row), cells, elements) { Members = members });

            void TakeOpen()
            {
                while (cells.Count < PageLimits.Columns && open.TryGetValue(cells.Count, out var above))
                {
                    if (above.Rows == 1)
                        open.Remove(cells.Count);
                    else
                        open[cells.Count] = above with { Rows = above.Rows - 1 };
                    elements.Add(above.Cell);
                    cells.Add(above.Printed with { Left = cells.Count, IsSpanned = true });
                }
            }
        }

        return rows;
    }
}
