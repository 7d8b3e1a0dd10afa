using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the table of error codes.</summary>
internal sealed class ErrorCodeDrafter(DraftingContext context)
{
    public DraftEntry? Draft()
    {
        var rows = new List<DraftEntry>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in context.Section.Of(ProfileKeys.ErrorCodes))
        {
            context.UseHeading(part);
            for (var i = 0; i < part.Lines.Count;)
            {
                if (TableReader.Read(part.Lines, i, ProfileKeys.ErrorCodes, context.Profile, out var header, out var next) is not { } table)
                {
                    i++;
                    continue;
                }

                context.Ledger.Use(header!.Lines);
                foreach (var row in table.Where(row => row["code"].Length > 0 && codes.Add(row["code"])))
                {
                    context.Ledger.Use(row.Lines);
                    var words = new[] { row["message"], row["description"] }.Where(static text => text.Length > 0);
                    foreach (var cell in row.Unread)
                        context.Ledger.Leave(row.Lines[0], cell);
                    var mark = row.Doubt is { } doubt ? Mark.Check(doubt) : Mark.Printed;
                    rows.Add(new DraftEntry(row["code"], new DraftText(string.Join(" ", words)), mark, row.Lines));
                }

                i = next;
            }
        }

        return rows.Count == 0 ? null : new DraftEntry(ProfileKeys.ErrorCodes, new DraftTable(rows), Mark.Printed, []);
    }
}
