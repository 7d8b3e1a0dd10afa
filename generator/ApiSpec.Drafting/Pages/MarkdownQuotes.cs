using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Pages;

/// <summary>Removes the marks of quotes in Markdown, so that code and tables in them are read. The lines stay the same.</summary>
internal static partial class MarkdownQuotes
{
    private const char Sign = '>';

    /// <summary>Returns the text without the marks. A quote that starts code and does not end it stays as it is.</summary>
    public static string Remove(string text)
    {
        if (!text.Contains(Sign, StringComparison.Ordinal))
            return text;
        var lines = text.Split('\n');
        CodeMark? open = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (open is not null)
                open = open.IsEnd(lines[i].TrimEnd('\r')) ? null : open;
            else if (Mark().IsMatch(lines[i]))
                i = RemoveFrom(lines, i) - 1;
            else
                open = CodeMark.At(lines[i].TrimEnd('\r'));
        }

        return string.Join('\n', lines);
    }

    // Returns the index of the line after the quote.
    private static int RemoveFrom(string[] lines, int index)
    {
        var plain = new List<string>();
        CodeMark? open = null;
        var end = index;
        for (; end < lines.Length && Mark().Match(lines[end]) is { Success: true } mark; end++)
        {
            var line = lines[end][mark.Length..];
            if (open is not null)
                open = open.IsEnd(line.TrimEnd('\r')) ? null : open;
            else
                open = CodeMark.At(line.TrimEnd('\r'));
            // A heading in a quote does not end the part around it.
            plain.Add(open is not null ? line : MarkdownPage.IsUnderline(line.TrimEnd('\r')) ? ""
                : Heading().Match(line) is { Success: true } heading ? line[heading.Length..] : line);
        }

        if (open is null)
            plain.CopyTo(lines, index);
        return end;
    }

    [GeneratedRegex("^ {0,3}(> ?)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex("^ {0,3}#{1,6}[ \\t]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
