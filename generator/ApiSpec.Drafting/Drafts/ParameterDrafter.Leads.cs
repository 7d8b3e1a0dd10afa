using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Rows under a sentence that says where they are.</content>
internal sealed partial class ParameterDrafter
{
    // The samples under sentences such as 'It returns:'.
    private readonly List<JsonSample> _responses = [];

    // The lists of values under sentences that name a parameter, by its name.
    private readonly Dictionary<string, List<PageLine>> _listed = new(StringComparer.Ordinal);

    // Whether a sentence says that a sample or rows are the body.
    private bool _hasLedBody;

    /// <summary>The samples of which a sentence says that they belong to the response.</summary>
    public IReadOnlyList<JsonSample> Responses => _responses;

    // Reads the rows that sentences lead to, and returns the other lines. Under the heading of another part, a sentence has to name its part.
    private List<PageLine> ReadLed(List<PageLine> lines, string kind = ProfileKeys.Parameters)
    {
        var isOfAll = kind == ProfileKeys.Parameters;
        var others = new List<PageLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (isOfAll && RowLead.IsAboveResponse(lines[i]) && ReadSample(lines, i, _responses, out var next))
            {
                i = next - 1;
                continue;
            }

            if (ValueLead.NameIn(lines[i]) is { } named && EndOfItems(lines, i + 1) is var end && end > i + 1
                && _listed.TryAdd(named, [.. lines[i..end].Where(static line => !line.IsBlank)]))
            {
                i = end - 1;
                continue;
            }

            if (RowLead.PartOf(lines[i]) is not { } part || (!isOfAll && (part == kind || part == ProfileKeys.Parameters || !IsTableBehind(lines, i)))
                || !((part == "body" && ReadSample(lines, i, _samples, out next)) || ReadRows(lines, i, part, out next)))
            {
                others.Add(lines[i]);
                continue;
            }

            _hasLedBody |= part == "body";
            context.Ledger.Use(lines[i]);
            i = next - 1;
        }

        return others;
    }

    /// <summary>Gives parameters the values of lists under sentences that name them.</summary>
    public void AddListedValues()
    {
        var rows = s_kinds.SelectMany(Rows).ToLookup(static row => row.Name, StringComparer.Ordinal);
        foreach (var (name, lines) in _listed)
        {
            if (rows[name].FirstOrDefault() is not { } row
                || !new RowDrafter(context, "query").AddValuesBelow(row, "One of:",
                    lines.Skip(1).Select(static line => Folding.WithoutBullet(line.Text)).ToList()))
                continue;
            row.Doubt(s_fromText);
            row.Lines.AddRange(lines);
            context.Ledger.Use(lines);
        }
    }

    private static int EndOfItems(List<PageLine> lines, int start)
    {
        var end = start;
        for (var i = start; i < lines.Count && (lines[i].IsBlank || ListLine.Is(lines[i])); i++)
            end = lines[i].IsBlank ? end : i + 1;
        return end;
    }

    // Items under a sentence can be about the row above it.
    private static bool IsTableBehind(List<PageLine> lines, int lead)
        => lines.Skip(lead + 1).FirstOrDefault(static line => !line.IsBlank) is { Kind: LineKind.Row, Table: > 0 };

    // 'The request body contains:' above JSON.
    private static bool ReadSample(List<PageLine> lines, int lead, List<JsonSample> samples, out int next)
    {
        next = lines.FindIndex(lead + 1, static line => !line.IsBlank);
        if (next < 0 || lines[next].Kind == LineKind.Row || JsonSample.Read(lines, next, out var end) is not { Value: not null, IsCutOff: false } sample)
            return false;
        samples.Add(sample);
        next = end;
        return true;
    }

    private bool ReadRows(List<PageLine> lines, int lead, string part, out int next)
    {
        next = EndOfRows(lines, lead + 1);
        return next > lead + 1 && PlaceLed(part, lines[(lead + 1)..next]);
    }

    private bool PlaceLed(string part, List<PageLine> lines)
    {
        var kind = part == ProfileKeys.Parameters ? "query" : part;
        var rows = PartTables.Read(context, lines, kind).Rows.Children;
        if (rows.Count == 0)
            return false;
        foreach (var row in rows.Where(row => row.Place.Length == 0 && part != ProfileKeys.Parameters))
        {
            row.Place = part;
            row.Doubt(Mark.From("the sentence above"));
        }

        Place(ProfileKeys.Parameters, rows);
        return true;
    }

    // The index of the line after a list, or after lines that each start with a name; the sentence is above a table if it is equal to the start.
    private static int EndOfRows(List<PageLine> lines, int start)
    {
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (lines[i].Kind == LineKind.Row ? !(lines[i].Table > 0 && (end == start || lines[i].Table == lines[end - 1].Table))
                : !ListLine.Is(lines[i]) && NamedLine.Of(lines[i]) is null)
                break;
            end = i + 1;
        }

        return end;
    }
}
