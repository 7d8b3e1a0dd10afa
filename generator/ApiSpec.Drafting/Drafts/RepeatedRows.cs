namespace ApiSpec.Drafting.Drafts;

/// <summary>Removes rows with the same name in one table. A spec keeps the first, and the others are reported.</summary>
internal static class RepeatedRows
{
    private const int Deepest = 32;

    /// <summary>Removes each row under a row that repeats the name of an earlier one.</summary>
    /// <param name="root">The row.</param>
    /// <param name="context">The section, in which the lines of removed rows become unused.</param>
    public static void Remove(DraftRow root, DraftingContext context) => Remove(root.Children, context, 0);

    /// <summary>Removes each row that repeats the name of an earlier one.</summary>
    public static void Remove(List<DraftRow> rows, DraftingContext context) => Remove(rows, context, 0);

    /// <summary>Whether two tables have the same rows, without rows under them.</summary>
    public static bool AreSame(List<DraftRow> rows, List<DraftRow> others)
        => rows.Count == others.Count && rows.Zip(others).All(static pair => pair.First.Name == pair.Second.Name && IsSame(pair.First, pair.Second));

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

    // A page that prints the same row twice, for example after a page break, adds no information.
    private static void Return(DraftRow row, DraftRow kept, DraftingContext context)
    {
        if (IsSame(row, kept))
            return;
        kept.Doubt(Mark.Check("the page has another row of this name"));
        context.Ledger.Return(LinesOf(row).Except(LinesOf(kept)));
    }

    private static bool IsSame(DraftRow row, DraftRow other)
        => !row.HasChildren && !other.HasChildren && row.Type == other.Type && row.Lists == other.Lists && row.IsOptional == other.IsOptional
            && row.Description == other.Description && row.Remarks.SequenceEqual(other.Remarks)
            && row.Meanings.SequenceEqual(other.Meanings) && row.Aliases.SequenceEqual(other.Aliases);

    private static IEnumerable<Pages.PageLine> LinesOf(DraftRow row) => row.Lines.Concat(row.Children.SelectMany(LinesOf));
}
