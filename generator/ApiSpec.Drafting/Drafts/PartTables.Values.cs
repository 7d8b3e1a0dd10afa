using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Tables with two columns whose first title is none that the profile knows above names.</content>
internal sealed partial class PartTables
{
    // 'Value' and 'Meaning' are above the values of a row, and not above rows.
    private bool IsOfValues(TableHeader header)
        => !HasNames(header) && header.TitleOf("name") is { } title && Folding.Of(title) is var folded && _context.Profile.ColumnsOf(_kind)
            .Any(column => column.Role == "values" && (column.Titles.Contains(folded) || column.Titles.Contains(folded + "s")));

    // The line above the table says which row has the values.
    private bool ReadValueTable(RowDrafter drafter, TableOwners tables, IReadOnlyList<TableRow> values, TableHeader header)
    {
        if (Text.Count == 0 || tables.OnlyRowIn(Text[^1]) is not { } row
            || !drafter.AddValuesBelow(row, Text[^1].Text, [.. values.Select(static value => value["name"] + ": " + value["description"].TrimEnd('.'))]))
            return false;
        _context.Ledger.Use(header.Lines);
        foreach (var line in values.SelectMany(static value => value.Lines).Append(Text[^1]))
            _context.Ledger.Use(line);
        row.Lines.AddRange(values.SelectMany(static value => value.Lines));
        Text.RemoveAt(Text.Count - 1);
        return true;
    }

    private bool HasNames(TableHeader header)
        => header.TitleOf("name") is not { } title
            || _context.Profile.ColumnsOf(_kind).Any(column => column.Role == "name" && column.Titles.Contains(Folding.Of(title)));
}
