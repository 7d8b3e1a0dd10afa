using System.Text;
using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the text inside an HTML element.</summary>
internal static class HtmlText
{
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

    /// <summary>Returns the words inside an element that are in italics.</summary>
    public static IReadOnlyList<string> Italics(IElement element)
        => [.. element.QuerySelectorAll("i, em, var, cite").Take(PageLimits.Columns).Select(static italic => Of(italic)).Where(static text => text.Length > 0)];

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
                if (isBreak || element.LocalName is "p" or "div" or "li" or "ul" or "ol" or "td" or "dt" or "dd" or "pre" or "tr")
                    text.Append(isCode && isBreak ? '\n' : ' ');
            }
        }
    }
}
