using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>Reads the cells of a table of AsciiDoc.</summary>
internal static partial class AsciiDocTable
{
    private const int MostRepeats = 64;

    // The length of all cells that are repeated, with the tags of each.
    private const int LongestRepeats = 1_000_000;
    private const int LengthOfTags = 10;

    /// <summary>Reads the lines between the lines <c>|===</c>.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="attributes">The attributes above the table.</param>
    /// <param name="sign">The first character of the line above the table: <c>|</c>, <c>!</c> of a nested table, <c>,</c> or <c>:</c>.</param>
    /// <param name="unread">The values of rows after the last column that is read.</param>
    /// <returns>The rows; none: the table has no cells, or it has too many columns.</returns>
    public static IReadOnlyList<AsciiDocRow> Read(
        IReadOnlyList<SourceLine> lines, AsciiDocBlockAttributes attributes, char sign, out IReadOnlyList<SourceLine> unread)
    {
        var rest = new List<SourceLine>();
        unread = rest;
        var format = attributes.Named.GetValueOrDefault("format", sign switch { ',' => "csv", ':' => "dsv", _ => "psv" });
        var separator = attributes.Named.GetValueOrDefault("separator", "") is [var own, ..] ? own
            : format switch { "csv" => ',', "tsv" => '\t', "dsv" => ':', _ => sign == '!' ? '!' : '|' };
        var columns = ColumnsOf(attributes.Named.GetValueOrDefault("cols", ""));
        var cells = format == "psv" ? CellsOf(lines, separator) : ValuesOf(lines, separator, format == "csv", rest);
        var count = columns.Count > 0 ? columns.Count : cells.TakeWhile((cell, index) => index == 0 || cell.Line == cells[0].Line).Sum(static cell
            => cell.Columns);
        if (cells.Count == 0 || count is 0 or > MarkupLimits.Columns)
            return [];
        var hasHeader = attributes.Options.Contains("header")
            || (!attributes.Options.Contains("noheader") && lines.Count > 1 && !lines[0].IsBlank && HasBlankAfter(lines, cells, count));
        return Layout(cells, count, columns, hasHeader);
    }

    // The titles are on the first line, with a blank line after them.
    private static bool HasBlankAfter(IReadOnlyList<SourceLine> lines, List<AsciiDocCell> cells, int count)
        => cells[0].Line == lines[0].Number && lines[1].IsBlank && cells.Count > count
            && cells.TakeWhile(cell => cell.Line == lines[0].Number).Sum(static cell => cell.Columns) >= count;

    private static List<AsciiDocRow> Layout(List<AsciiDocCell> cells, int count, List<char> styles, bool hasHeader)
    {
        var all = new List<List<AsciiDocCell>>();
        // For each column, the number of rows below that a cell covers: one of a row above, and one of this row.
        var covered = new int[count];
        var next = new int[count];
        // The cell that was last in each column: its row, and its index in the row.
        var above = new (int Row, int Index)[count];
        var row = new List<AsciiDocCell>();
        var column = 0;
        foreach (var cell in cells)
        {
            while (column >= count || covered[column] > 0)
            {
                if (column < count)
                    next[column] = covered[column++] - 1;
                else
                    Close();
            }

            var width = Math.Clamp(cell.Columns, 1, count - column);
            row.Add(cell with { Columns = width, Style = cell.Style != ' ' ? cell.Style : column < styles.Count ? styles[column] : ' ' });
            for (var i = 0; i < width; i++)
            {
                above[column] = (all.Count, row.Count - 1);
                next[column++] = Math.Clamp(cell.Rows, 1, MarkupLimits.RowsOfACell) - 1;
            }
        }

        Close();
        return [.. all.Select((line, index) => new AsciiDocRow(line, index == 0 && hasHeader))];

        void Close()
        {
            all.Add(row);
            (row, column) = ([], 0);
            (covered, next) = (next, new int[count]);
            // A row has at least one cell, so cells do not cover rows that have no others.
            if (covered.Min() is > 0 and var empty)
            {
                foreach (var (line, index) in above.Distinct())
                    all[line][index] = all[line][index] with { Rows = all[line][index].Rows - empty };
                for (var i = 0; i < count; i++)
                    covered[i] -= empty;
            }
        }
    }

    private static List<char> ColumnsOf(string text)
    {
        var columns = new List<char>();
        if (string.IsNullOrWhiteSpace(text))
            return columns;
        // An empty part is a column as well.
        foreach (var part in text.Split(text.Contains(',', StringComparison.Ordinal) ? ',' : ';', StringSplitOptions.TrimEntries))
        {
            var star = part.IndexOf('*', StringComparison.Ordinal);
            var repeats = star > 0 && int.TryParse(part[..star], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Math.Clamp(number, 1, MarkupLimits.Columns + 1) : 1;
            for (var i = 0; i < repeats && columns.Count <= MarkupLimits.Columns; i++)
                columns.Add(part is [.., >= 'a' and <= 'z' and var style] ? style : ' ');
        }

        // 'cols=3' is a number of columns.
        return columns.Count == 1 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? [.. Enumerable.Repeat(' ', Math.Clamp(count, 1, MarkupLimits.Columns + 1))] : columns;
    }

    private static List<AsciiDocCell> CellsOf(IReadOnlyList<SourceLine> lines, char separator)
    {
        var cells = new List<AsciiDocCell>();
        var content = new List<SourceLine>();
        // The words before a bar that say how the cell is shown.
        Match? spec = null;
        var first = 0;
        var repeated = 0;
        foreach (var line in lines)
        {
            var text = new StringBuilder();
            var isBehindBar = false;
            for (var i = 0; i < line.Text.Length; i++)
            {
                if (line.Text[i] == '\\' && i + 1 < line.Text.Length && line.Text[i + 1] == separator)
                {
                    text.Append(line.Text[++i]);
                    continue;
                }

                if (line.Text[i] != separator)
                {
                    text.Append(line.Text[i]);
                    continue;
                }

                var before = text.ToString();
                // In 'a|b', the first word is a cell. Only a space or the start of the line can be before the words.
                var start = before.LastIndexOf(' ') + 1;
                var next = Spec().Match(before, start > 0 || !isBehindBar ? start : before.Length);
                End(line, next.Success ? before[..next.Index] : before, isBehindBar);
                (spec, first, isBehindBar) = (next, line.Number, true);
                text.Clear();
            }

            content.Add(line with { Text = isBehindBar ? text.ToString().Trim() : text.ToString().TrimEnd() });
        }

        End(default, "", isTrimmed: false);
        return cells;

        void End(SourceLine line, string text, bool isTrimmed)
        {
            if (text.Length > 0)
                content.Add(line with { Text = isTrimmed ? text.Trim() : text.TrimEnd() });
            if (spec is not null)
            {
                var repeats = spec.Groups["sign"].Value == "*" ? NumberOf("columns", MostRepeats) : 1;
                var isSpan = spec.Groups["sign"].Value == "+";
                var cell = new AsciiDocCell(
                    first, SourceLine.Dedent(content), isSpan ? NumberOf("columns", MarkupLimits.Columns) : 1,
                    isSpan ? NumberOf("rows", MarkupLimits.RowsOfACell) : 1,
                    spec.Groups["style"].Value is [var style] ? style : ' ');
                cells.Add(cell);
                var length = LengthOfTags + cell.Lines.Sum(static line => line.Text.Length);
                for (var i = 1; i < repeats && repeated + length <= LongestRepeats; i++, repeated += length)
                    cells.Add(cell);
            }

            content.Clear();
        }

        int NumberOf(string group, int most)
            => int.TryParse(spec!.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, most) : 1;
    }

    private static List<AsciiDocCell> ValuesOf(IReadOnlyList<SourceLine> lines, char separator, bool hasQuotes, List<SourceLine> unread)
        => [.. RstCsvTable.RowsOf(lines, separator, hasQuotes ? '"' : '\0', unread)
            .SelectMany(static row => row.Cells.Select(cell => new AsciiDocCell(row.Line, cell.Lines, 1, 1, ' ')))];

    [GeneratedRegex(@"\G((?<columns>[0-9]{1,3})?(\.(?<rows>[0-9]{1,4}))?(?<sign>[+*]))?([<^>])?(\.[<^>])?(?<style>[adehlmsv])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spec();
}

/// <summary>A row.</summary>
/// <param name="Cells">The cells that start in it.</param>
/// <param name="IsHeader">Whether it has the titles of columns.</param>
internal sealed record AsciiDocRow(IReadOnlyList<AsciiDocCell> Cells, bool IsHeader);

/// <summary>A cell.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Lines">Its content.</param>
/// <param name="Columns">The number of columns that it covers.</param>
/// <param name="Rows">The number of rows that it covers.</param>
/// <param name="Style">The letter of its style, such as <c>a</c> for AsciiDoc; a space: none.</param>
internal sealed record AsciiDocCell(int Line, IReadOnlyList<SourceLine> Lines, int Columns, int Rows, char Style);
