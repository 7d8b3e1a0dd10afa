using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads facts that a cell prints under a label: the line <c>Type:</c>, and the fact as an item under it. The labels are titles of columns.</summary>
internal static class BlockLabels
{
    private const string Description = "description";

    // Values under a label are read with the sentence above them.
    private static readonly string[] s_roles = ["type", "required", "default", "range"];

    /// <summary>Returns the row with these facts as cells. A label without items, and one that the profile does not know, stay in the description.</summary>
    /// <param name="row">The printed row.</param>
    /// <param name="profile">The titles of columns.</param>
    /// <param name="kind">The kind of the table.</param>
    /// <param name="words">The types.</param>
    public static TableRow Expand(TableRow row, Profile profile, string kind, CellWords words)
    {
        if (!row.Blocks.TryGetValue(Description, out var blocks) || !blocks.Any(static block => block is { IsItem: false, Text: [.., ':'] }))
            return row;
        var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal);
        var kept = new List<CellBlock>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var end = i + 1;
            while (end < blocks.Count && blocks[end].IsItem && !blocks[i].IsItem)
                end++;
            var items = blocks.Skip(i + 1).Take(end - i - 1).Select(static block => block.Text).ToList();
            if (items.Count > 0 && blocks[i].Text is [.., ':'] && RoleOf(blocks[i].Text) is { } role && cells.GetValueOrDefault(role, "").Length == 0
                && FactIn(items, role, words) is var (fact, rest))
            {
                if (fact.Length > 0)
                    cells[role] = fact;
                kept.AddRange(rest.Select(static item => new CellBlock(item, IsItem: false)));
                i = end - 1;
            }
            else
            {
                kept.Add(blocks[i]);
            }
        }

        if (kept.SequenceEqual(blocks))
            return row;
        cells[Description] = string.Join(' ', kept.Select(static block => block.Text));
        return row with
        {
            Cells = cells,
            Blocks = new Dictionary<string, IReadOnlyList<CellBlock>>(row.Blocks, StringComparer.Ordinal) { [Description] = kept },
        };

        string? RoleOf(string label)
            => Folding.Of(label.TrimEnd(':', ' ')) is var folded
                ? profile.ColumnsOf(kind).FirstOrDefault(column => Array.IndexOf(s_roles, column.Role) >= 0 && column.Titles.Contains(folded))?.Role : null;
    }

    // The list under a label for types can have the type, and sentences about the value: 'Text', 'Must be one of: low, high.' Null: it has something else.
    private static (string Fact, IReadOnlyList<string> Others)? FactIn(List<string> items, string role, CellWords words)
    {
        if (items.Count == 1 && (role != "type" || !IsSentence(items[0])))
            return (items[0], []);
        if (role != "type")
            return null;
        // Several types are those of different values.
        var types = items.FindAll(item => words.IsType(item.TrimEnd('.')));
        return types.Count > 1 ? null
            : types is [var type] ? (type, items.FindAll(item => item != type))
            : items.Exists(IsSentence) ? ("", items)
            : null;
    }

    private static bool IsSentence(string text)
        => text.Contains(' ', StringComparison.Ordinal) && (text[^1] is '.' or '\u3002' || text.Contains(": ", StringComparison.Ordinal));
}
