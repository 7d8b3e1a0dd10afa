using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>Converts AsciiDoc to the HTML that it means. Nothing that the document includes is loaded.</summary>
internal sealed partial class AsciiDocReader
{
    private readonly MarkupWriter _writer = new();
    private readonly AsciiDocAttributes _attributes = new();
    private readonly AsciiDocInline _inline;
    private readonly CancellationToken _cancellationToken;
    private int _depth;

    // The attributes of the next block.
    private AsciiDocBlockAttributes _block = new();

    private AsciiDocReader(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _inline = new AsciiDocInline(_attributes);
    }

    /// <summary>Converts a document.</summary>
    public static MarkupDocument Read(string text, CancellationToken cancellationToken)
    {
        var reader = new AsciiDocReader(cancellationToken);
        var lines = SourceLine.Split(text, out var unread);
        reader._writer.Leave(unread);
        reader.AddBlocks(lines, reader.AddHeader(lines));
        return reader._writer.ToDocument();
    }

    // The title of the document, and under it the authors and the revision, up to a blank line.
    private int AddHeader(List<SourceLine> lines)
    {
        var start = 0;
        while (start < lines.Count && (lines[start].IsBlank || IsComment(lines[start].Text) || AsciiDocAttributes.At(lines[start].Text) is not null))
        {
            AddAttribute(lines, ref start);
            start++;
        }

        if (start == lines.Count || AsciiDocTitle.At(lines, start) is not { Level: 1 } title)
            return start;
        var i = start + title.Lines;
        for (; i < lines.Count && !lines[i].IsBlank; i++)
        {
            if (AsciiDocAttributes.At(lines[i].Text) is not null)
                AddAttribute(lines, ref i);
            else if (!IsComment(lines[i].Text))
                _writer.Leave([lines[i]]);
        }

        // The attributes can be part of the title.
        AddHeading(title, lines[start].Number);
        return i;
    }

    private void AddAttribute(IReadOnlyList<SourceLine> lines, ref int index)
    {
        if (AsciiDocAttributes.At(lines[index].Text) is not (var name, var value))
            return;
        // A backslash continues the value on the next line.
        while (value is not null && value.EndsWith(" \\", StringComparison.Ordinal) && index + 1 < lines.Count && !lines[index + 1].IsBlank)
            value = value[..^1] + lines[++index].Text.Trim();
        _attributes.Set(name, value);
    }

    private static bool IsComment(string text) => text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("///", StringComparison.Ordinal);

    private void AddBlocks(IReadOnlyList<SourceLine> lines, int index = 0)
    {
        // Deeper blocks are read as text.
        if (_depth >= MarkupLimits.Depth)
        {
            foreach (var line in lines.Where(static line => !line.IsBlank))
                _writer.WriteElement("p", MarkupWriter.Encode(line.Text), line.Number);
            return;
        }

        _depth++;
        for (var i = index; i < lines.Count;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            i = lines[i].IsBlank ? i + 1 : AddBlock(lines, i);
        }

        // No block is under these attributes.
        LeaveTitle(_block);
        _block = new AsciiDocBlockAttributes();
        _depth--;
    }

    // Returns the index after the block.
    private int AddBlock(IReadOnlyList<SourceLine> lines, int index)
    {
        var text = lines[index].Text;
        if (AsciiDocAttributes.At(text) is not null)
        {
            AddAttribute(lines, ref index);
            return index + 1;
        }

        if (text == "////")
        {
            var end = EndOfDelimited(lines, index, out var isClosed);
            if (!isClosed)
                _writer.Leave(lines.Skip(index));
            return end + 1;
        }

        if (IsComment(text) || Anchor().IsMatch(text) || Break().IsMatch(text))
            return index + 1;
        if (AsciiDocBlockAttributes.Is(text))
        {
            _block.Add(_attributes.Substitute(text));
            return index + 1;
        }

        if (text is ['.', not ('.' or ' '), ..])
        {
            LeaveTitle(_block);
            _block.Title = lines[index] with { Text = text[1..] };
            return index + 1;
        }

        var block = _block;
        _block = new AsciiDocBlockAttributes();
        // A title with a rule under it is only between blocks of the document itself.
        if (AsciiDocTitle.At(lines, index) is { } title && (_depth == 1 || title.Lines == 1))
        {
            LeaveTitle(block);
            AddHeading(title, lines[index].Number);
            return index + title.Lines;
        }

        if (Delimiter().IsMatch(text))
            return AddDelimited(lines, index, block);
        if (Directive().Match(text) is { Success: true } directive)
            return AddDirective(lines, index, directive, block);
        if (AsciiDocItem.At(lines[index]) is { } item)
        {
            AddTitle(block);
            return AddList(lines, index, item, []);
        }

        if (text[0] == ' ' && block.Style is not ("normal" or "quote"))
            return AddLiteral(lines, index, block);
        return AddParagraph(lines, index, block);
    }

    private void AddHeading(AsciiDocTitle title, int line) => _writer.WriteHeading(_inline.Write(title.Text), title.Level, line);

    // Lists the title of a block that is not written.
    private void LeaveTitle(AsciiDocBlockAttributes block)
    {
        if (block.Title is { } title)
            _writer.Leave([title with { Text = "." + title.Text }]);
    }

    private void AddTitle(AsciiDocBlockAttributes block)
    {
        if (block.Title is { } title)
            _writer.WriteElement("p", _inline.Write(title.Text), title.Number);
    }

    private int AddLiteral(IReadOnlyList<SourceLine> lines, int index, AsciiDocBlockAttributes block)
    {
        var end = index;
        while (end < lines.Count && !lines[end].IsBlank)
            end++;
        AddTitle(block);
        _writer.WriteCode(SourceLine.Dedent([.. lines.Skip(index).Take(end - index)]));
        return end;
    }

    private int AddParagraph(IReadOnlyList<SourceLine> lines, int index, AsciiDocBlockAttributes block)
    {
        var end = index + 1;
        while (end < lines.Count && !lines[end].IsBlank && !IsBlockStart(lines[end].Text))
            end++;
        var paragraph = lines.Skip(index).Take(end - index).Where(static line => !IsComment(line.Text)).ToList();
        AddTitle(block);
        if (block.Style is "source" or "listing" or "literal")
        {
            AddCode(paragraph);
            return end;
        }

        var label = Admonition().Match(paragraph[0].Text);
        if (label.Success)
            paragraph[0] = paragraph[0] with { Text = paragraph[0].Text[label.Length..] };
        AddText(paragraph, label.Success || IsAdmonition(block.Style) ? "aside" : "p");
        return end;
    }

    private static bool IsAdmonition(string style) => style is "NOTE" or "TIP" or "IMPORTANT" or "WARNING" or "CAUTION" or "sidebar";

    // A plus at the end of a line breaks it.
    private void AddText(List<SourceLine> lines, string? element)
    {
        if (lines.Count == 0)
            return;
        _writer.MoveTo(lines[0].Number);
        _writer.WriteHtml(element is null ? "" : "<" + element + ">");
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end + 1 < lines.Count && !lines[end].Text.EndsWith(" +", StringComparison.Ordinal))
                end++;
            var isBroken = lines[end].Text.EndsWith(" +", StringComparison.Ordinal);
            var text = string.Join(' ', lines.Skip(start).Take(end - start + 1).Select(static line => line.Text.Trim()));
            _writer.WriteHtml((start > 0 ? "<br>" : "") + _inline.Write(isBroken ? text[..^2] : text));
            start = end + 1;
        }

        _writer.WriteHtml(element is null ? "" : "</" + element + ">");
    }

    // '<1>' at the end of a line is the number of a note under the code.
    private void AddCode(List<SourceLine> lines)
        => _writer.WriteCode(SourceLine.Dedent([.. lines.Select(static line => line with { Text = Callout().Replace(line.Text, "").TrimEnd() })]));

    // Returns the index after the line.
    private int AddDirective(IReadOnlyList<SourceLine> lines, int index, Match directive, AsciiDocBlockAttributes block)
    {
        LeaveTitle(block);
        // Whatever a condition is, the lines between are read, and the condition is listed.
        if (directive.Groups["name"].Value is not ("toc" or "endif"))
            _writer.Leave([lines[index]]);
        return index + 1;
    }

    private static bool IsBlockStart(string text)
        => Delimiter().IsMatch(text) || (AsciiDocBlockAttributes.Is(text) && !text.Contains(' ', StringComparison.Ordinal)) || Directive().IsMatch(text)
            || text == "+";

    [GeneratedRegex(@"^(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|--|```[a-z0-9+-]*|[|!,:]={3,})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"^\[\[[^\[\]]*\]\]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    [GeneratedRegex("^('{3,}|<{3,}|---|\\*\\*\\*|- - -|\\* \\* \\*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9_-]{1,40})::[^ \[\]]*\[.*\]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [GeneratedRegex("^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Admonition();

    [GeneratedRegex(@"( *(//|#|--|;;))?( *<(!--)?[0-9]{1,3}(--)?>)+ *$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Callout();
}
