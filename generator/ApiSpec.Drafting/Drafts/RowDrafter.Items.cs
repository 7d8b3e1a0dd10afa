using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Members of an object that are items in its cell: <c>room (string): The room.</c></content>
internal sealed partial class RowDrafter
{
    private const string DescriptionRole = "description";

    // Each item must have a type. Otherwise, the list is text.
    private TableRow TakeMembers(DraftRow row, TableRow printed)
    {
        if (!ProfileKeys.IsBody(kind) || !row.CanHaveMembers || row.Children.Count > 0 || printed.Blocks.GetValueOrDefault(DescriptionRole) is not { } blocks)
            return printed;
        var items = blocks.Where(static block => block.IsItem).ToList();
        if (items.Count == 0 || !blocks.SkipWhile(static block => !block.IsItem).All(static block => block.IsItem))
            return printed;
        var lines = items.ConvertAll(item => printed.Lines[0] with
        {
            Text = item.Text, Kind = LineKind.Text, Cells = [], Table = 0, IsItem = true, ListDepth = 1,
        });
        var members = PartTables.Read(context, lines, kind).Rows.Children;
        if (members.Count != items.Count || !members.TrueForAll(static member => member.Type is not (null or Language.Rows.TypeParser.Unknown)))
            return printed;
        foreach (var member in members)
        {
            member.Lines.Clear();
            member.Lines.Add(printed.Lines[0]);
            member.Doubt(Mark.From("the list in the cell"));
        }

        row.Children.AddRange(members);
        if (row.Type is "object" or "any" or Language.Rows.TypeParser.Unknown)
            row.Type = null;
        var text = blocks.TakeWhile(static block => !block.IsItem).ToList();
        return printed with
        {
            Cells = new Dictionary<string, string>(printed.Cells, StringComparer.Ordinal)
            {
                [DescriptionRole] = string.Join(' ', text.Select(static block => block.Text)).TrimEnd(':'),
            },
            Blocks = printed.Blocks.Where(static part => part.Key != DescriptionRole).ToDictionary(StringComparer.Ordinal),
        };
    }
}
