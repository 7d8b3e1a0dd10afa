using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <content>Sections whose request the page does not print as a line.</content>
internal sealed partial class SectionSplitter
{
    // The parts that an operation has.
    private static readonly string[] s_ofOperation =
        ["request", "method", "path", "query", "headers", "body", "body form", "body multipart", "status", "response", ProfileKeys.Parameters];

    // Titles of one level with parts of an operation under them are titles of operations. One without a request would otherwise be a part of another one.
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
        if (others.Count == 0 || !starts.TrueForAll(start => _lines[start].Level > level || HasOperation(start) || SpokenUnder(start)))
            return starts;
        // A request without parts, and parts without a request, complete each other. Only parts that are there twice belong to two operations.
        var isWhole = starts.TrueForAll(HasOperation);
        return isWhole || PartsOf(others.Concat(starts)).GroupBy(static key => key, StringComparer.Ordinal).Any(static keys => keys.Skip(1).Any())
            ? [.. starts.Concat(others).Order()] : starts;
    }

    private bool IsOfOperation(int line) => Array.IndexOf(s_ofOperation, _found[line].Key) >= 0;

    private bool HasOperation(int title) => PartsOf([title]).Any();

    // The parts of an operation under each title, once for each title.
    private IEnumerable<string> PartsOf(IEnumerable<int> titles)
        => titles.SelectMany(title => Under(title).Where(i => _found.ContainsKey(i) && _lines[i].Kind == LineKind.Heading && IsOfOperation(i))
            .Select(i => _found[i].Key).Distinct(StringComparer.Ordinal));

    private IEnumerable<int> Under(int title)
    {
        for (var i = title + 1; i < _lines.Count && (_lines[i].Kind != LineKind.Heading || _lines[i].Level > _lines[title].Level); i++)
            yield return i;
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
