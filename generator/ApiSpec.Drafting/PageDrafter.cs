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
    /// <param name="section">The number, title or request of the section, where the page has several; null: its only one.</param>
    /// <param name="known">What is transcribed already.</param>
    /// <param name="options">What the page does not print.</param>
    /// <param name="cancellationToken">Ends the drafting.</param>
    /// <exception cref="PageException">The page has several sections, and none or several of them are meant.</exception>
    public static CheckedDraft Draft(Page page, Profile profile, string? section, KnownSpecs known, DraftOptions options, CancellationToken cancellationToken)
    {
        var chosen = SectionChoice.Choose(page, SectionSplitter.Split(page, profile), section);
        var file = Path.GetFileNameWithoutExtension(page.Name);
        return CheckedDraft.Of(SectionDrafter.Draft(chosen, file, profile, known, options), cancellationToken);
    }
}
