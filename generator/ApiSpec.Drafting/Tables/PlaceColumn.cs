using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Decides whether a column has types or places. A manual can give both the same title, so its cells decide.</summary>
/// <param name="columns">The titles of columns.</param>
/// <param name="words">The types, and the kind of table.</param>
internal sealed class PlaceColumn(IReadOnlyList<ProfileColumn> columns, CellWords words)
{
    private const string Type = "type";
    private const string In = "in";

    /// <summary>Returns the header in which a title for both is that of types.</summary>
    public TableHeader AsTypes(TableHeader header)
        => header.Roles.Contains(In) ? header with { Roles = [.. header.Roles.Select((role, column) => IsForBoth(header, column) ? Type : role)] } : header;

    /// <summary>Returns the header in which a title for both is that of the places, if another column has the types.</summary>
    public TableHeader AsPlaces(TableHeader header)
    {
        var types = Enumerable.Range(0, header.Roles.Count).Where(column => header.Roles[column] == Type).ToList();
        return types.Count > 1 && !header.Roles.Contains(In) && types.FindAll(column => IsForBoth(header, column)) is [var place]
            ? header with { Roles = [.. header.Roles.Select((role, column) => column == place ? In : role)] }
            : header;
    }

    /// <summary>Whether the rows have places, and nothing else, in the column for them.</summary>
    public static bool HasPlaces(IReadOnlyList<TableRow> rows) => ArePlaces(rows, In, isForBoth: true);

    /// <summary>Moves the cells of the only column for types or places to the role that they have.</summary>
    public (TableHeader Header, IReadOnlyList<TableRow> Rows) Decide(TableHeader header, IReadOnlyList<TableRow> rows)
    {
        if (header.Roles.Count(static role => role is Type or In) != 1)
            return (header, rows);
        var role = header.Roles.Contains(Type) ? Type : In;
        var isForBoth = header.TitleOf(role) is { } title && IsForBoth(title);
        if ((role == In || !words.IsOfRequest) && !isForBoth)
            return (header, rows);
        // A file can have a type such as 'path' as well, if the manual has a word for it.
        var arePlaces = ArePlaces(rows, role, isForBoth) && (isForBoth || !rows.Any(row => words.IsType(row.Cells.GetValueOrDefault(role, ""))));
        var actual = arePlaces ? In : Type;
        if (actual == role)
            return (header, rows);
        // The profile lists only one of the two meanings.
        var doubt = isForBoth ? null : "whether '" + header.TitleOf(role) + "' is the place";
        return (header with { Roles = [.. header.Roles.Select(other => other == role ? actual : other)] },
            [.. rows.Select(row => Moved(row, role, actual, doubt))]);
    }

    // 'URL' is the name of a type as well.
    private static bool ArePlaces(IReadOnlyList<TableRow> rows, string role, bool isForBoth)
    {
        var cells = rows.Select(row => row.Cells.GetValueOrDefault(role, "")).Where(static cell => cell.Length > 0).ToList();
        return cells.Exists(CellWords.IsPlace)
            && cells.TrueForAll(cell => CellWords.IsPlace(cell) || (isForBoth && ProfileKeys.KindOf(Folding.Of(cell)) is not null));
    }

    private static TableRow Moved(TableRow row, string role, string actual, string? doubt)
        => row with
        {
            Cells = Moved(row.Cells, role, actual),
            Blocks = Moved(row.Blocks, role, actual),
            Doubt = row.Doubt ?? doubt ?? (Differ(row, role, actual) ? "in which part of the request it is" : null),
        };

    // A title over all columns can give a place to its rows as well. The cell of the row precedes it.
    private static Dictionary<string, T> Moved<T>(IReadOnlyDictionary<string, T> cells, string role, string actual)
        => cells.Where(cell => cell.Key != actual || !cells.ContainsKey(role))
            .ToDictionary(cell => cell.Key == role ? actual : cell.Key, static cell => cell.Value, StringComparer.Ordinal);

    private static bool Differ(TableRow row, string role, string actual)
        => row.Cells.TryGetValue(role, out var cell) && row.Cells.TryGetValue(actual, out var ofTitle)
            && !Folding.Of(ofTitle).Contains(Folding.Of(cell), StringComparison.Ordinal);

    private bool IsForBoth(TableHeader header, int column) => column < header.Titles.Count && IsForBoth(header.Titles[column]);

    private bool IsForBoth(string title) => Has(Type, title) && Has(In, title);

    private bool Has(string role, string title)
        => Folding.Of(title) is var folded && columns.Any(column => column.Role == role && column.Titles.Contains(folded));
}
