using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>The printed form of a table.</summary>
internal enum TableForm
{
    /// <summary>The document separates the cells.</summary>
    Cells,

    /// <summary>The cells are under the titles of their columns.</summary>
    Positions,

    /// <summary>The cells of a row are words on one line.</summary>
    Words,

    /// <summary>Each cell is on a separate line.</summary>
    Lines,
}

/// <summary>The titles of the columns of a table.</summary>
/// <param name="Form">The printed form of the table.</param>
/// <param name="Roles">The role of each column; null: the profile does not know it.</param>
/// <param name="Lefts">The left edge of each column.</param>
/// <param name="Lines">The lines of the header.</param>
/// <param name="Next">The index of the line after it.</param>
internal sealed record TableHeader(TableForm Form, IReadOnlyList<string?> Roles, IReadOnlyList<double> Lefts, IReadOnlyList<PageLine> Lines, int Next)
{
    // A single title can just be the first word of a sentence.
    private const int FewestTitles = 2;

    private const int LongestTitle = 60;
    private const string Name = "name";
    private const string Description = "description";
    private const int MostWordsOfTitle = 3;
    private const int MostTitleLines = 2;

    /// <summary>Whether a row has more cells than the table has titles, because the title of the types is missing.</summary>
    public bool HasLostTitle { get; init; }

    /// <summary>The titles of the columns.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Returns the title of the column with a role; null: the table has no such column.</summary>
    public string? TitleOf(string role)
    {
        for (var column = 0; column < Roles.Count && column < Titles.Count; column++)
        {
            if (Roles[column] == role)
                return Titles[column];
        }

        return null;
    }

    /// <summary>Returns the header of a table of any kind that starts at a line, and the kind.</summary>
    public static (TableHeader Header, string Kind)? Find(IReadOnlyList<PageLine> lines, int index, Profile profile)
    {
        (TableHeader Header, string Kind)? best = null;
        foreach (var (kind, columns) in profile.Tables)
        {
            if (Find(lines, index, columns) is { } header && (best is null || header.Known > best.Value.Header.Known))
                best = (header, kind);
        }

        return best;
    }

    private int Known => Roles.Count(static role => role is not null);

    /// <summary>Returns the header that starts at a line; null: no header.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="columns">The columns that the table can have.</param>
    public static TableHeader? Find(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
    {
        var line = lines[index];
        if (line.IsBlank || line.Kind == LineKind.Code || columns.Count == 0)
            return null;
        if (line.Cells.Count >= FewestTitles)
            return OfCells(line, [line], index + 1, columns) ?? OfTwoTitles(lines, index, columns) ?? OfPlacedWords(line, index, columns)
                ?? OfWrappedCells(lines, index, columns);
        return OfWords(line, index, columns) ?? OfLines(lines, index, columns);
    }

    // A narrow column breaks its title over several lines.
    private static TableHeader? OfWrappedCells(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
    {
        var cells = lines[index].Cells.ToList();
        for (var next = index + 1; next < lines.Count && next <= index + MostTitleLines && lines[index].Kind == LineKind.Text && !lines[next].IsBlank; next++)
        {
            foreach (var more in lines[next].Cells.Count > 0 ? lines[next].Cells : [new PageCell(lines[next].Text, lines[next].Left)])
            {
                var column = cells.FindLastIndex(cell => cell.Left <= more.Left + 1);
                if (column < 0)
                    return null;
                cells[column] = cells[column] with { Text = cells[column].Text + " " + more.Text };
            }

            if (OfCells(lines[index] with { Cells = cells }, [.. lines.Skip(index).Take(next - index + 1)], next + 1, columns) is { } header)
                return header;
        }

        return null;
    }

    private static TableHeader? OfCells(PageLine line, IReadOnlyList<PageLine> lines, int next, IReadOnlyList<ProfileColumn> columns)
    {
        var roles = line.Cells.Select(cell => RoleOf(cell.Text, columns)).ToList();
        var titles = line.Cells.Where(static cell => !cell.IsSpanned && cell.Text.Length > 0).Select(cell => RoleOf(cell.Text, columns)).ToList();
        var known = titles.OfType<string>().Distinct().Count();
        // Several columns can describe a row: 'Description', 'Notes'.
        var more = Math.Max(0, titles.Count(static role => role == Description) - 1);
        var isHeader = known >= FewestTitles && known * 2 >= titles.Count && (line.Kind == LineKind.Row || known + more == titles.Count);
        if (!isHeader)
            return null;
        return new TableHeader(
            line.Kind == LineKind.Row ? TableForm.Cells : TableForm.Positions, roles, [.. line.Cells.Select(static cell => cell.Left)], lines, next)
        {
            Titles = [.. line.Cells.Select(static cell => cell.Text)],
        };
    }

    // 'Parameter' and 'Usage' as the first row of a table. One of the titles is known.
    private static bool AreTitles(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
        => lines[index] is { Kind: LineKind.Row, Table: var table, Cells: [{ Text: var first }, { Text: var second, IsSpanned: false }] }
            && (index == 0 || lines[index - 1].Kind != LineKind.Row || lines[index - 1].Table != table) && IsTitle(first) && IsTitle(second)
            && (RoleOf(first, columns) == Name || (RoleOf(second, columns) == Description && columns.Any(static column => column.Role == "type")));

    /// <summary>Whether the first row of a table has titles of one word, above rows that are not names of parameters: <c>Property</c>, <c>Value</c>.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="index">The index of the row.</param>
    /// <param name="columns">The columns that the table can have.</param>
    public static bool AreShortTitles(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
        => AreTitles(lines, index, columns) && !lines[index].Cells[1].Text.Contains(' ', StringComparison.Ordinal);

    private static bool IsTitle(string text)
        => text.Length is > 0 and <= LongestTitle && char.IsUpper(text[0]) && char.IsLetter(text[^1]) && text.Count(static c => c == ' ') < MostWordsOfTitle;

    // Names that start with small letters are below the titles.
    private static TableHeader? OfTwoTitles(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
        => AreTitles(lines, index, columns) && index + 1 < lines.Count && lines[index + 1] is { Cells: [{ Text: var name }, _] } below
            && below.Table == lines[index].Table && CellWords.IsName(name) && !char.IsUpper(Folding.WithoutBullet(name).TrimStart('"', '`')[0])
            ? new TableHeader(TableForm.Cells, [Name, Description], [.. lines[index].Cells.Select(static cell => cell.Left)], [lines[index]], index + 1)
            {
                Titles = [.. lines[index].Cells.Select(static cell => cell.Text)],
            }
            : null;

    // 'Name Type Required Description'.
    private static TableHeader? OfWords(PageLine line, int index, IReadOnlyList<ProfileColumn> columns)
        // Nothing shows where the text of the first column ends that describes a row.
        => RolesOf(Folding.Of(line.Text), columns)?.DistinctBy(static title => title.Role).ToList() is { } titles
            ? new TableHeader(TableForm.Words, titles.ConvertAll(static title => title.Role), [], [line], index + 1)
            {
                Titles = titles.ConvertAll(static title => title.Title),
            }
            : null;

    // Titles with gaps that are too narrow to see, in documents that have the positions of words.
    private static TableHeader? OfPlacedWords(PageLine line, int index, IReadOnlyList<ProfileColumn> columns)
    {
        if (line.Words.Count == 0 || RolesOf(Folding.Of(line.Text), columns) is not { } titles)
            return null;
        var lefts = new List<double>();
        var word = 0;
        foreach (var (_, title) in titles)
        {
            if (word >= line.Words.Count)
                return null;
            lefts.Add(line.Words[word].Left);
            word += title.Count(static c => c == ' ') + 1;
        }

        return new TableHeader(TableForm.Positions, [.. titles.Select(static title => title.Role)], lefts, [line], index + 1)
        {
            Titles = [.. titles.Select(static title => title.Title)],
        };
    }

    // Returns the titles that form a string, trying longer titles first.
    private static List<(string? Role, string Title)>? RolesOf(string text, IReadOnlyList<ProfileColumn> columns)
    {
        var rest = text;
        var titles = new List<(string? Role, string Title)>();
        while (rest.Length > 0)
        {
            var next = columns
                .SelectMany(static column => column.Titles.Select(title => (Role: (string?)column.Role, Title: title)))
                .Where(column => (column.Role == Description || !titles.Exists(title => title.Role == column.Role))
                    && rest.StartsWith(column.Title, StringComparison.Ordinal)
                    && (rest.Length == column.Title.Length || rest[column.Title.Length] == ' '))
                .OrderByDescending(static column => column.Title.Length)
                .FirstOrDefault();
            if (next.Role is null)
                return null;
            titles.Add(next);
            rest = rest[next.Title.Length..].TrimStart();
        }

        return titles.DistinctBy(static title => title.Role).Count() >= FewestTitles ? titles : null;
    }

    private static TableHeader? OfLines(IReadOnlyList<PageLine> lines, int index, IReadOnlyList<ProfileColumn> columns)
    {
        var roles = new List<string?>();
        var titles = new List<PageLine>();
        var next = index;
        for (var i = index; i < lines.Count && roles.Count < PageLimits.Columns; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            if (line.Kind != LineKind.Text || line.Cells.Count > 0 || line.Text.Length > LongestTitle)
                break;
            var role = RoleOf(line.Text, columns);
            // The first name can be the word for a column, such as 'size'.
            var isName = titles.Count > 0 && char.IsUpper(titles[0].Text[0]) && char.IsLower(line.Text[0]);
            if (role is null || isName || (role != Description && roles.Contains(role)))
                break;
            roles.Add(role);
            titles.Add(line);
            next = i + 1;
        }

        return roles.Distinct(StringComparer.Ordinal).Count() >= FewestTitles
            ? new TableHeader(TableForm.Lines, roles, [], titles, next) { Titles = titles.ConvertAll(static title => title.Text) }
            : null;
    }

    private static string? RoleOf(string title, IReadOnlyList<ProfileColumn> columns)
    {
        var folded = Folding.Of(title);
        return columns.FirstOrDefault(column => column.Titles.Contains(folded))?.Role;
    }
}
