using System.Text.RegularExpressions;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads Markdown: headings, code, tables, lists and paragraphs, as HTML has them.</summary>
internal sealed partial class MarkdownPage
{
    private const int FewestHeadings = 2;
    private const int CodeIndent = 4;
    private const int DeepestList = 8;
    private const int LongestParagraph = 200;

    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase) { ".md", ".markdown", ".mdx" };

    private readonly List<PageLine> _lines = [];

    // The lines of the paragraph or item, and its first line.
    private readonly List<string> _text = [];
    private readonly Stack<int> _lists = [];
    private int _first;
    private int _last;
    private int _tables;
    private bool _isItem;
    private CodeMark? _mark;
    private int _markIndent;

    // The marks in cells that no later line ends. No line ends a longer fence either.
    private readonly List<string> _openMarks = [];

    /// <summary>Whether a file is Markdown: it has marks of headings and, of lower levels or of code, so that they are not comments. A part of a document has
    /// fewer headings, and shows it by other marks, or by its name.</summary>
    public static bool Is(string name, string text)
    {
        var source = new SpecText(text);
        var (headings, hasMarks, hasCode, hasTable, hasStrong) = (0, false, false, false, false);
        CodeMark? mark = null;
        for (var number = 0; number < source.LineCount; number++)
        {
            var line = LineAt(source, number);
            if (mark is not null ? mark.IsEnd(line) : CodeMark.At(line) is not null)
            {
                hasMarks = true;
                hasCode |= mark is not null;
                mark = mark is null ? CodeMark.At(line) : null;
            }

            if (mark is not null)
                continue;
            hasTable |= number > 0 && line.Contains('|', StringComparison.Ordinal) && PipeTables.IsRule(line.Trim());
            hasStrong |= Strong().IsMatch(line);
            if (Heading().Match(line) is not { Success: true } heading)
                continue;
            headings++;
            hasMarks |= heading.Groups["level"].Length > 1;
        }

        var isFenced = hasCode && mark is null;
        return (headings >= FewestHeadings && hasMarks) || (headings > 0 && (isFenced || hasTable || hasStrong)) || (isFenced && (hasTable || hasStrong))
            || (s_extensions.Contains(Path.GetExtension(name)) && (headings > 0 || isFenced || hasStrong));
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cut">Cuts lines that are too long.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static List<PageLine> Read(string text, CutText cut, CancellationToken cancellationToken)
    {
        var page = new MarkdownPage();
        var source = new SpecText(MarkdownQuotes.Remove(text));
        for (var number = 0; number < source.LineCount && page._lines.Count <= PageLimits.Lines; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (page.AddHtml(source, ref number, cut, cancellationToken))
                continue;
            var first = number;
            page.Add(source, ref number);
            for (var read = first; read <= number && read < source.LineCount; read++)
                cut.Cut(source.Text[source.LineStart(read)..source.LineEnd(read)], read + 1);
        }

        page.Flush();
        return page._lines;
    }

    private static string LineAt(SpecText source, int number)
        => number >= source.LineCount ? ""
            : source.Text[source.LineStart(number)..Math.Min(source.LineEnd(number), source.LineStart(number) + PageLimits.LineLength)];

    private void Add(SpecText source, ref int number)
    {
        var line = LineAt(source, number);
        if (_mark is not null)
        {
            AddMarked(line, number);
            return;
        }

        if (CodeMark.At(line) is { } mark)
        {
            Flush();
            (_mark, _markIndent) = (mark, line.Length - line.TrimStart().Length);
            return;
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            Flush();
            return;
        }

        if (MethodElement.Of(line) is var (request, words))
        {
            Flush();
            _lines.Add(new PageLine { Number = number + 1, Text = request, Codes = [request], Lead = request });
            if (words.Length > 0)
                _lines.Add(new PageLine { Number = number + 1, Text = words });
            return;
        }

        if (Heading().Match(line) is { Success: true } heading)
        {
            Flush();
            _lists.Clear();
            AddHeading(heading.Groups["text"].Value, heading.Groups["level"].Length, number);
        }
        else if (_text.Count == 1 && !_isItem && Underline().Match(line) is { Success: true } underline)
        {
            var title = _text[0];
            _text.Clear();
            AddHeading(title, underline.Value[0] == '=' ? 1 : 2, number - 1);
        }
        else if (line.Contains('|', StringComparison.Ordinal) && PipeTables.IsRule(LineAt(source, number + 1).Trim()))
        {
            Flush();
            AddTable(source, ref number);
        }
        else if (Item().Match(line) is { Success: true } item)
        {
            Flush();
            var indent = item.Groups["indent"].Value.Replace("\t", "    ", StringComparison.Ordinal).Length;
            while (_lists.TryPeek(out var outer) && outer >= indent + 1)
                _lists.Pop();
            if (_lists.Count < DeepestList)
                _lists.Push(indent + 1);
            Start(item.Groups["text"].Value, number, isItem: true);
        }
        else if (_text.Count == 0 && _lists.Count == 0 && CodeOf(line) is { } code)
        {
            AddCode(code, number);
        }
        else if (_text.Count == 0)
        {
            if (!char.IsWhiteSpace(line[0]))
                _lists.Clear();
            Start(line, number, isItem: false);
        }
        else
        {
            // Two spaces or a backslash at the end break the line.
            var above = _text[^1];
            if (_text.Count == LongestParagraph || above.EndsWith("  ", StringComparison.Ordinal) || above.EndsWith('\\'))
            {
                _text[^1] = above.TrimEnd('\\');
                Flush();
                Start(line, number, isItem: false);
            }
            else
            {
                _text.Add(line);
                _last = number;
            }
        }
    }

    private void Start(string text, int number, bool isItem)
    {
        _text.Add(text);
        (_first, _last, _isItem) = (number, number, isItem);
    }

    private void Flush()
    {
        if (_text.Count == 0)
            return;
        var inline = MarkdownText.Of(Quote().Replace(string.Join(' ', _text.Select(static line => line.Trim())), ""));
        _text.Clear();
        AddWords(inline.Words, _first);
        if (inline.Text.Length == 0)
            return;
        _lines.Add(new PageLine
        {
            Number = _first + 1,
            LastNumber = _last + 1,
            Text = inline.Text,
            Codes = inline.Codes,
            Italics = inline.Italics,
            Lead = inline.Lead,
            IsItem = _isItem,
            ListDepth = _isItem ? _lists.Count : 0,
        });
        _isItem = false;
    }

    private void AddHeading(string text, int level, int number)
    {
        // '## Racks {#racks}' has the name of its link.
        var inline = MarkdownText.Of(Anchor().Replace(text, ""));
        if (inline.Text.Length > 0)
        {
            _lines.Add(new PageLine
            {
                Number = number + 1, Text = inline.Text, Kind = LineKind.Heading, Level = level, Codes = inline.Codes, Italics = inline.Italics,
            });
        }

        AddWords(inline.Words, number);
    }

    // The title of a note or a badge is not in the text, and the draft lists it.
    private void AddWords(IReadOnlyList<string> words, int number)
    {
        if (words.Count > 0)
            _lines.Add(new PageLine { Number = number + 1, Text = string.Join(", ", words), IsAside = true });
    }

    private void AddMarked(string line, int number)
    {
        if (_mark!.IsEnd(line))
        {
            _mark = null;
            return;
        }

        // The code of an item is indented like the item.
        var margin = Math.Min(_markIndent, line.Length - line.TrimStart().Length);
        AddCode(line[margin..], number);
    }

    private void AddCode(string text, int number)
    {
        var code = PageText.OfCode(text);
        _lines.Add(new PageLine { Number = number + 1, Text = code.TrimStart(), Indent = code.Length - code.TrimStart().Length, Kind = LineKind.Code });
    }

    /// <summary>Whether a line makes the text above it a heading.</summary>
    public static bool IsUnderline(string line) => Underline().IsMatch(line);

    private static string? CodeOf(string line)
        => line.StartsWith('\t') ? line[1..] : line.AsSpan().TrimStart(' ').Length <= line.Length - CodeIndent ? line[CodeIndent..] : null;

    [GeneratedRegex(@"^ {0,3}(?<level>#{1,6})[ \t]+(?<text>\S.*?)[ \t]*#*[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[ \t]*\{[#.:][^{}]*\}[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^ {0,3}(=+|-{3,})[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?<indent>[ \t]*)([-*+\u2022]|[0-9]{1,3}[.)])[ \t]+(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    // '**Request body**' alone, or before the text of its line.
    [GeneratedRegex(@"^ {0,3}([-*+] )?\*\*[^*\s][^*]*\*\*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(> ?)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quote();
}
