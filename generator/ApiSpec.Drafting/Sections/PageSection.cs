using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>What is under one heading.</summary>
/// <param name="Key">A key of <see cref="Profiles.ProfileKeys.Headings"/>; null: a heading that the profile does not know.</param>
/// <param name="Heading">The line of the heading; null: the part has none.</param>
/// <param name="Lines">The lines, without blank ones at the ends.</param>
internal sealed record SectionPart(string? Key, PageLine? Heading, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The lines that have text.</summary>
    public IEnumerable<PageLine> Visible => Lines.Where(static line => !line.IsBlank);
}

/// <summary>One section of a manual: an operation.</summary>
internal sealed record PageSection
{
    public string? Number { get; init; }

    public string? Title { get; init; }

    public PageLine? TitleLine { get; init; }

    /// <summary>The lines before the title.</summary>
    public IReadOnlyList<PageLine> Preamble { get; init; } = [];

    public required IReadOnlyList<SectionPart> Parts { get; init; }

    /// <summary>The parts of a key.</summary>
    public IEnumerable<SectionPart> Of(string key) => Parts.Where(part => part.Key == key);

    public IEnumerable<PageLine> Lines
        => Preamble.Concat(TitleLine is null ? [] : [TitleLine])
            .Concat(Parts.SelectMany(static part => part.Heading is null ? part.Lines : part.Lines.Prepend(part.Heading)));

    /// <summary>The section, as a person names it.</summary>
    public string Name
        => string.Join(" ", new[] { Number, Title }.Where(static text => text is not null)) is { Length: > 0 } name ? name : "a section without a title";
}
