using System.Text;

namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>Pages as text, in the forms in which manuals are copied.</summary>
internal static class TextShapes
{
    /// <summary>Each paragraph and each cell on a line, with blank lines between.</summary>
    public static string CellsALine(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            foreach (var cell in table.Titles.Concat(table.Rows.SelectMany(static row => row.Cells)))
                text.Append(cell).Append("\n\n");
        });

    /// <summary>Cells separated by lines with a tab, as a browser returns the text of a page.</summary>
    public static string TabLines(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            foreach (var row in Rows(table))
                text.Append(string.Join("\n\t\n", row)).Append("\n\n");
        });

    /// <summary>The cells of a row on one line, separated by tabs, as a browser copies them to the clipboard.</summary>
    public static string TabbedRows(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            foreach (var row in Rows(table))
                text.Append(string.Join('\t', row)).Append('\n');
            text.Append('\n');
        });

    /// <summary>No blank lines, JSON without indentation, tables broken after each cell, and headings joined to the preceding line.</summary>
    public static string ReaderText(IReadOnlyList<PrintedBlock> page)
    {
        var text = new StringBuilder();
        for (var i = 0; i < page.Count; i++)
        {
            switch (page[i])
            {
                case PrintedHeading heading:
                    text.Append(heading.Text).Append('\n');
                    break;
                case PrintedText paragraph:
                    text.Append(paragraph.Plain).Append('\n');
                    break;
                case PrintedCode code:
                    text.Append(string.Join('\n', code.Text.Split('\n').Select(static line => line.Trim())));
                    if (!code.Text.EndsWith('}') || i + 1 == page.Count || page[i + 1] is not PrintedHeading)
                        text.Append('\n');
                    break;
                case PrintedTable table:
                    foreach (var row in Rows(table))
                        text.Append("|\n").Append(string.Concat(row.Select(static cell => Escape(cell) + " |\n")));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Tables with vertical bars, as in Markdown.</summary>
    public static string PipeTables(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            text.Append("| ").AppendJoin(" | ", table.Titles).Append(" |\n|").Append(string.Concat(table.Titles.Select(static _ => "---|"))).Append('\n');
            foreach (var (_, cells) in table.Rows)
                text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");
            text.Append('\n');
        });

    /// <summary>Rows of words separated by one space, with nested rows indented.</summary>
    public static string IndentedWords(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            text.AppendJoin(' ', table.Titles).Append('\n');
            foreach (var (depth, cells) in table.Rows)
                text.Append(' ', depth * 2).AppendJoin(' ', cells).Append('\n');
            text.Append('\n');
        });

    /// <summary>Columns that are aligned with spaces, as <c>pdftotext -layout</c> writes them.</summary>
    public static string Layout(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            var widths = table.Titles.Select((title, column) => Math.Min(
                40, table.Rows.Select(row => row.Cells[column].Length + (column == 0 ? row.Depth * 2 : 0)).Prepend(title.Length).Max()) + 3).ToList();
            Write(text, widths, 0, table.Titles);
            foreach (var (depth, cells) in table.Rows)
                Write(text, widths, depth * 2, cells);
            text.Append('\n');
        });

    /// <summary>Each row as a term, followed by its definition.</summary>
    public static string Definitions(IReadOnlyList<PrintedBlock> page)
        => Join(page, static (text, table) =>
        {
            foreach (var (depth, term, definition) in table.Entries)
                text.Append(' ', depth * 4).Append(term).Append('\n').Append(' ', (depth * 4) + 2).Append(definition).Append('\n');
            text.Append('\n');
        });

    private static IEnumerable<IReadOnlyList<string>> Rows(PrintedTable table) => table.Rows.Select(static row => row.Cells).Prepend(table.Titles);

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

    // A cell that is wider than its column continues on the next line.
    private static void Write(StringBuilder text, List<int> widths, int indent, IReadOnlyList<string> cells)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column] - 3 - (column == 0 ? indent : 0))).ToList();
        for (var line = 0; line < wrapped.Max(static cell => cell.Count); line++)
        {
            var row = new StringBuilder();
            for (var column = 0; column < wrapped.Count; column++)
            {
                var cell = line < wrapped[column].Count ? wrapped[column][line] : "";
                row.Append((column == 0 && cell.Length > 0 ? new string(' ', indent) : "") + cell);
                row.Append(' ', Math.Max(1, widths.Take(column + 1).Sum() - row.Length));
            }

            text.Append(row.ToString().TrimEnd()).Append('\n');
        }
    }

    /// <summary>Wraps text into lines of a width.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
                lines.Add("");
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }

    private static string Join(IReadOnlyList<PrintedBlock> page, Action<StringBuilder, PrintedTable> writeTable)
    {
        var text = new StringBuilder();
        foreach (var block in page)
        {
            switch (block)
            {
                case PrintedHeading heading:
                    text.Append(heading.Text).Append("\n\n");
                    break;
                case PrintedText paragraph:
                    text.Append(paragraph.Plain).Append("\n\n");
                    break;
                case PrintedCode code:
                    text.Append(code.Text).Append("\n\n");
                    break;
                case PrintedTable table:
                    writeTable(text, table);
                    break;
            }
        }

        return text.ToString();
    }
}
