namespace ApiSpec.Drafting.Pages;

/// <summary>Estimates how deep elements of HTML are nested, without a parser.</summary>
internal static class HtmlNesting
{
    // Elements without an end tag, and elements that end where the next one starts.
    private static readonly HashSet<string> s_unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th",
        "tbody", "thead", "tfoot", "option",
        "colgroup", "body", "html", "head",
    };

    /// <summary>Returns the maximum number of elements that are open at once.</summary>
    public static int DepthOf(string text)
    {
        var depth = 0;
        var deepest = 0;
        for (var i = text.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('<', i + 1))
        {
            var isEnd = text[i + 1] == '/';
            var start = isEnd ? i + 2 : i + 1;
            var end = start;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end == start || s_unclosed.Contains(text[start..end]))
                continue;
            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
