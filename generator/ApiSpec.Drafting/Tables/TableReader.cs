using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads the rows of a table in any printed form.</summary>
internal static class TableReader
{
    /// <summary>Reads the table that starts at a line.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="kind">The kind of table.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="header">The titles of its columns.</param>
    /// <param name="isHeading">Returns whether a line can be a heading; null: no line can.</param>
    /// <param name="next">The index of the line after the table.</param>
    /// <returns>Null: no table starts there.</returns>
    public static IReadOnlyList<TableRow>? Read(
        IReadOnlyList<PageLine> lines, int index, string kind, Profile profile, out TableHeader? header, out int next, Func<PageLine, bool>? isHeading = null)
    {
        next = index;
        header = TableHeader.Find(lines, index, profile.ColumnsOf(kind));
        if (header is null)
            return null;
        var words = new CellWords(profile, kind);
        if (!header.Roles.Contains(words.Key))
            return null;
        // The titles are on one line, and each cell is on a separate line.
        if (header.Form is TableForm.Words or TableForm.Cells && IsBrokenBelow(lines, header, words))
            header = header with { Form = TableForm.Lines };
        var columns = new PlaceColumn(profile.ColumnsOf(kind), words);
        header = columns.AsTypes(header);
        var placed = columns.AsPlaces(header);
        IReadOnlyList<TableRow> rows = RowsOf(lines, placed, words, profile, isHeading, out next);
        if (!ReferenceEquals(placed, header) && !PlaceColumn.HasPlaces(rows))
            (placed, rows) = (header, RowsOf(lines, header, words, profile, isHeading, out next));
        (header, rows) = columns.Decide(placed, rows);
        return rows;
    }

    private static List<TableRow> RowsOf(
        IReadOnlyList<PageLine> lines, TableHeader header, CellWords words, Profile profile, Func<PageLine, bool>? isHeading, out int next)
        => header.Form switch
        {
            TableForm.Cells => CellTable.Read(lines, header, words, profile, isHeading, out next),
            TableForm.Positions => PositionTable.Read(lines, header, words, isHeading, out next),
            TableForm.Words => WordTable.Read(lines, header, words, profile, isHeading, out next),
            _ => LineTable.Read(lines, header, words, isHeading, out next),
        };

    private static bool IsBrokenBelow(IReadOnlyList<PageLine> lines, TableHeader header, CellWords words)
    {
        var below = lines.Skip(header.Next).Where(static line => !line.IsBlank).Take(2).ToList();
        return below.Count == 2 && !header.Roles.Contains(null) && below.TrueForAll(static line => line.Kind == LineKind.Text && line.Cells.Count == 0)
            && !below[0].Text.Contains(' ', StringComparison.Ordinal) && words.IsKey(below[0].Text)
            && (header.Form == TableForm.Cells || !below[1].Text.Contains(' ', StringComparison.Ordinal) || words.IsSure(header.Roles[1], below[1].Text)
            || header.Roles[1] is "description" or "message");
    }
}
