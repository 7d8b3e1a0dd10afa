using System.Globalization;
using System.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// The only way for text of a spec into generated code. A spec is untrusted input of a compiler: its text must not end a comment or a literal, start a line, or
/// show a reviewer something else than the compiler reads.
/// </summary>
internal static class SafeText
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>Returns a C# string literal with its quotes, or <c>null</c> for null.</summary>
    public static string Literal(string? text)
    {
        if (text is null)
            return "null";
        // Most texts need no escaping, and a copy of each would be a large part of the memory of an edit.
        if (IsPlainLiteral(text))
            return "\"" + text + "\"";
        var literal = new StringBuilder(text.Length + 2);
        literal.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case '\r':
                    literal.Append("\\r");
                    break;
                case '\t':
                    literal.Append("\\t");
                    break;
                default:
                    if (IsPlain(c))
                        literal.Append(c);
                    else
                        literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Returns the lines of a text that can follow <c>///</c>, with escaped XML characters.</summary>
    public static IReadOnlyList<string> DocumentationLines(string text)
    {
        // Most texts have one line.
        if (text.IndexOfAny(LineEnds) < 0)
            return EscapeXml(text.Trim()) is { Length: > 0 } only ? [only] : [];
        var lines = new List<string>();
        foreach (var line in text.Split(LineEnds))
        {
            var safe = EscapeXml(line.Trim());
            if (safe.Length > 0)
                lines.Add(safe);
        }

        return lines;
    }

    /// <summary>Returns a text in one line, for an XML element of a comment.</summary>
    public static string DocumentationLine(string text) => string.Join(" ", DocumentationLines(text));

    private static string EscapeXml(string line)
    {
        if (IsPlainXml(line))
            return line;
        var escaped = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\t':
                    escaped.Append(' ');
                    break;
                default:
                    escaped.Append(IsPlain(c) ? c : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : '\uFFFD');
                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlainLiteral(string text)
    {
        foreach (var c in text)
        {
            if (!IsPlain(c) || c is '"' or '\\')
                return false;
        }

        return true;
    }

    private static bool IsPlainXml(string text)
    {
        foreach (var c in text)
        {
            if (!IsPlain(c) || c is '&' or '<' or '>')
                return false;
        }

        return true;
    }

    // Surrogates are not plain: an unpaired one is not valid in XML, and pairs are too rare in descriptions for a separate rule.
    private static bool IsPlain(char c) => c < 128
        ? c >= ' ' && c != 127
        : CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
}
