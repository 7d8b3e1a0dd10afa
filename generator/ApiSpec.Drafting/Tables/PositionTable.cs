using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a table whose cells are under the titles of their columns, in text that keeps its layout and in PDF.</summary>
internal static class PositionTable
{
    // How far left of its title a cell can start, and how far right a nested name must be, in columns of text or points.
    private const double Tolerance = 1.5;

    // The longest part of a name or a status that a narrow column breaks.
    private const int LongestRest = 40;

    public static List<TableRow> Read(IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Func<PageLine, bool>? isHeading, out int next)
    {
        var rows = new List<RowInProgress>();
        var others = header.Roles.Select((role, column) => (Role: role, Column: column)).Where(static other => other.Role is "type" or "required").ToList();
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
            var isSure = others.Exists(other => words.IsSure(other.Role, cells[other.Column].Text));
            if (name.Text.Length > 0 && (words.IsKey(name.Text) || isSure) && !IsRestOfName())
                rows.Add(new RowInProgress(name.Left, header.Roles.Count) { Doubt = words.IsKey(name.Text) ? null : "the name has a space" });
            else if (name.Text.Length is > 0 and <= LongestRest && !words.IsAside(name.Text) && rows.Count > 0 && line.IsTight)
                rows[^1].Doubt = words.Key == "code" ? "where the message ends" : "where the name ends";
            else if ((name.Text.Length > 0 && !words.IsAside(name.Text)) || rows.Count == 0)
                break;
            rows[^1].Add(line, cells);
            next = i + 1;

            // A narrow column breaks a long name. Each row has a type or a word for required on its first line.
            bool IsRestOfName()
                => words.Key == "name" && rows.Count > 0 && line.IsTight && others.Count > 0 && !isSure && rows[^1].HasAll(others.ConvertAll(static other
                    => other.Column)) && others.TrueForAll(other => cells[other.Column].Text.Length == 0) && Math.Abs(name.Left - rows[^1].Left) < Tolerance;
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
            // Text has no positions that are as exact as those of words, but the gaps show where the cells end.
            if (cells[column].Text.Length > 0 && line.Words.Count == 0 && line.Cells.Count == cells.Count)
                return [.. line.Cells];
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

        public string? Doubt { get; set; }

        public bool HasAll(IReadOnlyList<int> wanted) => wanted.All(column => _texts[column].Count > 0);

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
            var left = new List<string>();
            for (var i = 0; i < columns; i++)
            {
                if (header.Roles[i] is not { } role || _texts[i].Count == 0)
                    continue;
                var text = string.Join(role == "name" && Doubt is not null && _texts[i].TrueForAll(CellWords.IsName) ? "" : " ", _texts[i]);
                if (cells.TryAdd(role, text))
                    continue;
                // Several columns can describe a row.
                if (role == "description")
                    cells[role] = CellTable.Sentence(cells[role]) + " " + text;
                else
                    left.Add(header.Titles[i] + ": " + text);
            }

            return new TableRow(cells, depth + CellTable.MarksBefore(cells.GetValueOrDefault("name", "")), _lines, Doubt) { Left = left };
        }
    }
}
