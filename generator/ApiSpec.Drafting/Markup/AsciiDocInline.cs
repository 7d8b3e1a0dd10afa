using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>Writes a paragraph of AsciiDoc as HTML: code, bold and italic words, links, macros and attributes.</summary>
internal sealed partial class AsciiDocInline(AsciiDocAttributes attributes)
{
    private const int Deepest = 6;

    // The longer mark of each pair can be inside of a word.
    private static readonly (string Mark, string Element)[] s_marks =
    [
        ("``", "code"), ("**", "strong"), ("__", "em"), ("##", ""), ("`", "code"), ("*", "strong"), ("_", "em"), ("#", ""), ("^", ""), ("~", ""),
    ];

    private static readonly (string Open, string Close, string Element)[] s_passthroughs = [("`+", "+`", "code"), ("+++", "+++", ""), ("++", "++", ""),
        ("+", "+", "")];

    /// <summary>Returns text as HTML.</summary>
    public string Write(string text) => Write(attributes.Substitute(text), 0);

    private static string Write(string text, int depth)
    {
        var html = new StringBuilder();
        var ends = new MarkEnds(text);
        var plain = 0;
        for (var i = 0; i < text.Length;)
        {
            // '\{name}' and '\*' are text.
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '{' or '*' or '_' or '`' or '#' or '<' or '[' or '+' or '^' or '~')
            {
                AddPlain(i);
                html.Append(MarkupWriter.Encode(text[(i + 1)..(i + 2)]));
                plain = i += 2;
                continue;
            }

            if (depth < Deepest && (OfPassthrough(text, i, ends) ?? OfMark(text, i, ends, depth) ?? OfMacro(text, i, depth)) is (var written, var end))
            {
                AddPlain(i);
                html.Append(written);
                plain = i = end;
                continue;
            }

            i++;
        }

        AddPlain(text.Length);
        return html.ToString();

        void AddPlain(int end)
        {
            if (end > plain)
                html.Append(MarkupWriter.Encode(text[plain..end]));
        }
    }

    // '+text+' and '`+text+`' have no marks inside.
    private static (string Html, int End)? OfPassthrough(string text, int index, MarkEnds ends)
    {
        if (text[index] is not ('+' or '`'))
            return null;
        foreach (var (open, close, element) in s_passthroughs)
        {
            var start = index + open.Length;
            if (text.AsSpan(index).StartsWith(open) && start < text.Length && !char.IsWhiteSpace(text[start]) && (open.Length > 1 || IsStart(text, index))
                && ends.Find(close, start, isWhole: true) is >= 0 and var end)
                return (Element(element, MarkupWriter.Encode(text[start..end])), end + close.Length);
        }

        return null;
    }

    private static (string Html, int End)? OfMark(string text, int index, MarkEnds ends, int depth)
    {
        if (text[index] is not ('`' or '*' or '_' or '#' or '^' or '~'))
            return null;
        foreach (var (mark, element) in s_marks)
        {
            var start = index + mark.Length;
            // A raised or lowered word.
            var isWord = mark[0] is '^' or '~';
            var isWhole = mark.Length == 1 && !isWord;
            if (!text.AsSpan(index).StartsWith(mark) || start >= text.Length || char.IsWhiteSpace(text[start]) || (isWhole && !IsStart(text, index))
                || ends.Find(mark, start, isWhole, isWord ? MarkupLimits.NameLength : int.MaxValue) is not (>= 0 and var end))
                continue;
            if (isWord && text.AsSpan(start, end - start).Contains(' '))
                continue;
            var inside = text[start..end];
            return (Element(element, element == "code" && !inside.Contains('[', StringComparison.Ordinal) ? MarkupWriter.Encode(inside)
                : Write(inside, depth + 1)),
                end + mark.Length);
        }

        return null;
    }

    private static bool IsStart(string text, int index) => index == 0 || !(char.IsLetterOrDigit(text[index - 1])
        || text[index - 1] is '_' or ':' or ';' or '}');

    private static string Element(string name, string html) => name.Length == 0 ? html : "<" + name + ">" + html + "</" + name + ">";

    private static (string Html, int End)? OfMacro(string text, int index, int depth)
    {
        // '<<anchor,words>>', '[[anchor]]', '(((term)))'.
        if (text[index] is '<' or '[' or '(')
        {
            if (CrossReference().Match(text, index) is { Success: true } reference && reference.Index == index)
                return (Write(reference.Groups["text"] is { Length: > 0 } words ? words.Value : reference.Groups["target"].Value.Replace('_', ' ').Trim(),
                    depth + 1),
                    index + reference.Length);
            if (Anchor().Match(text, index) is { Success: true } anchor && anchor.Index == index)
                return ("", index + anchor.Length);
            return null;
        }

        if (!char.IsAsciiLetter(text[index]) || (index > 0 && char.IsLetterOrDigit(text[index - 1]))
            || Macro().Match(text, index) is not { Success: true } macro
            || macro.Index != index)
            return null;
        var name = macro.Groups["name"].Value;
        var target = macro.Groups["target"].Value;
        var content = macro.Groups["text"].Value.Replace("\\]", "]", StringComparison.Ordinal);
        var end = index + macro.Length;
        switch (name)
        {
            case "image" or "icon" or "anchor" or "indexterm":
                return ("", end);
            case "kbd" or "btn" or "menu":
                return ("<code>" + MarkupWriter.Encode(content.Length > 0 ? content : target) + "</code>", end);
            case "footnote" or "footnoteref":
                return (" (" + Write(content, depth + 1) + ")", end);
            case "pass" or "stem" or "latexmath" or "asciimath":
                return (MarkupWriter.Encode(content), end);
        }

        // The words of a link can have quotation marks, and attributes after them.
        var label = content.StartsWith('"') && content.IndexOf('"', 1) is > 0 and var quote ? content[1..quote]
            : content.Split(",role=", 2)[0].Split(",window=", 2)[0];
        label = label.TrimEnd('^');
        return (Write(label.Length > 0 ? label : name is "link" or "xref" or "mailto" ? target : name + ":" + target, depth + 1), end);
    }

    [GeneratedRegex(@"\G<<(?<target>[^<>,\n]{1,200})(,(?<text>[^<>]{1,400}))?>>", RegexOptions.CultureInvariant)]
    private static partial Regex CrossReference();

    [GeneratedRegex(@"\G(\[\[[A-Za-z_][^\[\]]{0,200}\]\]|\[[.#%][^\[\]]{1,100}\](?=[#*_`])|\(\(\([^()]{1,200}\)\)\))", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    // 'link:racks.html[racks]', 'https://example.com[site]', 'xref:a#b[words]', 'footnote:[text]'.
    [GeneratedRegex(
        @"\G(?<name>link|xref|mailto|image|icon|anchor|indexterm|kbd|btn|menu|footnote|footnoteref|pass|stem|latexmath|asciimath"
            + @"|https?|ftp):(?<target>[^\s\[\]]{0,400})"
            + @"\[(?<text>([^\]\\]|\\.){0,400})\]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Macro();
}
