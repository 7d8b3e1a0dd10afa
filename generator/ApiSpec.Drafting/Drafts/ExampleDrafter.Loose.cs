using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <content>Samples between the title and the first heading, such as the code in the second column of a page.</content>
internal sealed partial class ExampleDrafter
{
    private const int Deepest = 3;

    // The samples whose meaning only their members show.
    private readonly HashSet<PageLine> _matched = new(ReferenceEqualityComparer.Instance);

    private void ReadLooseSamples()
    {
        var parts = _context.Section.Parts;
        var ofResponse = NamesIn(parts.Where(static part => part.Key == "response"));
        var ofRequest = NamesIn(parts.Where(static part => ProfileKeys.HasRows(part.Key) && part.Key != "response"));
        foreach (var part in parts.Where(static part => part is { Key: ProfileKeys.Group, Heading: null }))
        {
            for (var i = 0; i < part.Lines.Count;)
            {
                _context.Cancellation.ThrowIfCancellationRequested();
                if (_commands.Contains(part.Lines[i]) || part.Lines[i].Kind is not (LineKind.Code or LineKind.Text)
                    || JsonSample.Read(part.Lines, i, out var next) is not { } sample)
                {
                    i++;
                    continue;
                }

                if (sample is not { Value: { } value, IsCutOff: false })
                {
                    // Each brace of a sample that is cut off would be read up to the end again.
                    i = sample.IsCutOff ? next : i + 1;
                    continue;
                }

                if (PartOf(value, ofResponse, ofRequest) is { } key)
                {
                    Examples.Add(new DraftExample());
                    Put(key, part.Lines.Skip(i).Take(next - i));
                    _matched.Add(part.Lines[i]);
                    // Other drafters must not read it as text of the operation.
                    _context.Ledger.Use(part.Lines.Skip(i).Take(next - i));
                }
                else
                {
                    _loose.Add(sample);
                }

                i = next;
            }
        }
    }

    /// <summary>The sample between the title and the first heading that has placeholders for values, or the members of the request in an example. It is the
    /// body of a request that the page describes in no other way; null: none.</summary>
    public JsonSample? LooseBody
        => _loose.Find(sample => sample is { Value: { } value, IsCutOff: false } && !_context.Ledger.IsUsed(sample.Lines[0]) && !Has(ResponseJson, value)
            && (!SampleRows.IsExample(sample) || Has(RequestJson, value)));

    private static bool Has(JsonText? json, JsonText value)
    {
        if (json is null)
            return false;
        var (names, others) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        AddNames(json, names, 0);
        AddNames(value, others, 0);
        return Fits(names, others);
    }

    private static string? PartOf(JsonText value, HashSet<string> ofResponse, HashSet<string> ofRequest)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(value, names, 0);
        var (response, request) = (names.Count(ofResponse.Contains), names.Count(ofRequest.Contains));
        return Fits(names, ofResponse) && response >= request ? ResponseBody : Fits(names, ofRequest) ? RequestBody : null;
    }

    private static void AddNames(JsonText value, HashSet<string> names, int depth)
    {
        foreach (var member in value.Members)
        {
            names.Add(member.Name);
            if (depth < Deepest)
                AddNames(member.Value, names, depth + 1);
        }

        if (value.Items.Count > 0 && depth < Deepest)
            AddNames(value.Items[0], names, depth + 1);
    }

    // The first cells of rows, and the first words of lines.
    private static HashSet<string> NamesIn(IEnumerable<Sections.SectionPart> parts)
        => parts.SelectMany(static part => part.Visible).Where(static line => line.Kind is LineKind.Row or LineKind.Text)
            .Select(static line => RowName.Unquoted(line.Kind == LineKind.Row ? line.Cells[0].Text : Folding.WithoutBullet(line.Text).Split(' ')[0]))
            .Where(static name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
}
