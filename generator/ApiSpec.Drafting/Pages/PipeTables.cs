using System.Text;

namespace ApiSpec.Drafting.Pages;

/// <summary>Joins the lines of tables whose cells are separated by vertical bars, also if a PDF reader broke them after each cell.</summary>
internal static class PipeTables
{
    private const int MostLinesOfARow = 8;
    private const int LongestTitles = 200;

    public static List<PageLine> Join(IReadOnlyList<PageLine> lines)
    {
        var joined = new List<PageLine>();
        for (var i = 0; i < lines.Count;)
        {
            if (IsWholeHeader(lines, i))
            {
                i = AddUnderWholeHeader(lines, i, joined);
                continue;
            }

            if (CellLines.HeaderAt(lines, i) is { Count: > 1 } titles)
            {
                i = CellLines.Add(lines, i, titles.Count, joined);
                continue;
            }

            if (UnruledRows(lines, i) is { Count: > 1 } rows)
            {
                joined.AddRange(rows.Select(row => RowOf("|" + row.Text, lines[row.First], lines[row.Last])));
                i = rows[^1].Last + 1;
                continue;
            }

            if (RuleAfter(lines, i) is { } rule)
            {
                i = AddBroken(lines, i, rule, joined);
                continue;
            }

            if (!IsRowStart(lines[i]))
            {
                joined.Add(lines[i++]);
                continue;
            }

            var first = i;
            var text = new StringBuilder(lines[i++].Text);
            // '|' alone, then '200 |': the row ends before the next line that starts a row.
            if (!IsWhole(lines[first].Text))
            {
                for (; i < lines.Count && i - first < PageLimits.Columns && !lines[i].Text.StartsWith('|') && lines[i].Text.EndsWith('|'); i++)
                    text.Append(' ').Append(lines[i].Text);
            }

            // The rows under a whole header can be broken.
            if (IsWhole(lines[first].Text) && i == first + 1 && i < lines.Count && IsRule(lines[i].Text)
                && Columns(lines[first].Text) is > 1 and var columns && BrokenRow(lines, i + 1, columns) is not null)
            {
                joined.Add(RowOf(lines[first].Text, lines[first], lines[i]));
                i = AddRows(lines, i + 1, columns, joined);
                continue;
            }

            // A vertical bar at the start of a wrapped sentence is not a table.
            if (text.Length > 1 && (IsWhole(lines[first].Text) || i - first > 1))
                joined.Add(RowOf(text.ToString(), lines[first], lines[i - 1]));
            else
                joined.Add(lines[first]);
        }

        return joined;
    }

    // 'Name | Type |' with '---|---|' under it: bars only between the titles.
    private static bool IsWholeHeader(IReadOnlyList<PageLine> lines, int index)
        => index + 1 < lines.Count && lines[index].Kind == LineKind.Text && !lines[index].Text.StartsWith('|') && !IsRule(lines[index].Text)
            && IsRule(lines[index + 1].Text)
            && Columns(lines[index].Text) is > 1 and var columns
            // A reader can print the line under the first title only.
            && (Columns(lines[index + 1].Text) == columns || (lines[index].Text.EndsWith('|') && Columns(lines[index + 1].Text) == 1));

    // 'Name | Type |' without a line under it. A cell can continue on further lines, up to the bar at its end.
    private static List<(string Text, int First, int Last)> UnruledRows(IReadOnlyList<PageLine> lines, int index)
    {
        var rows = new List<(string Text, int First, int Last)>();
        if (!IsUnruled(lines[index]) || Columns(lines[index].Text) is not (> 1 and <= PageLimits.Columns and var columns))
            return rows;
        for (var first = index; first < lines.Count; first = rows[^1].Last + 1)
        {
            var text = "";
            var last = first;
            for (; last < lines.Count && last - first < MostLinesOfARow && lines[last].Kind == LineKind.Text && !lines[last].IsBlank; last++)
            {
                text = text.Length == 0 ? lines[last].Text : text + " " + lines[last].Text;
                if (text.EndsWith('|') && Bars(text) >= columns)
                    break;
            }

            if (text.StartsWith('|') || !text.EndsWith('|') || Bars(text) < columns || IsSingleCell(lines[first].Text))
                break;
            rows.Add((text, first, last));
        }

        return rows;
    }

    private static bool IsUnruled(PageLine line)
        => line.Kind == LineKind.Text && !line.Text.StartsWith('|') && line.Text.EndsWith('|') && line.Text.Length <= LongestTitles && !IsRule(line.Text);

    // 'Body |' is the heading of the rows below it.
    private static bool IsSingleCell(string text) => text.IndexOf('|', StringComparison.Ordinal) is var bar && (bar < 0 || bar == text.Length - 1);

    private static int Bars(string text) => text.Count(static c => c == '|');

    /// <summary>Returns the number of cells in a row with bars.</summary>
    public static int CellsIn(string text) => Columns(text);

    private static int Columns(string text) => text.Trim('|', ' ').Count(static c => c == '|') + 1;

    // Each row is on one line, or has one line per cell.
    private static int AddUnderWholeHeader(IReadOnlyList<PageLine> lines, int index, List<PageLine> joined)
    {
        var columns = Columns(lines[index].Text);
        joined.Add(RowOf("|" + lines[index].Text, lines[index], lines[index + 1]));
        return AddRows(lines, index + 2, columns, joined);
    }

    private static int AddRows(IReadOnlyList<PageLine> lines, int next, int columns, List<PageLine> joined)
    {
        while (next < lines.Count)
        {
            // The bar at the end of the row above.
            if (lines[next].Text == "|")
                next++;
            else if (lines[next].Text.Contains('|', StringComparison.Ordinal) && Columns(lines[next].Text) == columns)
            {
                joined.Add(RowOf((lines[next].Text.StartsWith('|') ? "" : "|") + lines[next].Text, lines[next], lines[next]));
                next++;
            }
            else if (next + columns <= lines.Count && lines[next].Text.Length > 1
                && Enumerable.Range(next, columns - 1).All(line => lines[line].Text.EndsWith('|') && Bars(lines[line].Text) == 1))
            {
                var text = string.Join(' ', lines.Skip(next).Take(columns).Select(static line => line.Text));
                joined.Add(RowOf("|" + text, lines[next], lines[next + columns - 1]));
                next += columns;
            }
            else if (BrokenRow(lines, next, columns) is (var broken, var last))
            {
                joined.Add(RowOf("|" + broken, lines[next], lines[last]));
                next = last + 1;
            }
            else
            {
                break;
            }
        }

        return next;
    }

    // 'name |', then 'string | The name. |': the row ends with its last bar.
    private static (string Text, int Last)? BrokenRow(IReadOnlyList<PageLine> lines, int index, int columns)
    {
        if (index >= lines.Count || lines[index].Text.StartsWith('|') || !lines[index].Text.Contains('|', StringComparison.Ordinal))
            return null;
        var text = "";
        for (var i = index; i < lines.Count && i - index < MostLinesOfARow && lines[i].Kind == LineKind.Text && !lines[i].IsBlank; i++)
        {
            text = text.Length == 0 ? lines[i].Text : text + " " + lines[i].Text;
            if (Bars(text) > columns)
                return null;
            if (Bars(text) == columns && text.EndsWith('|'))
                return (text, i);
        }

        return null;
    }

    // 'Name |', 'Type |', '---|---|': the line under the titles shows how many cells a row has.
    private static int? RuleAfter(IReadOnlyList<PageLine> lines, int index)
    {
        var end = index;
        while (end < lines.Count && end - index < PageLimits.Columns && lines[end].Text.Length > 1 && !lines[end].Text.StartsWith('|')
            && lines[end].Text.EndsWith('|') && !IsRule(lines[end].Text))
            end++;
        return end > index + 1 && end < lines.Count && IsRule(lines[end].Text) && lines[end].Text.Count(static c => c == '|') is var bars
            && (bars == end - index || bars == end - index - 1) ? end : null;
    }

    private static int AddBroken(IReadOnlyList<PageLine> lines, int index, int rule, List<PageLine> joined)
    {
        var columns = rule - index;
        Add(index);
        var next = rule + 1;
        while (next + columns <= lines.Count && Enumerable.Range(next, columns - 1).All(line => lines[line].Text.EndsWith('|')))
        {
            Add(next);
            next += columns;
        }

        return next;

        void Add(int first)
            => joined.Add(
                RowOf("|" + string.Join(' ', lines.Skip(first).Take(columns).Select(static line => line.Text)), lines[first], lines[first + columns - 1]));
    }

    /// <summary>Whether a line is the one under the titles: <c>|---|---|</c>.</summary>
    public static bool IsRule(string text)
        => text.Length > 2 && text.Contains('|', StringComparison.Ordinal) && text.Contains('-', StringComparison.Ordinal)
            && text.All(static c => c is '-' or '|' or ':' or ' ');

    private static bool IsRowStart(PageLine line) => line.Text.StartsWith('|') && line.Kind == LineKind.Text;

    private static bool IsWhole(string text) => text.Length > 1 && text.EndsWith('|');

    /// <summary>Returns a row with the cells of a string that starts with a bar.</summary>
    public static PageLine RowOf(string text, PageLine first, PageLine last)
    {
        var cells = Cells(text).Take(PageLimits.Columns).Select(static (cell, index) => new PageCell(cell, index)).ToList();
        // '|---|---|' is the line under the header.
        var isRule = cells.TrueForAll(static cell => cell.Text.All(static c => c is '-' or ':' or ' '));
        return isRule
            ? first with { Text = "", Cells = [], LastNumber = last.LastNumber }
            : first with
            {
                Text = string.Join(" ", cells.Select(static cell => cell.Text).Where(static cell => cell.Length > 0)),
                Kind = LineKind.Row,
                Cells = cells,
                LastNumber = last.LastNumber,
            };
    }

    // '\|' is a bar in the text.
    private static IEnumerable<string> Cells(string text)
    {
        var body = text[1..(IsWhole(text) && !text.EndsWith("\\|", StringComparison.Ordinal) ? ^1 : ^0)];
        var cell = new StringBuilder();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\\' && i + 1 < body.Length && body[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (body[i] == '|')
            {
                yield return PageText.Of(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(body[i]);
            }
        }

        yield return PageText.Of(cell.ToString());
    }
}
