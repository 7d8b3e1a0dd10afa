using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads saved HTML. Scripts do not run, and nothing that the page names is loaded.</summary>
internal sealed partial class HtmlPage
{
    private static readonly HashSet<string> s_skipped = new(
        StringComparer.Ordinal) { "script", "style", "noscript", "template", "head", "svg", "button", "select", "textarea", "iframe", "object" };

    // Spaces before the first word of a line.
    private const int MostSpaces = 64;
    private const int LongestRequest = 2_000;

    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<string> _italics = [];
    private readonly List<string> _codes = [];
    private readonly bool _readsNavigation;
    private readonly CancellationToken _cancellationToken;
    private int _line = 1;
    private int _heading;
    private int _tables;
    private int _lists;
    private bool _isItem;
    private bool _isAside;
    private string? _lead;
    private string? _method;
    private HtmlFurniture? _furniture;

    private readonly CutText _cut;

    private HtmlPage(bool readsNavigation, CutText cut, CancellationToken cancellationToken)
    {
        _cut = cut;
        _readsNavigation = readsNavigation;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="PageException">The page has too many lines, or only the frame of an application.</exception>
    public static List<PageLine> Read(string name, string text, bool readsNavigation, CutText cut, CancellationToken cancellationToken)
    {
        // For each new element, the parser looks through all open ones.
        if (HtmlNesting.DepthOf(text) > PageLimits.OpenElements)
            throw new PageException($"{name}: the elements of the page are nested too deeply; copy the section as text.");
        var page = new HtmlPage(readsNavigation, cut, cancellationToken);
        using var document = page.ReadBody(text);
        if (AppShell.MessageOf(document, page._lines) is { } message)
            throw new PageException($"{name}: {message}");
        return page._lines.Count > PageLimits.Lines
            ? throw new PageException($"{name}: the page has more than {PageLimits.Lines} lines; save the section alone.")
            : page._lines;
    }

    /// <summary>Reads a part of a page in another format. Lines are counted from the start of the part.</summary>
    /// <param name="text">The part. Its elements are not nested deeper than <see cref="PageLimits.OpenElements"/>.</param>
    /// <param name="tables">The number of the last table above the part.</param>
    /// <param name="cut">Cuts lines that are too long.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IReadOnlyList<PageLine> ReadPart(string text, int tables, CutText cut, CancellationToken cancellationToken)
    {
        var page = new HtmlPage(readsNavigation: true, cut, cancellationToken) { _tables = tables };
        using var document = page.ReadBody(text);
        return page._lines;
    }

    private IHtmlDocument ReadBody(string text)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = true }).ParseDocument(text);
        if (document.Body is { } body)
            Walk(body, 0);
        Flush();
        return document;
    }

    // Most pages have no candidate.
    private bool IsFurniture(IElement element)
        => HtmlFurniture.IsCandidate(element) && (_furniture ??= HtmlFurniture.Of(element.Owner!.Body!)).Is(element);

    private void Walk(INode node, int depth)
    {
        if (_lines.Count > PageLimits.Lines)
            return;
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is IText text)
        {
            _text.Append(text.Data);
            return;
        }

        if (node is not IElement element || depth > PageLimits.Depth || s_skipped.Contains(element.LocalName) || _tabs.Contains(element)
            || (!_readsNavigation && (element.LocalName == "nav" || IsFurniture(element) || IsContents(element))))
            return;
        if (!HtmlText.IsBlock(element))
        {
            WalkInline(element, depth);
            return;
        }

        Flush();
        _line = LineOf(element) ?? _line;
        AddTitleOf(element);
        switch (element)
        {
            case { LocalName: "summary" } when AddRequest(element):
                return;
            case { LocalName: "summary" } when IsTitle(element):
                _heading = _level = LevelBelow;
                break;
            case { LocalName: "ul" or "ol" or "div" or "nav" }:
                FindPanels(element);
                break;
            case IHtmlTableElement table:
                AddTable(table);
                return;
            case IHtmlPreElement:
                AddCode(element);
                if (_lines.Count > 0 && MethodOf(element) is { } method)
                    _lines[^1] = _lines[^1] with { Method = method };
                return;
            case { LocalName: "dl" } when !DefinitionList.IsLayout(element):
                var definitions = new DefinitionList(_lines, _tables + 1, _line, _cancellationToken);
                definitions.Add(element, 0);
                _tables = definitions.LastTable;
                CutCells(element);
                return;
            case IHtmlHeadingElement:
                _heading = _level = element.LocalName[1] - '0';
                break;
        }

        var (wasItem, wasAside, level) = (_isItem, _isAside, _level);
        _isItem = element.LocalName == "li" || (_isItem && element.LocalName is "p" or "div");
        _isAside |= HtmlText.IsAside(element);
        var isList = element.LocalName is "ul" or "ol";
        _lists += isList ? 1 : 0;
        WalkChildren(element, depth);
        _method ??= MethodOf(element);
        Flush();
        _lists -= isList ? 1 : 0;
        _isItem = element.LocalName == "li" ? wasItem : _isItem && wasItem;
        _isAside = wasAside;
        // The headings inside belong to the details.
        _level = element.LocalName == "details" ? level : _level;
        _heading = 0;
    }

    private void WalkInline(IElement element, int depth)
    {
        if (element.LocalName == "br")
        {
            // A heading over several lines is one heading. The title can follow the request: 'PUT /racks' and 'Change a rack'.
            if (_heading > 0)
                _text.Append(_text.Length <= LongestRequest && HtmlFurniture.IsRequest(_text.ToString()) ? " - " : " ");
            else
                Flush();
            return;
        }

        var start = _text.Length;
        var isFirst = HtmlText.IsStrong(element) && _lead is null && start < MostSpaces && string.IsNullOrWhiteSpace(_text.ToString());
        WalkChildren(element, depth);
        _method ??= MethodOf(element);
        if (isFirst)
            _lead ??= PageText.Of(_text.ToString());
        var isItalic = HtmlText.IsItalic(element);
        if ((isItalic || HtmlText.IsCode(element)) && start < _text.Length && PageText.Of(_text.ToString(start, _text.Length - start)) is { Length: > 0 } word)
            (isItalic ? _italics : _codes).Add(word);
    }

    private void WalkChildren(IElement element, int depth)
    {
        var cells = HtmlText.IsBlock(element) ? HtmlText.CellsOf(element) : null;
        foreach (var child in element.ChildNodes)
        {
            Walk(child, depth + 1);
            if (cells?.Contains(child) == true)
                _text.Append(' ');
        }
    }

    private void Flush()
    {
        var text = PageText.Of(_text.ToString());
        // '#' behind a heading is a link to it.
        if (_heading > 0 && text.EndsWith(" #", StringComparison.Ordinal))
            text = text[..^2].TrimEnd();
        if (text.Length > 0)
        {
            text = _cut.Cut(text, _line);
            _lines.Add(new PageLine
            {
                Number = _line,
                Text = text,
                Kind = _heading > 0 ? LineKind.Heading : LineKind.Text,
                Level = _heading,
                Italics = [.. _italics],
                Codes = [.. _codes.Take(PageLimits.Columns)],
                IsItem = _isItem,
                ListDepth = _isItem ? _lists : 0,
                IsAside = _isAside,
                Lead = _lead,
                Method = _method,
            });
            // Only the first line of an item starts with its name.
            _isItem = false;
        }

        _text.Clear();
        _italics.Clear();
        _codes.Clear();
        (_lead, _method) = (null, null);
    }

    private void AddCode(IElement element) => _lines.AddRange(CodeLines(element, _line, _cut));

    /// <summary>Returns the lines of code.</summary>
    /// <param name="element">The element of the code.</param>
    /// <param name="first">The line of the file on which it starts.</param>
    /// <param name="cut">Cuts lines that are too long; null: the part of the page around the code does.</param>
    public static IEnumerable<PageLine> CodeLines(IElement element, int first, CutText? cut = null)
    {
        var code = new SpecText(HtmlText.OfCode(element));
        var italics = HtmlText.Italics(element);
        // The parser drops the line break after <pre>.
        for (var number = 0; number < code.LineCount; number++)
        {
            var whole = code.Text[code.LineStart(number)..code.LineEnd(number)];
            var line = PageText.OfCode((cut ?? new CutText()).Cut(whole, first + number));
            yield return new PageLine
            {
                Number = first + number,
                Text = line.TrimStart(),
                Indent = line.Length - line.TrimStart().Length,
                Kind = LineKind.Code,
                Italics = italics,
            };
        }
    }

    private void AddTable(IHtmlTableElement table)
    {
        if (table.Caption is { } caption && HtmlText.Of(caption) is { Length: > 0 } title)
            _lines.Add(new PageLine { Number = LineOf(caption) ?? _line, Text = title, IsCaption = true });
        _tables++;
        var rows = HtmlGrid.Of(table, _cancellationToken);
        // A table with one cell is a frame, for example around code. Cells with headings are the columns of the page.
        if (rows is [{ Cells.Count: 1 }] || HtmlGrid.IsLayout(rows))
        {
            foreach (var cell in rows.SelectMany(static row => row.Elements).Distinct())
            {
                foreach (var child in cell.ChildNodes)
                    Walk(child, PageLimits.Depth / 2);
                Flush();
            }

            return;
        }

        _lines.AddRange(HtmlGrid.LinesOf(rows, _line, _tables));
        CutCells(table);
    }

    private void CutCells(IElement element)
    {
        foreach (var cell in element.QuerySelectorAll("td, th, dt, dd").Where(cell => cell.TextContent.Length > PageLimits.LineLength
            && cell.QuerySelector("td, th, dt, dd") is null))
            _cut.Cut(HtmlText.WholeOf(cell), LineOf(cell) ?? _line);
    }

    /// <summary>Returns the line of the file on which an element starts.</summary>
    public static int? LineOf(IElement element) => element.SourceReference?.Position.Line is > 0 and var line ? line : null;
}
