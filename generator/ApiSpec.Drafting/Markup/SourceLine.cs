using System.Text;

namespace ApiSpec.Drafting.Markup;

/// <summary>A line of a document, or the rest of it inside of an indented block.</summary>
/// <param name="Number">The line of the file; the first is 1.</param>
/// <param name="Text">The text, without spaces at its end.</param>
internal readonly record struct SourceLine(int Number, string Text)
{
    private const int TabWidth = 8;

    public bool IsBlank => Text.Length == 0;

    /// <summary>The number of spaces before the text.</summary>
    public int Indent => Text.Length - Text.AsSpan().TrimStart(' ').Length;

    /// <summary>Returns the number of line ends in text.</summary>
    public static int EndsIn(string text) => text.AsSpan().Count('\n') + text.AsSpan().Count('\r') - text.AsSpan().Count("\r\n");

    /// <summary>Divides text into lines, with spaces in place of tabs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unread">The rest of each line that is too long.</param>
    public static List<SourceLine> Split(string text, out List<SourceLine> unread)
    {
        var lines = new List<SourceLine>();
        unread = [];
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
            lines.Add(new SourceLine(lines.Count + 1, WithoutTabs(text[start..Math.Min(end, start + MarkupLimits.LineLength)])));
            for (var rest = start + MarkupLimits.LineLength; rest < end; rest += MarkupLimits.LineLength)
                unread.Add(new SourceLine(lines.Count, WithoutTabs(text[rest..Math.Min(end, rest + MarkupLimits.LineLength)])));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>Returns lines without the indentation that all of them have, and without blank lines at their ends.</summary>
    public static List<SourceLine> Dedent(IReadOnlyList<SourceLine> lines)
    {
        var (start, end) = (0, lines.Count);
        while (start < end && lines[start].IsBlank)
            start++;
        while (end > start && lines[end - 1].IsBlank)
            end--;
        var margin = int.MaxValue;
        for (var i = start; i < end; i++)
            margin = lines[i].IsBlank ? margin : Math.Min(margin, lines[i].Indent);
        var result = new List<SourceLine>(end - start);
        for (var i = start; i < end; i++)
            result.Add(lines[i].IsBlank ? lines[i] : lines[i] with { Text = lines[i].Text[margin..] });
        return result;
    }

    /// <summary>Returns the index after the lines that are indented by at least a number of columns, and blank lines between them.</summary>
    public static int EndOfIndented(IReadOnlyList<SourceLine> lines, int index, int columns)
    {
        var end = index;
        for (var i = index; i < lines.Count && (lines[i].IsBlank || lines[i].Indent >= columns); i++)
            end = lines[i].IsBlank ? end : i + 1;
        return end;
    }

    private static string WithoutTabs(string text)
    {
        var plain = text.TrimEnd();
        if (!plain.Contains('\t', StringComparison.Ordinal))
            return plain;
        var result = new StringBuilder(plain.Length + TabWidth);
        foreach (var c in plain)
        {
            if (c == '\t')
                result.Append(' ', TabWidth - (result.Length % TabWidth));
            else
                result.Append(c);
        }

        return result.ToString();
    }
}
