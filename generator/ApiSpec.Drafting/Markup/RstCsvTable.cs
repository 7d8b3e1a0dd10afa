using System.Text;

namespace ApiSpec.Drafting.Markup;

/// <summary>Reads a table that is written as values with a separator between them.</summary>
internal static class RstCsvTable
{
    public static RstTable Read(RstDirective directive)
    {
        var separator = directive.Options.GetValueOrDefault("delim", ",") switch { "tab" => '\t', "space" => ' ', [var sign, ..] => sign, _ => ',' };
        var quote = directive.Options.GetValueOrDefault("quote", "\"") is [var mark, ..] ? mark : '"';
        var rows = new List<RstTableRow>();
        var unread = new List<SourceLine>();
        var headerRows = RstListTable.CountOf(directive, "header-rows");
        if (directive.Options.TryGetValue("header", out var titles))
        {
            rows.AddRange(RowsOf([new SourceLine(directive.Line, titles)], separator, quote, unread));
            headerRows = Math.Max(1, headerRows);
        }

        rows.AddRange(RowsOf(directive.Content, separator, quote, unread));
        return new RstTable(rows, Math.Min(headerRows, rows.Count)) { Unread = unread };
    }

    /// <summary>Reads rows. A value in quotation marks can have separators and line breaks, and two marks are one.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="separator">The character between values.</param>
    /// <param name="quote">The quotation mark.</param>
    /// <param name="unread">Takes the values after the last column that is read.</param>
    public static IEnumerable<RstTableRow> RowsOf(IReadOnlyList<SourceLine> lines, char separator, char quote, List<SourceLine> unread)
    {
        var cells = new List<RstTableCell>();
        var content = new List<SourceLine>();
        var text = new StringBuilder();
        // Only spaces can be before a quotation mark.
        var (isQuoted, hasText, first) = (false, false, 0);
        foreach (var line in lines)
        {
            if (!isQuoted && line.IsBlank)
                continue;
            if (!isQuoted)
                first = line.Number;
            for (var i = 0; i < line.Text.Length; i++)
            {
                if (line.Text[i] == quote && isQuoted && i + 1 < line.Text.Length && line.Text[i + 1] == quote)
                    Add(line.Text[i++]);
                else if (line.Text[i] == quote && (isQuoted || !hasText))
                    isQuoted = !isQuoted;
                else if (line.Text[i] == separator && !isQuoted)
                    EndCell(line);
                else
                    Add(line.Text[i]);
            }

            content.Add(line with { Text = text.ToString().Trim() });
            text.Clear();
            hasText = false;
            if (isQuoted)
                continue;
            EndCell(line);
            yield return new RstTableRow(first, [.. cells]);
            cells.Clear();
        }

        if (content.Count + cells.Count > 0)
        {
            EndCell(lines[^1]);
            yield return new RstTableRow(first, [.. cells]);
        }

        void Add(char c)
        {
            text.Append(c);
            hasText |= !char.IsWhiteSpace(c);
        }

        void EndCell(SourceLine line)
        {
            if (text.Length > 0)
                content.Add(line with { Text = text.ToString().Trim() });
            text.Clear();
            hasText = false;
            if (cells.Count < MarkupLimits.Columns)
                cells.Add(new RstTableCell(SourceLine.Dedent(content)));
            else
                unread.AddRange(content);
            content.Clear();
        }
    }
}
