using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>A heading that was found.</summary>
/// <param name="Heading">The heading in the profile.</param>
/// <param name="Rest">The text after the heading on its line; null: none.</param>
/// <param name="Stated">Whether it says that the rows under it are required or optional; null: it does not.</param>
internal sealed record FoundHeading(ProfileHeading Heading, string? Rest, Requirement? Stated = null)
{
    /// <summary>The part that it starts.</summary>
    public string Key { get; init; } = Heading.Key;

    /// <summary>The name of a type in it; null: it has none.</summary>
    public string? TypeName { get; init; }

    /// <summary>The status in it; null: it has none.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is a word before an address, such as <c>Resource: /racks</c>, and not a heading of requests.</summary>
    public bool IsOfAddress { get; init; }
}

/// <summary>Distinguishes headings from other lines.</summary>
internal sealed partial class HeadingFinder
{
    private const int FewestLetters = 6;

    private readonly Dictionary<string, List<ProfileHeading>> _byText = new(StringComparer.Ordinal);
    private readonly List<ProfileHeading> _patterns = [];
    private readonly Profile _profile;
    private readonly HashSet<string> _parents;
    private readonly Lazy<IReadOnlySet<string>> _types;
    private string? _parent;

    // The known headings around the next line, except statuses.
    private readonly Stack<(string Key, int Level)> _around = [];
    private int _parentLevel;
    private bool _isInExample;

    // The level of the heading above the example; 0: the page has no such heading.
    private int _exampleLevel;

    /// <param name="profile">The headings of the manual.</param>
    /// <param name="lines">The page.</param>
    public HeadingFinder(Profile profile, IReadOnlyList<PageLine> lines)
    {
        _profile = profile;
        _types = new Lazy<IReadOnlySet<string>>(() => TypeDefinitions.PrintedTypes(lines, profile));
        foreach (var heading in profile.Headings)
        {
            if (heading.Pattern is not null)
            {
                _patterns.Add(heading);
                continue;
            }

            if (!_byText.TryGetValue(heading.Folded, out var known))
                _byText[heading.Folded] = known = [];
            known.Add(heading);
        }

        _parents = profile.Headings.Select(static heading => heading.FoldedParent).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a string is a heading, in any place.</summary>
    public bool IsKnown(string text)
        => IsWord(text) || WithoutRequirement(text) is not null || BeforeAside(text, LineKind.Text) is not null || InBrackets(text) is not null
            || WithoutNumber(text) is not null
            || _patterns.Exists(heading => heading is { FoldedParent: null, Pattern.HasAnyWords: false } && heading.Pattern!.IsMatch(text));

    private (ProfileHeading Heading, string Key)? InBrackets(string text)
    {
        var plain = text.TrimEnd(':', '\uFF1A', ' ');
        return plain.EndsWith(')') && plain.LastIndexOf('(') is > 0 and var open && ProfileKeys.KindOf(Folding.Of(plain[(open + 1)..^1])) is { } key
            && !IsWord(text) && _byText.TryGetValue(Folding.Of(plain[..open]), out var known)
            && known.Find(static heading => heading.Key == ProfileKeys.Parameters) is { } heading ? (heading, key) : null;
    }

    private bool IsWord(string text) => Folding.Of(text) is var folded && (_byText.ContainsKey(folded) || _parents.Contains(folded));

    // In a manual with numbered sections, a heading with a number is a title.
    private string? WithoutNumber(string text)
        => _profile.Title != TitleRule.Numbered && HeadingNumber.Behind(text) is { } plain && (IsWord(plain) || WithoutRequirement(plain) is not null)
            && _profile.CaptionOf(text) is null ? plain : null;

    /// <summary>Whether a string is the heading of a part of an example.</summary>
    public bool IsOfExample(string text)
        => _byText.TryGetValue(Folding.Of(text), out var known)
            && known.Exists(static heading => ProfileKeys.IsMessage(heading.Key));

    /// <summary>Whether a heading has the form of one of an example.</summary>
    public bool IsOfExample(PageLine line)
        => line.Kind == LineKind.Heading && _patterns.Exists(heading => ProfileKeys.IsOfExample(heading.Key) && heading.Pattern!.IsMatch(line.Text));

    /// <summary>Whether a line has the heading of a request, and the request.</summary>
    public bool IsOfRequest(PageLine line)
    {
        var space = line.Text.LastIndexOf(' ');
        return space > 0 && _byText.TryGetValue(Folding.Of(line.Text[..space]), out var known)
            && known.Exists(static heading => heading.Key is "request" or "method");
    }

    /// <summary>Returns the heading of a line, depending on the headings found before; null: the line is not a heading.</summary>
    public FoundHeading? Find(PageLine line)
    {
        // The caption or frame of a table inside a definition is a part of it.
        if (line.IsBlank || (line.Within > 0 && line.Kind != LineKind.Row))
            return null;
        if (line.Kind == LineKind.Heading && line.Level <= _exampleLevel)
            _exampleLevel = 0;
        if ((FindWithStatus(line) ?? FindBeforeStatus(line)) is { } status)
            return status;
        var found = FindIn(line) ?? (WithoutNumber(line.Text) is { } plain ? FindIn(line with { Text = plain }) : null);
        if (line.Kind == LineKind.Heading)
            Surround(line.Level, found?.Key);
        return found;
    }

    // '404 Not Found' and, under a heading of the response or of errors, '404 rackMissing' are headings of the response with this status.
    private FoundHeading? FindWithStatus(PageLine line)
    {
        if (line.Kind != LineKind.Heading || StatusLine.OfHeading(line.Text) is not { } status)
            return null;
        Surround(line.Level, null);
        var above = _around.TryPeek(out var outer) ? outer.Key : null;
        var isUnderExample = ProfileKeys.IsOfExample(above);
        if (!status.IsSure && !isUnderExample
            && above is not ("status" or "response" or ProfileKeys.ResponseHeaders or ProfileKeys.Error or ProfileKeys.ErrorCodes or ProfileKeys.Group))
            return null;
        // The profile can have a heading with the number, or a pattern for it.
        var ofProfile = FindIn(line) is { Rest: null } whole ? whole : null;
        var part = ofProfile?.Heading.Key ?? (StatusLine.IsFailure(status.Code) ? ProfileKeys.Error : "response");
        if (part is not ("response" or ProfileKeys.Error))
            return null;
        var found = ofProfile ?? Enter(new ProfileHeading(part, null, line.Text), null, line.Level);
        return found with { Key = isUnderExample ? ProfileKeys.Example + "/response body" : found.Key, Status = status.Text };
    }

    // 'Example response: 200', 'Response example failure 400', if the profile knows the words before the status.
    private FoundHeading? FindBeforeStatus(PageLine line)
    {
        // 'Response (200)' can have its content in a cell next to it.
        var (text, rest) = line is { Kind: LineKind.Row, Within: 0, Cells: [{ Text: var first }, { Text: { Length: > 0 } second }] }
            ? (first, second) : (line.Text, null);
        if (line.Kind is not (LineKind.Heading or LineKind.Text) && rest is null || StatusLine.AtEndOf(text) is not ({ } words, { } status)
            || Known(words) is not { } heading || heading.Key is not ("response" or ProfileKeys.Error or ProfileKeys.Example + "/response body"))
            return null;
        var found = Enter(heading, rest, line.Level);
        var key = found.Key == "response" && StatusLine.IsFailure(status) ? ProfileKeys.Error : found.Key;
        return found with { Key = key, Status = status };
    }

    private void Surround(int level, string? key)
    {
        while (_around.TryPeek(out var outer) && outer.Level >= level)
            _around.Pop();
        if (key is not null)
            _around.Push((key, level));
    }

    private FoundHeading? FindIn(PageLine line)
    {
        // '# Example response' divides a code block that shows both messages.
        if (line.Kind == LineKind.Code)
            return line.Text.StartsWith('#') || line.Text.StartsWith("//", StringComparison.Ordinal) ? FindInCode(line.Text.TrimStart('#', '/', ' ')) : null;
        // A row of two cells can be a heading and its content: 'Method | GET'.
        var text = line.Kind != LineKind.Row ? line.Text
            : line is { Within: 0, Cells: [{ Text: var first }, { Text: var second }] } && (second.Length > 0 || line.IsAboveCode) ? first
            : null;
        if (text is null or { Length: > 120 })
            return null;
        if (OfType(line) is (var ofType, var typeName))
            return Enter(ofType, null, line.Level) with { TypeName = typeName };
        // 'error' is the name of a type if tables print it as one, although 'Error' is a heading.
        var canBeType = line.Kind == LineKind.Heading || (line.Kind == LineKind.Text && char.IsLower(text[0]));
        if (canBeType && _byText.TryGetValue(Folding.Of(text), out var alike) && alike.TrueForAll(heading => heading.Text != text)
            && _types.Value.Contains(text))
            return null;
        // 'Error response (404 Not Found)', if the profile knows 'Error response'.
        if (line.Kind == LineKind.Heading && text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && StatusLine.InSentence(text[open..]) is not null
            && Known(text[..open]) is { } ofStatus)
            return Enter(ofStatus, null, line.Level);
        // 'Parameters (body)'.
        if (InBrackets(text) is (var ofPlace, var place))
            return Enter(ofPlace, null, line.Level) with { Key = place };
        if (BeforeAside(text, line.Kind) is (var outer, var aside))
            return EnterWith(outer, aside, line);
        if (WithoutRequirement(text) is (var stated, var plain) && Known(plain) is { } qualified)
            return Enter(qualified, null, line.Level) with { Stated = stated };
        var known = Known(text);
        // A pattern of the profile precedes a heading that it inherits.
        if (known is null or { IsInherited: true } && line.Kind is LineKind.Heading or LineKind.Text && FindPattern(text, line.Kind) is (var general, var name)
            && (known is null || general is { IsInherited: false, FoldedParent: null }))
            return Enter(general, null, line.Level) with { TypeName = name };
        // The profile can list 'Optional settings' as a whole.
        if (known is not null)
            return WithLead(Enter(known, ContentOf(line), line.Level), text);
        if (AddressBehind(line) is { } address)
            return Enter(new ProfileHeading("request", null, text), address, line.Level) with { IsOfAddress = true };
        var colon = line.Kind == LineKind.Row ? -1 : text.IndexOfAny([':', '\uFF1A']);
        if (colon <= 0 || colon + 1 == text.Length || text[colon + 1] == '/')
            return line.Kind == LineKind.Text ? FindWithoutColon(text) : null;
        var (label, rest) = (text[..colon], text[(colon + 1)..].Trim());
        if (Known(label) is { } labelled && labelled.Key != ProfileKeys.Group)
            return WithLead(Enter(labelled, rest, line.Level), label);
        // Only a style shows that 'Optional parameters: ...' is no sentence.
        if (IsStyledStart(line, label) && WithoutRequirement(label) is (var ofRest, var words) && Known(words) is { } heading)
            return Enter(heading, rest, line.Level) with { Stated = ofRest };
        return line.Kind == LineKind.Text ? FindWithoutColon(text) : null;
    }

    private static bool IsStyledStart(PageLine line, string label)
        => line.Lead?.StartsWith(label, StringComparison.Ordinal) == true || line.Italics.Contains(label) || line.Italics.Contains(label + ":");

    private FoundHeading WithLead(FoundHeading found, string text)
        => found.Stated is null && ProfileKeys.HasRows(found.Key) && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var word
            && RequirementIn(text[..word]) is { } lead
            ? found with { Stated = lead } : found;

    private static string? ContentOf(PageLine line) => line.Kind == LineKind.Row && line.Cells[1].Text is { Length: > 0 } content ? content : null;

    /// <summary>Whether a line is the heading of a type that tables of the page print, under a heading of the profile: <c>Definitions > {name}</c>.</summary>
    public bool IsOfType(PageLine line) => OfType(line) is not null;

    // 'Path: /racks', on one line or in two cells.
    private string? AddressBehind(PageLine line)
    {
        var colon = line.Text.IndexOfAny([':', '\uFF1A']);
        var (label, value) = line is { Kind: LineKind.Row, Cells: [{ Text: var first }, { Text: var second }] } ? (first, second)
            : line.Kind == LineKind.Text && colon > 0 ? (line.Text[..colon], line.Text[(colon + 1)..].Trim())
            : ("", "");
        return _profile.IsLabel(ProfileKeys.AddressLabel, label) && value.Trim('`') is ['/', _, ..] or ['h', 't', 't', 'p', ..]
            && PrintedRequest.IsAddress(value) ? value : null;
    }

    // The heading of a profile precedes one that it inherits: 'uri' is a type, although 'URI' is a heading of requests.
    private (ProfileHeading Heading, string? TypeName)? OfType(PageLine line)
        => line.Kind is LineKind.Heading or LineKind.Text && CellWords.IsName(line.Text) && Known(line.Text) is null or { IsInherited: true }
            && FindPattern(line.Text, line.Kind) is ({ FoldedParent: not null, IsInherited: false } heading, { } name) && _types.Value.Contains(name)
                ? (heading, name) : null;

    /// <summary>Whether a heading is the caption of a table inside the part around it: it names a member, and not a type of its own.</summary>
    public bool IsCaptionInside(PageLine line)
        => line.Kind == LineKind.Heading && _profile.CaptionOf(line.Text) is { } name && !_types.Value.Contains(name);

    // A sentence is not a heading, whatever the pattern.
    private (ProfileHeading Heading, string? TypeName)? FindPattern(string text, LineKind kind)
    {
        if (kind == LineKind.Text && text.EndsWith('.'))
            return null;
        var plain = Folding.WithoutBullet(text).TrimEnd(':', '\uFF1A', ' ');
        return _patterns
            .Where(heading => heading.FoldedParent is null ? kind == LineKind.Heading || !heading.Pattern!.HasAnyWords : heading.FoldedParent == _parent)
            .OrderByDescending(static heading => heading.FoldedParent is not null)
            .Select(heading => (heading, Gaps: heading.Pattern!.Match(plain)))
            .Where(static found => found.Gaps is not null)
            .Select(static found => ((ProfileHeading, string?)?)(found.heading, found.Gaps!.GetValueOrDefault("name")))
            .FirstOrDefault();
    }

    // 'Optional query parameters', if the profile only knows 'Query parameters'.
    private (Requirement Stated, string Text)? WithoutRequirement(string text)
    {
        var plain = Folding.WithoutBullet(text);
        var space = plain.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || _byText.ContainsKey(Folding.Of(text)))
            return null;
        var word = Folding.Of(plain[..space]);
        // 'No request body' says that there is none.
        if (word.Length < FewestLetters)
            return null;
        Requirement? stated = _profile.Optional.Contains(word) ? Requirement.Optional : _profile.Required.Contains(word) ? Requirement.Required : null;
        return stated is { } known && _byText.TryGetValue(Folding.Of(plain[(space + 1)..]), out var headings)
            && headings.Exists(static heading => ProfileKeys.Unstated.Contains(heading.Key) || heading.Key == ProfileKeys.Parameters)
            ? (known, plain[(space + 1)..])
            : null;
    }

    // 'Method GET', 'URI /racks': two cells of a table, copied as text.
    private FoundHeading? FindWithoutColon(string text)
    {
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
        {
            if (Known(text[..space]) is not { } heading)
                continue;
            var value = text[(space + 1)..];
            var fits = heading.Key switch
            {
                "method" => HttpMethods.IsKnown(value),
                "request" => PrintedRequest.IsAddress(value),
                "status" => StatusLine.CodeAt(value) is not null && value.Length > 4 && value[3] == ' ' && char.IsUpper(value[4]),
                _ => false,
            };
            if (fits)
                return Enter(heading, value, 0);
        }

        return null;
    }

    private FoundHeading? FindInCode(string comment) => IsOfExample(comment) && Known(comment) is { } heading ? Enter(heading, null, 0) : null;

    /// <summary>Forgets the preceding headings that a line does not belong under, because it can start another section.</summary>
    public void Reset(PageLine title)
    {
        if (title.Kind != LineKind.Heading || title.Level <= _parentLevel)
            _parent = null;
        if (title.Kind == LineKind.Heading && _exampleLevel > 0 && title.Level > _exampleLevel)
            return;
        _isInExample = false;
        _exampleLevel = 0;
    }

    private ProfileHeading? Known(string text)
    {
        var folded = Folding.Of(text);
        if (!_byText.TryGetValue(folded, out var known))
            return _parents.Contains(folded) ? new ProfileHeading(ProfileKeys.Group, null, text) : null;
        // A heading under this parent takes precedence over one under any parent, then exact text of the profile itself, then its other headings, and at last
        // exact text over text that differs in case or a colon. Inside an example, any part of an example precedes other headings of the profile.
        var trimmed = Folding.WithoutBullet(text).Trim();
        return known
            .Where(heading => heading.FoldedParent is null || heading.FoldedParent == _parent)
            .OrderByDescending(heading => heading.FoldedParent is not null)
            .ThenByDescending(heading => !heading.IsInherited && heading.Text == trimmed)
            .ThenByDescending(heading => !heading.IsInherited && (!_isInExample || ProfileKeys.IsMessage(heading.Key)))
            .ThenByDescending(heading => _isInExample == ProfileKeys.IsMessage(heading.Key))
            .ThenByDescending(heading => heading.Text == trimmed)
            .FirstOrDefault();
    }

    private FoundHeading Enter(ProfileHeading heading, string? rest, int level)
    {
        // 'Status: 201, Created' is one line of the part around it.
        var isOneLine = rest is { Length: > 0 } && heading.Key is "status" or ProfileKeys.Since;
        // A heading of a lower level is under the parent, even with other headings between them.
        if (_parents.Contains(heading.Folded) && heading.FoldedParent is null)
            (_parent, _parentLevel) = (heading.Folded, level);
        else if (heading.FoldedParent is null && !isOneLine && (_parentLevel == 0 || level <= _parentLevel))
            _parent = null;
        // A heading of a lower level than the one of the example is inside it, whatever it is called.
        if (_exampleLevel > 0 && level > _exampleLevel)
        {
            _isInExample = true;
            return new FoundHeading(heading, rest) { Key = PartOfExample(heading.Key) };
        }

        if (heading.Key == ProfileKeys.Example)
            _exampleLevel = level;
        // A part that is left out does not end the example.
        _isInExample = ProfileKeys.IsOfExample(heading.Key) || (_isInExample && heading.Key == ProfileKeys.Skip);
        return new FoundHeading(heading, rest);
    }

    private static string PartOfExample(string key) => key switch
    {
        "request" or "method" => ProfileKeys.Example + "/request header",
        "body" or "body form" or "body multipart" => ProfileKeys.Example + "/request body",
        "status" or ProfileKeys.ResponseHeaders => ProfileKeys.Example + "/response header",
        "response" or ProfileKeys.Error => ProfileKeys.Example + "/response body",
        _ => key,
    };
}
