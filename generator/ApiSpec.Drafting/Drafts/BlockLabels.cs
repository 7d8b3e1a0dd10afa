using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads facts that a cell prints under a label: the line <c>Type:</c>, and the fact as an item under it. The labels are titles of columns.</summary>
internal static class BlockLabels
{
    private const string Description = "description";
    private const int MostValues = 200;

    private static readonly string[] s_roles = ["type", "required", "default", "range", "values"];

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
            if (end > i + 1 && blocks[i].Text is [.., ':'] && RoleOf(blocks[i].Text) is { } role && end - i - 1 <= (role == "values" ? MostValues : 1)
                && (role == "values" || cells.GetValueOrDefault(role, "").Length == 0) && !(role == "values" && cells.ContainsKey(role)))
            {
                cells[role] = string.Join(", ", blocks.Skip(i + 1).Take(end - i - 1).Select(static block => block.Text));
                i = end - 1;
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
