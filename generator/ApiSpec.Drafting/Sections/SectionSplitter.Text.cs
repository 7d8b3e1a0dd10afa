using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <content>Sections of plain text, in which nothing marks headings.</content>
internal sealed partial class SectionSplitter
{
    // In plain text, the first known heading starts each section, and the line before it is the title.
    private List<int> RepeatedStarts(int title, List<int> requests)
    {
        var starts = new List<int> { title };
        var others = OtherRequests(title);
        if (others.Count > 0)
            return [title, .. others];
        if (requests.Count < 2)
            return starts;
        var first = _found.OrderBy(static found => found.Key).First().Value.Heading.Folded;
        foreach (var index in _found.Where(found => found.Value.Heading.Folded == first).Select(static found => found.Key).Order().Skip(1))
        {
            var above = index - 1;
            while (above > 0 && _lines[above].IsBlank)
                above--;
            if (_found.ContainsKey(above) || above <= starts[^1])
                continue;
            // The end of the section before is not a title. The section then has no title.
            var isContent = IsContent(above);
            starts.Add(isContent ? index : above);
            if (isContent)
                _untitled.Add(index);
            else if (!CanBeTitle(above))
                _guessedTitles.Add(above);
        }

        return starts;
    }

    // Another request line after the headings of the one before it starts a section, unless it is an example.
    private List<int> OtherRequests(int title)
    {
        var starts = new List<int>();
        var above = new RequestsAbove(_profile.Placeholders);
        var hasRequest = false;
        var hasHeading = false;
        var key = "";
        int? skipped = null;
        for (var i = title; i < _lines.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_found.TryGetValue(i, out var found))
            {
                // Nothing marks the end of a skipped part. The last request in it belongs to the headings below.
                if (key == ProfileKeys.Skip && found.Key != ProfileKeys.Skip && skipped is { } request)
                {
                    starts.Add(TitleAbove(request));
                    _guessedTitles.Add(starts[^1]);
                    above.Add(PrintedRequest.TextOf(_lines[request]));
                }

                (key, skipped) = (found.Key, null);
                hasHeading |= hasRequest;
                continue;
            }

            // An example calls a request with values, not with placeholders.
            if (_lines[i].Kind != LineKind.Text || !PrintedRequest.Is(_lines[i]) || (ProfileKeys.IsOfExample(key) && !PrintedRequest.IsTemplate(_lines[i])))
                continue;
            var text = PrintedRequest.TextOf(_lines[i]);
            if (key == ProfileKeys.Skip)
            {
                if (hasRequest && !above.Repeats(text))
                    skipped = i;
                continue;
            }

            var isOther = hasRequest && hasHeading && key != "request" && !above.Repeats(text);
            above.Add(text);
            hasRequest = true;
            if (!isOther)
                continue;
            starts.Add(TitleAbove(i));
            (hasHeading, key) = (false, "");
        }

        return starts;
    }

    // The line above a request can be its title. Without one, the section starts with the request.
    private int TitleAbove(int request)
    {
        if (_lines[request].CompletedBy is not null)
            return request;
        var above = request - 1;
        while (above > 0 && (_lines[above].IsBlank || _profile.IsLabel(ProfileKeys.CodeLabel, _lines[above].Text) || _lines[above].Text.EndsWith('.')))
            above--;
        if (!CanBeTitle(above))
            return request;
        _guessedTitles.Add(above);
        return above;
    }

    // The heading with the address of a method starts the section of its first method.
    private int WithAddress(int title, int above)
        => _methods.Completed.TryGetValue(title, out var completed) && completed.Address > above ? completed.Address : title;

    // The parts between the heading with the address and the first method belong to each of its methods.
    private IEnumerable<int> SharedBy(int title)
    {
        if (!_methods.Completed.TryGetValue(title, out var completed))
            return [];
        var start = completed.Address + 1;
        while (start < completed.First && !_found.ContainsKey(start) && !_inTables.Contains(start))
            start++;
        return Enumerable.Range(start, completed.First - start);
    }

    private IEnumerable<int> PreambleOf(int start, int title, IEnumerable<int> shared)
        => (_methods.Completed.TryGetValue(title, out var completed) && completed.Address < start
            ? Enumerable.Range(completed.Address, completed.First - completed.Address) : Enumerable.Range(start, title - start)).Except(shared);

    private bool IsContent(int line)
        => _inTables.Contains(line) || _lines[line].Kind != LineKind.Text || StatusLine.CodeAt(_lines[line].Text) is not null;

    private bool CanBeTitle(int line)
        => !_found.ContainsKey(line) && !_inTables.Contains(line) && TextTitle.IsLikeTitle(_lines[line], _headings, _profile);
}
