using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;

namespace ApiSpec.Drafting;

/// <summary>The profile that fits a page best.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record ProfileChoice(Profile Profile, string Reason)
{
    /// <summary>Tries all shipped profiles, and takes the one with which the fewest lines remain unread.</summary>
    /// <param name="page">The page.</param>
    /// <param name="section">The section of it, if it has several.</param>
    /// <exception cref="PageException">The page has several sections for each of the profiles.</exception>
    public static ProfileChoice Choose(Page page, string? section)
    {
        (ProfileChoice Choice, double Score)? best = null;
        PageException? refusal = null;
        foreach (var name in ShippedProfiles.Names)
        {
            try
            {
                var profile = ShippedProfiles.Find(name)!;
                var chosen = SectionChoice.Choose(page, SectionSplitter.Split(page, profile), section);
                var draft = SectionDrafter.Draft(chosen, page.Name, profile, KnownSpecs.None, new DraftOptions(null, null));
                var visible = chosen.Lines.Count(static line => !line.IsBlank);
                var headings = chosen.Parts.Count(static part => part.Key is not null and not ProfileKeys.Group && part.Heading is not null);
                // What a manual calls its parts tells most; an edition that only its pages print tells, too.
                var score = visible == 0 ? 0 : 1 - ((double)draft.Unread.Count / visible) + (draft.Find("source") is null ? 0 : 0.05) - (name == ShippedProfiles.Base ? 0.02 : 0) + (draft.Find("section") is null ? 0 : 0.01);
                var choice = new ProfileChoice(profile, $"{headings} headings known, {visible - draft.Unread.Count} of {visible} lines read");
                if (best is null || score > best.Value.Score)
                    best = (choice, score);
            }
            catch (PageException exception)
            {
                refusal ??= exception;
            }
        }

        return best?.Choice ?? throw refusal!;
    }
}
