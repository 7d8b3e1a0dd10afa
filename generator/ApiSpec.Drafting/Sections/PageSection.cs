using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>The content under one heading.</summary>
/// <param name="Key">A key of <see cref="Profiles.ProfileKeys.Headings"/>; null: the profile does not know the heading.</param>
/// <param name="Heading">The line of the heading; null: the part has no heading.</param>
/// <param name="Lines">The lines, without blank ones at the ends.</param>
internal sealed record SectionPart(string? Key, PageLine? Heading, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The name of the type in the heading; null: none.</summary>
    public string? TypeName { get; init; }

    /// <summary>The status in the heading; null: none.</summary>
    public string? Status { get; init; }

    /// <summary>The heading in the profile; null: the profile does not know the heading, or the part has none.</summary>
    public ProfileHeading? Known { get; init; }

    /// <summary>Whether the heading says that its rows are required or optional; null: it does not.</summary>
    public Requirement? Stated { get; init; }

    /// <summary>The doubt about the kind of its table, which has no heading of its own; null: none.</summary>
    public string? Doubt { get; init; }

    /// <summary>The lines with text.</summary>
    public IEnumerable<PageLine> Visible => Lines.Where(static line => !line.IsBlank);
}

/// <summary>One section of a manual: an operation.</summary>
internal sealed record PageSection
{
    public string? Number { get; init; }

    public string? Title { get; init; }

    public PageLine? TitleLine { get; init; }

    /// <summary>Whether another line of the page can be the title as well.</summary>
    public bool IsTitleDoubtful { get; init; }

    /// <summary>The lines before the title.</summary>
    public IReadOnlyList<PageLine> Preamble { get; init; } = [];

    public required IReadOnlyList<SectionPart> Parts { get; init; }

    /// <summary>The request lines of other sections whose examples are among the parts.</summary>
    public IReadOnlyList<string> OtherRequests { get; init; } = [];

    /// <summary>Whether examples of another section are among the parts.</summary>
    public bool HasSharedExamples { get; init; }

    /// <summary>The lines of the file inside of the section that its reader does not know. They are not among <see cref="Lines"/>.</summary>
    public IReadOnlyList<PageLine> Unknown { get; init; } = [];

    /// <summary>Returns the parts with a key.</summary>
    public IEnumerable<SectionPart> Of(string key) => Parts.Where(part => part.Key == key);

    public IEnumerable<PageLine> Lines
        => Preamble.Concat(TitleLine is null ? [] : [TitleLine])
            .Concat(Parts.SelectMany(static part => part.Heading is null ? part.Lines : part.Lines.Prepend(part.Heading)));

    /// <summary>The name of the section, for messages.</summary>
    public string Name
        => string.Join(" ", new[] { Number, Title }.Where(static text => text is not null)) is { Length: > 0 } name ? name : "a section without a title";
}
