using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The other request lines of a page.</content>
internal sealed partial class RequestDrafter
{
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
        var note = "The page has another request line: '" + text + "' (" + line.Place + "). Write another spec for it.";
        if (!_context.Notes.Contains(note))
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
