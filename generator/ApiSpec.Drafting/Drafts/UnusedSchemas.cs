using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the named tables of a draft that no other part of it refers to.</summary>
internal static class UnusedSchemas
{
    private const string Separator = " - ";

    /// <summary>Returns the named tables, and marks those that neither a body nor a parameter refers to, not even by way of another table.</summary>
    /// <param name="schemas">The named tables; null: none.</param>
    /// <param name="entries">The other entries of the draft.</param>
    public static DraftEntry? MarkIn(DraftEntry? schemas, IEnumerable<DraftEntry> entries)
    {
        if (schemas is not { Value: DraftTable table })
            return schemas;
        var byName = table.Entries.ToDictionary(static entry => entry.Key, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(entries.SelectMany(NamesOf));
        while (open.TryPop(out var name))
        {
            if (!byName.TryGetValue(name, out var schema) || !used.Add(name))
                continue;
            foreach (var other in TypesIn(schema.Value))
                open.Push(other);
        }

        return schemas with
        {
            Value = new DraftTable([.. table.Entries.Select(entry => used.Contains(entry.Key)
                ? entry : entry with { Mark = entry.Mark.And(Mark.Check("nothing refers to it")) })]),
        };
    }

    // A row of the status table without a body is only a description.
    private static IEnumerable<string> NamesOf(DraftEntry entry)
        => entry is { Key: "status", Value: DraftTable rows }
            ? rows.Entries.Where(static row => row.Value is DraftTable).SelectMany(static row => TypesIn(row.Value))
            : ProfileKeys.HasRows(entry.Key) ? TypesIn(entry.Value) : [];

    private static IEnumerable<string> TypesIn(DraftValue value) => value switch
    {
        DraftTable table => table.Entries.SelectMany(static entry => TypesIn(entry.Value)),
        DraftText text => WordsOf(text.Text),
        _ => [],
    };

    // The type of a row is before its description: 'Slot[] or null - The slots.'
    private static string[] WordsOf(string row)
    {
        var end = row.IndexOf(Separator, StringComparison.Ordinal);
        return (end < 0 ? row : row[..end]).Split([' ', '[', ']', '<', '>', '(', ')', ',', '|'], StringSplitOptions.RemoveEmptyEntries);
    }
}
