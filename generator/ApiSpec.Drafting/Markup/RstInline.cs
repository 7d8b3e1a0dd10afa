using System.Text;

namespace ApiSpec.Drafting.Markup;

/// <summary>Writes a paragraph of reStructuredText as HTML: code, bold and italic words, links, roles and substitutions.</summary>
internal sealed class RstInline(RstDefinitions definitions)
{
    private const int DeepestSubstitution = 8;

    // The length of all values that replace their names.
    private const int LongestSubstitutions = 1_000_000;

    // Roles whose words are code, as a browser shows them.
    private static readonly HashSet<string> s_codeRoles = new(StringComparer.Ordinal)
    {
        "attr", "class", "code", "command", "data", "envvar", "exc", "file", "func", "http:header", "http:method", "http:mimetype", "kbd", "literal",
            "mailheader",
        "makevar", "meth", "mimetype", "mod", "option", "program", "regexp", "samp", "token",
    };

    private static readonly System.Buffers.SearchValues<char> s_roleLetters
        = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+");

    private int _substituted;

    /// <summary>Returns text as HTML.</summary>
    public string Write(string text) => Write(text, 0);

    private string Write(string text, int depth)
    {
        var html = new StringBuilder();
        var ends = new MarkEnds(text);
        var plain = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\')
            {
                AddPlain(i);
                // An escaped space only separates marks.
                if (i + 1 < text.Length && text[i + 1] != ' ')
                    html.Append(MarkupWriter.Encode(text[(i + 1)..(i + 2)]));
                plain = i += 2;
                continue;
            }

            if (CanStart(text, i) && (OfMark(text, i, ends, depth) ?? OfRole(text, i, ends) ?? OfReference(text, i)) is (var written, var end))
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

    // A mark inside of a word is text: 'a*b'.
    private static bool CanStart(string text, int index)
        => index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '_' or '*' or '`');

    private (string Html, int End)? OfMark(string text, int index, MarkEnds ends, int depth)
    {
        if (text.AsSpan(index).StartsWith("``") && Inside("``") is (var code, var afterCode))
            return ("<code>" + MarkupWriter.Encode(code) + "</code>", afterCode);
        if (text.AsSpan(index).StartsWith("**") && Inside("**") is (var bold, var afterBold))
            return ("<strong>" + Plain(bold) + "</strong>", afterBold);
        if (text[index] == '*' && Inside("*") is (var italic, var afterItalic))
            return ("<em>" + Plain(italic) + "</em>", afterItalic);
        if (text[index] == '|' && Inside("|") is (var name, var afterName) && definitions.Substitutions.TryGetValue(name, out var value)
            && depth < DeepestSubstitution
            && (_substituted += value.Length + 1) <= LongestSubstitutions)
            return (Write(value, depth + 1), EndOfReference(text, afterName));
        return null;

        (string Text, int End)? Inside(string mark)
        {
            var start = index + mark.Length;
            return start < text.Length && !char.IsWhiteSpace(text[start]) && ends.Find(mark, start, isWhole: mark != "|",
                mark == "|" ? MarkupLimits.NameLength : int.MaxValue) is >= 0 and var end
                ? (text[start..end], end + mark.Length)
                : null;
        }
    }

    // ':ref:`text <target>`', '`text <address>`_', '`text`'.
    private static (string Html, int End)? OfRole(string text, int index, MarkEnds ends)
    {
        var role = "";
        var start = index;
        if (text[index] == ':')
        {
            var end = index + 1;
            while (end < text.Length && end - index <= MarkupLimits.NameLength && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '+'
                || (text[end] == ':' && !IsBacktick(end + 1))))
                end++;
            if (end == index + 1 || end >= text.Length || text[end] != ':' || !IsBacktick(end + 1))
                return null;
            (role, start) = (text[(index + 1)..end], end + 1);
        }

        if (!IsBacktick(start) || IsBacktick(start + 1) || ends.Find("`", start + 1, isWhole: false) is not (>= 0 and var close))
            return null;
        var content = text[(start + 1)..close];
        var after = EndOfReference(text, close + 1);
        var isLink = after > close + 1;
        // '`words`:role:'.
        if (role.Length == 0 && !isLink && close + 1 < text.Length && text[close + 1] == ':' && text.IndexOf(':', close + 2) is > 0 and var last
            && text.AsSpan(close + 2, last - close - 2) is { Length: > 0 } behind && !behind.ContainsAnyExcept(s_roleLetters))
            (role, after) = (behind.ToString(), last + 1);
        return (OfContent(content, role, isLink), after);

        bool IsBacktick(int at) => at < text.Length && text[at] == '`';
    }

    private static string OfContent(string content, string role, bool isLink)
    {
        var words = content;
        // The target of a link is not text.
        var hasTarget = role is not ("code" or "samp" or "literal" or "file") && content.EndsWith('>') && content.LastIndexOf('<') is > 0;
        if (hasTarget)
            words = content[..content.LastIndexOf('<')].TrimEnd();
        else if (role.Length > 0 && content is ['~', ..])
            words = content[(content.LastIndexOfAny(['.', '/']) + 1)..].TrimStart('~');
        else if (role.Length > 0 && content is ['!', ..])
            words = content[1..];
        // ':http:get:`/racks`' is a request.
        if (role.StartsWith("http:", StringComparison.Ordinal) && RstHttpDomain.MethodOf(role["http:".Length..]) is { } method && !hasTarget)
            words = method + " " + words;
        var html = Plain(words);
        return role switch
        {
            _ when s_codeRoles.Contains(role) => "<code>" + html + "</code>",
            "strong" => "<strong>" + html + "</strong>",
            _ when role is "emphasis" or "dfn" || (role.Length == 0 && !isLink) => "<em>" + html + "</em>",
            _ => html,
        };
    }

    // 'racks_' is a link if the document has a target with this name, and '[1]_' is a footnote.
    private (string Html, int End)? OfReference(string text, int index)
    {
        if (text[index] == '[' && text.AsSpan(index, Math.Min(text.Length - index, 40)).IndexOf(']') is > 1 and var close
            && EndOfReference(text, index + close + 1) is var after
            && after > index + close + 1)
            return (MarkupWriter.Encode(text[index..(index + close + 1)]), after);
        if (definitions.Targets.Count == 0 || !char.IsLetterOrDigit(text[index]))
            return null;
        var end = index;
        while (end < text.Length && end - index < MarkupLimits.NameLength && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            end++;
        return EndOfReference(text, end) is var target && target > end && definitions.Targets.Contains(text[index..end].ToLowerInvariant())
            ? (MarkupWriter.Encode(text[index..end]), target)
            : null;
    }

    // One or two underscores at the end of a word.
    private static int EndOfReference(string text, int index)
    {
        var end = index;
        while (end < text.Length && end < index + 2 && text[end] == '_')
            end++;
        return end == index || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) ? index : end;
    }

    private static string Plain(string text) => MarkupWriter.Encode(text.Contains('\\', StringComparison.Ordinal) ? WithoutEscapes(text) : text);

    private static string WithoutEscapes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                plain.Append(text[i]);
            else if (text[++i] != ' ')
                plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
