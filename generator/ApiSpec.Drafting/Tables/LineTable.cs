using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a table with each cell on a separate line. The titles show how many cells a row has, and empty cells are lost.</summary>
internal static class LineTable
{
    // The maximum number of additional paragraphs in the last cell of a row.
    private const int MostExtraLines = 6;

    private const int MostItems = 64;

    public static List<TableRow> Read(IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Func<PageLine, bool>? isHeading, out int next)
    {
        var rows = new List<TableRow>();
        var cells = new List<(PageLine Line, int Index)>();
        for (var i = header.Next; i < lines.Count && lines[i].Kind == LineKind.Text; i++)
        {
            if (!lines[i].IsBlank)
                cells.Add((lines[i], i));
        }

        header = WithLostTitle(header, cells, words);
        var position = 0;
        next = header.Next;
        var hasWords = false;
        while (position < cells.Count && words.IsKey(cells[position].Line.Text) && !IsEnd(position) && !IsText(position))
        {
            hasWords |= CellWords.IsWord(cells[position].Line.Text);
            var (length, isCertain) = LengthOf(cells, position, header, words, IsEnd);
            rows.Add(RowOf(cells, position, length, header, words, isCertain));
            position += length;
            next = cells[position - 1].Index + 1;
        }

        return rows;

        // 'Limits' and the text under it, below names such as 'size'. Only a type, a word for required, or another name below shows that it is a row.
        bool IsText(int at)
            => rows.Count > 0 && !hasWords && CellWords.IsWord(cells[at].Line.Text) && !IsSureRow(at)
                && !(Fits(cells, at + header.Roles.Count, header, words) && !CellWords.IsWord(cells[at + header.Roles.Count].Line.Text));

        bool IsSureRow(int at) => Enumerable.Range(1, header.Roles.Count - 1)
            .Any(column => at + column < cells.Count && words.IsSure(header.Roles[column], cells[at + column].Line.Text));

        // A line that looks like a heading ends the table, unless its row is certainly a row.
        bool IsEnd(int at)
            => isHeading?.Invoke(cells[at].Line) == true
                && !(Fits(cells, at, header, words) && IsSureRow(at));
    }

    // Returns the number of cells after which another row or the end can follow, as close as possible to the number of columns.
    private static (int Length, bool IsCertain) LengthOf(
        List<(PageLine Line, int Index)> cells, int position, TableHeader header, CellWords words, Func<int, bool> isEnd)
    {
        var columns = header.Roles.Count;
        var end = position + columns;
        for (var length = 1; length <= columns + MostExtraLines && position + length < cells.Count && !isEnd(position + length); length++)
        {
            if (words.IsWholeCode(cells[position + length].Line.Text))
                return (length, length == columns);
        }

        while (header.Roles[^1] == "description" && end < cells.Count && IsItem(cells[end].Line.Text) && !isEnd(end))
            end++;
        if (Fits(cells, position, header, words) && !HasHeading() && CanFollow(end))
            return (end - position, true);
        // The items of a list are not counted.
        var items = 0;
        for (var length = columns + 1;
            length <= columns + MostExtraLines + items && position + length < cells.Count && !isEnd(position + length - 1); length++)
        {
            items += items < MostItems && IsItem(cells[position + length - 1].Line.Text) ? 1 : 0;
            if (IsSureStart(cells, position + 1, position + length, header, words))
                break;
            if (Fits(cells, position, header, words) && position + length < cells.Count && Fits(cells, position + length, header, words))
                return (length, true);
        }

        for (var length = columns - 1; length > 0; length--)
        {
            if (position + length == cells.Count
                || (position + length < cells.Count && (isEnd(position + length) || Fits(cells, position + length, header, words))))
                return (length, false);
        }

        return (Math.Min(columns, cells.Count - position), false);

        // The last row of a table can lack a cell. Then the heading after the table must not become a cell.
        bool HasHeading()
            => !(position + columns < cells.Count && Fits(cells, position + columns, header, words)) && Enumerable.Range(position + 1, columns - 1).Any(isEnd);

        // The text after a table must not start like a row.
        bool CanFollow(int at)
            => at == cells.Count
                || (at < cells.Count && (isEnd(at) || Fits(cells, at, header, words) || (!words.IsKey(cells[at].Line.Text) && !FitsLater(at))));

        // Another paragraph of the last cell, and then another row.
        bool FitsLater(int at) => Enumerable.Range(at + 1, MostExtraLines).Any(later => later < cells.Count && Fits(cells, later, header, words));
    }

    // The type, or the word for required, that only such a column can contain.
    private static bool IsSureStart(List<(PageLine Line, int Index)> cells, int from, int to, TableHeader header, CellWords words)
    {
        var column = header.Roles.ToList().FindIndex(static role => role is "type" or "required");
        return column > 0 && Enumerable.Range(from, Math.Max(0, to - from))
            .Any(at => at + column < cells.Count && words.IsKey(cells[at].Line.Text) && words.IsSure(header.Roles[column], cells[at + column].Line.Text));
    }

    // A PDF reader can lose the title of a column but keep its cells: 'Attribute', 'Description', and then 'name', 'string', 'The name'.
    private static TableHeader WithLostTitle(TableHeader header, List<(PageLine Line, int Index)> cells, CellWords words)
    {
        if (header.Roles.Contains("type") || header.Roles[0] != "name" || header.Roles.Count < 2)
            return header;
        var wider = header with { Roles = [header.Roles[0], "type", .. header.Roles.Skip(1)], HasLostTitle = true };
        var isLost = cells.Count >= wider.Roles.Count && words.IsKey(cells[0].Line.Text) && words.IsSure("type", cells[1].Line.Text)
            && !words.IsSure("type", cells[2].Line.Text);
        return isLost ? wider : header;
    }

    // An item of a list in the last cell. '- size' can be a nested name.
    private static bool IsItem(string text)
        => text.Length > 2 && text[1] == ' ' && Folding.WithoutBullet(text).Length < text.Length
            && (text[0] is '\u2022' or '\u25E6' or '\u25AA' or '\u25CF' || !CellWords.IsName(text));

    private static bool Fits(List<(PageLine Line, int Index)> cells, int position, TableHeader header, CellWords words)
    {
        for (var column = 0; column < header.Roles.Count; column++)
        {
            if (position + column >= cells.Count || !words.Fits(header.Roles[column], cells[position + column].Line.Text))
                return false;
        }

        return true;
    }

    private static TableRow RowOf(List<(PageLine Line, int Index)> cells, int position, int length, TableHeader header, CellWords words, bool isCertain)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var column = 0;
        for (var i = 0; i < length; i++)
        {
            var text = cells[position + i].Line.Text;
            // A column that the string does not fit is the missing cell.
            if (length < header.Roles.Count)
            {
                while (column + 1 < header.Roles.Count && (!words.Fits(header.Roles[column], text) || IsBetterLater(text, column)))
                    column++;
            }

            if (header.Roles[Math.Min(column, header.Roles.Count - 1)] is { } role)
                texts[role] = texts.TryGetValue(role, out var above) ? above + " " + text : text;
            column++;
        }

        var depth = CellTable.MarksBefore(texts.GetValueOrDefault("name", ""));
        var lines = Enumerable.Range(position, length).Select(index => cells[index].Line).ToList();
        var doubt = header.HasLostTitle ? "the title of a column is missing"
            : isCertain ? null
            : "a row with another number of cells than the table has columns";
        return new TableRow(texts, depth, lines, doubt);

        bool IsBetterLater(string text, int at)
            => !words.IsSure(header.Roles[at], text)
                && (header.Roles.Skip(at + 1).Any(role => words.IsSure(role, text)) || (header.Roles[at] == "message" && !IsMessage(texts, text)));
    }

    private static bool IsMessage(Dictionary<string, string> texts, string text)
        => StatusLine.Split(texts.GetValueOrDefault("code", ""), text) is { Message.Length: > 0, Description.Length: 0 };
}
