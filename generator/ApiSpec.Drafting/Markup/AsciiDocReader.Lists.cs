namespace ApiSpec.Drafting.Markup;

/// <content>Lists. The signs of the items, and not their indentation, say which list is inside of another.</content>
internal sealed partial class AsciiDocReader
{
    // Returns the index after the list.
    private int AddList(IReadOnlyList<SourceLine> lines, int index, AsciiDocItem item, IReadOnlyList<string> around)
    {
        var (mark, element) = (item.Mark, item.Element);
        _depth++;
        _writer.MoveTo(lines[index].Number);
        _writer.WriteHtml("<" + element + ">");
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            index = AddItem(lines, index, item, [.. around, mark]);
            if (NextItem(lines, index) is not (var next, var other) || other.Mark != mark)
                break;
            (index, item) = (next, other);
        }

        _depth--;
        _writer.WriteHtml("</" + element + ">");
        return index;
    }

    // The next item, after blank lines and comments; null: something else follows.
    private static (int Index, AsciiDocItem Item)? NextItem(IReadOnlyList<SourceLine> lines, int index)
    {
        while (index < lines.Count && (lines[index].IsBlank || IsComment(lines[index].Text)))
            index++;
        return index < lines.Count && !Delimiter().IsMatch(lines[index].Text) && AsciiDocItem.At(lines[index]) is { } item ? (index, item) : null;
    }

    // Returns the index after the item.
    private int AddItem(IReadOnlyList<SourceLine> lines, int index, AsciiDocItem item, IReadOnlyList<string> open)
    {
        var text = new List<SourceLine>();
        if (item.Text.Length > 0)
            text.Add(lines[index] with { Text = item.Text });
        if (item.Term is not null)
            _writer.WriteElement("dt", _inline.Write(item.Term), lines[index].Number);
        var i = index + 1;
        // The definition of a term can start on the next line.
        while (item.Term is not null && text.Count == 0 && i < lines.Count && lines[i].IsBlank)
            i++;
        while (i < lines.Count && !lines[i].IsBlank && lines[i].Text != "+" && AsciiDocItem.At(lines[i]) is null && !IsBlockStart(lines[i].Text)
            && !(text.Count == 0 && (AsciiDocTitle.IsOnOneLine(lines[i].Text) || AsciiDocBlockAttributes.Is(lines[i].Text))))
            text.Add(lines[i++]);
        // Several terms can have one definition.
        if (item.Term is not null && text.Count == 0 && NextItem(lines, i) is (_, { } sibling) && sibling.Mark == item.Mark)
            return i;
        var element = item.Term is null ? "li" : "dd";
        _writer.MoveTo(text.Count > 0 ? text[0].Number : lines[index].Number);
        _writer.WriteHtml("<" + element + ">");
        AddText([.. text.Where(static line => !IsComment(line.Text))], null);
        i = AddInside(lines, i, open, item.Term is not null && text.Count == 0);
        _writer.WriteHtml("</" + element + ">");
        return i;
    }

    // The lists inside of an item, and the blocks that a plus attaches to it.
    private int AddInside(IReadOnlyList<SourceLine> lines, int index, IReadOnlyList<string> open, bool canHaveBlock)
    {
        var i = index;
        while (i < lines.Count)
        {
            if (lines[i].Text == "+")
            {
                i = AddAttached(lines, i + 1, open);
                continue;
            }

            // A definition without text can be a block.
            if (canHaveBlock && !lines[i].IsBlank && (Delimiter().IsMatch(lines[i].Text) || AsciiDocBlockAttributes.Is(lines[i].Text)))
            {
                i = AddAttached(lines, i, open);
                canHaveBlock = false;
                continue;
            }

            if (NextItem(lines, i) is not (var next, var inner))
            {
                // Indented lines after a blank one are a block of the item.
                var start = i;
                while (start < lines.Count && lines[start].IsBlank)
                    start++;
                if (start < lines.Count && start > i && lines[start].Text == "+")
                {
                    i = start;
                    continue;
                }

                if (start == i || start == lines.Count || lines[start].Indent == 0)
                    return i;
                i = AddLiteral(lines, start, new AsciiDocBlockAttributes());
                continue;
            }

            if (open.Contains(inner.Mark))
                return i;
            i = AddList(lines, next, inner, open);
        }

        return i;
    }

    // The attributes of the block are on lines before it.
    private int AddAttached(IReadOnlyList<SourceLine> lines, int index, IReadOnlyList<string> open)
    {
        var i = index;
        while (i < lines.Count)
        {
            var isBlock = !lines[i].IsBlank && !AsciiDocBlockAttributes.Is(lines[i].Text) && lines[i].Text is not ['.', not ('.' or ' '), ..];
            if (lines[i].IsBlank && i > index)
                return i;
            // A list that is nested too deeply becomes text.
            if (isBlock && _depth >= MarkupLimits.Depth)
            {
                _writer.WriteElement("p", MarkupWriter.Encode(lines[i].Text), lines[i].Number);
                return i + 1;
            }

            if (isBlock && AsciiDocItem.At(lines[i]) is { } item && !Delimiter().IsMatch(lines[i].Text))
            {
                AddTitle(_block);
                _block = new AsciiDocBlockAttributes();
                return AddList(lines, i, item, open);
            }

            i = lines[i].IsBlank ? i + 1 : AddBlock(lines, i);
            if (isBlock)
                return i;
        }

        return i;
    }
}
