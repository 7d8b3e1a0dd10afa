using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the members of a row that are in one of its cells, for example in details that a reader opens: a table with the same columns, or a list of
/// definitions.</summary>
internal static class CellMembers
{
    private const int Deepest = 12;

    /// <summary>The elements with members.</summary>
    public static readonly string[] Inside = ["table", "dl"];

    /// <summary>Returns the members in the columns of the table; null: none, or they do not fit the columns, and are part of its text.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">Its column.</param>
    /// <param name="titles">The first row of the table.</param>
    /// <param name="depth">The number of tables around the table.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static List<HtmlGridRow>? Of(IElement cell, int column, HtmlGridRow titles, int depth, CancellationToken cancellationToken)
    {
        if (depth >= Deepest || titles.Cells.Count < 2 || !titles.Elements.Any(static title => title.LocalName == "th"))
            return null;
        var inside = cell.QuerySelectorAll("table, dl").Where(inner => inner.ParentElement!.Closest("table, td, th, dd") == cell).ToList();
        if (inside.Count == 0)
            return null;
        // The definition of a term is in the column of the cell, and the term in the column of names.
        var text = column == 0 ? titles.Cells.Count - 1 : column;
        var members = new List<HtmlGridRow>();
        foreach (var element in inside)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (element is IHtmlTableElement table)
            {
                if (OfTable(table, titles, depth, cancellationToken) is not { } rows)
                    return null;
                members.AddRange(rows);
            }
            else if (DefinitionList.IsLayout(element))
            {
                return null;
            }
            else
            {
                members.AddRange(OfList(element, titles, text, depth, cancellationToken));
            }
        }

        return members.Count == 0 ? null : members;
    }

    // Each column has the title of one of the table around it.
    private static IEnumerable<HtmlGridRow>? OfTable(IHtmlTableElement table, HtmlGridRow titles, int depth, CancellationToken cancellationToken)
    {
        if (HtmlGrid.Of(table, cancellationToken, depth + 1) is not [{ Cells.Count: > 1 } header, _, ..] rows)
            return null;
        var places = header.Cells.Select(cell => titles.Cells.ToList().FindIndex(title
            => title.Text.Equals(cell.Text, StringComparison.OrdinalIgnoreCase))).ToList();
        return places.Contains(-1) || places[0] != 0 || places.Distinct().Count() < places.Count ? null
            : rows.Skip(1).Select(row => Placed(row, row.Cells.Take(places.Count).Select((cell, index) => (places[index], cell)), titles));
    }

    private static IEnumerable<HtmlGridRow> OfList(IElement list, HtmlGridRow titles, int text, int depth, CancellationToken cancellationToken)
    {
        IElement? term = null;
        foreach (var item in DefinitionList.ItemsOf(list))
        {
            if (item.LocalName == "dt")
            {
                term = item;
                continue;
            }

            // The members of a member are in the same columns.
            var inside = Of(item, text, titles, depth + 1, cancellationToken);
            var skipped = inside is null ? null : Inside;
            var name = new PageCell(term is null ? "" : HtmlText.Of(term), 0);
            var definition = new PageCell(HtmlText.Of(item, skipped), 0) { Blocks = HtmlText.BlocksOf(item, skipped) };
            yield return Placed(new HtmlGridRow(HtmlPage.LineOf(term ?? item), [], term is null ? [item] : [term, item]) { Members = inside ?? [] },
                [(0, name), (text, definition)], titles);
            term = null;
        }
    }

    private static HtmlGridRow Placed(HtmlGridRow row, IEnumerable<(int Column, PageCell Cell)> cells, HtmlGridRow titles)
    {
        var placed = new PageCell[titles.Cells.Count];
        for (var i = 0; i < placed.Length; i++)
            placed[i] = new PageCell("", i);
        foreach (var (column, cell) in cells)
            placed[column] = cell with { Left = column, IsSpanned = false };
        return row with { Cells = placed };
    }
}
