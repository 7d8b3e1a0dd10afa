using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <content>Sections whose request the page does not print as a line.</content>
internal sealed partial class SectionSplitter
{
    // The parts that an operation has.
    private static readonly string[] s_ofOperation =
        ["request", "method", "path", "query", "headers", "body", "body form", "body multipart", "status", "response", ProfileKeys.Parameters];

    // Titles of one level with parts of an operation under them are those of operations. One without a request would otherwise be a part of another one.
    private List<int> WithRequestless(List<int> titles, List<int> starts)
    {
        if (_profile.Title != TitleRule.First || starts.Count == 0 || starts.Exists(start => _lines[start].Kind != LineKind.Heading))
            return starts;
        var level = starts.Min(start => _lines[start].Level);
        if (level == 0 || _found.Any(found => _lines[found.Key] is { Kind: LineKind.Heading } heading && heading.Level <= level && IsOfOperation(found.Key)))
            return starts;
        var known = starts.ToHashSet();
        var others = titles.FindAll(title => _lines[title] is { Kind: LineKind.Heading } line && line.Level == level && !known.Contains(title)
            && HasOperation(title));
        return others.Count == 0 || !starts.TrueForAll(start => _lines[start].Level > level || HasOperation(start) || SpokenUnder(start))
            ? starts : [.. starts.Concat(others).Order()];
    }

    private bool IsOfOperation(int line) => Array.IndexOf(s_ofOperation, _found[line].Key) >= 0;

    private bool HasOperation(int title)
    {
        for (var i = title + 1; i < _lines.Count && (_lines[i].Kind != LineKind.Heading || _lines[i].Level > _lines[title].Level); i++)
        {
            if (_found.ContainsKey(i) && _lines[i].Kind == LineKind.Heading && IsOfOperation(i))
                return true;
        }

        return false;
    }

    private bool SpokenUnder(int title)
    {
        for (var i = title + 1; i < _lines.Count && _lines[i].Kind != LineKind.Heading; i++)
        {
            if (PrintedRequest.Is(_lines[i]) || SpokenAt(i) is not null)
                return true;
        }

        return false;
    }
}
