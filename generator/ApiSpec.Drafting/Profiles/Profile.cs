namespace ApiSpec.Drafting.Profiles;

/// <summary>The names that a manual uses for its parts. It contains no facts about an API.</summary>
internal sealed record Profile
{
    private const int LongestLabel = 60;

    private static readonly char[] s_afterNote = [.. "0123456789 !:\uFF1A"];

    public required string Name { get; init; }

    /// <summary>The manuals that it is for, for messages.</summary>
    public string Manual { get; init; } = "";

    public TitleRule Title { get; init; } = TitleRule.First;

    /// <summary>The editions: the key of <c>manuals:</c>, and a string on the pages of that edition.</summary>
    public IReadOnlyList<(string Key, string Text)> Editions { get; init; } = [];

    /// <summary>The patterns for the file names of pages.</summary>
    public IReadOnlyList<TextPattern> PageNames { get; init; } = [];

    public IReadOnlyList<ProfileHeading> Headings { get; init; } = [];

    /// <summary>By the kind of table: the titles of each column.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProfileColumn>> Tables { get; init; } = new Dictionary<string, IReadOnlyList<ProfileColumn>>();

    /// <summary>The printed forms of types, and the type of a spec for each.</summary>
    public IReadOnlyList<ProfileType> Types { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>By the kind of table: whether a row is required if the page does not say so.</summary>
    public IReadOnlyDictionary<string, Requirement> Unstated { get; init; } = new Dictionary<string, Requirement>();

    /// <summary>Sentences of a description that mean the same as a remark in a spec.</summary>
    public IReadOnlyList<(TextPattern Printed, string Remark)> Remarks { get; init; } = [];

    /// <summary>Lines that are rows of a table.</summary>
    public IReadOnlyList<TextPattern> Rows { get; init; } = [];

    /// <summary>Captions of tables that a page names.</summary>
    public IReadOnlyList<TextPattern> Captions { get; init; } = [];

    public IReadOnlyList<TextPattern> Roles { get; init; } = [];

    /// <summary>The segments of a path that are placeholders.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>By their kind: words that a page prints alone, and that are not part of its text, folded.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Labels { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Words at the start of the title of an example that are not part of it.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>The printed forms of an empty part.</summary>
    public IReadOnlyList<TextPattern> Nothing { get; init; } = [];

    /// <summary>Sentences that replace a part, and the corresponding key and value of a spec.</summary>
    public IReadOnlyList<(TextPattern Text, string Key, string Value)> References { get; init; } = [];

    public IReadOnlyList<TextPattern> Dropped { get; init; } = [];

    /// <summary>Badges and sentences that say that an operation is deprecated.</summary>
    public IReadOnlyList<TextPattern> Deprecated { get; init; } = [];

    /// <summary>The forms of a sentence that only applies in some cases.</summary>
    public IReadOnlyList<TextPattern> Conditions { get; init; } = [];

    /// <summary>Whether a sentence only applies in some cases.</summary>
    public bool IsConditional(string text)
        // The space lets '* if *' match a sentence that starts with the condition.
        => Conditions.Any(pattern => pattern.IsMatch(text) || pattern.IsMatch(" " + text));

    /// <summary>The entries of the file itself, without those of the profile that it extends.</summary>
    public IReadOnlyList<ProfileEntry> Own { get; init; } = [];

    /// <summary>Whether a string is a label.</summary>
    /// <param name="kind">One of <see cref="ProfileKeys.Labels"/>.</param>
    /// <param name="text">The string.</param>
    public bool IsLabel(string kind, string text)
        => text.Length <= LongestLabel && Labels.TryGetValue(kind, out var labels) && labels.Contains(Folding.Of(text));

    /// <summary>Whether a string is the label of a note and not a name: <c>Note</c>, <c>WARNING</c>, <c>Note 1:</c>. The name <c>note</c> has no capital.
    /// </summary>
    public bool IsNote(string text)
        => text.TrimEnd(s_afterNote) is { Length: > 0 } label && !char.IsLower(label[0]) && IsLabel(ProfileKeys.NoteLabel, label);

    /// <summary>Returns the headings with a text, under any parent.</summary>
    public IEnumerable<ProfileHeading> HeadingsOf(string text)
    {
        var folded = Folding.Of(text);
        return Headings.Where(heading => heading.Pattern is null ? heading.Folded == folded : heading.Pattern.IsMatch(text));
    }

    public bool IsDropped(string text) => Dropped.Any(pattern => pattern.IsMatch(text));

    public bool IsNothing(string text) => Nothing.Any(pattern => pattern.IsMatch(text));

    /// <summary>Returns a copy for one draft, whose patterns record when they match. The profile itself never changes.</summary>
    public Profile RecordedIn(PatternUse use)
    {
        return this with
        {
            PageNames = All(PageNames),
            Types = [.. Types.Select(type => type with { Printed = type.Printed.RecordedIn(use) })],
            Remarks = [.. Remarks.Select(remark => (remark.Printed.RecordedIn(use), remark.Remark))],
            Rows = All(Rows),
            Captions = All(Captions),
            Roles = All(Roles),
            Nothing = All(Nothing),
            References = [.. References.Select(reference => (reference.Text.RecordedIn(use), reference.Key, reference.Value))],
            Dropped = All(Dropped),
            Deprecated = All(Deprecated),
            Conditions = All(Conditions),
        };

        List<TextPattern> All(IReadOnlyList<TextPattern> patterns) => [.. patterns.Select(pattern => pattern.RecordedIn(use))];
    }

    /// <summary>Returns the name in the caption of a table; null: the text is not a caption.</summary>
    public string? CaptionOf(string text)
    {
        var caption = text.TrimEnd(':', '\uFF1A', ' ');
        var match = Captions.Select(pattern => pattern.Match(text) ?? pattern.Match(caption)).FirstOrDefault(static match => match is not null);
        return match?.GetValueOrDefault("name") is { Length: > 0 } name ? name : null;
    }

    public IReadOnlyList<ProfileColumn> ColumnsOf(string kind)
        => Tables.TryGetValue(kind, out var columns) || Tables.TryGetValue(ProfileKeys.ParentOf(kind), out columns) ? columns : [];

    /// <summary>Returns whether rows are required in a table that does not say so.</summary>
    public Requirement UnstatedOf(string kind)
        => Unstated.TryGetValue(kind, out var requirement) ? requirement
            : kind is "path" or "response" or ProfileKeys.ResponseHeaders or ProfileKeys.Error ? Requirement.Required
            : Requirement.NotStated;
}

/// <summary>The location of the title of a section.</summary>
internal enum TitleRule
{
    /// <summary>The first line that the profile does not drop.</summary>
    First,

    /// <summary>The line that starts with a number such as 2.7.14.</summary>
    Numbered,

    /// <summary>There is no title, because a page starts with its request.</summary>
    None,
}

/// <summary>A heading in a manual.</summary>
/// <param name="Key">The part of the page that it starts.</param>
/// <param name="Parent">The heading that it is under; null: any.</param>
/// <param name="Text">The text.</param>
internal sealed record ProfileHeading(string Key, string? Parent, string Text)
{
    public string Folded { get; } = Folding.Of(TextPattern.Literal(Text));

    /// <summary>The pattern of a heading with gaps; null: its text is fixed.</summary>
    public TextPattern? Pattern { get; } = TextPattern.HasGaps(Text) ? new TextPattern(Text) : null;

    public string? FoldedParent { get; } = Parent is null ? null : Folding.Of(TextPattern.Literal(Parent));

    /// <summary>Whether it comes from the profile that this one extends.</summary>
    public bool IsInherited { get; init; }
}

/// <summary>A type in a manual.</summary>
/// <param name="Printed">The printed form.</param>
/// <param name="Type">The type of a spec.</param>
internal sealed record ProfileType(TextPattern Printed, string Type)
{
    /// <summary>Whether it comes from the profile of the terms that most manuals share, and not from the profile of the manual.</summary>
    public bool IsCommon { get; init; }
}

/// <summary>A column of a table in a manual.</summary>
/// <param name="Role">The role of its content.</param>
/// <param name="Titles">The titles that it can have, folded.</param>
internal sealed record ProfileColumn(string Role, IReadOnlyList<string> Titles);

/// <summary>An entry of a profile, for the report of those that match nothing.</summary>
/// <param name="Key">Its keys: <c>headings/request</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="Pattern">Its pattern; null: a heading or the title of a column.</param>
internal sealed record ProfileEntry(string Key, string Text, TextPattern? Pattern);
