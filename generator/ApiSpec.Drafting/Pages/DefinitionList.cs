using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads a definition list as a table of two columns: the term and its definition. A list inside a definition is indented.</summary>
internal sealed class DefinitionList(List<PageLine> lines, int table, int line, CancellationToken cancellationToken)
{
    private const int Indentation = 2;
    private const int Deepest = 16;
    private const int FewTerms = 3;

    // The lines of a definition.
    private static readonly string[] s_inside = ["dl", "table"];
    private static readonly string[] s_framed = ["table", "pre"];

    private int _inner;

    /// <summary>The number of the last table: the list, or a table in one of its definitions.</summary>
    public int LastTable => table + _inner;

    /// <summary>Whether a list arranges parts of a page, such as an operation with its headings, and is not a table.</summary>
    public static bool IsLayout(IElement list)
    {
        var (terms, names, definitions, parts) = (0, 0, 0, 0);
        var (hasTable, hasCode) = (false, false);
        foreach (var item in ItemsOf(list))
        {
            if (item.LocalName == "dt")
            {
                var term = HtmlText.Of(item);
                if (IsRequest(term))
                    return true;
                terms++;
                names += IsName(term) ? 1 : 0;
                continue;
            }

            // A parameter is described with values, and not with messages.
            if (item.QuerySelector("h1, h2, h3, h4, h5, h6") is not null
                || item.QuerySelectorAll("pre").Any(static code => HttpHead.StartsWithHead(HtmlText.OfCode(code))))
                return true;
            hasTable |= item.QuerySelector("table") is not null;
            hasCode |= item.QuerySelector("pre") is not null;
            definitions++;
            if (StartsWithList(item) || (names == 0 && IsCode(item)))
                parts++;
        }

        // 'Parameters' and a table are a part of a page. A table in the definition of a name, such as 'color', describes the name.
        if (hasTable && names * 2 <= terms)
            return true;
        // A list of a few terms with capitals and code, such as 'Success' and 'Failure', is a part too.
        if (hasCode && names == 0 && terms <= FewTerms)
            return true;
        // A few definitions of a table can have lists of values.
        return parts > 0 && parts * 2 >= definitions;
    }

    private static bool IsRequest(string term)
        => term.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && HttpMethods.IsKnown(term[..space]) && term.AsSpan(space).Contains('/');

    // The headings of parts are words with a capital.
    private static bool IsName(string term) => term.Length > 0 && !char.IsUpper(term[0]) && !term.Contains(' ', StringComparison.Ordinal);

    // The term is the heading of the list.
    private static bool StartsWithList(IElement definition)
        => definition.ChildNodes.FirstOrDefault(static node => !string.IsNullOrWhiteSpace(node.TextContent)) is IElement { LocalName: "ul" or "ol" };

    private static bool IsCode(IElement definition)
        => definition.QuerySelector("pre") is { } code && code.TextContent.Trim().Length == definition.TextContent.Trim().Length;

    public void Add(IElement list, int depth)
    {
        string? term = null;
        var termLine = line;
        foreach (var child in ItemsOf(list))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (child.LocalName == "dt")
            {
                AddRow(term, default, termLine, depth);
                term = HtmlText.Of(child);
                termLine = HtmlPage.LineOf(child) ?? line;
                continue;
            }

            // A list that is nested too deeply becomes text of the definition around it.
            var inside = depth < Deepest ? s_inside : null;
            AddRow(term ?? "", new PageCell(HtmlText.Of(child, inside), depth + 1) { Blocks = HtmlText.BlocksOf(child, inside) }, termLine, depth, child);
            term = null;
            if (depth < Deepest)
            {
                foreach (var inner in TablesIn(child))
                    AddTable(inner, termLine, depth);
                foreach (var inner in ListsIn(child))
                    Add(inner, depth + 1);
            }
        }

        AddRow(term, default, termLine, depth);
    }

    private void AddTable(IHtmlTableElement inner, int termLine, int depth)
    {
        if (inner.Caption is { } caption)
            AddText(HtmlText.Of(caption), HtmlPage.LineOf(caption) ?? termLine);
        var rows = HtmlGrid.Of(inner, cancellationToken);
        if (depth >= Deepest || rows is not [{ Cells.Count: 1, Elements: [var frame] }])
        {
            lines.AddRange(HtmlGrid.LinesOf(rows, termLine, table + ++_inner, table));
            return;
        }

        // A table with one cell is a frame, for example around code.
        AddText(HtmlText.Of(frame, s_framed), HtmlPage.LineOf(frame) ?? termLine);
        foreach (var code in frame.QuerySelectorAll("pre").Where(code => code.ParentElement!.Closest("table") == inner))
            lines.AddRange(HtmlPage.CodeLines(code, HtmlPage.LineOf(code) ?? termLine).Select(line => line with { Within = table }));
        foreach (var framed in TablesIn(frame))
            AddTable(framed, HtmlPage.LineOf(framed) ?? termLine, depth + 1);
    }

    private void AddText(string text, int number)
    {
        if (text.Length > 0)
            lines.Add(new PageLine { Number = number, Text = text, Within = table });
    }

    private static IEnumerable<IHtmlTableElement> TablesIn(IElement definition)
        => definition.QuerySelectorAll("table").OfType<IHtmlTableElement>()
            .Where(inner => inner.ParentElement!.Closest("table, dl") is var around && (around is null || around.Contains(definition)));

    // The members of the term can be in details, which a reader opens.
    private static IEnumerable<IElement> ListsIn(IElement definition)
        => definition.QuerySelectorAll("dl")
            .Where(inner => inner.ParentElement!.Closest("table, dl") is var around && (around is null || around.Contains(definition)));

    /// <summary>Returns the terms and definitions of a list. HTML allows a div around each group.</summary>
    public static IEnumerable<IElement> ItemsOf(IElement list)
        => list.Children.SelectMany(static IEnumerable<IElement> (child) => child.LocalName == "div" ? child.Children : [child])
            .Where(static child => child.LocalName is "dt" or "dd");

    private void AddRow(string? term, PageCell cell, int number, int depth, IElement? definition = null)
    {
        var text = cell.Text ?? "";
        if (term is null || (term.Length == 0 && text.Length == 0))
            return;
        lines.Add(new PageLine
        {
            Number = number,
            Text = term.Length == 0 ? text : text.Length == 0 ? term : term + ": " + text,
            Codes = definition is null ? [] : [.. HtmlText.Codes(definition)],
            Indent = depth * Indentation,
            Kind = LineKind.Row,
            Cells = [new PageCell(term, depth), cell with { Text = text, Left = depth + 1 }],
            Table = table,
        });
    }
}
