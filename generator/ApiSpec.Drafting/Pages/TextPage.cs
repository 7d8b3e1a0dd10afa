using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads text that was copied from a browser or a PDF viewer.</summary>
internal static class TextPage
{
    private const int WideGap = 2;

    /// <param name="text">The text.</param>
    /// <param name="cut">Cuts lines that are too long.</param>
    public static List<PageLine> Read(string text, CutText cut)
    {
        var source = new SpecText(text);
        var lines = new List<PageLine>();
        for (var number = 0; number < source.LineCount && number <= PageLimits.Lines; number++)
        {
            var line = cut.Cut(source.Text[source.LineStart(number)..source.LineEnd(number)], number + 1);
            lines.Add(LineOf(line, number + 1, lines.Count == 0 ? null : lines[^1]));
        }

        return PipeTables.Join(lines);
    }

    private static PageLine LineOf(string text, int number, PageLine? above)
    {
        var code = PageText.OfCode(text);
        var indent = code.Length - code.TrimStart().Length;
        var plain = PageText.Of(text);
        // A tab at the end of a line is before an empty cell.
        var tabbed = text.Split('\t');
        // A browser separates the cells of a row with tabs. One at the start of a line indents it.
        if (tabbed.Length > 1 && tabbed.Length <= PageLimits.Columns && !string.IsNullOrWhiteSpace(tabbed[0])
            && (tabbed.Skip(1).Any(static cell => !string.IsNullOrWhiteSpace(cell)) || (above is { IsOpen: true } && above.Cells.Count == tabbed.Length)))
        {
            var cells = tabbed.Select(static (cell, index) => new PageCell(PageText.Of(cell), index)).ToList();
            return new PageLine { Number = number, Text = plain, Kind = LineKind.Row, Cells = cells, IsOpen = true };
        }

        return new PageLine { Number = number, Text = plain, Indent = indent, Cells = CellsOf(code) };
    }

    // Text that keeps the layout of its page has wide gaps between the columns of a table.
    private static List<PageCell> CellsOf(string code)
    {
        var cells = new List<PageCell>();
        var start = -1;
        for (var i = 0; i <= code.Length; i++)
        {
            var isGap = i == code.Length || (code[i] == ' ' && (i + WideGap > code.Length || code.AsSpan(i, WideGap).Trim(' ').IsEmpty));
            if (start >= 0 && isGap)
            {
                cells.Add(new PageCell(code[start..i], start));
                start = -1;
            }
            else if (start < 0 && i < code.Length && code[i] != ' ')
            {
                start = i;
            }
        }

        return cells.Count is > 1 and <= PageLimits.Columns ? cells : [];
    }
}
