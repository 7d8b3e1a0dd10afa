namespace ApiSpec.Drafting.Drafts;

/// <summary>Rows of one table with one name: a spec has one of them, and the others are reported.</summary>
internal static class RepeatedRows
{
    private const int Deepest = 32;

    /// <summary>Removes each row below a row that has the name of an earlier one.</summary>
    /// <param name="root">The row.</param>
    /// <param name="context">The section, whose lines of the others are not used then.</param>
    public static void Remove(DraftRow root, DraftingContext context) => Remove(root.Children, context, 0);

    /// <summary>Removes each row that has the name of an earlier one.</summary>
    public static void Remove(List<DraftRow> rows, DraftingContext context) => Remove(rows, context, 0);

    private static void Remove(List<DraftRow> rows, DraftingContext context, int depth)
    {
        var first = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count;)
        {
            var row = rows[i];
            if (first.TryAdd(row.Name, row))
            {
                if (depth < Deepest)
                    Remove(row.Children, context, depth + 1);
                i++;
                continue;
            }

            rows.RemoveAt(i);
            Return(row, first[row.Name], context);
        }
    }

    // A page that prints one row twice, as after a page break, says nothing new.
    private static void Return(DraftRow row, DraftRow kept, DraftingContext context)
    {
        if (IsSame(row, kept))
            return;
        kept.Doubt(Mark.Check("the page has another row of this name"));
        context.Ledger.Return(LinesOf(row).Except(LinesOf(kept)));
    }

    private static bool IsSame(DraftRow row, DraftRow other)
        => !row.HasChildren && !other.HasChildren && row.Type == other.Type && row.Lists == other.Lists && row.IsOptional == other.IsOptional
            && row.Description == other.Description && row.Remarks.SequenceEqual(other.Remarks);

    private static IEnumerable<Pages.PageLine> LinesOf(DraftRow row) => row.Lines.Concat(row.Children.SelectMany(LinesOf));
}
