using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The state that the drafters of the parts of one section share.</summary>
internal sealed partial class DraftingContext
{
    private readonly HashSet<string> _definitions;
    private readonly Lazy<HashSet<string>> _headings;
    private readonly Lazy<HashSet<string>> _dottedNames;
    private readonly Lazy<HashSet<string>> _queryPairs;

    // The types whose tables are below lines of text.
    private readonly IReadOnlySet<string> _typesInText;
    private readonly Lazy<SignNotes> _signs;

    public DraftingContext(PageSection section, Profile profile, KnownSpecs known, CancellationToken cancellationToken)
    {
        Cancellation = cancellationToken;
        Cancellation.ThrowIfCancellationRequested();
        Section = section;
        Profile = profile;
        Known = known;
        _typesInText = TypeDefinitions.InText(section, profile);
        var captions = section.Lines.Select(CaptionOf).OfType<string>()
            .Where(static name => char.IsUpper(name[0]) && !name.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Definitions = [.. TypeDefinitions.In(section, profile)];
        _definitions = Definitions.Select(static definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        captions.UnionWith(_definitions);
        captions.UnionWith(_typesInText);
        Types = new TypeWords(profile, known, captions);
        _signs = new Lazy<SignNotes>(() => new SignNotes(section.Lines, profile));
        _headings = new Lazy<HashSet<string>>(() => HeadingNames().ToHashSet(StringComparer.Ordinal));
        _queryPairs = new Lazy<HashSet<string>>(() => section.Lines.SelectMany(static line => QueryPair().Matches(line.Text))
            .Select(static match => match.Groups["pair"].Value.TrimEnd('.', ',', ';', ':', ')', ']', '"', '\'', '`', '>')).ToHashSet(StringComparer.Ordinal));
        _dottedNames = new Lazy<HashSet<string>>(() => section.Lines.Where(static line => line.Kind != LineKind.Row)
            .SelectMany(static line => DottedName().Matches(line.Text)).Select(static match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Ends the drafting.</summary>
    public CancellationToken Cancellation { get; }

    public PageSection Section { get; }

    public Profile Profile { get; }

    public KnownSpecs Known { get; }

    public TypeWords Types { get; }

    /// <summary>The explanations on the page of the signs after names and types.</summary>
    public SignNotes Signs => _signs.Value;

    /// <summary>The parts that describe a type under a heading with its name.</summary>
    public IReadOnlyList<(string Name, SectionPart Part)> Definitions { get; }

    /// <summary>Whether a part describes the type.</summary>
    public bool Defines(string type) => _definitions.Contains(type);

    public LineLedger Ledger { get; } = new();

    /// <summary>Notes about the page for a person.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether a heading or a caption has the name, so that it is one of a table.</summary>
    public bool HasHeading(string name) => _headings.Value.Contains(name);

    /// <summary>The names with a dot that JSON on the page has as one member: <c>"size.width": 1</c>.</summary>
    public IReadOnlySet<string> DottedNames => _dottedNames.Value;

    /// <summary>Whether an address of the section has a value in its query: <c>mode=deep</c>.</summary>
    public bool HasInQuery(string pair) => _queryPairs.Value.Contains(pair);

    /// <summary>Whether a word in the column of types of a status table only says whether the call succeeds.</summary>
    public bool IsOutcome(string type) => Profile.IsLabel(ProfileKeys.OutcomeLabel, type) && !HasHeading(type);

    private IEnumerable<string> HeadingNames()
        => Section.Parts.Select(static part => part.TypeName)
            .Concat(Section.Lines.SelectMany(line => new[] { CaptionOf(line), line.Kind == LineKind.Heading ? line.Text : null })).OfType<string>();

    /// <summary>Returns the value for a sentence of a part that the profile knows; null: it contains no such sentence.</summary>
    /// <param name="part">The part.</param>
    /// <param name="key">The key of the spec.</param>
    public (string Value, PageLine Line)? Reference(SectionPart part, string key)
    {
        foreach (var line in part.Visible)
        {
            if (Profile.References.FirstOrDefault(reference => reference.Key == key && reference.Text.IsMatch(line.Text)) is { Value: { } value })
                return (value, line);
        }

        return null;
    }

    /// <summary>Returns the lines of a part that the profile does not drop.</summary>
    public List<PageLine> LinesOf(SectionPart part) => [.. part.Lines.Where(line => !Ledger.IsDropped(line))];

    /// <summary>Returns the lines of parts that the profile does not drop and that the draft does not use yet.</summary>
    public List<PageLine> FreeLinesOf(IEnumerable<SectionPart> parts) => [.. parts.SelectMany(LinesOf).Where(line => !Ledger.IsUsed(line))];

    /// <summary>Returns the lines of parts that the draft does not use yet, also those that the profile drops if they can be captions: <c>The following table
    /// describes the owner object.</c></summary>
    public List<PageLine> LinesWithCaptionsOf(IEnumerable<SectionPart> parts)
        => [.. parts.SelectMany(static part => part.Lines).Where(line => !Ledger.IsUsed(line)
            && (!Ledger.IsDropped(line) || (line.Kind == LineKind.Text && TableCaption.NameIn(line.Text, static name => name) is not null)))];

    /// <summary>Whether lines only say that the part is empty, or are blank.</summary>
    public bool SaysNothing(List<PageLine> lines) => lines.TrueForAll(line => line.IsBlank || Profile.IsNothing(line.Text));

    /// <summary>Returns the name in the caption of a table; null: the line is not a caption.</summary>
    public string? CaptionOf(PageLine line) => Profile.CaptionOf(line.Text);

    /// <summary>Returns the type in a line of text above its table; null: the line is not such a caption.</summary>
    public string? TypeIn(PageLine line) => line.Kind == LineKind.Text ? TypeDefinitions.NameOf(line.Text, _typesInText) : null;

    /// <summary>Marks the heading of a part as used.</summary>
    /// <exception cref="OperationCanceledException">The drafting has been cancelled.</exception>
    public void UseHeading(SectionPart part)
    {
        // Each drafter calls this for each of its parts.
        Cancellation.ThrowIfCancellationRequested();
        if (part.Heading is { } heading)
            Ledger.Use(heading);
    }

    [GeneratedRegex(@"[?&](?<pair>[^\s?&=]{1,120}=[^\s?&=]{1,200})", RegexOptions.CultureInvariant)]
    private static partial Regex QueryPair();

    [GeneratedRegex(@"""(?<name>[A-Za-z0-9_$-]{1,60}(\.[A-Za-z0-9_$-]{1,60}){1,8})"" ?:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DottedName();
}
