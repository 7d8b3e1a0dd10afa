namespace ApiSpec.Drafting.Profiles;

/// <summary>What a manual calls its parts. It holds no fact about an API.</summary>
internal sealed record Profile
{
    public required string Name { get; init; }

    /// <summary>The manuals that it is for, in words.</summary>
    public string Manual { get; init; } = "";

    public TitleRule Title { get; init; } = TitleRule.First;

    /// <summary>The editions: the key of <c>manuals:</c>, and a text that the pages of the edition print.</summary>
    public IReadOnlyList<(string Key, string Text)> Editions { get; init; } = [];

    /// <summary>The names that the files of pages have.</summary>
    public IReadOnlyList<TextPattern> PageNames { get; init; } = [];

    public IReadOnlyList<ProfileHeading> Headings { get; init; } = [];

    /// <summary>By the kind of table: the titles of each column.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProfileColumn>> Tables { get; init; } = new Dictionary<string, IReadOnlyList<ProfileColumn>>();

    /// <summary>How types are printed, and the type of a spec for each.</summary>
    public IReadOnlyList<(TextPattern Printed, string Type)> Types { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>By the kind of table: whether a row is required if the page does not say so.</summary>
    public IReadOnlyDictionary<string, Requirement> Unstated { get; init; } = new Dictionary<string, Requirement>();

    /// <summary>Sentences of a description that say what a spec says in a remark.</summary>
    public IReadOnlyList<(TextPattern Printed, string Remark)> Remarks { get; init; } = [];

    /// <summary>Lines that are rows of a table.</summary>
    public IReadOnlyList<TextPattern> Rows { get; init; } = [];

    /// <summary>Captions of tables that a page names.</summary>
    public IReadOnlyList<TextPattern> Captions { get; init; } = [];

    public IReadOnlyList<TextPattern> Roles { get; init; } = [];

    /// <summary>The words of an address that are replaced.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>How the title of an example begins: words that are no part of it.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>What is printed where there is nothing.</summary>
    public IReadOnlyList<TextPattern> Nothing { get; init; } = [];

    /// <summary>Sentences in the place of a part, and what a spec has for them.</summary>
    public IReadOnlyList<(TextPattern Text, string Key, string Value)> References { get; init; } = [];

    public IReadOnlyList<TextPattern> Dropped { get; init; } = [];

    public bool IsDropped(string text) => Dropped.Any(pattern => pattern.IsMatch(text));

    public bool IsNothing(string text) => Nothing.Any(pattern => pattern.IsMatch(text));

    public IReadOnlyList<ProfileColumn> ColumnsOf(string kind)
        => Tables.TryGetValue(kind, out var columns)
            || Tables.TryGetValue(kind is "status" or ProfileKeys.ErrorCodes ? kind : ProfileKeys.Parameters, out columns)
            ? columns
            : [];

    /// <summary>Whether the rows of a table that does not say so are required.</summary>
    public Requirement UnstatedOf(string kind)
        => Unstated.TryGetValue(kind, out var requirement) ? requirement
            : kind is "path" or "response" or "response headers" ? Requirement.Required
            : Requirement.NotStated;
}

/// <summary>Where the title of a section is.</summary>
internal enum TitleRule
{
    /// <summary>The first line that the profile does not drop.</summary>
    First,

    /// <summary>The line that begins with a number such as 2.7.14.</summary>
    Numbered,

    /// <summary>Nowhere: a page begins with its request.</summary>
    None,
}

/// <summary>A heading.</summary>
/// <param name="Key">The part of the page that it begins.</param>
/// <param name="Parent">The heading that it is under; null: any.</param>
/// <param name="Text">The text.</param>
internal sealed record ProfileHeading(string Key, string? Parent, string Text)
{
    public string Folded { get; } = Folding.Of(Text);

    public string? FoldedParent { get; } = Parent is null ? null : Folding.Of(Parent);
}

/// <summary>A column of a table.</summary>
/// <param name="Role">What is in it.</param>
/// <param name="Titles">The titles that it can have, folded.</param>
internal sealed record ProfileColumn(string Role, IReadOnlyList<string> Titles);
