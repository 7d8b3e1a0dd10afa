using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a table whose cells are under the titles of their columns, in text that keeps its layout and in PDF.</summary>
internal static class PositionTable
{
    // How far left of its title a cell can start, and how far right a nested name must be, in columns of text or points.
    private const double Tolerance = 1.5;

    public static List<TableRow> Read(IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Func<PageLine, bool>? isHeading, out int next)
    {
        var rows = new List<RowInProgress>();
        var key = header.Roles.ToList().IndexOf(words.Key);
        next = header.Next;
        for (var i = header.Next; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            // The titles are repeated after a page break.
            if (line.Text == header.Lines[0].Text)
            {
                next = i + 1;
                continue;
            }

            if (line.Kind != LineKind.Text)
                break;
            var cells = CellsOf(line, header);
            var name = cells[key];
            if (line.Text == name.Text && isHeading?.Invoke(line) == true)
                break;
            if (name.Text.Length > 0 && words.IsKey(name.Text))
                rows.Add(new RowInProgress(name.Left, header.Roles.Count));
            else if ((name.Text.Length > 0 && !words.IsAside(name.Text)) || rows.Count == 0)
                break;
            rows[^1].Add(line, cells);
            next = i + 1;
        }

        var lefts = new List<double>();
        return [.. rows.Select(row => row.ToRow(header, DepthOf(row.Left, lefts)))];
    }

    // A narrow gap can be the only separator of two cells, so positions of words decide if the document has them.
    private static List<PageCell> CellsOf(PageLine line, TableHeader header)
    {
        var cells = header.Lefts.Select(static left => new PageCell("", left)).ToList();
        foreach (var cell in line.Words.Count > 0 ? line.Words : line.Cells.Count > 0 ? line.Cells : [new PageCell(line.Text, line.Indent)])
        {
            var column = 0;
            while (column + 1 < cells.Count && header.Lefts[column + 1] <= cell.Left + Tolerance)
                column++;
            cells[column] = cells[column].Text.Length == 0 ? cell : cells[column] with { Text = cells[column].Text + " " + cell.Text };
        }

        return cells;
    }

    private static int DepthOf(double left, List<double> lefts)
    {
        while (lefts.Count > 0 && left < lefts[^1] - Tolerance)
            lefts.RemoveAt(lefts.Count - 1);
        if (lefts.Count == 0 || left > lefts[^1] + Tolerance)
            lefts.Add(left);
        return lefts.Count - 1;
    }

    private sealed class RowInProgress(double left, int columns)
    {
        private readonly List<string>[] _texts = [.. Enumerable.Range(0, columns).Select(static _ => new List<string>())];
        private readonly List<PageLine> _lines = [];

        public double Left => left;

        public void Add(PageLine line, List<PageCell> cells)
        {
            _lines.Add(line);
            for (var i = 0; i < columns; i++)
            {
                if (cells[i].Text.Length > 0)
                    _texts[i].Add(cells[i].Text);
            }
        }

        public TableRow ToRow(TableHeader header, int depth)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < columns; i++)
            {
                if (header.Roles[i] is { } role && _texts[i].Count > 0)
                    cells[role] = string.Join(" ", _texts[i]);
            }

            return new TableRow(cells, depth + CellTable.MarksBefore(cells.GetValueOrDefault("name", "")), _lines);
        }
    }
}
