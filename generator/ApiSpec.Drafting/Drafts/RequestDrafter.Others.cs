using System.Text.RegularExpressions;
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

    // The other forms of the same operation, with their methods, and as the page prints them.
    private readonly List<(string Text, string Printed, PageLine Line)> _forms = [];

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
        if (Text is null || (row?.Text ?? (PrintedRequest.Is(line) ? PrintedRequest.TextOf(line) : OpeningRequest.In(line)?.Request)) is not { } text)
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
            // A sentence that starts with the request says more.
            if (row is null && !PrintedRequest.Is(line))
                return;
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

    /// <summary>The placeholders of the other request lines with the same method.</summary>
    public IEnumerable<string> OtherPlaceholders
        => _forms.SelectMany(static form => PlaceholdersOf(form.Text)).Except(Placeholders).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> PlaceholdersOf(string text)
        => RequestLine.Parse(text, null, [], null, out _)?.Pieces.Where(static piece => piece.IsPlaceholder).Select(static piece => piece.Name) ?? [];

    // Of several lines of one operation, the one whose placeholders the page describes is the one of the spec.
    private void ChooseLine(HashSet<string> names)
    {
        if (Text is not { } first || _forms.Count == 0)
            return;
        var best = _forms.Select(form => (Form: form, Count: PlaceholdersOf(form.Text).Count(names.Contains))).MaxBy(static form => form.Count);
        if (best.Count <= PlaceholdersOf(first).Count(names.Contains))
            return;
        var (text, printed, line) = best.Form;
        _forms.Remove(best.Form);
        _forms.Add((first, first, Lines.Count > 0 ? Lines[0] : line));
        Mark = Mark.And(Mark.Check("the page has other request lines"));
        Text = WithDistinctNames(WithSlash(text));
        if (Lines.Contains(line))
            return;
        _context.Ledger.Return(Lines);
        _context.Notes.Remove(NoteOf(printed, line));
        if (Lines.Count > 0)
            AddNote(NoteOf(first, Lines[0]));
        Lines.Clear();
        Lines.Add(line);
        _context.Ledger.Use(line);
    }

    // '/racks[/{id}]' and '/racks(/{id})' are two request lines, and so is '/racks/{id}?'.
    private string WithoutOptionalParts(string text, PageLine line)
    {
        if (OptionalParts().Match(text) is not { Success: true } match)
            return text;
        var whole = match.Groups["start"].Value;
        var parts = match.Groups["part"].Captures.Select(static capture => capture.Value).ToList();
        foreach (var part in parts)
        {
            whole += part;
            _forms.Add((whole, whole, line));
        }

        Mark = Mark.And(Mark.Check("'" + string.Concat(parts) + "' can be left out"));
        return match.Groups["start"].Value;
    }

    private static string NoteOf(string text, PageLine line)
        => "The page has another request line: '" + text + "' (" + line.Place + "). Write another spec for it.";

    private void NoteOther(string text, PageLine line)
    {
        KeepOther(text);
        if (Request is { } own && PrintedRequest.WithBraces(text) is var form && form.StartsWith(own.HttpMethod + " ", StringComparison.Ordinal)
            && _forms.Count < MostOthers)
            _forms.Add((form, text, line));
        AddNote(NoteOf(text, line));
    }

    // 'POST, DELETE' under a heading of the method.
    private void NoteMethods(List<string> methods)
    {
        if (Text is null || Lines.Find(line => MethodsOf(line).Skip(1).Any()) is not { } line)
            return;
        foreach (var method in methods.Where(method => !Text.StartsWith(method + " ", StringComparison.Ordinal)))
            AddNote(NoteOf(method + Text[Text.IndexOf(' ', StringComparison.Ordinal)..], line));
    }

    // The request line is drafted a second time, with the rows of the query.
    private void AddNote(string note)
    {
        if (_noted.Add(note) && !_context.Notes.Contains(note))
            _context.Notes.Add(note);
    }

    // A spec has one request line, so each further one needs a separate spec.
    private void AddRest(PageLine line)
    {
        // '/racks' and '/racks/{id}', with the method under a heading of its own.
        var isPath = line is { Kind: LineKind.Text or LineKind.Code, Text: ['/', ..] } && PrintedRequest.IsAddress(line.Text);
        if (Text is null || !(PrintedRequest.Is(line) || isPath))
        {
            Rest.Add(line);
            return;
        }

        var text = isPath ? Method + " " + line.Text : PrintedRequest.TextOf(line);
        if (text == Text || IsCallOf(text))
        {
            Lines.Add(line);
            return;
        }

        Rest.Add(line);
        NoteOther(text, line);
    }

    [GeneratedRegex(
        @"^(?<start>[A-Z]+ [^\s\[(]*?[^\s\[(/?])([\[(](?<part>/[^\[\]()\s?]+))+[\])]+$|^(?<start>[A-Z]+ [^\s?]+?)(?<part>/(:[A-Za-z_-]+|\{[^{}/]+\}))\?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OptionalParts();

    // The same path with values in place of its placeholders.
    private bool IsCallOf(string text)
        => Request is { } request && RequestLine.Parse(WithSlash(text), null, [], null, out _) is { } call && PrintedRequest.IsCall(request, call);
}
