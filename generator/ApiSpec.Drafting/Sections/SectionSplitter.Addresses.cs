using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <content>Addresses after words such as <c>Resource:</c>, which are the request only if the section prints no other one.</content>
internal sealed partial class SectionSplitter
{
    // 'Resource: /racks/7' below the response is about something else.
    private static bool IsBelowParameters(string? key)
        => ProfileKeys.HasRows(key) || ProfileKeys.IsOfExample(key) || key is "status" or ProfileKeys.ErrorCodes or ProfileKeys.ResponseHeaders;

    // Returns for each line whether a request line is printed after the same title, or under a title around it.
    private bool[] LinesNearRequests(HashSet<int> titles)
    {
        var isNear = new bool[_lines.Count];
        var around = new Stack<(int Level, bool HasRequest)>();
        for (var start = 0; start < _lines.Count;)
        {
            var end = start + 1;
            while (end < _lines.Count && !titles.Contains(end))
                end++;
            if (titles.Contains(start))
            {
                while (around.TryPeek(out var above) && above.Level >= _lines[start].Level)
                    around.Pop();
            }

            var hasRequest = (around.TryPeek(out var outer) && outer.HasRequest)
                || _lines.Skip(start).Take(end - start).Any(static line => line.Kind != LineKind.Code && PrintedRequest.Is(line));
            around.Push((_lines[start].Level, hasRequest));
            isNear.AsSpan(start, end - start).Fill(hasRequest);
            start = end;
        }

        return isNear;
    }
}
