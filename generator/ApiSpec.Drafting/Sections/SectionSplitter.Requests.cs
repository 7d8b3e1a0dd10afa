using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <content>The request lines of sections.</content>
internal sealed partial class SectionSplitter
{
    private const int FewestOfContents = 3;

    private bool? _hasRequestHeading;

    // Many pages print the request line directly under the title, without a heading.
    private IEnumerable<int> RequestsUnder(List<int> titles)
    {
        foreach (var title in titles.Where(title => _lines[title].Kind == LineKind.Heading))
        {
            if (PrintedRequest.OfHeading(_lines[title]) is not null || IsMethodTitle(title))
            {
                yield return title;
                continue;
            }

            for (var i = title + 1; i < _lines.Count && !_found.ContainsKey(i) && (_lines[i].Kind != LineKind.Heading || IsRequestUnderTitle(i)); i++)
            {
                if ((PrintedRequest.Is(_lines[i]) && !IsInList(i)) || (PrintedRequest.InRow(_lines[i]) is not null && !IsInContents(i)))
                {
                    yield return i;
                    break;
                }
            }
        }
    }

    // 'GET' is the title of a section if another method has one as well, and a part of it is below.
    private bool IsMethodTitle(int title) => _methods.Methods.Count > 1 && _methods.Methods.Contains(title);

    // A table of many requests is a table of contents if their sections follow.
    private bool IsInContents(int index)
    {
        var table = _lines[index].Table;
        if (table == 0 || !HasRequestHeading)
            return false;
        var (start, end) = (index, index);
        while (start > 0 && index - start < FewestOfContents && IsRow(start - 1))
            start--;
        while (end + 1 < _lines.Count && end - start + 1 < FewestOfContents && IsRow(end + 1))
            end++;
        return end - start + 1 >= FewestOfContents;

        bool IsRow(int other) => _lines[other].Table == table && PrintedRequest.InRow(_lines[other]) is not null;
    }

    private bool HasRequestHeading => _hasRequestHeading ??= _lines.Exists(static line => PrintedRequest.OfHeading(line) is not null);

    // A list of several requests is a table of contents.
    private bool IsInList(int index)
    {
        return _lines[index].IsItem && (IsRequestItem(index - 1) || IsRequestItem(index + 1));

        bool IsRequestItem(int other) => other >= 0 && other < _lines.Count && _lines[other].IsItem && PrintedRequest.Is(_lines[other]);
    }

    // A command can come first, and the request line after it, under the heading of the example.
    private IEnumerable<int> RequestsBesideExamples(List<int> titles)
    {
        for (var i = 0; i < titles.Count; i++)
        {
            var end = i + 1 < titles.Count ? titles[i + 1] : _lines.Count;
            var request = Enumerable.Range(titles[i] + 1, end - titles[i] - 1)
                .Where(line => _lines[line].Kind == LineKind.Text && PrintedRequest.Is(_lines[line])).Take(1).ToList();
            if (request.Count > 0 && _lines[titles[i]].Kind == LineKind.Heading)
                yield return request[0];
        }
    }

    // '/racks/add' as the whole heading, with known headings or a command under it. The method is only in an example, if the page shows it.
    private List<int> AddressHeadings(List<int> titles, IEnumerable<int> requests)
    {
        var known = requests.ToHashSet();
        var found = titles.FindAll(title => _lines[title] is { Kind: LineKind.Heading, Text: ['/', _, ..] and var text } && PrintedRequest.IsAddress(text)
            && HasParts(title, known));
        return found.Count > 1 ? found : [];
    }

    private bool HasParts(int title, HashSet<int> requests)
    {
        var hasParts = false;
        for (var i = title + 1; i < _lines.Count && (_lines[i].Kind != LineKind.Heading || _lines[i].Level > _lines[title].Level); i++)
        {
            // The address belongs to a group.
            if (requests.Contains(i))
                return false;
            hasParts |= _found.ContainsKey(i) || PrintedCommand.Is(_lines[i]);
        }

        return hasParts;
    }

    // A reference without request lines describes requests in sentences, or only shows commands.
    private List<int> RequestsInText(List<int> titles)
    {
        var found = new List<int>();
        var above = new RequestsAbove(_profile.Placeholders);
        for (var i = 0; i < titles.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_lines[titles[i]].Kind != LineKind.Heading)
                continue;
            var end = i + 1 < titles.Count ? titles[i + 1] : _lines.Count;
            for (var line = titles[i] + 1; line < end; line++)
            {
                if (_skipped.Contains(line) || SpokenAt(line) is not { } text)
                    continue;
                if (!above.Repeats(text))
                    found.Add(line);
                above.Add(text);
                break;
            }
        }

        // A section can have several headings that the profile does not know, with commands.
        _readsSentences = found.Count > 1;
        return _readsSentences ? found : [];
    }

    private string? SpokenAt(int index)
        => PrintedRequest.InSentence(_lines[index]) ?? PrintedRequest.UnderSentence(_lines, index)
            ?? (PrintedCommand.Is(_lines[index]) && PrintedCall.Of(HttpHead.Parse(_lines[index].Text, out _)) is { Segments.Count: > 0 } call
                ? (call.Method ?? "GET") + " /" + string.Join('/', call.Segments) : null);

    // 'Create a key', and under it 'POST /keys' as a heading of a lower level.
    private bool IsRequestUnderTitle(int index)
    {
        var line = _lines[index];
        var above = index - 1;
        while (above > 0 && _lines[above].IsBlank)
            above--;
        return line is { Kind: LineKind.Heading, Method: null } && PrintedRequest.Is(line) && above >= 0 && _lines[above].Kind == LineKind.Heading
            && _lines[above].Level < line.Level && !PrintedRequest.Is(_lines[above]) && !_headings.IsKnown(_lines[above].Text)
            && !HasOtherRequest(index, _lines[above].Level);
    }

    // Several headings with requests are the titles of sections, and the heading above them is the title of a chapter.
    private bool HasOtherRequest(int index, int level)
    {
        for (var i = index + 1; i < _lines.Count && (_lines[i].Kind != LineKind.Heading || _lines[i].Level > level); i++)
        {
            if (_lines[i].Kind == LineKind.Heading && _lines[i].Level == _lines[index].Level && PrintedRequest.Is(_lines[i])
                && PrintedRequest.TextOf(_lines[i]) != PrintedRequest.TextOf(_lines[index]))
                return true;
        }

        return false;
    }

    // Returns the first request line, with a method and an address that have separate headings; null: none.
    private string? RequestIn(int start, int end)
    {
        string? method = null;
        string? address = null;
        string? spoken = null;
        var isSkipped = false;
        for (var i = start; i < end; i++)
        {
            var line = _lines[i];
            if (line.Kind == LineKind.Heading || _found.ContainsKey(i))
                isSkipped = _found.TryGetValue(i, out var heading) && heading.Key == ProfileKeys.Skip;
            if (isSkipped || _skipped.Contains(i))
                continue;
            if (PrintedRequest.InRow(line) is { } row)
                return row.Text;
            if (_found.TryGetValue(i, out var found))
                line = line with { Text = found.Rest ?? "" };
            if (line.IsBlank)
                continue;
            var text = PrintedRequest.TextOf(line);
            if (PrintedRequest.Is(line))
                return WithContinuations(text, i + 1, end);
            spoken ??= PrintedRequest.UnderSentence(_lines, i) ?? (_readsSentences ? SpokenAt(i) : null);
            if (HttpMethods.IsKnown(text))
                method ??= text;
            else if (PrintedRequest.IsAddress(text))
                address ??= WithContinuations(text, i + 1, end);
            if (method is not null && address is not null)
                return method + " " + address;
        }

        return spoken;
    }

    private string WithContinuations(string text, int next, int end)
    {
        for (; next < end && !_lines[next].IsBlank && !_found.ContainsKey(next) && PrintedRequest.IsContinuation(text, _lines[next]); next++)
            text += PrintedRequest.TextOf(_lines[next]);
        return text;
    }
}
