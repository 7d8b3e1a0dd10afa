using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads the rows of a table, however it is printed.</summary>
internal static class TableReader
{
    /// <summary>Reads the table that begins at a line.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="kind">The kind of table.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="header">The titles of its columns.</param>
    /// <param name="isHeading">Tells a line that is a heading elsewhere; null: the lines have none.</param>
    /// <param name="next">The index of the line behind the table.</param>
    /// <returns>Null: no table begins there.</returns>
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
        // The titles on one line, and each cell on a line of its own.
        if (header.Form is TableForm.Words or TableForm.Cells && IsBrokenBelow(lines, header, words))
            header = header with { Form = TableForm.Lines };
        return header.Form switch
        {
            TableForm.Cells => CellTable.Read(lines, header, words, out next),
            TableForm.Positions => PositionTable.Read(lines, header, words, isHeading, out next),
            TableForm.Words => WordTable.Read(lines, header, words, profile, isHeading, out next),
            _ => LineTable.Read(lines, header, words, isHeading, out next),
        };
    }

    private static bool IsBrokenBelow(IReadOnlyList<PageLine> lines, TableHeader header, CellWords words)
    {
        var below = lines.Skip(header.Next).Where(static line => !line.IsBlank).Take(2).ToList();
        return below.Count == 2 && !header.Roles.Contains(null) && below.TrueForAll(static line => line.Kind == LineKind.Text && line.Cells.Count == 0)
            && !below[0].Text.Contains(' ', StringComparison.Ordinal) && words.IsKey(below[0].Text)
            && (header.Form == TableForm.Cells || !below[1].Text.Contains(' ', StringComparison.Ordinal) || words.IsSure(header.Roles[1], below[1].Text)
            || header.Roles[1] is "description" or "message");
    }
}
