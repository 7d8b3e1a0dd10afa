using System.Globalization;
using System.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// The one way by which text of a spec gets into generated code. A spec is untrusted input to a compiler: nothing in it may end a comment or a literal, start
/// a line, or show a reviewer something else than the compiler reads.
/// </summary>
internal static class SafeText
{
    /// <summary>A C# string literal, quotes included; <c>null</c> for null.</summary>
    public static string Literal(string? text)
    {
        if (text is null)
            return "null";
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

    /// <summary>The lines of a text as they may stand behind <c>///</c>, with XML's own characters escaped.</summary>
    public static IEnumerable<string> DocumentationLines(string text)
    {
        foreach (var line in text.Split(['\n', '\r', '\u0085', '\u2028', '\u2029']))
        {
            var safe = EscapeXml(line.Trim());
            if (safe.Length > 0)
                yield return safe;
        }
    }

    /// <summary>A text on one line, as it may stand inside an XML element of a comment.</summary>
    public static string DocumentationLine(string text) => string.Join(" ", DocumentationLines(text));

    private static string EscapeXml(string line)
    {
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

    // Surrogates count as not plain: half of a pair is not valid in XML, and whole pairs in prose are not worth a rule of their own.
    private static bool IsPlain(char c) => c < 128
        ? c >= ' ' && c != 127
        : CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
}
