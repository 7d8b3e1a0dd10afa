using System.Text;
using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the text inside an HTML element.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> s_asides = new(StringComparer.OrdinalIgnoreCase)
    {
        "admonition", "admonitionblock", "alert", "callout", "caution", "danger", "hint", "important", "infobox", "note", "notice", "tip", "warning",
    };

    /// <summary>Returns the text on one line. A space separates parts that a browser shows on separate lines.</summary>
    /// <param name="element">The element.</param>
    /// <param name="skipped">The name of elements whose text is left out; null: none.</param>
    public static string Of(IElement element, string? skipped = null)
    {
        var text = new StringBuilder();
        Add(element, text, skipped, 0, isCode: false);
        var plain = PageText.Of(text.ToString());
        return plain.Length > PageLimits.LineLength ? plain[..PageLimits.LineLength] : plain;
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

    /// <summary>Whether the element is a box next to the text, such as a note.</summary>
    public static bool IsAside(IElement element) => element.LocalName == "aside" || element.ClassList.Any(static name => s_asides.Contains(name));

    /// <summary>Returns the words inside an element that are in italics.</summary>
    public static IReadOnlyList<string> Italics(IElement element)
        => [.. element.QuerySelectorAll("i, em, var, cite").Take(PageLimits.Columns).Select(static italic => Of(italic)).Where(static text => text.Length > 0)];

    // Each value of a list is in its own element, and nothing separates the elements.
    private static bool IsItem(IElement element)
        => element.LocalName is "code" or "li" && element.TextContent is { Length: > 0 } text && !text.Trim().Any(char.IsWhiteSpace)
            && Next(element) is IElement next && next.LocalName == element.LocalName && !next.TextContent.Trim().Any(char.IsWhiteSpace);

    private static INode? Next(IElement element)
    {
        var next = element.NextSibling;
        while (next is IElement { LocalName: "br" } || (next is IText white && element.LocalName == "li" && string.IsNullOrWhiteSpace(white.Data)))
            next = next.NextSibling;
        return next;
    }

    private static void Add(INode node, StringBuilder text, string? skipped, int depth, bool isCode)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText data)
            {
                text.Append(data.Data);
            }
            else if (child is IElement element && depth < PageLimits.Depth && element.LocalName != skipped
                && element.LocalName is not ("script" or "style" or "template"))
            {
                var isBreak = element.LocalName == "br";
                if (!isBreak)
                    Add(element, text, skipped, depth + 1, isCode);
                if (IsItem(element) && !isCode)
                    text.Append(',');
                if (isBreak || IsItem(element) || element.LocalName is "p" or "div" or "li" or "ul" or "ol" or "td" or "dt" or "dd" or "pre" or "tr")
                    text.Append(isCode && isBreak ? '\n' : ' ');
            }
        }
    }
}
