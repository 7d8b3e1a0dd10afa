using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>A table whose cells the document separates: HTML, tabs, vertical bars.</summary>
internal static class CellTable
{
    // Also '\u2514\u2500' of a drawn tree.
    private const string Nesting = "->.+\u00BB\u203A\u2192\u21B3\u2514\u251C\u2502\u2500\u30FB";

    private const int LongestSection = 40;
    private const int MostWordsOfSection = 4;
    private const int FewestColumns = 2;

    public static List<TableRow> Read(
        IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Profile profile, Func<PageLine, bool>? isHeading, out int next)
    {
        var rows = new List<TableRow>();
        var table = header.Lines[0].Table;
        var columns = header.Titles.ToList().FindLastIndex(static title => title.Length > 0) + 1;
        var last = header.Lines[^1].LastNumber;
        (string Word, PageLine Line)? stated = null;
        (string Place, PageLine Line)? placed = null;
        var (wasStated, wasPlaced) = (false, false);
        next = header.Next;
        for (var i = header.Next; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            if (line.Kind != LineKind.Row || line.Table != table)
                break;
            // In copied text, only a gap is between two tables.
            if (line.IsOpen && line.Number > last + 1 && TableHeader.Find(lines, i, profile) is not null)
                break;
            // The titles are repeated after a page break of the manual.
            if (line.Text == header.Lines[0].Text)
            {
                (next, last) = (i + 1, line.LastNumber);
                continue;
            }

            // 'Query parameters' and 'Optional parameters' over all columns.
            var place = IsOverAll(line) && words.IsOfRequest ? SpannedPlace.Of(line.Cells[0].Text, profile) : null;
            if (place is not null)
            {
                wasStated |= stated is not null;
                (placed, stated, wasPlaced) = ((place, line), null, false);
            }

            if (RequirementOver(line, words, profile) is { } word)
            {
                stated = (word, line);
                (next, last) = (i + 1, line.LastNumber);
                continue;
            }

            if (place is not null)
            {
                (next, last) = (i + 1, line.LastNumber);
                continue;
            }

            // A sentence over all columns is not a row, and neither is a word with a capital. The title above the sentence need not apply to the rows after it.
            if (IsOverAll(line) && words.Key == "name" && (line.Cells[0].Text.Contains(' ', StringComparison.Ordinal)
                || (line.Cells.Count > FewestColumns && CellWords.IsWord(line.Cells[0].Text))))
            {
                wasStated |= stated is not null;
                wasPlaced |= placed is not null;
                (stated, placed) = (null, null);
                (next, last) = (i + 1, line.LastNumber);
                continue;
            }

            var open = OpenRow.Read(lines, i, columns, words, isHeading, out next);
            var row = RowOf(open.Line, header, columns, words) with { Lines = open.Lines };
            if (stated is var (requirement, above) && !row.Cells.ContainsKey("required"))
            {
                var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { ["required"] = requirement };
                row = row with { Cells = cells, Lines = [.. row.Lines, above] };
            }

            if (placed is var (where, title) && !row.Cells.ContainsKey("in"))
                row = row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { ["in"] = where }, Lines = [.. row.Lines, title] };
            var doubt = wasStated && stated is null && !row.Cells.ContainsKey("required") ? "whether it is required"
                : wasPlaced && !row.Cells.ContainsKey("in") ? "in which part of the request it is" : null;
            rows.Add(row with { Doubt = row.Doubt ?? open.Doubt ?? doubt });
            last = open.Lines[^1].LastNumber;
            i = next - 1;
        }

        return rows;
    }

    private static bool IsOverAll(PageLine line) => line.Cells.Count > 1 && line.Cells.Skip(1).All(static cell => cell.IsSpanned);

    // The word at the start of a row that is one cell: 'Required', 'Optional query parameters'. 'Required if size is set' is about other rows.
    private static string? RequirementOver(PageLine line, CellWords words, Profile profile)
    {
        var text = line.Cells[0].Text.TrimEnd(':', ' ');
        return IsOverAll(line) && words.Key == "name" && text.Length <= LongestSection && text.Split(' ') is { Length: <= MostWordsOfSection } parts
            && parts[0] is { Length: > 3 } word && words.IsRequirement(word)
            && (parts.Length == 1 || (parts[^1].EndsWith('s') && !text.Contains(':', StringComparison.Ordinal) && !profile.IsConditional(text)))
            ? word
            : null;
    }

    private static TableRow RowOf(PageLine line, TableHeader header, int columns, CellWords words)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = new Dictionary<string, IReadOnlyList<CellBlock>>(StringComparer.Ordinal);
        var left = new List<string>();
        var depth = 0;
        string? doubt = line.Cells.Count < columns ? "a row with fewer cells than the table has columns" : null;
        for (var column = 0; column < line.Cells.Count; column++)
        {
            var (text, _, isSpanned) = line.Cells[column];
            var parts = line.Cells[column].Blocks;
            if (column >= header.Roles.Count || header.Roles[column] is not { } role)
            {
                // 'optional' in a column without a title.
                var isPresence = words.Key == "name" && !isSpanned && Titled(header, column, text) == text && !header.Roles.Contains("required")
                    && words.IsRequirement(text.Split(',')[0]);
                if (text.Length > 0 && !isSpanned && !(isPresence && cells.TryAdd("required", text)))
                    left.Add(Titled(header, column, text));
                continue;
            }

            // Names of nested rows are in separate columns to the right.
            if (role == words.Key && !cells.ContainsKey(role)
                && (text.Length == 0 || (isSpanned && column > 0 && header.Roles.Count(other => other == role) > 1) || IsAbove(line, column, header)))
            {
                depth += header.Roles.Count(other => other == role) > 1 ? 1 : 0;
                continue;
            }

            // 'Type: query' next to 'Schema: string'.
            if (role == "type" && header.Roles.Count(static other => other == "type") > 1 && CellWords.IsPlace(text) && cells.TryAdd("in", text))
                continue;
            // 'Format: date-time' next to 'Type: string'.
            if (role == "type" && text.Length > 0 && cells.TryGetValue(role, out var type) && words.IsType(type + " (" + text + ")"))
            {
                cells[role] = type + " (" + text + ")";
                continue;
            }

            if (text.Length > 0 && cells.TryAdd(role, text))
            {
                if (parts is not null)
                    blocks[role] = parts;
                continue;
            }

            // Several columns can describe a row: 'Overview', 'Remarks'.
            if (role == "description" && text.Length > 0 && !isSpanned && cells[role] != text)
                Describe(cells, blocks, line.Cells[column]);
            else if (text.Length > 0 && !isSpanned && role != ProfileKeys.Skip && cells[role] != text)
                left.Add(Titled(header, column, text));
        }

        if (cells.TryGetValue(words.Key, out var name))
        {
            depth += MarksBefore(name);
            if (words.Key == "name" && char.IsUpper(name[0]) && words.IsRequirement(name))
                doubt ??= "the cell of the name can be missing";
        }

        return new TableRow(cells, depth + (line.Indent / 2), [line], doubt) { Left = left, Blocks = blocks };
    }

    private static void Describe(Dictionary<string, string> cells, Dictionary<string, IReadOnlyList<CellBlock>> blocks, PageCell cell)
    {
        const string Role = "description";
        IReadOnlyList<CellBlock> above = blocks.GetValueOrDefault(Role) ?? [new CellBlock(Sentence(cells[Role]), IsItem: false)];
        blocks[Role] = [.. above, .. cell.Blocks ?? [new CellBlock(cell.Text, IsItem: false)]];
        cells[Role] = Sentence(cells[Role]) + " " + cell.Text;
    }

    /// <summary>Returns text with a full stop, so that more text can follow.</summary>
    public static string Sentence(string text) => text[^1] is '.' or '\u3002' or ':' or ';' ? text : text + ".";

    private static string Titled(TableHeader header, int column, string text)
        => column < header.Titles.Count && header.Titles[column].Length > 0 ? header.Titles[column] + ": " + text : text;

    // A name that covers several rows is the name of their object.
    private static bool IsAbove(PageLine line, int column, TableHeader header)
        => line.Cells[column].IsSpanned && header.Roles.Where((role, index) => index > column && role == header.Roles[column]).Any();

    // '- name', '> name' and '>> name': the number of prefix characters is the depth of the name.
    public static int MarksBefore(string name)
    {
        var plain = name.TrimStart('`', '"');
        var end = 0;
        while (end < plain.Length && (plain[end] == ' ' || Nesting.Contains(plain[end], StringComparison.Ordinal)))
            end++;
        // The sign of '+1' and '-1' is part of the name.
        if (end > 0 && end < plain.Length && char.IsAsciiDigit(plain[end]) && plain[end - 1] is '+' or '-')
            end--;
        return plain.AsSpan(0, end).Length - plain.AsSpan(0, end).Count(' ') - plain.AsSpan(0, end).Count('\u2500');
    }
}
