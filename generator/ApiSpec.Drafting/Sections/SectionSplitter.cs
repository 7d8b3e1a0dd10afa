using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Divides a page into sections, and each section into parts at its headings.</summary>
internal sealed partial class SectionSplitter
{
    private const int LongestTitle = 300;

    // Letter sizes within this tolerance count as equal, in points.
    private const double SameSize = 0.2;

    private readonly Profile _profile;
    private readonly HeadingFinder _headings;
    private readonly List<PageLine> _lines;
    private readonly MethodHeadings _methods;
    private readonly Dictionary<int, FoundHeading> _found = [];
    private readonly HashSet<int> _inTables = [];

    // The lines under a heading that the profile leaves out, with the headings of lower levels.
    private readonly HashSet<int> _skipped = [];
    private readonly HashSet<int> _guessedTitles = [];

    // The headings that start a section without a title.
    private readonly HashSet<int> _untitled = [];
    private readonly CancellationToken _cancellationToken;
    private bool _isTitleDoubtful;

    // Whether no request line is on the page, so that sentences and commands show the requests.
    private bool _readsSentences;

    private SectionSplitter(Page page, Profile profile, CancellationToken cancellationToken)
    {
        _profile = profile;
        _cancellationToken = cancellationToken;
        _headings = new HeadingFinder(profile, page.Lines);
        var lines = StrongHeadings.Find(GluedHeadings.Split(CurlOutput.WithoutArrows(page.Lines), _headings), _headings, profile);
        _methods = MethodHeadings.Of(lines, _headings);
        _lines = _methods.Lines;
    }

    /// <summary>Returns the sections of a page in order. There is at least one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="profile">The profile of its manual.</param>
    /// <param name="cancellationToken">Ends the division.</param>
    public static IReadOnlyList<PageSection> Split(Page page, Profile profile, CancellationToken cancellationToken)
        => [.. SharedTypes.Share(SharedExamples.Share(new SectionSplitter(page, profile, cancellationToken).Split()), profile)
            .Select(section => ObjectTables.Attach(section, profile))];

    private List<PageSection> Split()
    {
        var titles = Titles();
        FindHeadings(titles);
        titles.RemoveAll(_skipped.Contains);
        if (_profile.Title == TitleRule.First && titles.Count > 0 && !_lines.Exists(static line => line.Kind == LineKind.Heading))
            (titles[0], _isTitleDoubtful) = TextTitle.Choose(_lines, titles[0], _headings, _found.ContainsKey, _profile);
        var requests = _found.Where(static found => found.Value.Key is "request" or "method").Select(static found => found.Key)
            .Concat(RequestsUnder(titles)).Order().ToList();
        if (requests.Count == 0)
            requests = [.. RequestsBesideExamples(titles)];
        requests = [.. requests.Concat(AddressHeadings(titles, requests)).Order()];
        var titled = Starts(titles, requests);
        // Headings such as 'URL' can be those of other parts.
        if (titled.Count <= 1 && (requests.Count == 0 || titled.Count == 0 || RequestIn(titled[0], _lines.Count) is null)
            && RequestsInText(titles) is { Count: > 0 } spoken)
            titled = Starts(titles, spoken);
        titled = WithRequestless(titles, titled);
        var starts = WithUntitled(titled);
        var sections = new List<PageSection>();
        for (var i = 0; i < Math.Max(1, starts.Count); i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var title = starts.Count == 0 ? -1 : starts[i];
            var end = i + 1 < starts.Count ? WithAddress(starts[i + 1], title) : _lines.Count;
            sections.Add(_untitled.Contains(title) ? SectionOf(title, -1, end) : SectionOf(i == 0 ? 0 : title, title, end));
        }

        return sections;
    }

    private void FindHeadings(List<int> titles)
    {
        var isTitle = titles.ToHashSet();
        var hasRequest = LinesNearRequests(isTitle);
        var words = new CellWords(_profile, ProfileKeys.Parameters);
        var codes = new CellWords(_profile, ProfileKeys.ErrorCodes);
        string? key = null;
        var skipLevel = 0;
        // The table whose rows are headings with their content next to them.
        var layout = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (skipLevel > 0 && (_lines[i].Kind != LineKind.Heading || _lines[i].Level > skipLevel))
            {
                _skipped.Add(i);
                continue;
            }

            skipLevel = 0;
            if (isTitle.Contains(i))
                _headings.Reset(_lines[i]);
            // Column titles, and the cells and names under them, can look like headings.
            if (TableHeader.Find(_lines, i, _profile) is { } table && !IsHeadingLikeTitles(i, table.Header))
            {
                var end = EndOfTable(i, table.Header, table.Kind);
                _inTables.UnionWith(Enumerable.Range(i, end - i));
                i = end - 1;
            }
            else if (RecordRows.Read(_lines, i, key == ProfileKeys.ErrorCodes ? codes : words, ColumnsUnder(key), line => _headings.IsKnown(line.Text),
                out var behind).Count > 0)
            {
                _inTables.UnionWith(Enumerable.Range(i, behind - i));
                i = behind - 1;
            }
            else if (ProfileKeys.HasRows(key)
                && StackedRows.Read(_lines, i, words, line => _headings.IsKnown(line.Text), out var next, _headings.IsOfType).Count > 0)
            {
                _inTables.UnionWith(Enumerable.Range(i, next - i));
                i = next - 1;
            }
            else if (!_profile.IsDropped(_lines[i].Text) && !IsAboveRequest(i) && !IsAboveStatus(i) && (IsIn(layout, _lines[i]) || !IsMember(_lines[i], key))
                && _headings.Find(_lines[i]) is { } heading && !(heading.IsOfAddress && (hasRequest[i] || IsBelowParameters(key))))
            {
                (_found[i], key) = (heading, heading.Key);
                layout = _lines[i].Kind == LineKind.Row ? _lines[i].Table : 0;
                if (key == ProfileKeys.Skip && _lines[i].Kind == LineKind.Heading)
                    skipLevel = _lines[i].Level;
            }
            else if (_lines[i].Kind == LineKind.Heading)
                key = null;
        }
    }

    // 'Optional parameters' is a heading, although each of both words can be the title of a column.
    private bool IsHeadingLikeTitles(int index, TableHeader header)
        => header.Form == TableForm.Words && header.Roles.Count == 2 && _headings.IsKnown(_lines[index].Text);

    // The titles 'Method' and 'Path' are above a row with both. Otherwise, 'Method' would be a heading, and 'Path' its content.
    private bool IsAboveRequest(int index)
        => _lines[index] is { Kind: LineKind.Row, Table: var table and > 0 } && PrintedRequest.InRow(_lines[index]) is null
            && index + 1 < _lines.Count && _lines[index + 1].Table == table && PrintedRequest.InRow(_lines[index + 1]) is not null;

    // 'Response' and 'Meaning' are above '200' and its meaning.
    private bool IsAboveStatus(int index)
        => _lines[index] is { Kind: LineKind.Row, Table: var table and > 0, Cells: [{ Text: var title }, _] } && StatusLine.CodeAt(title) is null
            && index + 1 < _lines.Count && _lines[index + 1] is { Cells: [{ Text: var below }, _] } next && next.Table == table
            && StatusLine.OfHeading(below) is { Code: var code } && StatusLine.IsDefined(code);

    private static bool IsIn(int table, PageLine line) => table > 0 && line.Kind == LineKind.Row && line.Table == table;

    // A member can have a name such as 'description' or 'path'.
    private static bool IsMember(PageLine line, string? key)
        => line.Kind == LineKind.Row && ProfileKeys.HasRows(key) && line.Cells is [{ Text: [var first, ..] }, ..] && char.IsLower(first);

    private IReadOnlyList<ProfileColumn> ColumnsUnder(string? key)
        => key == ProfileKeys.ErrorCodes || ProfileKeys.HasRows(key) ? _profile.ColumnsOf(key!) : [];

    private int EndOfTable(int index, TableHeader header, string kind)
        => TableReader.Read(_lines, index, kind, _profile, out _, out var next, line => _headings.IsKnown(line.Text)) is null
            ? header.Next
            : Math.Max(next, header.Next);

    // Returns the lines that can be the title of a section.
    private List<int> Titles()
    {
        var titles = new List<int>();
        // On a sheet of a PDF, a running head in smaller letters can be above the title.
        var size = _lines.TakeWhile(line => !_headings.IsKnown(line.Text)).Select(static line => line.Size).DefaultIfEmpty().Max();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line.IsBlank || line.Kind is LineKind.Code or LineKind.Row || line.Text.Length > LongestTitle || _profile.IsDropped(line.Text))
                continue;
            var isTitle = _profile.Title switch
            {
                TitleRule.Numbered => NumberedTitle().IsMatch(line.Text),
                TitleRule.First => line.Kind == LineKind.Heading
                    ? line.Text.Any(char.IsLetter) && !_headings.IsKnown(line.Text) && !_headings.IsOfExample(line) && !IsRequestUnderTitle(i)
                    : titles.Count == 0
                    && !_lines.Exists(static other => other.Kind == LineKind.Heading) && !_headings.IsKnown(line.Text) && !IsEdition(line.Text)
                    && line.Size > size - SameSize,
                _ => false,
            };
            if (isTitle)
                titles.Add(i);
        }

        return titles;
    }

    // A section starts at the last title before its first known heading, and contains a request.
    private List<int> Starts(List<int> titles, List<int> requests)
    {
        var starts = new List<int>();
        if (_profile.Title == TitleRule.First && titles.Count > 0 && !_lines.Exists(static line => line.Kind == LineKind.Heading))
            return RepeatedStarts(titles[0], requests);
        var above = new RequestsAbove(_profile.Placeholders);
        var level = int.MaxValue;
        var next = 0;
        for (var i = 0; i < titles.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var end = i + 1 < titles.Count ? titles[i + 1] : _lines.Count;
            // A title can be the request itself.
            while (next < requests.Count && requests[next] < titles[i])
                next++;
            if (next == requests.Count || requests[next] >= end)
                continue;
            var request = RequestIn(titles[i], end);
            // A heading of a lower level inside a section can have request lines too, as examples.
            if (_lines[titles[i]].Level > level && (request is null || above.Repeats(request)))
                continue;
            level = Math.Min(level, _lines[titles[i]].Level);
            starts.Add(titles[i]);
            if (request is not null)
                above.Add(request);
        }

        // Headings that the profile does not know can come between the title and the request.
        if (starts.Count <= 1 && titles.Count > 0)
        {
            var first = _found.Count == 0 ? _lines.Count : _found.Keys.Min();
            var before = titles.FindLastIndex(title => title < first);
            // An unknown heading of the same level as the first known one is a part of the section, and not its title.
            if (first < _lines.Count && _lines[first].Level > 1 && (starts.Count == 0 || requests.Exists(_found.ContainsKey))
                && titles.FindLastIndex(title => title < first && _lines[title].Level > 0 && _lines[title].Level < _lines[first].Level) is >= 0 and var higher)
                before = higher;
            // The title above the request has no unknown headings under it.
            if (starts.Count == 1)
                before = Math.Min(before, titles.IndexOf(starts[0]));
            return [titles[Math.Max(0, before)]];
        }

        return starts;
    }

    private PageSection SectionOf(int start, int title, int end)
    {
        var parts = new List<SectionPart>();
        PageLine? heading = null;
        string? key = ProfileKeys.Group;
        FoundHeading? known = null;
        var lines = new List<PageLine>();
        var (isInside, hasEndOfBody, searched) = (false, false, 0);
        string? aroundCode = null;
        var isInCode = false;
        var shared = SharedBy(title);
        var preamble = title < 0 ? [] : PreambleOf(start, title, shared).Select(index => _lines[index]).Where(static line => !line.IsBlank).ToList();
        var onTwoLines = title < 0 || _lines[title].Kind != LineKind.Text ? null : PrintedRequest.OnTwoLines(_lines, title);
        var isRequest = onTwoLines is not null || (title >= 0 && PrintedRequest.Is(_lines[title]) && _lines[title].Kind is LineKind.Text or LineKind.Code);
        var first = title < 0 ? start : isRequest ? title : title + 1;
        foreach (var i in shared.Concat(Enumerable.Range(first, Math.Max(0, end - first))))
        {
            var line = _lines[i];
            if (i == first && parts.Count + lines.Count > 0)
            {
                // The parts above belong to all methods of an address.
                Close();
                (key, heading, known) = (ProfileKeys.Group, null, null);
            }

            if (_skipped.Contains(i))
            {
                lines.Add(line);
            }
            else if (_found.TryGetValue(i, out var found))
            {
                Close();
                var above = key;
                aroundCode = isInCode && line.Kind == LineKind.Code ? aroundCode : above;
                isInCode = line.Kind == LineKind.Code;
                (key, heading, known) = (found.Key, line, found);
                // Text after the heading on the same line belongs to its content.
                if (found.Rest is { Length: > 0 } rest)
                {
                    lines.AddRange(ProfileKeys.HasRows(found.Key) && RestRows.Of(line, rest) is { Count: > 0 } rows ? rows : LinesOf(line, rest));
                    // 'Status: 202, Accepted' is one line of the response, and the body follows. 'Introduced in: 9.10' is one line in any part.
                    var status = key == "status" && above is "response" or ProfileKeys.ResponseHeaders or ProfileKeys.Error ? StatusLine.CodeAt(rest) : null;
                    // 'Required role: Admin' is one line too, if its list does not continue.
                    if (status is not null || key == ProfileKeys.Since || (key == ProfileKeys.Roles && line.Kind != LineKind.Row && rest[^1] != ','))
                    {
                        Close();
                        (key, heading) = (status is null ? above : StatusLine.IsFailure(status) ? ProfileKeys.Error : "response", null);
                        isInside = status is not null;
                    }
                }
            }
            else if (line.Kind == LineKind.Heading && !line.IsBlank && !IsRequestUnderTitle(i)
                && !(key is not (null or ProfileKeys.Group) && _headings.IsCaptionInside(line)))
            {
                Close();
                (key, heading, known) = (null, line, null);
            }
            else if (heading is { Kind: LineKind.Row } && IsIn(heading.Table, line) && !_inTables.Contains(i))
            {
                // A row between headings of a table is a heading that the profile does not know.
                Close();
                (key, heading, known) = (null, line, null);
            }
            else
            {
                // A comment only divides its own code block, not the text after it.
                if (isInCode && !line.IsBlank && line.Kind != LineKind.Code)
                {
                    Close();
                    (key, heading, isInCode) = (aroundCode, null, false);
                }

                // A table of headers ends at the status of the next response, and so does the message of an example.
                if (line.Kind == LineKind.Text && ((key == ProfileKeys.ResponseHeaders && StatusLine.IsWhole(line.Text))
                    || (ProfileKeys.IsOfExample(key) && StatusLine.IsDescribed(line.Text)
                        && HasEndOfBody())))
                {
                    Close();
                    (key, heading, known) = (StatusLine.CodeAt(StatusLine.WithoutLabel(line.Text)) is { } code && StatusLine.IsFailure(code)
                        ? ProfileKeys.Error : "response", null, null);
                }

                lines.Add(line);
            }
        }

        Close();
        var match = title < 0 ? null : NumberedTitle().Match(_lines[title].Text) is { Success: false } && _lines[title].Kind == LineKind.Heading
            ? ChapterTitle().Match(_lines[title].Text) : NumberedTitle().Match(_lines[title].Text);
        var isNumbered = match is { Success: true };
        return new PageSection
        {
            Number = isNumbered ? match!.Groups["number"].Value : null,
            Title = title < 0 ? null : isNumbered ? match!.Groups["title"].Value : onTwoLines ?? _lines[title].Text,
            TitleLine = title < 0 ? null : _lines[title],
            IsTitleDoubtful = (_isTitleDoubtful && start == 0) || _guessedTitles.Contains(title),
            Preamble = preamble,
            Parts = MisplacedTables.Place(OpeningRequest.Divide(parts), _profile, _cancellationToken),
        };

        void Close()
        {
            if (heading is not null || isInside || lines.Exists(static line => !line.IsBlank))
                parts.Add(new SectionPart(key, heading, [.. lines])
                {
                    Stated = known?.Stated,
                    Status = heading is null ? null : known?.Status,
                    TypeName = ProfileKeys.IsBody(key) ? known?.TypeName : null,
                    Known = heading is null ? null : known?.Heading,
                });
            isInside = false;
            lines.Clear();
            (searched, hasEndOfBody) = (0, false);
        }

        // An example can have many statuses and no body.
        bool HasEndOfBody()
        {
            while (!hasEndOfBody && searched < lines.Count)
                hasEndOfBody = lines[searched++].Text is [.., '}' or ']'];
            return hasEndOfBody;
        }
    }

    // The cell next to a heading can have paragraphs and lists.
    private static IEnumerable<PageLine> LinesOf(PageLine heading, string rest)
    {
        var whole = heading with { Text = rest, Kind = LineKind.Text, Cells = [] };
        return heading.Kind == LineKind.Row && heading.Cells[^1].Blocks is { } blocks && rest == heading.Cells[^1].Text
            ? blocks.Select(block => whole with { Text = block.Text, IsItem = block.IsItem })
            : [whole];
    }

    private bool IsEdition(string text) => _profile.Editions.Any(edition => text.Contains(edition.Text, StringComparison.OrdinalIgnoreCase));

    // '3. Add a rack', as a heading.
    [GeneratedRegex(@"^(?<number>[0-9]{1,3})[.):]\s+(?<title>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChapterTitle();

    [GeneratedRegex(SectionNumber.TitlePattern, RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTitle();
}
