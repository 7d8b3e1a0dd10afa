using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ListLine = ApiSpec.Drafting.Tables.ListLine;
using StatusLine = ApiSpec.Drafting.Tables.StatusLine;

namespace ApiSpec.Drafting.Drafts;

/// <content>The samples of a request whose body the page does not describe.</content>
internal sealed partial class ExampleDrafter
{
    // The first lines of bodies that have their own heading.
    private readonly HashSet<PageLine> _stated = new(ReferenceEqualityComparer.Instance);

    // The first lines of bodies that can belong to the response, and of the bodies that such a request can have.
    private readonly HashSet<PageLine> _moved = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PageLine> _seldom = new(ReferenceEqualityComparer.Instance);

    // The first lines of bodies below a sentence about them.
    private readonly HashSet<PageLine> _led = new(ReferenceEqualityComparer.Instance);

    // The samples without a heading that no rows describe.
    private readonly List<JsonSample> _loose = [];

    /// <summary>Adds samples of which a sentence says that they belong to the response, if the page has no other.</summary>
    public void AddResponses(IEnumerable<JsonSample> samples)
    {
        if (ResponseJson is not null || samples.FirstOrDefault(sample => !_context.Ledger.IsUsed(sample.Lines[0])) is not { } sample)
            return;
        Examples.Add(new DraftExample { Parts = { [ResponseBody] = [.. sample.Lines] } });
        _led.Add(sample.Lines[0]);
        _context.Ledger.Use(sample.Lines);
        _messageLines = null;
    }

    /// <summary>Gives the samples of a request without a described body to the response. Only a heading, or a response next to it, shows that a sample is the
    /// body of a GET request.</summary>
    /// <param name="request">The request line.</param>
    /// <param name="samples">The samples under headings of the request.</param>
    /// <param name="names">The names of its parameters. A sample with many such members does not belong to the response.</param>
    public void PlaceBodies(RequestLine request, IEnumerable<JsonSample> samples, IReadOnlySet<string> names)
    {
        var ofResponse = NamesIn(_context.Section.Of("response"));
        // A sample without the members that the page describes is not a response.
        var isDescribed = _context.Section.Of("response").SelectMany(static part => part.Visible)
            .Any(static line => line.Kind == LineKind.Row || ListLine.Is(line));
        var canHaveBody = request.HttpMethod != "HEAD" && !HasEmptyResponse();
        foreach (var example in Examples.ToList())
        {
            if (!example.Parts.TryGetValue(RequestBody, out var lines) || JsonSample.Parse(JsonSample.TextOf(lines)) is not { } value
                || IsSent(example, request.HttpMethod))
                continue;
            var isAlike = IsOf(value, ofResponse) || IsLikeResponse(value);
            if (!canHaveBody || (!isAlike && (isDescribed || _stated.Contains(lines[0]) || example.Parts.ContainsKey(ResponseBody))))
            {
                _seldom.Add(lines[0]);
                continue;
            }

            example.Parts.Remove(RequestBody);
            (isAlike ? _matched : _moved).Add(lines[0]);
            if (!example.Parts.TryAdd(ResponseBody, lines))
                Examples.Insert(Examples.IndexOf(example) + 1, new DraftExample { Parts = { [ResponseBody] = lines } });
        }

        if (!canHaveBody || ResponseJson is not null)
            return;
        foreach (var sample in samples.Concat(_loose).Where(static sample => sample is { Value: not null, IsCutOff: false }))
        {
            var isAlike = IsOf(sample.Value!, ofResponse);
            if (_context.Ledger.IsUsed(sample.Lines[0]) || (!isAlike && (isDescribed || IsOfNames(sample.Value!))))
                continue;
            Examples.Add(new DraftExample { Parts = { [ResponseBody] = [.. sample.Lines] } });
            (isAlike ? _matched : _moved).Add(sample.Lines[0]);
            // Other drafters must not read it as text of the operation.
            _context.Ledger.Use(sample.Lines);
            break;
        }

        _messageLines = null;

        bool IsOfNames(JsonText value) => value.Members.Count > 0 && value.Members.Count(member => names.Contains(member.Name)) * 2 >= value.Members.Count;
    }

    // '204 No Content' as the only status of success.
    private bool HasEmptyResponse()
    {
        var codes = _context.Section.Parts.Where(static part => part.Key is "status" or "response")
            .SelectMany(static part => part.Visible.Select(static line => line.Text).Append(part.Status ?? ""))
            .Select(static text => StatusLine.CodeAt(StatusLine.WithoutLabel(text))).Where(static code => code is ['2', ..]).ToList();
        return codes.Count > 0 && codes.TrueForAll(static code => !StatusLine.CanHaveBody(code!));
    }

    // A message with the length of its body has one, and a message of another method is not that of this request.
    private static bool IsSent(DraftExample example, string method)
        => example.TextOf(RequestHeader) is { } text && HttpHead.Parse(text, out _) is { } head
            && ((head.Method is { } other && !other.Text.Equals(method, StringComparison.OrdinalIgnoreCase))
                || head.Headers.Any(static header
                    => header.Name.Text.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && header.Value.Text != "0"));

    private bool IsLikeResponse(JsonText value)
        => ResponseJson is { } response && JsonSample.ObjectIn(response) is { Members: { Count: > 0 } members } && JsonSample.ObjectIn(value) is { } other
            && members.Count(member => other.Members.Any(own => own.Name == member.Name)) * 2 > Math.Max(members.Count, other.Members.Count);

    private static bool IsOf(JsonText value, HashSet<string> rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(value, names, 0);
        return Fits(names, rows);
    }

    private static bool Fits(HashSet<string> names, HashSet<string> rows)
        => names.Count(rows.Contains) is > 0 and var found && found * 2 >= Math.Min(names.Count, rows.Count);
}
