using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <content>Sections of a document with headings that start with a request and have no heading of their own.</content>
internal sealed partial class SectionSplitter
{
    // Returns the starts of all sections. A section ends at the next request that has its own table or known heading.
    private List<int> WithUntitled(List<int> starts)
    {
        if (_profile.Title == TitleRule.Numbered || !_lines.Exists(static line => line.Kind is LineKind.Heading or LineKind.Code))
            return starts;
        var all = new List<int>();
        for (var i = 0; i < Math.Max(1, starts.Count); i++)
        {
            var start = starts.Count == 0 ? 0 : starts[i];
            all.Add(starts.Count == 0 ? -1 : start);
            all.AddRange(RequestsInside(start, i + 1 < starts.Count ? starts[i + 1] : _lines.Count));
        }

        return all.Count == 1 ? starts : all;
    }

    private List<int> RequestsInside(int start, int end)
    {
        var above = new RequestsAbove(_profile.Placeholders);
        var requests = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (hasFirst, hasFacts, isInResponse) = (false, false, false);
        var key = "";
        var exampleLevel = 0;
        var open = new List<int>();
        // The last line after the last open request that is neither blank nor a request.
        var lastOther = -1;
        for (var i = start; i < end; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var line = _lines[i];
            if (open.Count > 0 && lastOther < open[^1] && !line.IsBlank && !PrintedRequest.Is(line))
                lastOther = i;
            if (_found.TryGetValue(i, out var found))
            {
                (key, exampleLevel) = (found.Key, ProfileKeys.IsOfExample(found.Key) ? line.Level : 0);
                if (ProfileKeys.IsOfExample(key) || key is ProfileKeys.Skip or ProfileKeys.Group)
                    continue;
                // A part that the section above has as well belongs to the request between them.
                if (seen.Contains(key))
                    Accept();
                seen.Add(key);
                hasFacts |= hasFirst;
                isInResponse = open.Count == 0 && line.Kind == LineKind.Heading && !ProfileKeys.IsOfRequest(key);
            }
            else if (line.Kind == LineKind.Heading && !(ProfileKeys.IsOfExample(key) && line.Level > exampleLevel))
            {
                (key, isInResponse) = ("", false);
            }
            else if (_inTables.Contains(i))
            {
                // A table after a request that the text about the response mentions is one of the response.
                if (!isInResponse)
                    Accept();
                hasFacts |= hasFirst;
            }

            // The requests of an example repeat others, and the part of the request has those of one operation.
            if (ProfileKeys.IsOfExample(key) || key is "request" or ProfileKeys.Skip || _skipped.Contains(i) || !CanStart(i, start))
                continue;
            var text = PrintedRequest.OfHeading(line) ?? PrintedRequest.TextOf(line);
            if (above.Repeats(text))
                continue;
            above.Add(text);
            // Requests on adjacent lines belong to one section.
            if (hasFacts && (open.Count == 0 || lastOther > open[^1]))
                open.Add(i);
            hasFirst = true;
        }

        // On a page of several requests, the last ones need no parameters.
        if (requests.Count > 0 && !isInResponse)
            Accept();
        return requests;

        // A request without any facts is only mentioned.
        void Accept()
        {
            if (open.Count == 0)
                return;
            requests.AddRange(open.Select(TitleAbove));
            open.Clear();
            isInResponse = false;
            seen.Clear();
        }
    }

    private bool CanStart(int index, int start)
        => _lines[index].Kind switch
        {
            LineKind.Heading => index == start && PrintedRequest.OfHeading(_lines[index]) is not null,
            LineKind.Text or LineKind.Code => !_inTables.Contains(index) && PrintedRequest.Is(_lines[index]) && !IsInList(index),
            _ => false,
        };
}
