namespace ApiSpec.Drafting.Markup;

/// <content>Blocks between two equal lines: code, notes, examples and tables.</content>
internal sealed partial class AsciiDocReader
{
    // Returns the index of the last line. Without one, the block ends with the document.
    private static int EndOfDelimited(IReadOnlyList<SourceLine> lines, int index, out bool isClosed)
    {
        var last = lines[index].Text.StartsWith("```", StringComparison.Ordinal) ? "```" : lines[index].Text;
        var end = index + 1;
        while (end < lines.Count && lines[end].Text != last)
            end++;
        isClosed = end < lines.Count;
        return isClosed ? end : lines.Count - 1;
    }

    // Returns the index after the block.
    private int AddDelimited(IReadOnlyList<SourceLine> lines, int index, AsciiDocBlockAttributes block)
    {
        var end = EndOfDelimited(lines, index, out var isClosed);
        var content = lines.Skip(index + 1).Take(end - index - (isClosed ? 1 : 0)).ToList();
        var line = lines[index].Number;
        // Everything under it is in the block, so a reader has to see which line it is.
        if (!isClosed && lines[index].Text[0] != '+')
            _writer.Leave([lines[index]]);
        switch (lines[index].Text)
        {
            case ['|' or '!' or ',' or ':', '=', ..]:
                AddTable(content, block, lines[index].Text[0], line);
                break;
            case ['-', '-', '-', '-', ..] or ['`', ..] or ['.', ..]:
                AddTitle(block);
                AddCode(content);
                break;
            case ['+', ..]:
                // It is written for one output only.
                LeaveTitle(block);
                _writer.Leave(lines.Skip(index).Take(end - index + 1));
                break;
            default:
                AddFramed(content, block, lines[index].Text[0], line);
                break;
        }

        return end + 1;
    }

    private void AddFramed(List<SourceLine> content, AsciiDocBlockAttributes block, char sign, int line)
    {
        if (block.Style is "source" or "listing" or "literal")
        {
            AddTitle(block);
            AddCode(content);
            return;
        }

        if (block.Style is "comment")
            return;
        if (block.Style is "pass" or "stem" or "latexmath" or "asciimath")
        {
            AddTitle(block);
            _writer.Leave(content);
            return;
        }

        var isDetails = block.Options.Contains("collapsible") && block.Title is not null;
        var name = isDetails ? "details" : IsAdmonition(block.Style) || sign == '*' ? "aside" : sign == '_' ? "blockquote" : "div";
        _writer.MoveTo(block.Title?.Number ?? line);
        _writer.WriteHtml("<" + name + ">");
        if (isDetails)
            _writer.WriteElement("summary", _inline.Write(block.Title!.Value.Text), block.Title.Value.Number);
        else
            AddTitle(block);
        AddBlocks(content);
        _writer.WriteHtml("</" + name + ">");
    }

    private void AddTable(List<SourceLine> content, AsciiDocBlockAttributes block, char sign, int line)
    {
        // A row in another file is not read.
        _writer.Leave(content.Where(static row => Directive().IsMatch(row.Text)));
        content.RemoveAll(static row => Directive().IsMatch(row.Text) || (IsComment(row.Text) && !row.Text.Contains('|', StringComparison.Ordinal)));
        while (content is [{ IsBlank: true }, ..] && block.Options.Contains("header"))
            content.RemoveAt(0);
        var rows = AsciiDocTable.Read(content, block, sign, out var unread);
        if (rows.Count == 0)
        {
            LeaveTitle(block);
            _writer.Leave(content);
            return;
        }

        _writer.Leave(unread);
        _writer.MoveTo(block.Title?.Number ?? line);
        _writer.WriteHtml("<table>" + (block.Title is { } title ? "<caption>" + _inline.Write(title.Text) + "</caption>" : ""));
        foreach (var row in rows)
        {
            _writer.MoveTo(row.Cells.Count > 0 ? row.Cells[0].Line : line);
            _writer.WriteHtml("<tr>");
            foreach (var cell in row.Cells)
                AddCell(cell, row.IsHeader);
            _writer.WriteHtml("</tr>");
        }

        _writer.WriteHtml("</table>");
    }

    private void AddCell(AsciiDocCell cell, bool isHeader)
    {
        var name = isHeader || cell.Style == 'h' ? "th" : "td";
        _writer.WriteCellStart(name, cell.Columns, cell.Rows);
        switch (cell.Style)
        {
            case 'a' when !isHeader:
                AddBlocks(cell.Lines);
                break;
            case 'l' when !isHeader:
                _writer.WriteCode(cell.Lines);
                break;
            case 'm' when !isHeader:
                AddParagraphs(cell.Lines, "code");
                break;
            default:
                AddParagraphs(cell.Lines, null);
                break;
        }

        _writer.WriteHtml("</" + name + ">");
    }

    // A blank line in a cell separates paragraphs.
    private void AddParagraphs(IReadOnlyList<SourceLine> lines, string? element)
    {
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && !lines[end].IsBlank)
                end++;
            if (end > start)
            {
                var isOnly = start == 0 && end == lines.Count;
                _writer.WriteHtml((isOnly ? "" : "<p>") + (element is null ? "" : "<" + element + ">"));
                AddText([.. lines.Skip(start).Take(end - start)], null);
                _writer.WriteHtml((element is null ? "" : "</" + element + ">") + (isOnly ? "" : "</p>"));
            }

            start = end + 1;
        }
    }
}
