using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Pages;

/// <content>Tables with bars, whose cells can have code on several lines.</content>
internal sealed partial class MarkdownPage
{
    // Tables of two columns can arrange the parts of a section.
    private const int LayoutColumns = 2;

    private void AddTable(SpecText source, ref int number)
    {
        _tables++;
        var columns = PipeTables.CellsIn(LineAt(source, number).Trim());
        for (var row = number; row < source.LineCount; row++)
        {
            var text = LineAt(source, row).Trim();
            if (row == number + 1)
                continue;
            if (text.Length == 0 || !text.Contains('|', StringComparison.Ordinal))
            {
                number = row - 1;
                return;
            }

            if (columns > LayoutColumns && WithCode(source, row, text) is var (whole, end))
            {
                AddRow(whole, row, isAboveCode: false, end);
                row = end;
                continue;
            }

            var code = CodeIn(source, row, text);
            AddRow(text[..(code?.Mark.Start ?? text.Length)], row, isAboveCode: code is not null);
            if (code is not { } lines)
                continue;
            for (row++; row < lines.End; row++)
                AddCode(LineAt(source, row), row);
        }

        number = source.LineCount;
    }

    private void AddRow(string text, int number, bool isAboveCode, int? last = null)
    {
        var place = new PageLine { Number = number + 1, LastNumber = (last ?? number) + 1, Text = text };
        var cells = PipeTables.RowOf(text.StartsWith('|') ? text : "|" + text, place, place);
        var inlines = cells.Cells.Select(static cell => (Cell: cell, Inline: MarkdownText.OfCell(cell.Text))).ToList();
        _lines.Add(cells with
        {
            Text = string.Join(" ", inlines.Select(static inline => inline.Inline.Text).Where(static cell => cell.Length > 0)),
            Cells = [.. inlines.Select(static inline => inline.Cell with { Text = inline.Inline.Text, Blocks = inline.Inline.Blocks })],
            Codes = [.. inlines.SelectMany(static inline => inline.Inline.Codes)],
            Kind = LineKind.Row,
            Table = _tables,
            IsAboveCode = isAboveCode,
        });
    }

    // In a table of several columns, code over several lines is a part of its cell, and the row ends with a bar after it.
    private (string Text, int Last)? WithCode(SpecText source, int row, string text)
    {
        if (CellFence().Match(text) is not { Success: true } fence
            || _openMarks.Exists(open => fence.Groups["name"].Value.StartsWith(open, StringComparison.Ordinal)))
            return null;
        var name = fence.Groups["name"].Value;
        // '```x```' ends in its own line.
        var before = text[..fence.Groups["mark"].Index];
        if (before[(before.LastIndexOf('|') + 1)..].Contains(name, StringComparison.Ordinal))
            return null;
        var code = new StringBuilder(before);
        for (var end = row + 1; end < source.LineCount; end++)
        {
            var line = LineAt(source, end).Trim();
            if (line.StartsWith(name, StringComparison.Ordinal))
                return (code.Append(line[name.Length..]).ToString(), end);
            if (code.Length > PageLimits.LineLength)
                break;
            // A bar in code separates no cells, and stars there are no marks.
            if (line.Length > 0)
                code.Append(" `").Append(line.Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '\'')).Append('`');
        }

        _openMarks.Add(name);
        return null;
    }

    // The last cell of a row can have code on the next lines. The table continues after it.
    private (CodeMark Mark, int End)? CodeIn(SpecText source, int row, string text)
    {
        if (CodeMark.AtEndOf(text) is not { } mark || _openMarks.Exists(open => mark.Name.StartsWith(open, StringComparison.Ordinal)))
            return null;
        for (var end = row + 1; end < source.LineCount; end++)
        {
            if (mark.IsEnd(LineAt(source, end).TrimEnd(' ', '\t', '|')))
                return (mark, end);
        }

        _openMarks.Add(mark.Name);
        return null;
    }

    // '| extra | ```json'.
    [GeneratedRegex(@"(?<mark>(?<name>`{3,12}|~{3,12})[A-Za-z]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex CellFence();
}
