namespace ApiSpec.Drafting.Markup;

/// <summary>Reads a table that is drawn with <c>+---+</c> and <c>|</c>.</summary>
internal static class RstGridTable
{
    /// <summary>Returns the index after the table at a line; null: no table starts there.</summary>
    public static int? EndAt(IReadOnlyList<SourceLine> lines, int index)
    {
        if (!IsRule(lines[index].Text))
            return null;
        var end = index;
        while (end < lines.Count && lines[end].Text is ['+' or '|', ..])
            end++;
        while (end > index && !IsRule(lines[end - 1].Text))
            end--;
        return end > index + 2 ? end : null;
    }

    /// <summary>Reads the lines of a table.</summary>
    public static RstTable Read(IReadOnlyList<SourceLine> lines)
    {
        var texts = lines.Select(static line => WideText.Widen(line.Text)).ToList();
        var walls = WallsOf(texts);
        // For each column, whether each line is a rule in it.
        var columns = walls.Count - 1;
        var isRule = new bool[texts.Count, Math.Max(columns, 0)];
        var borders = new SortedSet<int>();
        var header = -1;
        for (var y = 0; y < texts.Count; y++)
        {
            for (var column = 0; column < columns; column++)
            {
                isRule[y, column] = IsRuleBetween(texts[y], walls[column], walls[column + 1]);
                if (isRule[y, column])
                    borders.Add(y);
            }

            if (header < 0 && y > 0 && columns > 0 && isRule[y, 0] && texts[y].Contains("+=", StringComparison.Ordinal))
                header = y;
        }

        var tops = borders.ToList();
        var rows = new List<RstTableRow>();
        var headerRows = 0;
        for (var row = 0; row + 1 < tops.Count; row++)
        {
            var cells = new List<RstTableCell>();
            for (var column = 0; column < columns;)
            {
                var last = column;
                while (last + 1 < columns && !HasWall(texts, tops[row] + 1, tops[row + 1], walls[last + 1]))
                    last++;
                // A column without a rule above belongs to the cell of the row before.
                if (isRule[tops[row], column])
                    cells.Add(CellAt(tops, row, column, last));
                column = last + 1;
            }

            if (header > 0 && tops[row] < header)
                headerRows++;
            rows.Add(new RstTableRow(lines[Math.Min(tops[row] + 1, lines.Count - 1)].Number, cells));
        }

        return new RstTable(rows, headerRows) { Unread = columns < MarkupLimits.Columns ? [] : [.. lines.Select((line, y)
            => line with { Text = IsRule(line.Text) ? "" : WideText.Narrow(Between(texts[y], walls[^1] + 1, texts[y].Length)).Trim() })] };

        RstTableCell CellAt(List<int> borders, int row, int column, int last)
        {
            var end = row + 1;
            while (end + 1 < borders.Count && !isRule[borders[end], column])
                end++;
            var content = new List<SourceLine>();
            for (var y = borders[row] + 1; y < borders[end]; y++)
                content.Add(lines[y] with { Text = WideText.Narrow(Between(texts[y], walls[column] + 1, walls[last + 1])) });
            return new RstTableCell(SourceLine.Dedent(content), last - column + 1, end - row);
        }
    }

    private static List<int> WallsOf(List<string> texts)
    {
        var walls = new SortedSet<int>();
        foreach (var text in texts.Where(static text => text.Contains("+-", StringComparison.Ordinal) || text.Contains("+=", StringComparison.Ordinal)))
        {
            for (var x = 0; x < text.Length; x++)
            {
                if (text[x] == '+' && ((x > 0 && text[x - 1] is '-' or '=') || (x + 1 < text.Length && text[x + 1] is '-' or '=')))
                    walls.Add(x);
            }
        }

        return [.. walls.Take(MarkupLimits.Columns + 1)];
    }

    private static bool HasWall(List<string> texts, int start, int end, int wall)
    {
        for (var y = start; y < end; y++)
        {
            if (wall >= texts[y].Length || texts[y][wall] is not ('|' or '+'))
                return false;
        }

        return true;
    }

    private static bool IsRuleBetween(string text, int left, int right)
    {
        var inside = Between(text, left + 1, right);
        return inside.Length > 0 && (inside.AsSpan().Trim('-').IsEmpty || inside.AsSpan().Trim('=').IsEmpty)
            && text[left] is '+' or '-' or '=' && right < text.Length && text[right] is '+' or '-' or '=';
    }

    private static string Between(string text, int left, int right)
        => left >= text.Length ? "" : text[left..Math.Min(right, text.Length)].TrimEnd();

    private static bool IsRule(string text)
        => text.Length > 2 && text[0] == '+' && text[^1] == '+' && text.AsSpan().Trim("+-=").IsEmpty && text[1] != '+';
}
