using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The other request lines of a page.</content>
internal sealed partial class RequestDrafter
{
    private const int MostOthers = 64;

    private readonly List<RequestLine> _others = [];

    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    private void KeepOther(string text)
    {
        if (_others.Count < MostOthers && RequestLine.Parse(PrintedRequest.WithBraces(text), null, [], null, out _) is { } other)
            _others.Add(other);
    }

    // A page can print the examples of several requests under one heading.
    private void LeaveOutExamplesOfOthers()
    {
        foreach (var text in _context.Section.OtherRequests)
            KeepOther(text);
        if (_others.Count > 0 && Request is { } own)
            _examples.LeaveOut(head => head is null ? _context.Section.HasSharedExamples : IsOfOther(own, head));
    }

    private bool IsOfOther(RequestLine own, HttpHead? head)
    {
        // Without a method, the call can be one of this request.
        if (PrintedCall.Of(head) is not { Method: { } method } call || call.CallsWhole(own) || (call.Calls(own) && !_others.Exists(call.CallsWhole)))
            return false;
        return _others.Exists(other => call.Calls(other)
            || (method != own.HttpMethod && other.HttpMethod == method && other.Pieces.Count == call.Segments.Count));
    }

    // Under the title, a request line can be repeated with the address of another server.
    private void AddOther(PageLine line)
    {
        var row = PrintedRequest.InRow(line);
        if (Text is null || (row?.Text ?? (PrintedRequest.Is(line) ? PrintedRequest.TextOf(line) : null)) is not { } text)
            return;
        if (text != Text && text.Contains("://", StringComparison.Ordinal) && Text.Contains("://", StringComparison.Ordinal)
            && Request is { } request && RequestLine.Parse(PrintedRequest.WithBraces(text), null, [], null, out _) is { } other
            && other.HttpMethod == request.HttpMethod && other.Path.ToString() == request.Path.ToString())
        {
            Lines.Add(line);
            Mark = Mark.And(Mark.Check("another address with the same path"));
            _context.Ledger.Leave(line, text);
        }
        else if (text == Text || IsCallOf(text))
        {
            Lines.Add(line);
        }
        else
        {
            NoteOther(text, line);
            return;
        }

        foreach (var cell in row?.Others ?? [])
            _context.Ledger.Leave(line, cell);
    }

    private void NoteOther(string text, PageLine line)
    {
        KeepOther(text);
        var note = "The page has another request line: '" + text + "' (" + line.Place + "). Write another spec for it.";
        // The request line is drafted a second time, with the rows of the query.
        if (_noted.Add(note) && !_context.Notes.Contains(note))
            _context.Notes.Add(note);
    }

    // A spec has one request line, so each further one needs a separate spec.
    private void AddRest(PageLine line)
    {
        if (Text is null || !PrintedRequest.Is(line))
        {
            Rest.Add(line);
            return;
        }

        var text = PrintedRequest.TextOf(line);
        if (text == Text || IsCallOf(text))
        {
            Lines.Add(line);
            return;
        }

        Rest.Add(line);
        NoteOther(text, line);
    }

    // The same path with values in place of its placeholders.
    private bool IsCallOf(string text)
        => Request is { } request && RequestLine.Parse(WithSlash(text), null, [], null, out _) is { } call && PrintedRequest.IsCall(request, call);
}
