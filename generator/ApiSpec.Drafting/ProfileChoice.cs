using System.Globalization;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Writing;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting;

/// <summary>The profile that fits a page best.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Reason">The reason, for messages. If no profile fits, it names each of them.</param>
/// <param name="IsFitting">Whether the profile fits the page. If none fits, the profile is the one that all others extend.</param>
internal sealed record ProfileChoice(Profile Profile, string Reason, bool IsFitting)
{
    // If less of a page is read, or it has no request, it belongs to another manual.
    private const double SmallestShare = 0.5;
    private const int FewestHeadings = 2;

    // The profile of another manual can read more of a page, because it reads other things into it.
    private const int FewestOwnHeadings = 2;
    private const int FewestOwnTerms = 2;

    // Bonuses for a citation, for a numbered title, and for the profile of one manual.
    private const double OfEdition = 0.05;
    private const double OfNumber = 0.05;
    private const double OfOwnTerms = 0.001;

    // A marked line counts as half an unread line.
    private const double OfMark = 0.5;

    /// <summary>Profiles that read more of the page and are not used, because the page has too few of their own terms. Each has its reason.</summary>
    public IReadOnlyList<string> Refused { get; private init; } = [];

    /// <summary>Tries all shipped profiles, and chooses the one that leaves the fewest lines unread. A profile of one manual needs terms of that manual on the
    /// page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="section">The section, if the page has several.</param>
    /// <param name="cancellationToken">Ends the choice.</param>
    /// <exception cref="PageException">The page has several sections with every profile.</exception>
    public static ProfileChoice Choose(Page page, string? section, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        PageException? refusal = null;
        foreach (var name in ShippedProfiles.Names)
        {
            try
            {
                candidates.Add(Try(page, section, name, cancellationToken));
            }
            catch (PageException exception)
            {
                refusal ??= exception;
            }
        }

        if (candidates.Count == 0)
            throw refusal!;
        if (candidates.Where(static candidate => candidate is { IsFitting: true, IsProved: true }).MaxBy(static candidate => candidate.Score) is not { } best)
        {
            var reasons = candidates.OrderByDescending(static candidate => candidate.Score).Select(static candidate => candidate.ToString());
            return new ProfileChoice(ShippedProfiles.Find(ShippedProfiles.Base)!, string.Join("; ", reasons), IsFitting: false);
        }

        var refused = candidates.Where(candidate => candidate is { IsFitting: true, IsProved: false } && candidate.Score > best.Score);
        return new ProfileChoice(best.Profile, best.Reason, IsFitting: true) { Refused = [.. refused.Select(static candidate => candidate.ToString())] };
    }

    private static Candidate Try(Page page, string? section, string name, CancellationToken cancellationToken)
    {
        var profile = ShippedProfiles.Find(name)!;
        var chosen = SectionChoice.Choose(page, SectionSplitter.Split(page, profile, cancellationToken), section);
        var draft = SectionDrafter.Draft(chosen, page.Name, profile, KnownSpecs.None, new DraftOptions(null, null), cancellationToken);
        var visible = chosen.Lines.Count(static line => !line.IsBlank);
        // No profile can read the lines that the reader of the page does not know.
        var unread = Math.Min(visible, draft.Unread.Count - chosen.Unknown.Count);
        var headings = chosen.Parts.Count(static part => part.Key is not null and not ProfileKeys.Group && part.Heading is not null);
        var share = visible == 0 ? 0 : 1 - ((double)unread / visible);
        var isOfManual = name != ShippedProfiles.Base;
        var terms = isOfManual ? OwnTerms(chosen, profile) : 0;
        var isProved = !isOfManual || (terms >= FewestOwnTerms && OwnHeadings(chosen) >= FewestOwnHeadings);
        var score = share + (draft.Find("source") is null ? 0 : OfEdition) + (draft.Find("section") is null ? 0 : OfNumber)
            - (visible == 0 ? 0 : OfMark * DraftWriter.Write(draft).Marked / visible) + (isOfManual && isProved ? OfOwnTerms : 0);
        var hasRequest = draft.Find("request")?.Value is DraftText { Text: not TypeParser.Unknown };
        var reason = Count(headings, "heading") + " known, " + Invariant(visible - unread) + " of " + Count(visible, "line") + " read"
            + (isOfManual ? ", " + (terms == 0 ? "no term" : Count(terms, "term")) + " of its own manual" : "") + (hasRequest ? "" : ", no request line");
        return new Candidate(profile, reason, score)
        {
            IsFitting = hasRequest && headings >= FewestHeadings && share >= SmallestShare,
            IsProved = isProved,
        };
    }

    // The headings on the page that the file of the profile itself lists.
    private static int OwnHeadings(PageSection section)
        => section.Parts.Select(static part => part.Known).Where(static heading => heading is { IsInherited: false }).Select(static heading => heading!.Folded)
            .Distinct(StringComparer.Ordinal).Count();

    // The terms on the page that no other manual is known to have.
    private static int OwnTerms(PageSection section, Profile profile)
    {
        var common = ShippedProfiles.Find(ShippedProfiles.Base)!;
        var known = common.Headings.Select(static heading => heading.Folded).Concat(TitlesOf(common)).ToHashSet(StringComparer.Ordinal);
        var own = profile.Headings.Where(static heading => heading.FoldedParent is null).Select(static heading => heading.Folded).Concat(TitlesOf(profile))
            .Where(folded => !known.Contains(folded)).ToHashSet(StringComparer.Ordinal);
        var lines = section.Lines.ToList();
        var printed = lines.SelectMany(static line => line.Cells.Select(static cell => cell.Text).Append(line.Text)).Select(Folding.Of)
            .ToHashSet(StringComparer.Ordinal);
        return own.Count(printed.Contains)
            + profile.Roles.Concat(profile.References.Select(static reference => reference.Text))
                .Count(pattern => lines.Exists(line => pattern.IsMatch(line.Text)))
            + profile.Editions.Count(edition => section.Preamble.Any(line => line.Text.Contains(edition.Text, StringComparison.OrdinalIgnoreCase)))
            + (profile.Title == TitleRule.Numbered && section.Number is not null ? 1 : 0);
    }

    private static IEnumerable<string> TitlesOf(Profile profile)
        => profile.Tables.Values.SelectMany(static columns => columns).SelectMany(static column => column.Titles);

    private static string Count(int count, string what) => Invariant(count) + " " + what + (count == 1 ? "" : "s");

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Candidate(Profile Profile, string Reason, double Score)
    {
        public bool IsFitting { get; init; }

        public bool IsProved { get; init; }

        public override string ToString() => Profile.Name + ": " + Reason;
    }
}
