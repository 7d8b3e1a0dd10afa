using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds statuses on lines that follow each other without the titles of a table: paragraphs, items, or terms with their definitions.</summary>
internal static class StatusRuns
{
    // One number alone can be anything.
    private const int Fewest = 2;

    private static readonly string[] s_conditions = [" if ", " when ", " on ", " for "];

    /// <summary>Returns the index of the line after the statuses that start at a line; 0: none start there.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="searched">The index of the line after the last one that was searched. No other statuses start before it.</param>
    public static int EndAt(IReadOnlyList<PageLine> lines, int index, out int searched)
    {
        var (count, end) = (0, 0);
        for (var i = index; i < lines.Count;)
        {
            if (lines[i].IsBlank)
            {
                i++;
                continue;
            }

            if (!IsOfStatus(lines[i]) || lines[i].Kind != lines[index].Kind || lines[i].Table != lines[index].Table)
                break;
            count++;
            end = ++i;
            // The description can be on the next line.
            var below = i;
            while (below < lines.Count && lines[below].IsBlank)
                below++;
            if (below < lines.Count && lines[below] is { Kind: LineKind.Text, IsItem: false } && IsAlone(lines[end - 1]) && !IsOfStatus(lines[below])
                && lines[below].Text[^1] != ':')
                end = i = below + 1;
        }

        searched = Math.Max(end, index + 1);
        return count >= Fewest && !HasBodyAt(lines, end) ? end : 0;
    }

    // '404', '404: No such rack.', '404 Not Found No such rack.', '404 if there is none', but not '404 racks'.
    private static bool IsOfStatus(PageLine line)
    {
        if (line.Kind == LineKind.Row)
            return line is { Table: > 0, Cells: [{ Text: var first }, _] } && IsCode(first);
        if (line.Kind != LineKind.Text || line.Cells.Count > 0)
            return false;
        var text = Plain(line);
        if (IsCode(text))
            return true;
        return StatusLine.CodeAt(text) is { } code && StatusLine.IsDefined(code)
            && (text[code.Length] is ':' or '\uFF1A' || StatusLine.TrimSeparator(text[code.Length..]).Length < text.Length - code.Length - 1
                || StatusLine.StartsWithPhrase(text) || s_conditions.Any(word => text.AsSpan(code.Length).StartsWith(word, StringComparison.Ordinal)));
    }

    private static bool IsCode(string text)
        => StatusCodes.Of(text) is { Count: > 0 } codes ? codes.All(static code => StatusLine.IsDefined(code.Code))
            : StatusLine.OfHeading(text) is { Code: var code } && StatusLine.IsDefined(code) && (text.Length == code.Length || StatusLine.IsWhole(text));

    private static bool IsAlone(PageLine line) => line.Kind == LineKind.Text && IsCode(Plain(line));

    private static string Plain(PageLine line) => StatusLine.WithoutLabel(Folding.WithoutBullet(line.Text).Trim('`'));

    // A table or a sample below the last status describes its body.
    private static bool HasBodyAt(IReadOnlyList<PageLine> lines, int index)
    {
        while (index < lines.Count && lines[index].IsBlank)
            index++;
        return index < lines.Count && (lines[index].Kind is LineKind.Code or LineKind.Row || lines[index].Text is ['{' or '[', ..]);
    }
}
