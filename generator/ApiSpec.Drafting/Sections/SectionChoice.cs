using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>Chooses one of the sections of a page.</summary>
internal static class SectionChoice
{
    private const int MostShown = 10;

    /// <summary>Returns the wanted section, with the running heads of its sheets before its title.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="wanted">The number, title or request of the section; null: the only one.</param>
    /// <exception cref="PageException">None or several of the sections match.</exception>
    public static PageSection Choose(Page page, IReadOnlyList<PageSection> sections, string? wanted)
    {
        var chosen = ChooseOne(page, sections, wanted);
        if (page.Unknown.Count > 0)
            chosen = chosen with { Unknown = UnknownIn(page, sections, chosen) };
        if (page.Margins.Count == 0)
            return chosen;
        var sheets = chosen.Lines.Select(static line => line.Page).ToHashSet();
        return chosen with { Preamble = [.. chosen.Preamble, .. page.Margins.Where(line => sheets.Contains(line.Page))] };
    }

    // The lines between the start of the section and the start of the next one. Those above all sections belong to the first.
    private static List<PageLine> UnknownIn(Page page, IReadOnlyList<PageSection> sections, PageSection chosen)
    {
        var starts = sections.Select(StartOf).Order().ToList();
        var start = StartOf(chosen);
        var end = starts.Find(other => other > start) is > 0 and var next ? next : int.MaxValue;
        return [.. page.Unknown.Where(line => (line.Number >= start || start == starts[0]) && line.Number < end)];
    }

    private static int StartOf(PageSection section) => (section.TitleLine ?? section.Lines.FirstOrDefault())?.Number ?? 0;

    private static PageSection ChooseOne(Page page, IReadOnlyList<PageSection> sections, string? wanted)
    {
        if (wanted is null)
            return sections.Count == 1
                ? sections[0]
                : throw new PageException($"{page.Name}: the page has {sections.Count} sections; choose one with --section: {List(sections)}.");
        var folded = TitleText.Of(wanted);
        var found = First(
            section => section.Number == wanted.Trim() || (folded.Length > 0
                && (TitleText.Of(section.Title ?? "") == folded || TitleText.Of(section.Name) == folded)),
            // The address of a request can be the start of another one.
            section => wanted.StartsWith('/') && AddressOf(section) == wanted,
            section => PrintedRequest.FirstIn(section) is { } request && TitleText.Of(request) == folded,
            section => section.Of("request").SelectMany(static part => part.Visible).Any(line => TitleText.Of(line.Text) == folded),
            section => TitleText.Of(section.Name).Contains(folded, StringComparison.Ordinal));
        return found.Count == 1
            ? found[0]
            : throw new PageException($"{page.Name}: {(found.Count == 0 ? "no section is" : "several sections are")} '{wanted}'; the page has "
                + $"{List(found.Count == 0 ? sections : found)}.");

        List<PageSection> First(params Func<PageSection, bool>[] rules)
            => rules.Select(rule => sections.Where(rule).ToList()).FirstOrDefault(static list => list.Count > 0) ?? [];
    }

    private static string? AddressOf(PageSection section)
        => (PrintedRequest.AtStartOf(section.Title ?? "") ?? PrintedRequest.FirstIn(section)) is { } request
            ? request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..] : null;

    private static string List(IReadOnlyList<PageSection> sections)
    {
        var names = sections.Select(static section => section.Number ?? section.Name).GroupBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        // Sections with the titles 'GET' and 'POST' only differ in their requests.
        return string.Join(", ", sections.Take(MostShown).Select(section => (section.Number ?? section.Name) is var name && names[name] > 1
            && PrintedRequest.FirstIn(section) is { } request ? "'" + request + "'" : "'" + name + "'")) + (sections.Count > MostShown ? " and more" : "");
    }
}
