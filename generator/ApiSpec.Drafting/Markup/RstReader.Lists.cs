using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <content>Lists: of items, of definitions and of fields.</content>
internal sealed partial class RstReader
{
    private int AddList(IReadOnlyList<SourceLine> lines, int index, string name)
    {
        _writer.MoveTo(lines[index].Number);
        _writer.WriteHtml("<" + name + ">");
        foreach (var item in ItemsOf(lines, index, out var next))
        {
            _writer.MoveTo(item.Count > 0 ? item[0].Number : lines[index].Number);
            _writer.WriteHtml("<li>");
            AddItem(item);
            _writer.WriteHtml("</li>");
            index = next;
        }

        _writer.WriteHtml("</" + name + ">");
        return index;
    }

    // The first paragraph is the text of the item itself, as it is in the HTML of a list whose items have one paragraph each.
    private void AddItem(List<SourceLine> item)
    {
        var end = 0;
        while (end < item.Count && !item[end].IsBlank && item[end].Indent == 0)
            end++;
        if (end == 0 || !IsParagraph(item, end))
        {
            AddBlocks(item);
            return;
        }

        _writer.WriteHtml(_inline.Write(string.Join(' ', item.Take(end).Select(static line => line.Text))));
        AddBlocks(item.GetRange(end, item.Count - end));
    }

    private static bool IsParagraph(List<SourceLine> lines, int end)
        => !lines[end - 1].Text.EndsWith("::", StringComparison.Ordinal) && !lines[0].Text.StartsWith("..", StringComparison.Ordinal)
            && RstField.At(lines[0]) is null && !ItemMark().IsMatch(lines[0].Text) && RstGridTable.EndAt(lines, 0) is null
                && RstSimpleTable.EndAt(lines, 0) is null
            && (end == lines.Count || lines[end].IsBlank);

    private static List<List<SourceLine>> ItemsOf(IReadOnlyList<SourceLine> lines, int index, out int next)
    {
        var items = new List<List<SourceLine>>();
        next = index;
        var sign = lines[index].Text[0];
        for (var i = index; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (ItemMark().Match(lines[i].Text) is not { Success: true } mark || !IsSameKind(mark.Value[0], sign))
                break;
            var end = SourceLine.EndOfIndented(lines, i + 1, Math.Min(2, mark.Length));
            // The rest of the first line is as far to the right as the lines under it.
            var content = SourceLine.Dedent([.. lines.Skip(i + 1).Take(end - i - 1)]);
            if (mark.Length < lines[i].Text.Length)
            {
                var gap = content.Count > 0 && i + 1 < end && lines[i + 1].IsBlank;
                content.Insert(0, lines[i] with { Text = lines[i].Text[mark.Length..] });
                if (gap)
                    content.Insert(1, lines[i + 1]);
            }

            items.Add(content);
            next = end;
            i = end - 1;
        }

        return items;
    }

    private static bool IsSameKind(char one, char other) => one == other || (IsNumbered(one) && IsNumbered(other));

    private static bool IsNumbered(char sign) => char.IsLetterOrDigit(sign) || sign is '#' or '(';

    private int AddDefinitions(IReadOnlyList<SourceLine> lines, int index)
    {
        _writer.MoveTo(lines[index].Number);
        _writer.WriteHtml("<dl>");
        var i = index;
        while (i + 1 < lines.Count && IsTerm(lines, i))
        {
            var end = SourceLine.EndOfIndented(lines, i + 1, 1);
            _writer.WriteElement("dt", TermOf(lines[i].Text), lines[i].Number);
            _writer.WriteHtml("<dd>");
            AddItem(SourceLine.Dedent([.. lines.Skip(i + 1).Take(end - i - 1)]));
            _writer.WriteHtml("</dd>");
            index = i = end;
            while (i < lines.Count && lines[i].IsBlank)
                i++;
        }

        _writer.WriteHtml("</dl>");
        return index;
    }

    private static bool IsTerm(IReadOnlyList<SourceLine> lines, int index)
        => !lines[index].IsBlank && lines[index].Indent == 0 && lines[index + 1].Indent > 0 && !lines[index].Text.EndsWith("::", StringComparison.Ordinal)
            && !lines[index].Text.StartsWith(".. ", StringComparison.Ordinal) && !ItemMark().IsMatch(lines[index].Text) && RstField.At(lines[index]) is null;

    // 'size : integer, optional' has words that describe the term.
    private string TermOf(string text)
        => Classifiers().Match(text) is { Success: true } match
            ? _inline.Write(match.Groups["term"].Value) + " (" + _inline.Write(match.Groups["words"].Value.Replace(" : ", ", ", StringComparison.Ordinal)) + ")"
            : _inline.Write(text);

    private int AddFields(IReadOnlyList<SourceLine> lines, int index)
    {
        AddFields(RstField.Read(lines, index, out var next), lines[index].Number);
        return next;
    }

    private void AddFields(IReadOnlyList<RstField> fields, int line)
    {
        _writer.MoveTo(line);
        _writer.WriteHtml("<dl>");
        foreach (var field in fields)
        {
            _writer.WriteElement("dt", _inline.Write(field.Name), field.Line);
            _writer.WriteHtml("<dd>");
            AddItem([.. field.Lines]);
            _writer.WriteHtml("</dd>");
        }

        _writer.WriteHtml("</dl>");
    }

    [GeneratedRegex(@"^(?<term>.{0,200}?[^ ]) : (?<words>[^ ].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Classifiers();
}
