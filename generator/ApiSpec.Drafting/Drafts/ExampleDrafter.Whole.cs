using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>Examples under a common heading: sentences, and the request and the response of each call.</content>
internal sealed partial class ExampleDrafter
{
    // The last message is a command.
    private const string Command = "command";

    private void ReadWhole(List<PageLine> lines)
    {
        Examples.Add(new DraftExample());
        var title = new List<PageLine>();
        // The last message, and whether lines can still belong to it.
        var (last, isOpen) = ("", false);
        var isOneLine = lines.Count(static line => !line.IsBlank) == 1;
        for (var i = 0; i < lines.Count; i++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var line = lines[i];
            if (line.IsBlank)
                continue;
            // A table describes a message. It is none.
            if (line is { Kind: LineKind.Row, Table: > 0 } || TableHeader.Find(lines, i, _context.Profile) is not null)
            {
                isOpen = false;
                continue;
            }

            var isBoundary = !isOpen || lines[i - 1].IsBlank || lines[i - 1].Kind != line.Kind;
            if (isBoundary && IsCalled(lines, i, isOneLine))
            {
                StartMessage(RequestHeader, title);
                Put(RequestHeader, [line]);
                // The page does not print the body of the request right after its address.
                (last, isOpen) = (RequestBody, false);
            }
            else if (MessageAt(lines, i, last, isBoundary) is (var part, var end, var continues))
            {
                StartMessage(part, title);
                Put(part, lines[i..end]);
                // A command has its body in itself, and its output is the response.
                var isCommand = part == RequestHeader && CurlCommand.FindStart(line.Text) >= 0;
                (last, isOpen) = (isCommand && !HasFile(lines[i..end]) ? Command : part, continues);
                i = end - 1;
            }
            else if (isOpen && !(line.Kind == LineKind.Text && isBoundary && IsBetween(line)))
            {
                Put(last == Command ? RequestHeader : last, [line]);
            }
            else
            {
                isOpen = false;
                // Commands of a shell above the one with the request are not requests.
                if (line.Kind is LineKind.Text or LineKind.Heading)
                    title.Add(line);
            }
        }

        if (last.Length == 0)
            Examples[^1].Title.AddRange(title);
    }

    // Returns the part of the message that starts at a line, the index of the line after it, and whether further lines can belong to it.
    private (string Part, int End, bool Continues)? MessageAt(List<PageLine> lines, int index, string last, bool isBoundary)
    {
        var text = lines[index].Text;
        if (text.StartsWith("HTTP/", StringComparison.Ordinal))
            return (ResponseHeader, index + 1, true);
        if (isBoundary && CurlCommand.FindStart(text) >= 0)
            return (RequestHeader, ExampleMessages.EndOfCommand(lines, index), true);
        if (isBoundary && HttpHead.StartsWithHead(text))
            return (RequestHeader, index + 1, true);
        if ((isBoundary || last is RequestHeader or ResponseHeader or Command) && JsonSample.Read(lines, index, out var next) is { Value: not null } sample)
            return (BodyAfter(last), sample.IsCutOff ? index + 1 : next, sample.IsCutOff);
        return isBoundary && text[0] == '<' && last is RequestHeader or ResponseHeader or Command ? (BodyAfter(last), index + 1, true) : null;
    }

    // An address with its response under it is the request. The page can also show the address of another request.
    private bool IsCalled(List<PageLine> lines, int index, bool isOneLine)
    {
        var text = lines[index].Text;
        if (!text.StartsWith("http", StringComparison.Ordinal) || !text.Contains("://", StringComparison.Ordinal) || !PrintedRequest.IsAddress(text))
            return false;
        // The title is the address, and the example shows no more than a call of it.
        if (isOneLine && _context.Section.Title is ['/', _, ..] title && text.Contains(title, StringComparison.Ordinal))
            return true;
        var next = lines.FindIndex(index + 1, static line => !line.IsBlank);
        if (next < 0 || !(lines[next].Text.StartsWith("HTTP/", StringComparison.Ordinal) || JsonSample.Read(lines, next, out _) is { Value: not null }))
            return false;
        return PrintedRequest.FirstIn(_context.Section) is not { } printed
            || RequestLine.Parse(PrintedRequest.WithBraces(printed), null, [], null, out _) is not { } request
            || PrintedCall.Of(HttpHead.Parse(text, out _))?.EndsWith(request) == true;
    }

    // A call starts with its request. A second message of one kind belongs to another call.
    private void StartMessage(string part, List<PageLine> title)
    {
        var parts = Examples[^1].Parts;
        var isOther = (parts.TryGetValue(part, out var known) && !(part == ResponseHeader && IsInterim(known))) || (part == RequestHeader && parts.Count > 0);
        if (isOther)
            Examples.Add(new DraftExample());
        // A sentence between a request and its response only leads to the response, and is listed.
        if (isOther || parts.Count == 0)
        {
            // The sentences above a caption belong to the example before it, and are listed.
            var caption = title.FindLastIndex(static line => ExampleMessages.IsCaption(line.Text));
            Examples[^1].Title.AddRange(title.Skip(Math.Max(0, caption)));
        }

        title.Clear();
    }

    // '100 Continue' is above the status of the response.
    private static bool IsInterim(List<PageLine> header)
        => Tables.StatusLine.CodeAt(Tables.StatusLine.WithoutLabel(header[^1].Text)) is ['1', ..];

    // '--data @rack.json', with the file below the command.
    private static bool HasFile(IEnumerable<PageLine> lines)
        => lines.Any(static line => line.Text.Contains(" @", StringComparison.Ordinal) || line.Text.Contains("'@", StringComparison.Ordinal)
            || line.Text.Contains("\"@", StringComparison.Ordinal));

    private static bool IsBetween(PageLine line) => line.Text.Contains(' ', StringComparison.Ordinal) && !HeaderLine().IsMatch(line.Text);

    private string BodyAfter(string part) => part switch
    {
        "" => _isBeforeResponse ? RequestBody : ResponseBody,
        RequestHeader => RequestBody,
        RequestBody => _isBeforeResponse ? RequestBody : ResponseBody,
        _ => ResponseBody,
    };
}
