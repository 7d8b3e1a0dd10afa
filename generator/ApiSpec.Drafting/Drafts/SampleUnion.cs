using ApiSpec.Drafting.Samples;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Adds the members of further samples of one body. A member that only some of them have is optional.</summary>
internal static class SampleUnion
{
    /// <summary>The most samples that are added. Each one is compared with all members of the ones before it.</summary>
    public const int MostSamples = 16;

    private const string Source = "the samples";

    /// <summary>Whether two samples show the same kind of body: schemas or examples, if both have most members of the smaller one.</summary>
    public static bool IsOfSameBody(JsonSample first, DraftRow rows, JsonSample second, DraftRow others)
    {
        if (SampleRows.IsExample(first) != SampleRows.IsExample(second) || rows.Lists != others.Lists)
            return false;
        var names = NamesOf(rows);
        var smaller = Math.Min(names.Count, NamesOf(others).Count);
        names.IntersectWith(NamesOf(others));
        return names.Count * 2 > smaller;
    }

    /// <summary>Adds the rows of another sample.</summary>
    /// <param name="rows">The rows of the samples before it, under a row for the body.</param>
    /// <param name="others">The rows of the sample.</param>
    public static void Add(DraftRow rows, DraftRow others)
    {
        var known = NamesOf(rows);
        var byName = others.Children.DistinctBy(static row => row.Name).ToDictionary(static row => row.Name, StringComparer.Ordinal);
        foreach (var row in rows.Children)
        {
            if (!byName.TryGetValue(row.Name, out var other))
                Omit(row, others.IsCutOff);
            else
                Unite(row, other);
        }

        foreach (var other in others.Children.Where(other => !known.Contains(other.Name)))
        {
            Omit(other, rows.IsCutOff);
            rows.Children.Add(other);
        }

        rows.IsCutOff &= others.IsCutOff;
    }

    private static HashSet<string> NamesOf(DraftRow rows) => rows.Children.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);

    // A sample that leaves members out does not show that they are optional.
    private static void Omit(DraftRow row, bool isLeftOut)
    {
        row.Constant = null;
        if (isLeftOut)
            return;
        row.IsOptional = true;
        row.Doubt(Mark.From(Source));
    }

    private static void Unite(DraftRow row, DraftRow other)
    {
        row.Lines.AddRange(other.Lines);
        row.IsNullable |= other.IsNullable;
        row.IsOptional |= other.IsOptional;
        row.Description ??= other.Description;
        if (row.Constant != other.Constant)
            row.Constant = null;
        if (row is { Type: "unknown", IsNullable: true } && other.Type != row.Type)
        {
            (row.Type, row.Lists) = (other.Type, other.Lists);
            row.Children.AddRange(other.Children);
            row.Doubt(Mark.From(Source));
        }
        else if (row.HasChildren && other.HasChildren && row.Lists == other.Lists)
        {
            Add(row, other);
        }
        else if ((row.Type, row.Lists) != (other.Type, other.Lists) && !(other is { Type: "unknown", IsNullable: true }))
        {
            if ((row.Type, other.Type, row.Lists) is ("int", "long", var lists) && lists == other.Lists)
                row.Type = "long";
            else
                row.Doubt(Mark.Check("the samples have other types"));
        }
    }
}
