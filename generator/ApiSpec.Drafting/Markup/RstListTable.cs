using System.Globalization;

namespace ApiSpec.Drafting.Markup;

/// <summary>Reads a table that is written as a list of lists.</summary>
internal static class RstListTable
{
    /// <summary>Reads the table; null: its content is not a list of lists.</summary>
    public static RstTable? Read(RstDirective directive)
    {
        var rows = new List<RstTableRow>();
        var unread = new List<SourceLine>();
        if (directive.Content.Count == 0)
            return null;
        var stubs = CountOf(directive, "stub-columns");
        foreach (var row in ItemsOf(directive.Content))
        {
            var cells = ItemsOf(row.Lines);
            if (cells.Count == 0)
                return null;
            rows.Add(new RstTableRow(row.Line, [.. cells.Take(MarkupLimits.Columns).Select((cell, column)
                => new RstTableCell(cell.Lines) { IsHeader = column < stubs })]));
            unread.AddRange(cells.Skip(MarkupLimits.Columns).SelectMany(static cell => cell.Lines));
        }

        return rows.Count == 0 ? null : new RstTable(rows, Math.Min(CountOf(directive, "header-rows"), rows.Count)) { Unread = unread };
    }

    /// <summary>Returns a number among the options; 0: not found.</summary>
    public static int CountOf(RstDirective directive, string option)
        => directive.Options.TryGetValue(option, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : 0;

    private static List<(int Line, List<SourceLine> Lines)> ItemsOf(IReadOnlyList<SourceLine> lines)
    {
        var items = new List<(int Line, List<SourceLine> Lines)>();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank)
            {
                i++;
                continue;
            }

            if (lines[i].Text is not ['*' or '-' or '+'] and not ['*' or '-' or '+', ' ', ..])
                return [];
            var end = SourceLine.EndOfIndented(lines, i + 1, 1);
            // The sign of the item is indentation of its first line.
            var first = lines[i] with { Text = (" " + lines[i].Text[1..]).TrimEnd() };
            items.Add((lines[i].Number, SourceLine.Dedent([first, .. lines.Skip(i + 1).Take(end - i - 1)])));
            i = end;
        }

        return items;
    }
}
