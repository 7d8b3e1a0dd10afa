using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Splits lines in which a PDF reader joined a heading to other text, or put a whole example on one line.</summary>
internal static class GluedHeadings
{
    private const int LongestLabel = 40;
    private const int MostPieces = 12;

    public static List<PageLine> Split(IReadOnlyList<PageLine> lines, HeadingFinder headings)
    {
        var result = new List<PageLine>(lines.Count);
        foreach (var line in lines)
        {
            // '}Usage example'.
            var end = 0;
            while (end < line.Text.Length && line.Text[end] is '}' or ']' or ' ')
                end++;
            if (end > 0 && end < line.Text.Length && headings.IsKnown(line.Text[end..]))
            {
                result.Add(line with { Text = line.Text[..end].TrimEnd(), Cells = [] });
                result.Add(line with { Text = line.Text[end..], Indent = 0, Cells = [], Kind = LineKind.Text });
            }
            else if (line.Kind == LineKind.Text && line.Cells.Count == 0 && Pieces(line.Text, headings) is { Count: > 1 } pieces)
            {
                result.AddRange(pieces.Select(piece => line with { Text = piece, Indent = 0 }));
            }
            else
            {
                result.Add(line);
            }
        }

        return result;
    }

    // 'Request: PUT /lamps/1 { "on": true } Response: { "done": true }'.
    private static List<string> Pieces(string text, HeadingFinder headings)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon > 0 && pieces.Count < MostPieces; colon = text.IndexOf(':', colon + 1))
        {
            if (colon + 2 >= text.Length || text[colon + 1] != ' ' || !IsMessage(text.AsSpan(colon + 2, Math.Min(LongestLabel, text.Length - colon - 2)))
                || LabelBefore(text, start, colon, headings) is not (>= 0 and var label))
                continue;
            if (label > start)
                AddMessage(text[start..label].TrimEnd());
            pieces.Add(text[label..(colon + 1)]);
            start = colon + 2;
        }

        if (pieces.Count == 0)
            return [];
        AddMessage(text[start..]);
        return pieces;

        // A request line, followed by its body.
        void AddMessage(string message)
        {
            var space = message.IndexOf(' ', StringComparison.Ordinal);
            var body = space > 0 && HttpMethods.IsKnown(message[..space]) ? message.IndexOf(" {", StringComparison.Ordinal) : -1;
            if (body > 0)
                pieces.Add(message[..body]);
            pieces.Add(body > 0 ? message[(body + 1)..] : message);
        }
    }

    private static int LabelBefore(string text, int start, int colon, HeadingFinder headings)
    {
        for (var at = colon - 1; at >= start && colon - at <= LongestLabel; at--)
        {
            if ((at == start || text[at - 1] == ' ') && headings.IsOfExample(text[at..(colon + 1)]))
                return at;
        }

        return -1;
    }

    private static bool IsMessage(ReadOnlySpan<char> text)
        => text[0] is '{' or '[' || text.StartsWith("HTTP/", StringComparison.Ordinal)
            || (text.IndexOf(' ') is > 0 and var space && HttpMethods.IsKnown(text[..space].ToString()) && text[space..].TrimStart().StartsWith("/"));
}
