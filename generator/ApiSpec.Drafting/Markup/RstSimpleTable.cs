namespace ApiSpec.Drafting.Markup;

/// <summary>Reads a table whose columns are under rules of <c>====  ====</c>.</summary>
internal static class RstSimpleTable
{
    /// <summary>Returns the index after the table at a line; null: no table starts there.</summary>
    public static int? EndAt(IReadOnlyList<SourceLine> lines, int index)
    {
        if (!IsRule(lines[index].Text, '=') || !lines[index].Text.Contains(' ', StringComparison.Ordinal))
            return null;
        var rules = 0;
        for (var i = index + 1; i < lines.Count; i++)
        {
            if (!IsRule(lines[i].Text, '='))
                continue;
            // The rule under the titles is followed by a row, and the last one by a blank line.
            if (++rules == 2 || i + 1 == lines.Count || lines[i + 1].IsBlank)
                return i > index + 1 ? i + 1 : null;
        }

        return null;
    }

    /// <summary>Reads the lines of a table.</summary>
    public static RstTable Read(IReadOnlyList<SourceLine> lines)
    {
        var starts = StartsOf(lines[0].Text);
        var rows = new List<RstTableRow>();
        var row = new List<SourceLine>();
        var headerRows = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines[i] with { Text = WideText.Widen(lines[i].Text) };
            if (IsRule(line.Text, '=') || IsRule(line.Text, '-'))
            {
                Close(line.Text[0] == '-' ? StartsOf(line.Text) : null);
                if (line.Text[0] == '=' && i + 1 < lines.Count)
                    headerRows = rows.Count;
                continue;
            }

            // The first column of a line that continues a row is blank.
            if (row.Count > 0 && !Cell(line, starts, 0, 0).IsBlank)
                Close(null);
            if (row.Count > 0 || !line.IsBlank)
                row.Add(line);
        }

        Close(null);
        return new RstTable(rows, headerRows);

        void Close(List<int>? spans)
        {
            if (row.Count > 0)
                rows.Add(new RstTableRow(row[0].Number, CellsOf(row, starts, spans)));
            row.Clear();
        }
    }

    private static List<RstTableCell> CellsOf(List<SourceLine> row, List<int> starts, List<int>? spans)
    {
        var cells = new List<RstTableCell>();
        for (var column = 0; column < starts.Count;)
        {
            var last = column;
            // A rule of dashes under a row shows which columns its cells cover.
            while (spans is not null && last + 1 < starts.Count && !spans.Contains(starts[last + 1]))
                last++;
            var content = row.ConvertAll(line => Cell(line, starts, column, last));
            // A backslash is the text of an empty first cell.
            if (content is [{ Text: "\\" } empty])
                content = [empty with { Text = "" }];
            cells.Add(new RstTableCell(SourceLine.Dedent(content), last - column + 1));
            column = last + 1;
        }

        return cells;
    }

    // The text of the last column can be longer than its rule.
    private static SourceLine Cell(SourceLine line, List<int> starts, int column, int last)
    {
        var start = starts[column];
        var end = last + 1 < starts.Count ? Math.Min(starts[last + 1], line.Text.Length) : line.Text.Length;
        return line with { Text = start >= end ? "" : WideText.Narrow(line.Text[start..end]).TrimEnd() };
    }

    private static List<int> StartsOf(string rule)
    {
        var starts = new List<int>();
        for (var x = 0; x < rule.Length && starts.Count < MarkupLimits.Columns; x++)
        {
            if (rule[x] != ' ' && (x == 0 || rule[x - 1] == ' '))
                starts.Add(x);
        }

        return starts;
    }

    private static bool IsRule(string text, char sign) => text.Length > 2 && text[0] == sign && text[1] == sign
        && text.AsSpan().IndexOfAnyExcept(sign, ' ') < 0;
}
