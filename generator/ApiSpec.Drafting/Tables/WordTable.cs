using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a table whose rows are words on one line, so that only the words themselves show where a cell ends.</summary>
internal static class WordTable
{
    private const int LongestCell = 8;
    private const int Indentation = 2;
    private const int MostNotes = 8;
    private const string DoubtfulCell = "which words belong to which cell";

    public static List<TableRow> Read(
        IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Profile profile, Func<PageLine, bool>? isHeading, out int next)
    {
        var rows = new List<TableRow>();
        var hasWords = false;
        var below = new List<PageLine>();
        next = header.Next;
        for (var i = header.Next; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            // 'Query string' is a heading, not a row with a name and a type.
            if (line.Kind is LineKind.Row or LineKind.Code || isHeading?.Invoke(line) == true)
                break;
            if (RowOf(line, header, words, profile) is { } row && !IsText(row))
            {
                Complete();
                hasWords |= CellWords.IsWord(row[words.Key]);
                rows.Add(row);
            }
            else if (rows.Count > 0 && line.Indent > rows[^1].Lines[0].Indent && header.Roles[^1] is not null)
                below.Add(line);
            else if (rows.Count > 0 && header.Roles[^1] == "description" && RowBelow(lines, i, header, words, profile, isHeading))
                below.Add(line);
            else
                break;
            next = i + 1;
        }

        Complete();
        return rows;

        // The lines under a row continue its last cell.
        void Complete()
        {
            if (below.Count > 0)
                rows[^1] = Continue(rows[^1], header.Roles[^1]!, below);
            below.Clear();
        }

        // 'Racks are heavy', below names such as 'size'.
        bool IsText(TableRow row)
            => rows.Count > 0 && !hasWords && CellWords.IsWord(row[words.Key])
                && !(row.Cells.TryGetValue("type", out var type) && words.IsType(type)) && !row.Cells.ContainsKey("required");
    }

    // A note under a row belongs to its description if a line that is certainly a row follows.
    private static bool RowBelow(
        IReadOnlyList<PageLine> lines, int index, TableHeader header, CellWords words, Profile profile, Func<PageLine, bool>? isHeading)
    {
        var left = MostNotes;
        for (var i = index + 1; i < lines.Count && left > 0; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (lines[i].Kind is LineKind.Row or LineKind.Code || isHeading?.Invoke(lines[i]) == true)
                return false;
            if (RowOf(lines[i], header, words, profile) is { Doubt: null } row && header.Roles.Contains("required") && header.Roles.Contains("type")
                && row["required"].Length > 0 && words.IsType(row["type"]))
                return true;
            left--;
        }

        return false;
    }

    private static TableRow Continue(TableRow row, string role, List<PageLine> below)
        => row with
        {
            Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal)
            {
                [role] = string.Join(' ', below.Select(static line => line.Text).Prepend(row[role])).Trim(),
            },
            Lines = [.. row.Lines, .. below],
        };

    // Wide gaps show where the cells end, although the titles have narrow ones.
    private static TableRow? RowOfCells(PageLine line, TableHeader header, CellWords words)
    {
        if (line.Cells.Count != header.Roles.Count
            || Enumerable.Range(0, line.Cells.Count).Any(column => !words.Fits(header.Roles[column], line.Cells[column].Text)))
            return null;
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < line.Cells.Count; column++)
        {
            if (header.Roles[column] is { } role)
                cells[role] = line.Cells[column].Text;
        }

        return new TableRow(cells, (line.Indent / Indentation) + CellTable.MarksBefore(cells[words.Key]), [line]);
    }

    private static TableRow? RowOf(PageLine line, TableHeader header, CellWords words, Profile profile)
    {
        if (RowOfCells(line, header, words) is { } placed)
            return placed;
        var text = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var (start, end) = (0, text.Length);
        string? doubt = null;
        // A description contains any words, so the columns after it are read from the end.
        var free = header.Roles.ToList().FindIndex(static role => role == "description");
        free = free < 0 ? header.Roles.Count - 1 : free;
        for (var column = 0; column < free && start < end; column++)
        {
            var role = header.Roles[column];
            var length = LengthOf(text, start, role, cells, words, profile, ref doubt);
            if (length == 0 && role == words.Key)
                return null;
            Take(role, start, length);
            start += length;
        }

        for (var column = header.Roles.Count - 1; column > free && start < end; column--)
        {
            var length = LengthAtEnd(text, start, end, header.Roles[column], words, profile);
            if (length == 0)
                doubt = DoubtfulCell;
            end -= length;
            Take(header.Roles[column], end, length);
        }

        Take(header.Roles[free], start, end - start);
        // A cell on the next line, or a word for 'required' that is not in its column.
        if (text.Length < header.Roles.Count && !header.Roles.Contains("required"))
            doubt ??= "a row with fewer words than the table has columns";
        if (cells.Any(cell => cell.Key is "default" or "type" && char.IsUpper(cell.Value[0]) && words.IsRequirement(cell.Value)))
            doubt ??= DoubtfulCell;
        if (!cells.TryGetValue(words.Key, out var key) || !words.IsKey(key))
            return null;
        // If none of the other cells is valid, the line is a sentence.
        if (header.Roles.Contains("required") && !cells.ContainsKey("required") && !(cells.TryGetValue("type", out var type) && words.IsType(type)))
            return null;
        return new TableRow(cells, (line.Indent / Indentation) + CellTable.MarksBefore(key), [line], doubt);

        void Take(string? role, int at, int length)
        {
            if (role is not null && length > 0)
                cells[role] = string.Join(' ', text, at, length);
        }
    }

    private static int LengthAtEnd(string[] text, int start, int end, string? role, CellWords words, Profile profile)
    {
        for (var length = Math.Min(LongestCell, end - start); length > 0; length--)
        {
            var cell = string.Join(' ', text, end - length, length);
            if (words.IsSure(role, cell) || profile.IsNothing(cell))
                return length;
        }

        return role is "required" or ProfileKeys.Optional or "null" or "filter" or "type" ? 0 : 1;
    }

    // Returns how many words a cell has; 0 if it is empty.
    private static int LengthOf(
        string[] text, int position, string? role, Dictionary<string, string> cells, CellWords words, Profile profile, ref string? doubt)
    {
        if (role == words.Key)
            return words.IsKey(text[position]) ? 1 : 0;
        if (role == "message")
        {
            var (message, _, isGuess) = StatusLine.Split(cells.GetValueOrDefault("code", ""), string.Join(' ', text, position, text.Length - position));
            if (isGuess)
                doubt = "where the message ends";
            return message.Length == 0 ? 0 : message.Count(static c => c == ' ') + 1;
        }

        for (var length = Math.Min(LongestCell, text.Length - position); length > 0; length--)
        {
            var cell = string.Join(' ', text, position, length);
            if (words.IsSure(role, cell) || (role is "required" or "default" or "null" or "filter" or "range" && profile.IsNothing(cell)))
                return role is "required" or ProfileKeys.Optional ? WithAside(text, position, length, ref doubt) : length;
        }

        // 'The level' starts the description of a row without a default.
        if (role == "default" && position + 1 < text.Length && CellWords.IsWord(text[position]) && char.IsLower(text[position + 1][0]))
        {
            doubt = DoubtfulCell;
            return 0;
        }

        // One word, unless it can only belong to the following column.
        if (role is "required" or ProfileKeys.Optional or "null" or "filter" || (role != "default" && words.IsRequirement(text[position])))
            return 0;
        if (role == "type")
            doubt = "where the type ends";
        return 1;
    }

    // 'Yes (if creating)' is one cell, and nothing shows where 'Yes if creating' ends.
    private static int WithAside(string[] text, int position, int length, ref string? doubt)
    {
        var next = position + length;
        if (next >= text.Length)
            return length;
        if (text[next][0] is not '(')
        {
            doubt = text[next] is "if" or "when" or "unless" or "only" or "except" ? DoubtfulCell : doubt;
            return length;
        }

        var end = next;
        while (end < text.Length && end - next < LongestCell && text[end][^1] != ')')
            end++;
        return end < text.Length && text[end][^1] == ')' ? end + 1 - position : length;
    }
}
