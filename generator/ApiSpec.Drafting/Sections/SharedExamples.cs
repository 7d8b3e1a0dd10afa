using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds examples that call the requests of several sections, such as one part at the end of a page. Each of these sections then has them.</summary>
internal static class SharedExamples
{
    // The examples are near their requests, and a page can have thousands of requests.
    private const int MostCompared = 64;

    private const int MostCalls = 64;

    /// <summary>Returns the sections with the examples of other sections that call their requests.</summary>
    public static IReadOnlyList<PageSection> Share(IReadOnlyList<PageSection> sections)
    {
        if (sections.Count < 2)
            return sections;
        var requests = sections.Select(static section => RequestOf(section)).ToList();
        var shared = new Dictionary<int, List<SectionPart>>();
        var others = new Dictionary<int, List<string>>();
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var run in RunsOf(sections[i]))
            {
                var called = CalledBy(run, i, requests);
                foreach (var index in called)
                {
                    AddTo(shared, index, run);
                    AddTo(others, i, [requests[index]!.Value.Text]);
                    AddTo(others, index, called.Append(i).Where(other => other != index).Select(other => requests[other]?.Text).OfType<string>());
                }
            }
        }

        return shared.Count == 0 ? sections : [.. sections.Select((section, index) => section with
        {
            Parts = shared.TryGetValue(index, out var parts) ? [.. section.Parts, .. parts] : section.Parts,
            HasSharedExamples = shared.ContainsKey(index),
            OtherRequests = others.TryGetValue(index, out var texts) ? [.. texts.Distinct(StringComparer.Ordinal)] : [],
        })];
    }

    private static void AddTo<T>(Dictionary<int, List<T>> lists, int index, IEnumerable<T> items)
    {
        if (!lists.TryGetValue(index, out var list))
            lists.Add(index, list = []);
        list.AddRange(items);
    }

    private static (string Text, RequestLine Line)? RequestOf(PageSection section)
        => (PrintedRequest.FirstIn(section) ?? (section.TitleLine is { } title ? PrintedRequest.OfHeading(title) : null)) is { } text
            && RequestLine.Parse(PrintedRequest.WithBraces(text), null, [], null, out _) is { } line ? (text, line) : null;

    // The parts of one example follow each other: the request, and the response.
    private static IEnumerable<List<SectionPart>> RunsOf(PageSection section)
    {
        var run = new List<SectionPart>();
        foreach (var part in section.Parts)
        {
            if (ProfileKeys.IsOfExample(part.Key))
            {
                run.Add(part);
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }

    private static List<int> CalledBy(List<SectionPart> run, int section, List<(string Text, RequestLine Line)?> requests)
    {
        var called = new List<int>();
        foreach (var head in run.SelectMany(static part => part.Visible).Where(static line => HttpHead.StartsWithHead(line.Text)).Take(MostCalls)
            .Select(static line => HttpHead.Parse(line.Text, out _)).OfType<HttpHead>())
        {
            if (PrintedCall.Of(head) is not { } call || (requests[section] is { } own && call.CallsWhole(own.Line)))
                continue;
            // A whole request of another section is not a request of this section with a base path.
            var isOwn = requests[section] is { } line && call.Calls(line.Line);
            for (var other = section - 1; other >= 0 && section - other <= MostCompared; other--)
            {
                if (requests[other] is not { } request || !(isOwn ? call.CallsWhole(request.Line) : call.Calls(request.Line)))
                    continue;
                if (!called.Contains(other))
                    called.Add(other);
                break;
            }
        }

        return called;
    }
}
