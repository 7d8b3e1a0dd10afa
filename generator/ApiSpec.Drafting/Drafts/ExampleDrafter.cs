using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A usage example of a page.</summary>
internal sealed class DraftExample
{
    public List<PageLine> Title { get; } = [];

    /// <summary>The lines by key of the format: <c>request header</c>.</summary>
    public Dictionary<string, List<PageLine>> Parts { get; } = new(StringComparer.Ordinal);

    public string? TextOf(string part) => Parts.TryGetValue(part, out var lines) ? JsonSample.TextOf(lines) : null;
}

/// <summary>Drafts the usage examples.</summary>
internal sealed partial class ExampleDrafter
{
    private const string RequestHeader = "request header";
    private const string RequestBody = "request body";
    private const string ResponseHeader = "response header";
    private const string ResponseBody = "response body";
    private const int LongestLabel = 40;

    // The parts of the request that can show a command as well.
    private static readonly string[] s_requestParts =
        [ProfileKeys.Group, "request", "method", "path", "query", ProfileKeys.Parameters, "headers", "body", "body form", "body multipart"];

    private static readonly string[] s_order = [RequestHeader, RequestBody, ResponseHeader, ResponseBody];

    private readonly DraftingContext _context;
    private readonly List<(PageLine Line, int Example)> _addresses = [];

    // Status lines of which the page only prints the status.
    private readonly HashSet<PageLine> _completed = new(ReferenceEqualityComparer.Instance);

    // Requests with a base path before the printed one.
    private readonly HashSet<PageLine> _belowBase = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PageLine> _commands = new(ReferenceEqualityComparer.Instance);

    // An example of the request alone, with the response under a later heading.
    private readonly bool _isBeforeResponse;
    private HashSet<PageLine>? _messageLines;

    public ExampleDrafter(DraftingContext context)
    {
        _context = context;
        var hasBody = PrintedRequest.MethodOf(context.Section) is not (null or "GET" or "HEAD");
        var parts = context.Section.Parts;
        var responses = Enumerable.Range(0, parts.Count).Where(index => parts[index].Key == "response").ToList();
        var first = responses.Count == 0 ? parts.Count : responses[0];
        var last = responses.FindLast(index => parts[index].Visible.Any());
        for (var i = 0; i < parts.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            _isBeforeResponse = hasBody && i <= first && i < last;
            Read(parts[i]);
        }

        // A command under a heading that the profile does not know can be for another operation.
        if (RequestHead is null && parts.FirstOrDefault(static part => part.Key is null && part.Visible.Any(PrintedCommand.Is)) is { } unknown)
            ReadCommand(unknown);

        ReadLooseSamples();
        Examples.RemoveAll(static example => example.Parts.Count == 0);
    }

    public List<DraftExample> Examples { get; } = [];

    /// <summary>The head of the first request in an example; null: none is printed.</summary>
    public HttpHead? RequestHead => FirstRequest?.Head;

    /// <summary>Whether a line is part of a command without a heading of an example, or of the response under it.</summary>
    public bool IsInCommand(PageLine line) => _commands.Contains(line);

    /// <summary>Whether a line is part of a message.</summary>
    public bool IsInMessage(PageLine line)
        => (_messageLines ??= Examples.SelectMany(static example => example.Parts.Values).SelectMany(static lines => lines)
            .ToHashSet<PageLine>(ReferenceEqualityComparer.Instance)).Contains(line);

    /// <summary>The lines of the head of the first request.</summary>
    public IReadOnlyList<PageLine> RequestLines => FirstRequest?.Lines ?? [];

    /// <summary>The first line of the first response; null: none is printed.</summary>
    public PageLine? ResponseHeadLine
        => Examples.Select(static example => example.Parts.GetValueOrDefault(ResponseHeader)?.Find(static line => !line.IsBlank)).FirstOrDefault(static line
            => line is not null);

    /// <summary>The body of the first response; null: none is printed.</summary>
    public JsonText? ResponseJson => Examples.Select(static example => BodyOf(example, ResponseHeader, ResponseBody)).OfType<JsonText>().FirstOrDefault();

    /// <summary>The body of the first request; null: none is printed.</summary>
    public JsonText? RequestJson => Examples.Select(static example => BodyOf(example, RequestHeader, RequestBody)).OfType<JsonText>().FirstOrDefault();

    /// <summary>The sentences before the examples, which can explain a value.</summary>
    public IEnumerable<string> Titles => Examples.Select(TitleOf).OfType<string>();

    /// <summary>Drafts the examples.</summary>
    /// <param name="status">The only status of success, for response headers that the page prints without a status line; null: not known.</param>
    public DraftEntry? Draft(string? status)
    {
        UseAddresses();
        var items = new List<(DraftValue, Mark, IReadOnlyList<PageLine>)>();
        foreach (var example in Examples)
        {
            var entries = new List<DraftEntry>();
            if (TitleOf(example) is { } title)
                entries.Add(new DraftEntry("title", new DraftText(title), Mark.Printed, example.Title));
            foreach (var part in s_order.Where(example.Parts.ContainsKey))
            {
                var lines = example.Parts[part];
                var text = JsonSample.TextOf(lines);
                var lacksStatus = part == ResponseHeader && status is not null
                    && lines.TrueForAll(static line => line.IsBlank || HeaderLine().IsMatch(line.Text));
                entries.Add(lacksStatus
                    ? new DraftEntry(part, new DraftBlock("HTTP/1.1 " + status + "\n" + text), Mark.From("the status"), lines)
                    : new DraftEntry(part, new DraftBlock(text), MarkOf(part, lines), lines));
                _context.Ledger.Use(lines);
            }

            _context.Ledger.Use(example.Title);
            items.Add((new DraftTable(entries), Mark.Printed, []));
        }

        return items.Count == 0 ? null : new DraftEntry("examples", new DraftItems(items), Mark.Printed, []);
    }

    private Mark MarkOf(string part, List<PageLine> lines)
        => !ExampleMessages.IsLikeMessage(part, lines) ? Mark.Check("whether it is a message")
            : _completed.Contains(lines[0]) ? Mark.From("the status")
            : _moved.Contains(lines[0]) ? Mark.Check("whether it is the response")
            : _seldom.Contains(lines[0]) ? Mark.Check("whether the request has a body")
            : _led.Contains(lines[0]) ? Mark.From("the sentence above")
            : _matched.Contains(lines[0]) ? Mark.From("its members")
            : _belowBase.Contains(lines[0]) ? Mark.BelowBase
            : Mark.Printed;

    /// <summary>Marks the requests that have a base path before the path of a request line.</summary>
    public void MarkBelowBase(RequestLine request)
    {
        foreach (var example in Examples)
        {
            if (example.TextOf(RequestHeader) is { } text && PrintedCall.Of(HttpHead.Parse(text, out _)) is { } call
                && call.Segments.Count > request.Pieces.Count && call.Calls(request))
                _belowBase.Add(example.Parts[RequestHeader][0]);
        }
    }

    /// <summary>Leaves out the examples of other requests. Their lines are then listed.</summary>
    /// <param name="isOfOther">Returns whether the head of a request is that of another one. Without a head, the example has no request.</param>
    public void LeaveOut(Func<HttpHead?, bool> isOfOther)
    {
        var others = Examples.FindAll(example
            => isOfOther(example.TextOf(RequestHeader) is { } text && HttpHead.Parse(text, out _) is { Target: not null } head ? head : null));
        foreach (var example in others)
        {
            var lines = s_order.Where(example.Parts.ContainsKey).SelectMany(part => example.Parts[part]).ToList();
            _context.Ledger.Return(lines);
            _context.Notes.Add("The example on " + lines[0].Place + " is one of another request.");
        }

        Examples.RemoveAll(others.ToHashSet().Contains);
        _messageLines = null;
    }

    /// <summary>The heads of all requests in examples.</summary>
    public IEnumerable<HttpHead> RequestHeads => Examples.Select(HeadOf).OfType<HttpHead>();

    /// <summary>Leaves out commands with alternatives in place of values. They show the syntax of the request.</summary>
    /// <param name="isRead">Whether the fields of such a command are in the draft. Otherwise, its lines are listed.</param>
    public void LeaveOutSyntax(bool isRead)
    {
        foreach (var example in Examples.FindAll(static example => example.TextOf(RequestHeader) is { } text && CommandSyntax.Is(text)))
        {
            var lines = example.Parts[RequestHeader];
            example.Parts.Remove(RequestHeader);
            if (isRead)
                _context.Ledger.Use(lines);
            else
                _context.Ledger.Return(lines);
        }

        Examples.RemoveAll(static example => example.Parts.Count == 0);
        _messageLines = null;
    }

    private static HttpHead? HeadOf(DraftExample example)
        => example.TextOf(RequestHeader) is { } text ? HttpHead.Parse(CommandSyntax.WithWords(text), out _) : null;

    private (HttpHead Head, IReadOnlyList<PageLine> Lines)? FirstRequest
    {
        get
        {
            foreach (var example in Examples)
            {
                if (HeadOf(example) is { Target: not null } head)
                    return (head, example.Parts[RequestHeader]);
            }

            return null;
        }
    }

    private void Read(SectionPart part)
    {
        if (Array.IndexOf(s_requestParts, part.Key) >= 0)
            ReadCommand(part);
        if (!ProfileKeys.IsOfExample(part.Key))
            return;
        _context.UseHeading(part);
        var lines = Trimmed(WithoutAsides(_context.LinesOf(part).FindAll(static line => !line.IsAside)));
        if (part.Key == ProfileKeys.Example)
        {
            ReadWhole(lines);
            return;
        }

        if (lines.Count == 0)
            return;
        if (_context.SaysNothing(lines))
        {
            _context.Ledger.Use(lines);
            return;
        }

        // A table describes a message. It is none.
        if (lines.TrueForAll(static line => line.IsBlank || line is { Kind: LineKind.Row, Table: > 0 }))
            return;
        var key = part.Key[(ProfileKeys.Example.Length + 1)..];
        if (part is { Status: { } printed, Heading: { } heading } && key == ResponseBody)
            ReadStatus(heading with { Text = printed });
        if (key == RequestHeader && AddressIn(lines) is { } address)
            _addresses.Add((address, Examples.Count));
        else if (key == ResponseHeader && lines is [{ } status] && Tables.StatusLine.CodeAt(status.Text) is not null)
            ReadStatus(status);
        else
            ReadPart(key, lines);
    }

    // A heading such as 'Response code' with the status alone under it.
    private void ReadStatus(PageLine status)
    {
        if (Examples.Count == 0 || Examples[^1].Parts.ContainsKey(ResponseHeader))
            Examples.Add(new DraftExample());
        var line = status with { Text = "HTTP/1.1 " + status.Text };
        _completed.Add(line);
        Put(ResponseHeader, [line]);
        _context.Ledger.Use(status);
    }

    // The address of an example, printed again next to its request.
    private void UseAddresses()
    {
        foreach (var (address, _) in _addresses.Where(address => Examples.Exists(example
            => example.TextOf(RequestHeader)?.Contains(address.Line.Text, StringComparison.Ordinal) == true)))
            _context.Ledger.Use(address);
    }

    /// <summary>Adds the addresses that are the only form of the request in their examples.</summary>
    public void AddAddresses(RequestLine request)
    {
        foreach (var (address, index) in _addresses)
        {
            if (HttpHead.Parse(address.Text, out _) is not { Target: not null } head || PrintedCall.Of(head)?.Calls(request) != true
                || Examples.Exists(example => example.Parts.ContainsKey(RequestHeader)))
                continue;
            if (index < Examples.Count)
                Examples[index].Parts.Add(RequestHeader, [address]);
            else
                Examples.Add(new DraftExample { Parts = { [RequestHeader] = [address] } });
        }
    }

    // An address alone, or with labels such as 'Query string' above it.
    private static PageLine? AddressIn(List<PageLine> lines)
    {
        var addresses = lines.FindAll(static line => PrintedRequest.IsAddress(line.Text) && !HttpHead.StartsWithHead(line.Text));
        return addresses is [{ } only] && lines.TrueForAll(line => line.IsBlank || ReferenceEquals(line, only)
            || (only.Kind == LineKind.Code && line.Kind == LineKind.Text && line.Text.Length <= LongestLabel))
            ? only : null;
    }

    // A curl command without a heading is an example as well.
    private void ReadCommand(SectionPart part)
    {
        var start = part.Lines.ToList().FindIndex(PrintedCommand.Is);
        if (start < 0)
            return;
        Examples.Add(new DraftExample());
        var kind = part.Lines[start].Kind;
        var code = WithoutAsides([.. part.Lines.Skip(start).TakeWhile(line => line.IsBlank || line.Kind == kind)]);
        var end = ExampleMessages.EndOfCommand(code);
        Put(RequestHeader, code[..end]);
        // The response follows the command.
        var response = Trimmed([.. code[end..].Where(static line => !CodeLabels.IsFence(line))]);
        if (response.Count > 0 && JsonSample.Read(response, 0, out var next) is { Value: not null, IsCutOff: false })
            Put(ResponseBody, response[..next]);
        else if (response.Count > 0 && response[0].Text.StartsWith("HTTP/", StringComparison.Ordinal))
            ReadPart(ResponseHeader, response);
        // Other drafters must not read the JSON as the body of the section.
        foreach (var lines in Examples[^1].Parts.Values)
        {
            _commands.UnionWith(lines);
            _context.Ledger.Use(lines);
        }
    }

    // The output of a command also has lines about its connection.
    private List<PageLine> WithoutAsides(List<PageLine> lines)
    {
        var asides = CurlOutput.AsidesIn(lines).ToHashSet<PageLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in asides)
            _context.Ledger.Drop(line);
        lines.RemoveAll(asides.Contains);
        return lines;
    }

    // Under a separate heading: one message, or several with sentences between them.
    private void ReadPart(string key, List<PageLine> lines)
    {
        var messages = ExampleMessages.Of(key, lines, _context.Profile);
        _context.Ledger.Use(messages.Separators);
        foreach (var (part, message, title) in messages.Items)
        {
            // A sentence above a request starts another example. One above a response belongs to the request before it.
            if (Examples.Count == 0 || Examples[^1].Parts.ContainsKey(part) || (title.Count > 0 && part == RequestHeader))
                Examples.Add(new DraftExample());
            // A caption between both messages is not part of the title, and is listed.
            if (Examples[^1].Title.Count == 0 || !title.Any(static line => ExampleMessages.IsCaption(line.Text)))
                Examples[^1].Title.AddRange(title);
            Put(part, message);
            if (key == RequestBody && part == RequestBody)
                _stated.Add(message[0]);
        }
    }

    private void Put(string key, IEnumerable<PageLine> lines)
    {
        var parts = Examples[^1].Parts;
        if (parts.TryGetValue(key, out var known))
            known.AddRange(lines);
        else
            parts[key] = [.. lines];
    }

    private string? TitleOf(DraftExample example)
    {
        var title = string.Join(' ', example.Title.Select(static line => Folding.WithoutBullet(line.Text))
            .Where(static text => text.Any(char.IsLetterOrDigit))).TrimEnd(':');
        foreach (var lead in _context.Profile.Leads)
        {
            if (title.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && title.Length > lead.Length)
            {
                title = title[lead.Length..].TrimStart(' ', ',');
                title = char.ToUpperInvariant(title[0]) + title[1..];
            }
        }

        return title.Length == 0 ? null : title;
    }

    private static JsonText? BodyOf(DraftExample example, string header, string body)
        => PastedMessage.Of(example.TextOf(header), example.TextOf(body)).Body is { } found && PastedFormat.OfOther(found.Text) is null
            ? JsonSample.Parse(found.Text)
            : null;

    private static List<PageLine> Trimmed(List<PageLine> lines)
    {
        var start = lines.FindIndex(static line => !line.IsBlank);
        var end = lines.FindLastIndex(static line => !line.IsBlank);
        return start < 0 ? [] : lines[start..(end + 1)];
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,60}: ?\S", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderLine();
}
