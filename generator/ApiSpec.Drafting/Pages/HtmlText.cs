using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the text inside an HTML element.</summary>
internal static partial class HtmlText
{
    private const int LongestToggle = 40;

    private static readonly HashSet<string> s_asides = new(StringComparer.OrdinalIgnoreCase)
    {
        "admonition", "admonitionblock", "alert", "callout", "caution", "danger", "hint", "important", "infobox", "note", "notice", "tip", "warning",
    };

    private static readonly HashSet<string> s_blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    };

    /// <summary>Whether a browser starts a new line for the element.</summary>
    public static bool IsBlock(IElement element) => s_blocks.Contains(element.LocalName);

    /// <summary>Returns the text on one line. A space separates parts that a browser shows on separate lines.</summary>
    /// <param name="element">The element.</param>
    /// <param name="skipped">The names of elements whose text is left out; null: none.</param>
    public static string Of(IElement element, string[]? skipped = null)
    {
        var plain = WholeOf(element, skipped);
        return plain.Length > PageLimits.LineLength ? plain[..PageLimits.LineLength] : plain;
    }

    /// <summary>Returns the text on one line of any length.</summary>
    /// <param name="element">The element.</param>
    /// <param name="skipped">The names of elements whose text is left out; null: none.</param>
    public static string WholeOf(IElement element, string[]? skipped = null)
    {
        var text = new StringBuilder();
        Add(element, text, skipped, 0, isCode: false);
        return PageText.Of(text.ToString());
    }

    /// <summary>Returns the parts of the text that a browser shows on separate lines; null: there is only one.</summary>
    /// <param name="element">The element.</param>
    /// <param name="skipped">The names of elements whose text is left out; null: none.</param>
    public static IReadOnlyList<CellBlock>? BlocksOf(IElement element, string[]? skipped = null)
    {
        var blocks = new List<CellBlock>();
        var text = new StringBuilder();
        AddBlocks(element, text, blocks, skipped, isItem: false, 0);
        EndBlock(text, blocks, isItem: false);
        return blocks.Count > 1 ? blocks : null;
    }

    /// <summary>Returns the text with its spaces and line breaks.</summary>
    public static string OfCode(IElement element)
    {
        var text = new StringBuilder();
        Add(element, text, null, 0, isCode: true);
        return text.ToString();
    }

    /// <summary>Whether a browser shows the element in italics.</summary>
    public static bool IsItalic(IElement element) => element.LocalName is "i" or "em" or "var" or "cite";

    /// <summary>Whether a browser shows the element as code or in bold.</summary>
    public static bool IsStrong(IElement element) => element.LocalName is "b" or "strong" or "code" or "tt" or "kbd" or "samp";

    /// <summary>Whether the element is a box next to the text, such as a note.</summary>
    public static bool IsAside(IElement element) => element.LocalName == "aside" || element.ClassList.Any(static name => s_asides.Contains(name));

    /// <summary>Returns the words inside an element that are in italics.</summary>
    public static IReadOnlyList<string> Italics(IElement element)
        => [.. element.QuerySelectorAll("i, em, var, cite").Take(PageLimits.Columns).Select(static italic => Of(italic)).Where(static text => text.Length > 0)];

    /// <summary>Whether a browser shows the element as code.</summary>
    public static bool IsCode(IElement element) => element.LocalName is "code" or "tt" or "kbd" or "samp";

    /// <summary>Returns the words inside an element that are code.</summary>
    public static IEnumerable<string> Codes(IElement element)
        => element.QuerySelectorAll("code, tt, kbd, samp").Take(PageLimits.Columns).Select(static code => Of(code)).Where(static text => text.Length > 0);

    /// <summary>Returns the elements of a block that a style shows as cells, without the last one; null: the block has other content. Nothing but their classes
    /// separates them: <c>&lt;span class="name"&gt;size&lt;/span&gt;&lt;span class="type"&gt;integer&lt;/span&gt;</c>.</summary>
    public static IReadOnlySet<INode>? CellsOf(IElement block)
    {
        if (block.ChildElementCount < 2)
            return null;
        HashSet<INode>? cells = null;
        IElement? above = null;
        foreach (var child in block.ChildNodes)
        {
            if (child is IElement element && !IsBlock(element) && element.ClassName is { Length: > 0 })
            {
                if (above is not null && above.ClassName != element.ClassName && IsBetweenWords(above.TextContent, element.TextContent))
                    (cells ??= []).Add(above);
                above = element;
            }
            else if (child is IElement || (child is IText text && !string.IsNullOrWhiteSpace(text.Data)))
            {
                return null;
            }
        }

        return cells;
    }

    // A single letter can be the first one of a word.
    private static bool IsBetweenWords(string left, string right)
        => left.Length > 1 && right.Length > 1 && (char.IsLetterOrDigit(left[^1]) || left[^1] is ']' or ')' or '>')
            && (char.IsLetterOrDigit(right[0]) || right[0] is '(' || (right[0] == '/' && HttpMethods.IsKnown(left.Trim().ToUpperInvariant())));

    private static bool IsSkipped(IElement element, string[]? skipped)
        => skipped is not null && (Array.IndexOf(skipped, element.LocalName) >= 0 || IsToggle(element));

    // 'Show members', which opens the part that is left out. Other text says something about the row.
    private static bool IsToggle(IElement element)
        => (element.LocalName == "summary" || element.HasAttribute("aria-expanded"))
            && element.TextContent is { Length: <= LongestToggle } text && ToggleWord().IsMatch(text);

    [GeneratedRegex(
        @"^\W*((show|hide|view|see|expand|collapse|open|close)\b[^.,;:]*"
            + @"|(all |child |its |nested |object )*(members?|attributes?|fields?|properties|parameters?|details?|items?))\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToggleWord();

    // Each value of a list is in its own element, and nothing separates the elements.
    private static bool IsItem(INode[] siblings, int index)
        => siblings[index] is IElement { LocalName: "code" or "li", TextContent: { Length: > 0 } text } element && !text.Trim().Any(char.IsWhiteSpace)
            && Next(siblings, index, element) is IElement next && next.LocalName == element.LocalName && !next.TextContent.Trim().Any(char.IsWhiteSpace);

    private static INode? Next(INode[] siblings, int index, IElement element)
    {
        for (var i = index + 1; i < siblings.Length; i++)
        {
            var isBetween = siblings[i] is IElement { LocalName: "br" }
                || (siblings[i] is IText white && element.LocalName == "li" && string.IsNullOrWhiteSpace(white.Data));
            if (!isBetween)
                return siblings[i];
        }

        return null;
    }

    // 'asc' and 'desc' without a space between their elements. '/racks/' and '{id}' are parts of one word.
    private static bool IsValue(INode[] siblings, int index, int other)
        => IsWord(siblings[index]) && other >= 0 && other < siblings.Length && IsWord(siblings[other]);

    private static bool IsWord(INode node)
        => node is IElement { LocalName: "code", TextContent: { Length: > 0 } text } && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static void Add(INode node, StringBuilder text, string[]? skipped, int depth, bool isCode)
    {
        // A node finds its next sibling by a search through all children of its parent.
        var children = node.ChildNodes.ToArray();
        var cells = node is IElement block && !isCode && IsBlock(block) ? CellsOf(block) : null;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is IText data)
            {
                text.Append(data.Data);
            }
            else if (child is IElement element && depth < PageLimits.Depth && !IsSkipped(element, skipped)
                && element.LocalName is not ("script" or "style" or "template"))
            {
                var isBreak = element.LocalName == "br";
                if (IsBlock(element) && !isCode)
                    text.Append(' ');
                if (!isBreak)
                    Add(element, text, skipped, depth + 1, isCode);
                var isItem = IsItem(children, i);
                if (isItem && !isCode && element.LocalName == "li")
                    text.Append(',');
                if (isBreak || (isItem && isCode) || cells?.Contains(child) == true || IsValue(children, i, i + 1) || IsBlock(element))
                    text.Append(isCode && isBreak ? '\n' : ' ');
            }
        }
    }

    private static void AddBlocks(INode node, StringBuilder text, List<CellBlock> blocks, string[]? skipped, bool isItem, int depth)
    {
        var children = node.ChildNodes.ToArray();
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText data)
                text.Append(data.Data);
            if (children[i] is not IElement element || depth >= PageLimits.Depth || IsSkipped(element, skipped)
                || element.LocalName is "script" or "style" or "template")
                continue;
            var isBlock = IsBlock(element) || element.LocalName == "br" || IsValue(children, i, i - 1) || IsValue(children, i, i + 1);
            if (isBlock)
                EndBlock(text, blocks, isItem);
            AddBlocks(element, text, blocks, skipped, isItem || element.LocalName == "li", depth + 1);
            if (isBlock)
                EndBlock(text, blocks, isItem || element.LocalName == "li");
        }
    }

    private static void EndBlock(StringBuilder text, List<CellBlock> blocks, bool isItem)
    {
        var plain = PageText.Of(text.ToString());
        text.Clear();
        if (plain.Length > 0 && blocks.Count < PageLimits.Lines)
            blocks.Add(new CellBlock(plain.Length > PageLimits.LineLength ? plain[..PageLimits.LineLength] : plain, isItem));
    }
}
