using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Writing;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting;

/// <summary>The profile that fits a page best.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Reason">The reason, for messages.</param>
/// <param name="IsFitting">Whether the profile fits the page. If none fits, the profile is the one that all others extend.</param>
internal sealed record ProfileChoice(Profile Profile, string Reason, bool IsFitting)
{
    // If less of a page is read, or it has no request, it belongs to another manual.
    private const double SmallestShare = 0.5;
    private const int FewestHeadings = 2;

    // Bonuses for a citation and for a numbered title, the penalty for a profile of one manual without terms of that manual, and the bonus with such terms.
    private const double OfEdition = 0.05;
    private const double OfNumber = 0.05;
    private const double Advantage = 0.02;
    private const double OfOwnTerms = 0.001;

    // A marked line counts as half an unread line.
    private const double OfMark = 0.5;

    /// <summary>Tries all shipped profiles, and chooses the one that leaves the fewest lines unread.</summary>
    /// <param name="page">The page.</param>
    /// <param name="section">The section, if the page has several.</param>
    /// <param name="cancellationToken">Ends the choice.</param>
    /// <exception cref="PageException">The page has several sections with every profile.</exception>
    public static ProfileChoice Choose(Page page, string? section, CancellationToken cancellationToken)
    {
        (ProfileChoice Choice, double Score)? best = null;
        PageException? refusal = null;
        foreach (var name in ShippedProfiles.Names)
        {
            try
            {
                var tried = Try(page, section, name, cancellationToken);
                if (best is null || tried.Score > best.Value.Score)
                    best = tried;
            }
            catch (PageException exception)
            {
                refusal ??= exception;
            }
        }

        if (best is not { } found)
            throw refusal!;
        if (found.Choice.IsFitting)
            return found.Choice;
        var reason = found.Choice.Profile.Name + " fits best: " + found.Choice.Reason;
        return new ProfileChoice(ShippedProfiles.Find(ShippedProfiles.Base)!, reason, IsFitting: false);
    }

    private static (ProfileChoice Choice, double Score) Try(Page page, string? section, string name, CancellationToken cancellationToken)
    {
        var profile = ShippedProfiles.Find(name)!;
        var chosen = SectionChoice.Choose(page, SectionSplitter.Split(page, profile, cancellationToken), section);
        var draft = SectionDrafter.Draft(chosen, page.Name, profile, KnownSpecs.None, new DraftOptions(null, null), cancellationToken);
        var visible = chosen.Lines.Count(static line => !line.IsBlank);
        var unread = Math.Min(visible, draft.Unread.Count);
        var headings = chosen.Parts.Count(static part => part.Key is not null and not ProfileKeys.Group && part.Heading is not null);
        var share = visible == 0 ? 0 : 1 - ((double)unread / visible);
        var score = share + (draft.Find("source") is null ? 0 : OfEdition) + (draft.Find("section") is null ? 0 : OfNumber)
            - (visible == 0 ? 0 : OfMark * DraftWriter.Write(draft).Marked / visible)
            + (name == ShippedProfiles.Base ? 0 : HasOwnTerms(chosen, profile) ? OfOwnTerms : -Advantage);
        var hasRequest = draft.Find("request")?.Value is DraftText { Text: not TypeParser.Unknown };
        var reason = $"{headings} headings known, {visible - unread} of {visible} lines read{(hasRequest ? "" : ", no request line")}";
        return (new ProfileChoice(profile, reason, hasRequest && headings >= FewestHeadings && share >= SmallestShare), score);
    }

    // One term of this manual is stronger evidence than many terms that all manuals share.
    private static bool HasOwnTerms(PageSection section, Profile profile)
    {
        var common = ShippedProfiles.Find(ShippedProfiles.Base)!;
        var known = common.Headings.Select(static heading => heading.Folded).ToHashSet(StringComparer.Ordinal);
        var headings = profile.Headings.Select(static heading => heading.Folded).Where(folded => !known.Contains(folded)).ToHashSet(StringComparer.Ordinal);
        if (section.Parts.Any(part => part.Heading is { } heading && headings.Contains(Folding.Of(heading.Text))))
            return true;
        var patterns = profile.Roles.Concat(profile.References.Select(static reference => reference.Text)).ToList();
        return section.Lines.Any(line => patterns.Exists(pattern => pattern.Match(line.Text) is not null)
            || profile.Editions.Any(edition => line.Text.Contains(edition.Text, StringComparison.OrdinalIgnoreCase)));
    }
}
