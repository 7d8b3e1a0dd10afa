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
    public static TableRow Expand(TableRow row, Profile profile, string kind)
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
            if (end > i + 1 && blocks[i].Text is [.., ':'] && RoleOf(blocks[i].Text) is { } role && end == i + 2
                && cells.GetValueOrDefault(role, "").Length == 0)
            {
                cells[role] = blocks[++i].Text;
            }
            else
            {
                kept.Add(blocks[i]);
            }
        }

        if (kept.Count == blocks.Count)
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
}
