using ApiSpec.Drafting.Pages;
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

    // 'element:' and 'media types:' are facts about the whole body, and no members. Names are single words.
    private bool AreLabels(IReadOnlyList<PageLine> lines, int index)
    {
        var table = lines[index].Table;
        if (_labels.Table != table)
        {
            var first = index;
            while (first > 0 && (lines[first - 1].IsBlank || lines[first - 1].Table == table))
                first--;
            var rows = lines.Skip(first).TakeWhile(line => line.IsBlank || line.Table == table).Where(static line => !line.IsBlank)
                .Select(static line => line.Cells.Count == 2 ? line.Cells[0].Text : "").ToList();
            _labels = (table, rows.TrueForAll(static text => text.EndsWith(':')) && rows.Exists(static text => IsWords(text.TrimEnd(':', ' '))));
        }

        return _labels.Are;
    }

    private static bool IsWords(string text) => text.Contains(' ', StringComparison.Ordinal) && text.All(static c => char.IsLetter(c) || c == ' ');
}
