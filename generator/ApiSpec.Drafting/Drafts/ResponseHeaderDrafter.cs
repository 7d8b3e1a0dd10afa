using System.Globalization;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the tables of response headers. A spec has them under the status of the response.</summary>
internal sealed class ResponseHeaderDrafter(DraftingContext context)
{
    private const string Key = "headers";
    private const string InExample = ProfileKeys.Example + "/response header";

    private readonly SortedDictionary<int, (List<DraftRow> Rows, Mark Mark)> _byStatus = [];

    /// <summary>Returns the status table with the headers of each response. Headers without a status are listed as not read.</summary>
    /// <param name="status">The status table; null: the page does not have one.</param>
    public DraftEntry? AddTo(DraftEntry? status)
    {
        var rows = status is { Value: DraftTable table } ? table.Entries.ToList() : [];
        string? above = null;
        foreach (var part in context.Section.Parts)
        {
            if (IsOfHeaders(part))
                Read(part, rows, above);
            else
                above = StatusAfter(part, above);
        }

        if (_byStatus.Count == 0)
            return status;
        foreach (var (index, (headers, mark)) in _byStatus)
            rows[index] = With(rows[index], headers, mark);
        return status! with { Value = new DraftTable(rows) };
    }

    // A table under a heading inside an example describes the headers, and is not one of its messages.
    private static bool IsOfHeaders(SectionPart part)
        => part.Key == ProfileKeys.ResponseHeaders
            || (part.Key == InExample && part.Visible.Any() && part.Visible.All(static line => line is { Kind: LineKind.Row, Table: > 0 }));

    private void Read(SectionPart part, List<DraftEntry> rows, string? above)
    {
        var lines = context.LinesOf(part);
        if (lines.TrueForAll(static line => line.IsBlank))
            return;
        if (context.SaysNothing(lines))
        {
            context.UseHeading(part);
            context.Ledger.Use(lines);
            return;
        }

        if (StatusOf(rows, above) is not (var index, var mark))
        {
            var place = (part.Heading ?? lines.Find(static line => !line.IsBlank)!).Number.ToString(CultureInfo.InvariantCulture);
            context.Notes.Add("The page has response headers near line " + place + ", and does not say which status has them.");
            return;
        }

        var tables = PartTables.Read(context, UpToTable(lines), ProfileKeys.ResponseHeaders);
        var headers = tables.Rows.Children;
        if (headers.Count == 0)
            headers = HeaderBlock.Read(context, tables.Text, ProfileKeys.ResponseHeaders);
        if (headers.Count == 0)
            return;
        context.UseHeading(part);
        if (part.Stated is { } stated)
            headers.ForEach(row => RowDrafter.State(row, stated, ProfileKeys.ResponseHeaders));
        if (_byStatus.TryGetValue(index, out var known))
            known.Rows.AddRange(headers);
        else
            _byStatus.Add(index, (headers, mark));
    }

    // In copied text, the tables under the next headings, which the profile does not know, follow.
    private List<PageLine> UpToTable(List<PageLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (TableReader.Read(lines, i, ProfileKeys.ResponseHeaders, context.Profile, out _, out var next) is not null)
                return lines[..next];
        }

        return lines;
    }

    // Returns the index of the row.
    private static (int Index, Mark Mark)? StatusOf(List<DraftEntry> rows, string? above)
    {
        if (above is not null && rows.FindIndex(row => CodeOf(row) == above) is >= 0 and var printed)
            return (printed, rows.FindLastIndex(row => CodeOf(row) == above) == printed ? Mark.Printed : Mark.Check("which row of " + above + " has them"));
        var results = Enumerable.Range(0, rows.Count).Where(index => CodeOf(rows[index]) is ['2' or '3', ..] and not "304").ToList();
        return results is [var only] ? (only, rows.Count == 1 ? Mark.Printed : Mark.From("the only success")) : null;
    }

    private static string? CodeOf(DraftEntry row) => StatusLine.CodeAt(row.Key);

    // The last status that the page prints above a part, if the parts between them belong to its response.
    private static string? StatusAfter(SectionPart part, string? above)
    {
        if (part.Status is { } status)
            return StatusLine.CodeAt(status);
        if (part.Heading is { Kind: LineKind.Heading } heading && StatusLine.InSentence(heading.Text) is { } inside)
            return inside.Code;
        switch (part.Key)
        {
            case "status":
                var codes = part.Visible.Select(CodeAt).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
                return codes is [var only] ? only : codes.Count == 0 ? above : null;
            case "response" or ProfileKeys.Error:
                var last = part.Visible.Where(static line => line.Kind != LineKind.Row && StatusLine.IsWhole(line.Text)).Select(CodeAt).LastOrDefault();
                var isOther = part.Heading is not null && above is not null && StatusLine.IsFailure(above) != (part.Key == ProfileKeys.Error);
                return last ?? (isOther ? null : above);
            case null or ProfileKeys.Group or ProfileKeys.ErrorCodes:
                return above;
            default:
                return ProfileKeys.IsOfExample(part.Key) ? above : null;
        }
    }

    private static string? CodeAt(PageLine line)
        => StatusLine.CodeAt(line.Kind == LineKind.Row ? line.Cells[0].Text : StatusLine.WithoutLabel(Folding.WithoutBullet(line.Text)));

    private DraftEntry With(DraftEntry row, List<DraftRow> headers, Mark mark)
    {
        RepeatedRows.Remove(headers, context);
        var entries = row.Value switch
        {
            DraftTable table => table.Entries.ToList(),
            DraftText { Text.Length: 0 } => [],
            _ => [new DraftEntry("description", row.Value, Mark.Printed, row.Lines)],
        };
        var at = entries.FindIndex(static entry => entry.Key == "description") + 1;
        entries.Insert(at, new DraftEntry(Key, new DraftTable([.. headers.Select(RowComposer.Compose)]), mark, []));
        return row with { Value = new DraftTable(entries) };
    }
}
