using System.Text.RegularExpressions;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Pages;

/// <content>Parts that the author wrote as HTML, because Markdown has no tables with lists in their cells and no definition lists.</content>
internal sealed partial class MarkdownPage
{
    // Elements without an end tag, or with too many elements inside. Each was searched up to the end of the page, and is not searched again.
    private readonly HashSet<string> _unclosed = new(StringComparer.OrdinalIgnoreCase);

    // A comment without an end.
    private bool _hasOpenComment;
    private int _commentEnd = -1;

    // Reads the element that starts on a line, and moves to its last line.
    private bool AddHtml(SpecText source, ref int number, CutText cut, CancellationToken cancellationToken)
    {
        if (SkipComment(source, ref number))
            return true;
        if (_mark is not null || HtmlStart().Match(LineAt(source, number)) is not { Success: true } start || _unclosed.Contains(start.Groups["name"].Value))
            return false;
        // In a paragraph, a heading is one of its words.
        if (_text.Count > 0 && start.Groups["name"].ValueSpan is ['h' or 'H', ..])
            return false;
        var first = source.LineStart(number);
        if (LastLineOf(source, first + start.Groups["name"].Index - 1, start.Groups["name"].Value) is not { } last
            || source.Text[first..source.LineEnd(last)] is var html && HtmlNesting.DepthOf(html) > PageLimits.OpenElements)
        {
            _unclosed.Add(start.Groups["name"].Value);
            return false;
        }

        Flush();
        var part = new CutText();
        html = FencedHtml.WithElements(html);
        // Stars and underscores in code are part of it.
        var hasCode = HtmlCode().IsMatch(html);
        foreach (var line in HtmlPage.ReadPart(html, _tables, part, cancellationToken))
        {
            _tables = Math.Max(_tables, line.Table);
            _lines.Add((hasCode ? line : WithoutMarks(line)) with
            {
                Number = line.Number + number,
                LastNumber = line.LastNumber + number,
                ListDepth = line.ListDepth == 0 ? 0 : line.ListDepth + _lists.Count,
            });
        }

        cut.Add(part, number);
        number = last;
        return true;
    }

    // Returns the line with the end tag of an element, and of the elements that start on that line; null: it has no end tag.
    private int? LastLineOf(SpecText source, int start, string name)
    {
        var (depth, last) = (0, (int?)null);
        foreach (var tag in HtmlTag().EnumerateMatches(source.Text, start))
        {
            if (last is { } line && source.LineAt(tag.Index) > line && depth == 0)
                return last;
            var text = source.Text.AsSpan(tag.Index, tag.Length);
            var isEnd = text[1] == '/';
            var printed = text[(isEnd ? 2 : 1)..];
            if (depth == 0 && !isEnd && last is not null)
            {
                name = printed.ToString();
                if (_unclosed.Contains(name))
                    return last;
            }

            if (!printed.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            depth += isEnd ? -1 : 1;
            if (depth == 0)
                last = source.LineAt(tag.Index);
        }

        if (depth > 0 && last is not null)
            _unclosed.Add(name);
        return last;
    }

    // A browser does not show comments.
    private bool SkipComment(SpecText source, ref int number)
    {
        if (_mark is not null || _hasOpenComment || !LineAt(source, number).AsSpan().TrimStart().StartsWith("<!--", StringComparison.Ordinal))
            return false;
        // Many lines can start a comment that the same place ends.
        var end = _commentEnd >= source.LineStart(number) ? _commentEnd : source.Text.IndexOf("-->", source.LineStart(number), StringComparison.Ordinal);
        _commentEnd = end;
        if (end < 0)
        {
            _hasOpenComment = true;
            return false;
        }

        var last = source.LineAt(end);
        if (last == number || !string.IsNullOrWhiteSpace(source.Text[(end + 3)..source.LineEnd(last)]))
            return false;
        Flush();
        number = last;
        return true;
    }

    // Many programs that show Markdown also read its marks between the tags.
    private static PageLine WithoutMarks(PageLine line)
    {
        if (line.Kind == LineKind.Code || (!line.Text.AsSpan().ContainsAny("`*[_") && !Shortcodes.CanBeIn(line.Text)))
            return line;
        var inline = MarkdownText.Of(line.Text).WithWords();
        return line with
        {
            Text = inline.Text,
            Codes = [.. line.Codes, .. inline.Codes],
            Italics = [.. line.Italics, .. inline.Italics],
            Lead = line.Lead ?? inline.Lead,
            Cells = [.. line.Cells.Select(static cell => cell with
            {
                Text = MarkdownText.Of(cell.Text).WithWords().Text,
                Blocks = cell.Blocks is null ? null : [.. cell.Blocks.Select(static block => block with
                {
                    Text = MarkdownText.Of(block.Text).WithWords().Text,
                })],
            })],
        };
    }

    // Other elements can be around the first one: '<div class="wide"><table>'. '<ul> elements.' is a sentence.
    [GeneratedRegex(
        @"^\s*(<(div|p|center|section|figure|details)(\s[^<>]*)?>\s*)*"
            + @"<((?<name>table|dl|ul|ol)((\s[^<>]*)?>\s*(<|$)|\s[^<>]*$|$)|(?<name>pre|h[1-6])([\s>]|$))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"<(code|tt|kbd|samp|pre)[\s>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlCode();

    [GeneratedRegex(@"</?(table|dl|ul|ol|pre|h[1-6])(?=[\s>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTag();
}
