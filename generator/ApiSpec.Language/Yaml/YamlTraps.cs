using System.Globalization;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>The position at which the parser stopped, and the tokens before it.</summary>
/// <param name="Start">The position of the parser error. The message of the parser does not help the writer of the file.</param>
/// <param name="End">The position at which it stopped.</param>
/// <param name="OpenBracket">The position of the outermost <c>[</c> or <c>{</c> that was still open.</param>
/// <param name="LastNode">The value that was read last.</param>
/// <param name="SafeStart">Everything before this position was read without errors.</param>
internal sealed record YamlSyntaxError(int Start, int End, int? OpenBracket, YamlNode? LastNode, int SafeStart)
{
    public bool IsPositionKnown { get; init; } = true;
}

/// <summary>Explains why YAML does not parse, and how to write it.</summary>
internal static class YamlTraps
{
    /// <summary>The advice about a row that is not aligned with the rows around it.</summary>
    public const string SameColumn = "start all rows of a table in the same column";

    private const string Escapes = "0abt\tnvfre \"/\\N_LPxuU\n\r";

    public static void Explain(SpecText text, YamlSyntaxError error, DiagnosticBag diagnostics)
    {
        var source = text.Text;
        if (FindTab(text, error) is { } tab)
        {
            diagnostics.Report(SpecRules.TabIndentation, text.Span(tab, tab + 1));
            return;
        }

        var start = error.Start;
        var line = text.LineAt(start);
        if (BlockTexts.Explain(text, line, diagnostics) || (error.OpenBracket is { } bracket && BlockTexts.Explain(text, text.LineAt(bracket), diagnostics)))
            return;
        var first = start < source.Length ? source[start] : '\0';
        var lineEnd = text.LineEnd(line);
        var isFirstOnLine = text.FirstVisible(line) == start;

        if (error.IsPositionKnown && first is '"' or '\'' && ExplainQuote(text, start, diagnostics))
            return;
        if (ExplainMarkBehindName(text, start, lineEnd, diagnostics) || ExplainTextBehind(text, error, line, diagnostics))
            return;
        if (error.OpenBracket is { } open)
        {
            ExplainOpenBracket(text, error, open, diagnostics);
            return;
        }

        if (first is '&' or '*')
        {
            diagnostics.Report(SpecRules.AnchorNotSupported, text.Span(start, start + 1), first.ToString(), first.ToString());
        }
        else if (first is '|' or '>')
        {
            diagnostics.Report(SpecRules.TextBesideBlockMark, text.Span(start, lineEnd), first.ToString());
        }
        else if (first is '!')
        {
            diagnostics.Report(SpecRules.TagNotSupported, text.Span(start, lineEnd), "!");
        }
        else if (first is '@' or '`' or '%' or ']' or '}' or ',' || (first is '-' or '?' && !isFirstOnLine))
        {
            diagnostics.Report(SpecRules.ReservedCharacter, text.Span(start, start + 1), first.ToString());
        }
        else if (first == ':' && !isFirstOnLine)
        {
            ExplainColon(text, start, line, diagnostics);
        }
        else if (start < lineEnd && isFirstOnLine)
        {
            ExplainLine(text, start, lineEnd, diagnostics);
        }
        else if (start == lineEnd && start >= source.TrimEnd().Length && source.TrimEnd().Length > 0)
        {
            // The parser searched for a colon up to the end of the file.
            var last = text.LineAt(source.TrimEnd().Length - 1);
            ExplainLine(text, text.FirstVisible(last), text.LineEnd(last), diagnostics);
        }
        else
        {
            diagnostics.Report(SpecRules.NotYaml, text.Span(start, Math.Max(start, lineEnd)));
        }
    }

    private static int? FindTab(SpecText text, YamlSyntaxError error)
    {
        var last = text.LineAt(Math.Max(error.Start, error.End));
        var from = text.LineAt(Math.Min(error.SafeStart, error.Start));
        // The parser reports the table that contains the line with the tab, not the line. That line follows the last node that was read.
        if (error.LastNode is { } node && node.Start >= error.Start)
        {
            from = text.LineAt(node.Start);
            last = Math.Max(last, Math.Min(text.LineCount - 1, text.LineAt(node.End) + 1));
        }

        for (var line = from; line <= last; line++)
        {
            var visible = text.FirstVisible(line);
            if (visible == text.LineEnd(line))
                continue;
            var tab = text.Text.IndexOf('\t', text.LineStart(line), visible - text.LineStart(line));
            if (tab >= 0)
                return tab;
        }

        return null;
    }

    private static bool ExplainQuote(SpecText text, int start, DiagnosticBag diagnostics)
    {
        var source = text.Text;
        var quote = source[start];
        for (var i = start + 1; i < source.Length; i++)
        {
            if (quote == '"' && source[i] == '\\')
            {
                var width = i + 1 < source.Length ? WidthOfEscape(source[i + 1]) : 0;
                if (width == 0 || !IsHexadecimal(source, i + 2, width - 2))
                {
                    var end = Math.Min(source.Length, i + Math.Max(2, width));
                    diagnostics.Report(SpecRules.UnknownEscape, text.Span(i, end), text.Text.Substring(i, end - i));
                    return true;
                }

                i += width - 1;
            }
            else if (source[i] == quote)
            {
                if (quote == '\'' && i + 1 < source.Length && source[i + 1] == '\'')
                {
                    i++;
                    continue;
                }

                // The quotation mark is closed, though perhaps by the one of another line.
                if (text.LineAt(i) == text.LineAt(start))
                    return false;
                break;
            }
        }

        diagnostics.Report(SpecRules.UnclosedQuote, text.Span(start, text.LineEnd(text.LineAt(start))), quote.ToString());
        return true;
    }

    // '"@odata.etag"?: string': the suffix of a name is part of the key, so it belongs inside the quotation marks.
    private static bool ExplainMarkBehindName(SpecText text, int start, int lineEnd, DiagnosticBag diagnostics)
    {
        var source = text.Text;
        if (start == 0 || start >= lineEnd || source[start - 1] is not ('"' or '\''))
            return false;
        var end = start;
        while (end < lineEnd && source[end] is '?' or '[' or ']')
            end++;
        if (end == start || end == lineEnd || source[end] != ':')
            return false;
        var marks = source.Substring(start, end - start);
        var name = source.LastIndexOf(source[start - 1], start - 2);
        var key = name < text.LineStart(text.LineAt(start)) ? "name" : source.Substring(name + 1, start - name - 2);
        diagnostics.Report(SpecRules.MarkBehindQuotedName, text.Span(start, end), marks, source[start - 1] + key + marks + source[start - 1]);
        return true;
    }

    private static int WidthOfEscape(char c)
        => Escapes.IndexOf(c) < 0 ? 0 : c switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };

    private static bool IsHexadecimal(string source, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (i >= source.Length || !Uri.IsHexDigit(source[i]))
                return false;
        }

        // Neither half of a surrogate pair nor a number beyond the last plane is a character.
        return length != 4 || source[start] is not ('d' or 'D') || source[start + 1] is not (>= '8' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F');
    }

    private static bool ExplainTextBehind(SpecText text, YamlSyntaxError error, int line, DiagnosticBag diagnostics)
    {
        if (error.LastNode is not { } node || node.End > error.Start || node.Start == node.End || text.LineAt(node.End) != line)
            return false;
        var visible = error.IsPositionKnown ? text.Span(error.Start, text.LineEnd(line)) : default;
        if (visible.Length == 0)
            return false;
        switch (node)
        {
            // The only value that is already broken at this point is a reference, such as the '*1' of a footnote.
            case YamlScalar { IsBroken: true }:
                diagnostics.Report(SpecRules.AnchorNotSupported, text.SpanOf(node), text.Text.Substring(node.Start, node.End - node.Start), "*");
                return true;
            case YamlScalar { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted }:
                var behind = node.End;
                while (text.Text[behind] is ' ' or '\t')
                    behind++;
                diagnostics.Report(SpecRules.TextAfterQuote, text.Span(behind, text.LineEnd(line)));
                return true;
            case YamlSequence { IsFlow: true }:
                diagnostics.Report(SpecRules.TextInBrackets, text.Span(node.Start, text.LineEnd(line)), "[", "list", BlockTexts.Quote);
                return true;
            case YamlMapping { IsFlow: true }:
                diagnostics.Report(SpecRules.TextInBrackets, text.Span(node.Start, text.LineEnd(line)), "{", "mapping", BlockTexts.Quote);
                return true;
            default:
                return false;
        }
    }

    private static void ExplainOpenBracket(SpecText text, YamlSyntaxError error, int open, DiagnosticBag diagnostics)
    {
        var bracket = text.Text[open];
        if (error.IsPositionKnown && error.Start < text.Text.Length && text.LineAt(error.Start) == text.LineAt(open) && error.Start > open
            && text.Text[error.Start] is not ('\n' or '\r'))
        {
            // The parser reports the closing bracket, but the opening bracket before it is the error.
            var position = error.Start;
            if (text.Text[position] is ']' or '}' && text.Text[position - 1] is '[' or '{')
                position--;
            diagnostics.Report(SpecRules.BracketInBraces, text.Span(position, position + 1), text.Text[position].ToString());
            return;
        }

        diagnostics.Report(SpecRules.UnclosedBracket, text.Span(open, open + 1), bracket.ToString(), bracket == '[' ? "]" : "}");
    }

    private static void ExplainColon(SpecText text, int colon, int line, DiagnosticBag diagnostics)
    {
        var visible = text.FirstVisible(line);
        // The first ': ' of a line means a row under a key that already has a value. A later one means text that contains a colon.
        var earlier = text.Text.IndexOf(": ", visible, colon - visible, StringComparison.Ordinal);
        if (earlier < 0 && LineWithoutColon(text, line) is { } above)
            ExplainLine(text, text.FirstVisible(above), text.LineEnd(above), diagnostics);
        else if (earlier < 0 && SlipAbove(text, line) is { } slip)
            diagnostics.Report(SpecRules.WrongIndentation, text.Span(visible, text.LineEnd(line)), IndentationOf(text, line, slip), SameColumn);
        else if (earlier < 0 && line > 0 && text.Text[visible] is not ('-' or '"' or '\''))
            diagnostics.Report(SpecRules.RowsBelowText, text.Span(visible, text.LineEnd(line)), AdviceBelow(text, line));
        else
            diagnostics.Report(SpecRules.ColonInText, text.Span(colon, colon + 1));
    }

    private static string AdviceBelow(SpecText text, int line)
    {
        const string remove = "remove the value or these rows, or quote a multi-line value";
        while (--line > 0 && text.FirstVisible(line) == text.LineEnd(line))
        {
        }

        var above = text.Text.Substring(text.LineStart(line), text.LineEnd(line) - text.LineStart(line)).TrimEnd();
        var colon = above.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return remove;
        var name = above.Substring(0, colon).TrimStart('-', ' ');
        if (FormatWords.IsPasted(name))
            return BlockTexts.AdviceOnOneLine(name);
        // 'body: xml' with rows under it: the format is part of the key.
        var key = above.Substring(0, colon).Trim() + " " + above.Substring(colon + 2).Trim();
        return FormatWords.IsKeyOfBody(key) ? remove + "; write '" + key + ":' above the rows" : remove;
    }

    // The parser reads a row without a colon together with the row under it, and stops at the second one.
    private static int? LineWithoutColon(SpecText text, int line)
    {
        var indentation = text.FirstVisible(line) - text.LineStart(line);
        int? above = null;
        for (var i = line - 1; i >= 0; i--)
        {
            var visible = text.FirstVisible(i);
            var end = text.LineEnd(i);
            if (visible == end || text.Text[visible] == '#')
                continue;
            var content = text.Text.Substring(visible, end - visible).TrimEnd();
            var column = visible - text.LineStart(i);
            if (column < indentation)
                return content.EndsWith(":", StringComparison.Ordinal) ? above : HasColonOfOtherScript(text, visible, visible + content.Length) ? i : null;
            if (above is not null)
                continue;
            if (column > indentation || BlockTexts.IsKey(content))
                return null;
            above = i;
        }

        return above;
    }

    private static bool HasColonOfOtherScript(SpecText text, int start, int end) => PlainText.FindColon(text.Text, start, end, hasSpaces: true) is not null;

    // Returns whether the nearest line above with the same indentation is a row of a table.
    private static bool IsBelowRow(SpecText text, int start)
    {
        var line = text.LineAt(start);
        var indentation = start - text.LineStart(line);
        for (var i = line - 1; i >= 0; i--)
        {
            var visible = text.FirstVisible(i);
            if (visible == text.LineEnd(i) || text.Text[visible] == '#' || visible - text.LineStart(i) > indentation)
                continue;
            return visible - text.LineStart(i) == indentation && text.Text[visible] != '-';
        }

        return false;
    }

    /// <summary>Describes the indentation of a line, and of the line that it should be aligned with.</summary>
    public static string IndentationOf(SpecText text, int line, int other)
        => "by " + Spaces(IndentationAt(text, line)) + ", and line " + (other + 1).ToString(CultureInfo.InvariantCulture) + " by "
            + Spaces(IndentationAt(text, other));

    private static string Spaces(int count) => count == 1 ? "1 space" : count.ToString(CultureInfo.InvariantCulture) + " spaces";

    /// <summary>Returns the number of spaces before a line.</summary>
    public static int IndentationAt(SpecText text, int line) => text.FirstVisible(line) - text.LineStart(line);

    /// <summary>Whether a line is neither empty nor a comment.</summary>
    public static bool HasText(SpecText text, int line) => text.FirstVisible(line) is var visible && visible < text.LineEnd(line) && text.Text[visible] != '#';

    // Each level takes two spaces. A row that has one or three more than the row above is probably meant as its sibling.
    private static int? SlipAbove(SpecText text, int line)
    {
        var above = line - 1;
        while (above >= 0 && !HasText(text, above))
            above--;
        return above >= 0 && IndentationAt(text, line) - IndentationAt(text, above) is 1 or 3 ? above : null;
    }

    // Of the preceding lines that are still open, the one with the nearest indentation counts, and the innermost of several.
    private static string Indentation(SpecText text, int line)
    {
        var own = IndentationAt(text, line);
        int? nearest = null;
        var innermost = int.MaxValue;
        for (var i = line - 1; i >= 0 && innermost > 0; i--)
        {
            if (!HasText(text, i) || IndentationAt(text, i) >= innermost)
                continue;
            innermost = IndentationAt(text, i);
            if (nearest is not { } known || Math.Abs(innermost - own) < Math.Abs(IndentationAt(text, known) - own))
                nearest = i;
        }

        return nearest is { } other && IndentationAt(text, other) != own ? IndentationOf(text, line, other) : "unlike any line above it";
    }

    private static void ExplainLine(SpecText text, int start, int lineEnd, DiagnosticBag diagnostics)
    {
        var content = text.Text.Substring(start, lineEnd - start).TrimEnd();
        var isKey = BlockTexts.IsKey(content);
        if (content.StartsWith("- ", StringComparison.Ordinal) && IsBelowRow(text, start))
            diagnostics.Report(SpecRules.DashBeforeRow, text.Span(start, start + 1));
        else if (!isKey && PlainText.FindColon(text.Text, start, start + content.Length, hasSpaces: true) is { } colon)
            ScalarCharacters.ReportColon(text, diagnostics, colon);
        else if (!isKey && !content.StartsWith("- ", StringComparison.Ordinal))
            diagnostics.Report(SpecRules.MissingColon, text.Span(start, start + content.Length), BlockTexts.Shown(content), "write ': ' there");
        else
            diagnostics.Report(SpecRules.WrongIndentation, text.Span(start, start + content.Length), Indentation(text, text.LineAt(start)), SameColumn);
    }
}
