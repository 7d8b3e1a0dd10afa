using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;

namespace ApiSpec.Drafting;

/// <summary>Drafts the spec of a section from its page: the whole pipeline.</summary>
internal static class PageDrafter
{
    /// <summary>Drafts a section of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="profile">The profile of its manual.</param>
    /// <param name="section">The number, title or request of the section if the page has several; null: the only one.</param>
    /// <param name="known">The specs that already exist.</param>
    /// <param name="options">Facts that the page does not print.</param>
    /// <param name="cancellationToken">Ends the drafting.</param>
    /// <exception cref="PageException">The page has no section, or it has several sections, and none or several of them match.</exception>
    public static CheckedDraft Draft(Page page, Profile profile, string? section, KnownSpecs known, DraftOptions options, CancellationToken cancellationToken)
    {
        var use = new PatternUse();
        var recorded = profile.RecordedIn(use);
        var sections = SectionSplitter.Split(page, recorded, cancellationToken);
        if (SectionEvidence.MissingIn(page, sections, recorded) is { } missing)
            throw new PageException(missing);
        var chosen = SectionChoice.Choose(page, sections, section);
        var file = Path.GetFileNameWithoutExtension(page.Name);
        var draft = SectionDrafter.Draft(chosen, file, recorded, known, options, cancellationToken) with { Use = use };
        return CheckedDraft.Of(draft, cancellationToken);
    }
}
