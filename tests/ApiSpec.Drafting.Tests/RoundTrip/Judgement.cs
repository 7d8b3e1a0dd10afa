using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Tests.Printing;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Drafting.Tests.RoundTrip;

/// <summary>Measures how much of a printed spec its draft contains, and how much of the draft is right.</summary>
internal sealed class Judgement
{
    public int Expected { get; private set; }

    public int Found { get; private set; }

    public int Drafted { get; private set; }

    public int Right { get; private set; }

    /// <summary>Wrong lines without a mark.</summary>
    public List<string> Wrong { get; } = [];

    public List<string> Missing { get; } = [];

    /// <summary>Lines of the page that were not read.</summary>
    public List<string> Unread { get; } = [];

    public double FoundShare => Expected == 0 ? 1 : (double)Found / Expected;

    public double RightShare => Drafted == 0 ? 1 : (double)Right / Drafted;

    public void Add(string name, SpecFile spec, IReadOnlyList<SpecFile> files, CheckedDraft draft, Wording wording)
    {
        var expected = SpecLine.Of(spec, files, wording).Select(static line => line.Text).ToList();
        Unread.AddRange(draft.Draft.Unread.Select(line => name + ": " + line.Text));
        if (draft.Spec.File?.Section is null)
        {
            Expected += expected.Count;
            Missing.Add(name + ": the draft is no section: " + string.Join("; ", draft.Spec.Diagnostics.Select(static diagnostic => diagnostic.Message)));
            return;
        }

        var drafted = SpecLine.Of(draft.Spec.File, [], wording);
        // Nothing on the page describes such a placeholder.
        if (wording.HasBareWords)
        {
            expected.RemoveAll(static line => line.StartsWith("path/", StringComparison.Ordinal));
            drafted.RemoveAll(static line => line.Text.StartsWith("path/", StringComparison.Ordinal));
        }

        var places = draft.Spec.Locations.Entries.GroupBy(static place => place.Pointer)
            .ToDictionary(static place => place.Key, static place => place.First().Span.StartLine);
        var left = new List<string>(expected);
        foreach (var line in drafted)
        {
            Drafted++;
            if (left.Remove(line.Text))
            {
                Right++;
                Found++;
            }
            else if (!places.TryGetValue(line.Pointer, out var at) || draft.Written.Lines[at].Mark.Certainty == Certainty.Printed)
            {
                Wrong.Add(name + ": " + line.Text);
            }
        }

        Expected += expected.Count;
        Missing.AddRange(left.Select(line => name + ": " + line));
    }
}
