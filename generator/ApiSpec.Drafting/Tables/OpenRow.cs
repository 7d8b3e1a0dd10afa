using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>A row of copied text whose cells tabs separate. A cell with several lines continues on the lines below the row.</summary>
/// <param name="Line">The row with its whole cells.</param>
/// <param name="Lines">Its lines on the page.</param>
/// <param name="Doubt">The doubt about the end of a cell; null: none.</param>
internal sealed record OpenRow(PageLine Line, IReadOnlyList<PageLine> Lines, string? Doubt)
{
    private const int MostLines = 24;

    /// <summary>Reads the row at a line.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="columns">The number of columns of the table.</param>
    /// <param name="words">The words that show where a row starts.</param>
    /// <param name="isHeading">Returns whether a line can be a heading; null: no line can.</param>
    /// <param name="next">The index of the line after the row.</param>
    public static OpenRow Read(
        IReadOnlyList<PageLine> lines, int index, int columns, CellWords words, Func<PageLine, bool>? isHeading, out int next)
    {
        var cells = lines[index].Cells.ToList();
        var printed = new List<PageLine> { lines[index] };
        string? doubt = null;
        next = index + 1;
        while (lines[index].IsOpen && IsBelow(lines, next) && printed.Count < MostLines)
        {
            if (IsRest(lines[next], cells.Count, columns, words))
            {
                Continue(cells, lines[next].Cells[0].Text);
                cells.AddRange(lines[next].Cells.Skip(1));
                printed.Add(lines[next++]);
                continue;
            }

            var end = next;
            while (IsBelow(lines, end) && end - next < MostLines && IsText(lines[end]) && isHeading?.Invoke(lines[end]) != true)
                end++;
            var isBeforeRow = IsBelow(lines, end) && lines[end].IsOpen;
            // Text directly under the last row can also be the text after the table.
            if (end == next || !(isBeforeRow || (cells.Count >= columns && !IsBelow(lines, end))))
                break;
            var isCertain = isBeforeRow && (cells.Count >= columns || IsRest(lines[end], cells.Count, columns, words));
            doubt = isCertain ? doubt : "where the cell ends";
            for (; next < end; next++)
            {
                Continue(cells, lines[next].Text);
                printed.Add(lines[next]);
            }
        }

        return new OpenRow(printed.Count == 1 ? lines[index] : lines[index] with { Cells = cells, LastNumber = printed[^1].LastNumber }, printed, doubt);
    }

    // A blank line, or one that the draft does not read, ends the row.
    private static bool IsBelow(IReadOnlyList<PageLine> lines, int index)
        => index < lines.Count && !lines[index].IsBlank && lines[index].Number == lines[index - 1].LastNumber + 1;

    // The rest of a cell, and the cells after it: together they have as many cells as the table has columns.
    private static bool IsRest(PageLine line, int cells, int columns, CellWords words)
        => line.IsOpen && cells < columns && cells + line.Cells.Count - 1 == columns && !words.IsKey(line.Cells[0].Text);

    private static bool IsText(PageLine line) => line.Kind == LineKind.Text && line.Text[0] is not ('{' or '[' or '<');

    private static void Continue(List<PageCell> cells, string text)
    {
        var cell = cells[^1];
        var blocks = cell.Blocks?.ToList() ?? (cell.Text.Length == 0 ? [] : [BlockOf(cell.Text)]);
        blocks.Add(BlockOf(text));
        cells[^1] = cell with { Text = (cell.Text + " " + text).Trim(), Blocks = blocks.Count > 1 ? blocks : null };
    }

    private static CellBlock BlockOf(string text)
    {
        var plain = Folding.WithoutBullet(text);
        return new CellBlock(plain, plain.Length < text.Length);
    }
}
