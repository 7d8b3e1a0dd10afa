using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>
/// Moves rows that are not indented under their table into that table. YAML reads such a table as empty and its rows as keys of the file, which would cause
/// many diagnostics, none of them about the actual error.
/// </summary>
internal sealed class MisplacedRows(SpecText text, DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> Tables =
    [
        "path", "query", "headers", .. FormatWords.BodyKeys, .. FormatWords.ResponseKeys, .. FormatWords.ErrorKeys, "with", "sets", "schemas", "manuals",
        "roles", "types", "words", "status", "paging",
    ];

    // The value of these keys is always one string, so a key like these with a type of the format as its value is a row.
    private static readonly HashSet<string> Texts = [
        "api", "section", "title", "function", "version", "namespace", "base", "client", "notes", "source", "deprecated", "operation",
    ];

    private static readonly HashSet<string> Known = new([.. FileKeys.Section, .. FileKeys.Api], StringComparer.Ordinal);

    /// <summary>Moves the rows of a file, and reports the first of each table.</summary>
    public void Move(YamlMapping root)
    {
        Move(root, static (table, row) => Tables.Contains(table.Name) && IsRow(table.Name, row));
        MoveExampleKeys(root);
        foreach (var entry in root.Entries.ToArray())
        {
            if (entry.Value is not YamlMapping table)
                continue;
            if (entry.Name == "status")
            {
                HoistStatuses(table);
                Move(table, static (_, row) => Array.IndexOf(StatusTableReader.RowKeys, row.Name) >= 0);
            }
            else if (entry.Name == "schemas")
            {
                Move(table, static (_, row) => row.Value is YamlScalar && char.IsLower(row.Name[0]));
            }
        }
    }

    private void Move(YamlMapping mapping, Func<YamlEntry, YamlEntry, bool> isRow)
    {
        for (var i = 0; i + 1 < mapping.Entries.Count; i++)
        {
            var table = mapping.Entries[i];
            var end = i + 1;
            if (table.Value is not YamlScalar { IsMissing: true, IsBroken: false })
                continue;
            while (end < mapping.Entries.Count && isRow(table, mapping.Entries[end]))
                end++;
            if (end == i + 1)
                continue;
            var rows = mapping.Entries.GetRange(i + 1, end - i - 1);
            diagnostics.Report(SpecRules.RowNotIndented, text.SpanOf(rows[0].Key), rows[0].Name, table.Name);
            var moved = new YamlMapping(isFlow: false, rows[0].Key.Start, rows[rows.Count - 1].Value.End);
            rows.ForEach(moved.Add);
            mapping.Replace(i, end - i, [new YamlEntry(table.Key, moved)]);
        }
    }

    private static bool IsRow(string table, YamlEntry entry)
    {
        if (entry.Name == TypeParser.Rest)
            return true;
        switch (table)
        {
            case "status":
                return StatusTableReader.BeginsWithCode(entry.Name);
            case "paging":
                return Array.IndexOf(NameLists.PagingKeys, entry.Name) >= 0;
        }

        var isTyped = entry.Value is YamlScalar scalar
            && RowText.Parse(scalar.Value) is { Type: { Kind: not (TypeKind.Named or TypeKind.Unknown) }, Diagnostics.Count: 0 };
        return Known.Contains(entry.Name)
            ? isTyped && Texts.Contains(entry.Name)
            : isTyped || NearestName.Find(entry.Name, Known) is null;
    }

    // 'response body:' after '- title: x', indented less than 'title'.
    private void MoveExampleKeys(YamlMapping root)
    {
        for (var i = 0; i + 1 < root.Entries.Count; i++)
        {
            if (root.Entries[i] is not { Name: "examples", Value: YamlSequence { Items.Count: > 0 } examples }
                || examples.Items[examples.Items.Count - 1] is not YamlMapping last)
                continue;
            var end = i + 1;
            while (end < root.Entries.Count && !Known.Contains(root.Entries[end].Name) && Array.IndexOf(ExampleReader.Keys, root.Entries[end].Name) >= 0
                && last.Find(root.Entries[end].Name) is null)
            {
                last.Add(root.Entries[end++]);
            }

            if (end == i + 1)
                continue;
            diagnostics.Report(SpecRules.RowNotIndented, text.SpanOf(root.Entries[i + 1].Key), root.Entries[i + 1].Name, "examples");
            root.Replace(i, end - i, [root.Entries[i]]);
        }
    }

    // YAML reads a row with one space too many as the content of the row above, if that row has no text.
    private void HoistStatuses(YamlMapping table)
    {
        for (var i = 0; i < table.Entries.Count; i++)
        {
            var row = table.Entries[i];
            if (row.Value is not YamlMapping { IsFlow: false, Entries: [var first, ..] } rows
                || !rows.Entries.TrueForAll(static entry => StatusTableReader.BeginsWithCode(entry.Name)))
                continue;
            var line = text.LineAt(first.Key.Start);
            diagnostics.Report(
                SpecRules.WrongIndentation, text.SpanOf(first.Key), YamlTraps.IndentationOf(text, line, text.LineAt(row.Key.Start)),
                YamlTraps.SameColumn);
            var hoisted = new List<YamlEntry> { new(row.Key, new YamlScalar("", ScalarStyle.Plain, row.Key.End, row.Key.End)) };
            hoisted.AddRange(rows.Entries.FindAll(entry => table.Find(entry.Name) is null));
            table.Replace(i, 1, hoisted);
        }
    }
}
