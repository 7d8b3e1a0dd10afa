using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace ApiSpec.Drafting.Pages;

/// <summary>The text of a paragraph or cell of Markdown, without its marks.</summary>
/// <param name="Text">The text.</param>
/// <param name="Codes">The words that it prints as code.</param>
/// <param name="Italics">The words in italics.</param>
/// <param name="Lead">The words at its start that it prints as code or in bold; null: none.</param>
internal sealed partial record MarkdownText(string Text, IReadOnlyList<string> Codes, IReadOnlyList<string> Italics, string? Lead)
{
    // In place of code, private characters.
    private const char FirstCode = '\uE000';

    private const int MostCodes = 256;

    /// <summary>The parts that line breaks separate; null: there is one part.</summary>
    public IReadOnlyList<CellBlock>? Blocks { get; private init; }

    /// <summary>The words of shortcodes, which are not part of the text.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>Returns the text with the words of shortcodes in parentheses after it.</summary>
    public MarkdownText WithWords()
        => Words.Count == 0 ? this : this with { Text = (Text + " (" + string.Join(", ", Words) + ")").TrimStart(), Blocks = null, Words = [] };

    /// <summary>Reads text on one line.</summary>
    public static MarkdownText Of(string text)
    {
        var parts = Break().Split(text).Select(static part => PlainOf(part)).ToList();
        var words = parts.SelectMany(static part => part.Words).ToList();
        var blocks = parts.FindAll(static part => part.Text.Length > 0);
        if (blocks.Count == 1 && words.Count == blocks[0].Words.Count)
            return blocks[0];
        return new MarkdownText(
            string.Join(' ', blocks.Select(static block => block.Text)), [.. blocks.SelectMany(static block => block.Codes).Take(PageLimits.Columns)],
            [.. blocks.SelectMany(static block => block.Italics).Take(PageLimits.Columns)], blocks.Count == 0 ? null : blocks[0].Lead)
        {
            Blocks = blocks.Count == 0 ? null : [.. blocks.Select(static block => new CellBlock(block.Text, IsItem: false))],
            Words = words,
        };
    }

    /// <summary>Reads a cell, which can have a list in HTML, because a row is on one line.</summary>
    public static MarkdownText OfCell(string text)
    {
        if (!List().IsMatch(text))
            return Of(text).WithWords();
        using var document = new HtmlParser().ParseDocument(OtherTag().Replace(text, "&lt;"));
        if (document.Body is not { } body)
            return Of(text).WithWords();
        var whole = Of(HtmlText.Of(body)).WithWords();
        return whole with
        {
            Blocks = HtmlText.BlocksOf(body)?.Select(static block => block with { Text = Of(block.Text).Text }).ToList(),
            Codes = [.. whole.Codes.Concat(HtmlText.Codes(body)).Take(PageLimits.Columns)],
        };
    }

    private static MarkdownText PlainOf(string text)
    {
        var codes = new List<string>();
        var italics = new List<string>();
        // Marks inside code are part of it, and code can be inside other marks.
        var marked = Code().Replace(text, match =>
        {
            if (codes.Count == MostCodes)
                return match.Groups["code"].Value;
            codes.Add(match.Groups["code"].Value.Trim());
            return ((char)(FirstCode + codes.Count - 1)).ToString();
        });
        var words = new List<string>();
        marked = Shortcodes.Remove(marked, words);
        var plain = new StringBuilder();
        foreach (var c in WithoutMarks(marked, italics))
            plain.Append(c >= FirstCode && c < FirstCode + codes.Count ? codes[c - FirstCode] : c.ToString());
        var whole = PageText.Of(plain.ToString());
        var lead = Strong().Match(text.TrimStart()) is { Success: true } strong
            ? PageText.Of(WithoutMarks(strong.Groups["text"].Value.Trim('`'), [])) : null;
        return new MarkdownText(
            whole, [.. codes.Where(static code => code.Length > 0).Select(PageText.Of)], [.. italics.Take(PageLimits.Columns)],
            lead is { Length: > 0 } && whole.StartsWith(lead, StringComparison.Ordinal) ? lead : null)
        {
            Words = [.. words.Take(PageLimits.Columns)],
        };
    }

    private static string WithoutMarks(string text, List<string> italics)
    {
        var plain = Image().Replace(text, "");
        plain = Link().Replace(plain, "${text}");
        plain = Tag().Replace(plain, "");
        plain = Bold().Replace(plain, "${text}");
        plain = Italic().Replace(plain, match =>
        {
            italics.Add(PageText.Of(match.Groups["text"].Value));
            return match.Groups["text"].Value;
        });
        return WebUtility.HtmlDecode(Escape().Replace(plain, "${sign}"));
    }

    [GeneratedRegex(@"<br ?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex(@"(?<!`)(?<open>`{1,2})(?<code>[^`]+)\k<open>(?!`)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(\*\*(?<text>[^*]+)\*\*|__(?<text>[^_]+)__|(?<text>`[^`]+`))", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"!\[[^\[\]]*\]\([^()]*(\([^()]*\)[^()]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\((?!\?)[^()\s]*(\([^()\s]*\)[^()\s]*)?( ""[^""]*"")?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // A placeholder such as '<id>' is not an element.
    [GeneratedRegex(@"</?(a|b|h[1-6]|strong|i|em|code|span|div|p|sub|sup|img|details|summary|font|u|kbd)(\s[^<>]*)?/?>|<!--((?!<!--).)*?-->",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(ul|ol|li)(\s[^<>]*)?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex List();

    // '<id>' in a cell with a list.
    [GeneratedRegex(@"<(?!/?(ul|ol|li|br|a|b|strong|i|em|code|span|div|p|sub|sup|img|font|u|kbd)(\s[^<>]*)?/?>)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherTag();

    [GeneratedRegex(@"\*\*(?<text>[^*]+)\*\*|(?<![A-Za-z0-9_])__(?<text>[^_]+(_[^_]+)*)__(?![A-Za-z0-9_])", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(
        @"(?<![\w*\\/])\*(?=[^\s*])(?<text>[^*]*[^\s*])\*(?![\w*])|(?<![\w\\])_(?=[^\s_])(?<text>[^_]*[^\s_])_(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Italic();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+.!|<>~-])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
