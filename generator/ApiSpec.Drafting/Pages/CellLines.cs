namespace ApiSpec.Drafting.Pages;

/// <summary>Joins the rows of a table in which a reader printed each cell on its own line, with a bar at the end of each, and one at the start of the row.
/// An empty cell is a bar alone.</summary>
internal static class CellLines
{
    private const int MostLinesOfACell = 8;

    /// <summary>Returns the cells of the first row of such a table; null: no such table starts at the line.</summary>
    public static List<string>? HeaderAt(IReadOnlyList<PageLine> lines, int index)
    {
        // The second row shows where the first one ends.
        if (!IsRowStart(lines[index]) || index + 1 >= lines.Count || IsRowStart(lines[index + 1]))
            return null;
        var cells = new List<string>();
        for (var i = index; i < lines.Count && cells.Count < PageLimits.Columns; i++)
        {
            if (i > index && IsRowStart(lines[i]))
                return RowAt(lines, i, cells.Count) is null ? null : cells;
            if (lines[i].Kind != LineKind.Text || !lines[i].Text.EndsWith('|') || lines[i].Text.TrimStart('|').Count(static c => c == '|') > 1)
                return null;
            cells.Add(lines[i].Text);
        }

        return null;
    }

    /// <summary>Adds the rows of the table.</summary>
    /// <returns>The index of the line after it.</returns>
    public static int Add(IReadOnlyList<PageLine> lines, int index, int columns, List<PageLine> joined)
    {
        while (index < lines.Count && RowAt(lines, index, columns) is (var text, var last))
        {
            joined.Add(PipeTables.RowOf(text, lines[index], lines[last]));
            index = last + 1;
        }

        return index;
    }

    // Returns the text of a row, and its last line.
    private static (string Text, int Last)? RowAt(IReadOnlyList<PageLine> lines, int index, int columns)
    {
        if (!IsRowStart(lines[index]))
            return null;
        var text = "";
        var cells = 0;
        var start = index;
        for (var i = index; i < lines.Count && i - start < MostLinesOfACell && lines[i].Kind == LineKind.Text; i++)
        {
            if (i > index && IsRowStart(lines[i]))
                return null;
            text = text.Length == 0 ? lines[i].Text : text + " " + lines[i].Text;
            if (!lines[i].Text.EndsWith('|'))
                continue;
            start = i + 1;
            if (++cells == columns)
                return (text, i);
        }

        return null;
    }

    // '| name |', one cell.
    private static bool IsRowStart(PageLine line)
        => line.Kind == LineKind.Text && line.Text.Length > 2 && line.Text[0] == '|' && line.Text[^1] == '|' && !PipeTables.IsRule(line.Text)
            && line.Text.AsSpan(1, line.Text.Length - 2).IndexOf('|') < 0 && !line.Text.AsSpan(1, line.Text.Length - 2).IsWhiteSpace();
}
