using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>Converts reStructuredText to the HTML that it means. Nothing that the document includes is loaded.</summary>
internal sealed partial class RstReader
{
    private readonly MarkupWriter _writer = new();
    private readonly RstTitles _titles = new();
    private readonly RstDefinitions _definitions;
    private readonly RstInline _inline;
    private readonly CancellationToken _cancellationToken;
    private readonly RstHttpDomain _http;
    private int _level;
    private int _depth;

    private RstReader(List<SourceLine> lines, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _definitions = RstDefinitions.Of(lines);
        _inline = new RstInline(_definitions);
        _http = new RstHttpDomain(lines, _definitions.IsHttpDefault);
    }

    /// <summary>Converts a document.</summary>
    public static MarkupDocument Read(string text, CancellationToken cancellationToken)
    {
        var lines = SourceLine.Split(text, out var unread);
        var reader = new RstReader(lines, cancellationToken);
        reader._writer.Leave(unread);
        reader.AddBlocks(lines);
        return reader._writer.ToDocument();
    }

    private void AddBlocks(IReadOnlyList<SourceLine> lines)
    {
        // Deeper blocks are read as text.
        if (_depth >= MarkupLimits.Depth)
        {
            foreach (var line in lines.Where(static line => !line.IsBlank))
                _writer.WriteElement("p", MarkupWriter.Encode(line.Text), line.Number);
            return;
        }

        _depth++;
        for (var i = 0; i < lines.Count;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            i = lines[i].IsBlank ? i + 1 : AddBlock(lines, i);
        }

        _depth--;
    }

    // Returns the index after the block.
    private int AddBlock(IReadOnlyList<SourceLine> lines, int index)
    {
        var text = lines[index].Text;
        if (text[0] == ' ')
            return AddQuote(lines, index);
        if (RstGridTable.EndAt(lines, index) is { } grid)
        {
            AddTable(RstGridTable.Read([.. lines.Skip(index).Take(grid - index)]), null);
            return grid;
        }

        if (RstSimpleTable.EndAt(lines, index) is { } simple)
        {
            AddTable(RstSimpleTable.Read([.. lines.Skip(index).Take(simple - index)]), null);
            return simple;
        }

        if (_depth == 1 && _titles.At(lines, index) is { } title)
        {
            _level = title.Level;
            _writer.WriteHeading(_inline.Write(title.Text), title.Level, title.Line);
            return index + title.Lines;
        }

        if (RstTitles.IsTransition(lines, index))
            return index + 1;
        if (text == ".." || text.StartsWith(".. ", StringComparison.Ordinal))
            return AddExplicit(lines, index);
        if (text.StartsWith("__ ", StringComparison.Ordinal))
            return index + 1;
        if (RstField.At(lines[index]) is not null)
            return AddFields(lines, index);
        if (ItemMark().Match(text) is { Success: true } item)
            return AddList(lines, index, char.IsLetterOrDigit(item.Value.TrimStart('(')[0])
                || item.Value.Contains('#', StringComparison.Ordinal) ? "ol" : "ul");
        if (text == "|" || text.StartsWith("| ", StringComparison.Ordinal))
            return AddLineBlock(lines, index);
        if (text.StartsWith(">>> ", StringComparison.Ordinal))
            return AddDoctest(lines, index);
        return index + 1 < lines.Count && lines[index + 1].Indent > 0 && !text.EndsWith("::", StringComparison.Ordinal)
            ? AddDefinitions(lines, index)
            : AddParagraph(lines, index);
    }

    private int AddQuote(IReadOnlyList<SourceLine> lines, int index)
    {
        var end = SourceLine.EndOfIndented(lines, index, 1);
        _writer.MoveTo(lines[index].Number);
        _writer.WriteHtml("<blockquote>");
        AddBlocks(SourceLine.Dedent([.. lines.Skip(index).Take(end - index)]));
        _writer.WriteHtml("</blockquote>");
        return end;
    }

    private int AddParagraph(IReadOnlyList<SourceLine> lines, int index)
    {
        var end = index + 1;
        while (end < lines.Count && !lines[end].IsBlank && lines[end].Indent == 0 && !lines[end].Text.StartsWith(".. ", StringComparison.Ordinal)
            && !(_depth == 1 && RstTitle.At(lines, end) is { HasOverline: true }))
            end++;
        var text = string.Join(' ', lines.Skip(index).Take(end - index).Select(static line => line.Text));
        // 'as follows::' is above code.
        var isAboveCode = text.EndsWith("::", StringComparison.Ordinal);
        if (isAboveCode)
            text = text == "::" ? "" : text.EndsWith(" ::", StringComparison.Ordinal) ? text[..^3] : text[..^1];
        if (text.Length > 0)
            _writer.WriteElement("p", _inline.Write(text), lines[index].Number);
        return isAboveCode ? AddLiteral(lines, end) : end;
    }

    // Indented lines, or lines that all start with the same character, which is not a letter or a digit.
    private int AddLiteral(IReadOnlyList<SourceLine> lines, int index)
    {
        var start = index;
        while (start < lines.Count && lines[start].IsBlank)
            start++;
        if (start == lines.Count)
            return start;
        var end = SourceLine.EndOfIndented(lines, start, 1);
        if (end == start && lines[start].Text[0] is > ' ' and < '\x7F' and var mark && !char.IsAsciiLetterOrDigit(mark)
            && !lines[start].Text.StartsWith("..", StringComparison.Ordinal))
        {
            while (end < lines.Count && !lines[end].IsBlank && lines[end].Text[0] == mark)
                end++;
            // A table, for example, has lines that start with other characters.
            if (end < lines.Count && !lines[end].IsBlank)
                return start;
        }

        _writer.WriteCode(SourceLine.Dedent([.. lines.Skip(start).Take(end - start)]));
        return end;
    }

    private int AddDoctest(IReadOnlyList<SourceLine> lines, int index)
    {
        var end = index;
        while (end < lines.Count && !lines[end].IsBlank)
            end++;
        _writer.WriteCode([.. lines.Skip(index).Take(end - index)]);
        return end;
    }

    private int AddLineBlock(IReadOnlyList<SourceLine> lines, int index)
    {
        var end = index;
        for (; end < lines.Count && (lines[end].Text == "|" || lines[end].Text.StartsWith("| ", StringComparison.Ordinal)); end++)
        {
            if (lines[end].Text.Length > 2)
                _writer.WriteElement("p", _inline.Write(lines[end].Text[2..].Trim()), lines[end].Number);
        }

        return end;
    }

    private void AddTable(RstTable table, string? caption)
    {
        _writer.Leave(table.Unread);
        if (table.Rows.Count == 0)
            return;
        _writer.MoveTo(table.Rows[0].Line);
        _writer.WriteHtml("<table>" + (caption is null ? "" : "<caption>" + caption + "</caption>"));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            _writer.MoveTo(table.Rows[i].Line);
            _writer.WriteHtml("<tr>");
            foreach (var cell in table.Rows[i].Cells)
            {
                var name = i < table.HeaderRows || cell.IsHeader ? "th" : "td";
                _writer.WriteCellStart(name, cell.Columns, cell.Rows);
                AddBlocks(cell.Lines);
                _writer.WriteHtml("</" + name + ">");
            }

            _writer.WriteHtml("</tr>");
        }

        _writer.WriteHtml("</table>");
    }

    // '- ', '* ', '1. ', '#. ', '(a) '. A sentence can start with 'A. '.
    [GeneratedRegex(@"^([-*+\u2022]|\(?([0-9]{1,3}|#|[a-z])\)|([0-9]{1,3}|#|[a-z])\.)( +|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ItemMark();
}
