using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>Requests without a heading that the profile knows, and requests that only an example shows.</content>
internal sealed partial class RequestDrafter
{
    private const string Id = "id";
    private const string DoubtfulMethod = "the method";

    // The title can be 'GET /tasks', or the method can be only in the example, with the path alone under its heading.
    private string? WithMethodOfTitle(List<PageLine> lines, ref int index)
    {
        var ofTitle = _context.Section.Title?.Split(' ')[0];
        if (lines[index].Method is { } ofClass)
        {
            if (Joined(lines, ref index, ofClass) is not { } address)
                return null;
            Mark = Mark.And(Mark.From("the class of the element"));
            return address;
        }

        var method = HttpMethods.IsKnown(ofTitle ?? "") ? ofTitle : _examples.RequestHead?.Method?.Text;
        var ofText = method is null ? MethodOfText() ?? TitleMethod.Of(_context.Section.Title) : null;
        if ((method ?? ofText) is not { } known || Joined(lines, ref index, known) is not { } text)
            return null;
        Mark = Mark.And(ofText is not null ? Mark.Check(DoubtfulMethod) : method == ofTitle ? Mark.From("the title") : Mark.FromExample);
        return text;
    }

    // 'This <code>GET</code> method lists racks.'
    private string? MethodOfText()
    {
        var found = _context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request")
            .SelectMany(static part => part.Heading is { Kind: LineKind.Row } row ? part.Visible.Append(row) : part.Visible)
            .SelectMany(static line => line.Codes).Where(HttpMethods.IsKnown).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    // 'Submit a POST request to the following endpoint:' above an address.
    private string? FindUnderSentence()
    {
        foreach (var part in _context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request"))
        {
            var lines = part.Visible.ToList();
            for (var i = 1; i < lines.Count; i++)
            {
                if (PrintedRequest.UnderSentence(lines, i) is not { } text)
                    continue;
                Lines.Add(lines[i]);
                Mark = Mark.And(Mark.From("the sentence above"));
                return WithDistinctNames(PrintedRequest.WithBraces(text));
            }
        }

        return null;
    }

    // A request line under a heading that the profile does not know.
    private string? FindUnderUnknownHeading()
    {
        foreach (var part in _context.Section.Parts.Where(static part => part.Key is null))
        {
            var lines = part.Visible.ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                if (!PrintedRequest.Is(lines[i]) || Joined(lines, ref i, null) is not { } text)
                    continue;
                Mark = Mark.And(Mark.Check("the heading above is not known"));
                return text;
            }
        }

        return null;
    }

    // 'Send a GET request to /racks', unless the example calls another address.
    private string? FindInSentence()
    {
        foreach (var line in _context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request")
            .SelectMany(static part => part.Visible))
        {
            if (PrintedRequest.InSentence(line) is not { } text || (_examples.RequestHead is not null && !IsCalledByExample(text)))
                continue;
            Mark = Mark.And(Mark.Check("from the text"));
            // A sentence can also be one of the function.
            if (line.Text[^1] is not '.')
                Lines.Add(line);
            return WithDistinctNames(PrintedRequest.WithBraces(text));
        }

        return null;
    }

    // 'The URL is /racks', and the method in other words, or as the verb of the title.
    private string? FindAddressInText()
    {
        var lines = _context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request")
            .SelectMany(static part => part.Visible).Where(line => !_context.Ledger.IsDropped(line)).ToList();
        var found = lines.Select(static line => (Line: line, Address: PrintedRequest.AddressInSentence(line)
                ?? PrintedRequest.AddressAlone(line))).Where(static pair => pair.Address is not null)
            .DistinctBy(static pair => pair.Address).Take(2).ToList();
        if (found is not [(var line, { } address)])
            return null;
        if ((MethodOfText() ?? TitleMethod.Of(_context.Section.Title)) is not { } method)
        {
            var note = "The text has the address " + address + ", and nothing says its method.";
            if (!_context.Notes.Contains(note))
                _context.Notes.Add(note);
            return null;
        }

        // 'For example, /racks/42' has a value in place of a placeholder.
        if (Array.Exists(address.Split('/'), PathValue.Is) && PathOf(address) is { } general)
            address = general;

        Mark = Mark.And(Mark.Check(DoubtfulMethod)).And(Mark.Check("from the text"));
        if (line.Text[^1] is not '.')
            Lines.Add(line);
        return WithDistinctNames(PrintedRequest.WithBraces(method + " " + address));
    }

    // A request line under the heading of an example, but outside its messages. The example calls it.
    private string? FindBesideExample()
    {
        foreach (var part in _context.Section.Parts.Where(static part => ProfileKeys.IsOfExample(part.Key)))
        {
            var lines = part.Visible.Where(line => line.Kind == LineKind.Text && !_examples.IsInMessage(line)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                if (!PrintedRequest.Is(lines[i]) || Joined(lines, ref i, null) is not { } text)
                    continue;
                if (!IsCalledByExample(text))
                    Mark = Mark.And(Mark.Check("the heading above is that of an example"));
                return text;
            }
        }

        return null;
    }

    private bool IsCalledByExample(string text)
        => RequestLine.Parse(text, null, [], null, out _) is { } line && PrintedCall.Of(_examples.RequestHead) is { Method: not null } call && call.Calls(line);

    // 'lamps', and 'GET' as a heading under it.
    private string? FindInHeadings()
    {
        if (_context.Section is not { Title: { } title, Preamble: [.., { Kind: LineKind.Heading } heading] } || !HttpMethods.IsKnown(title.Trim('`'))
            || !Resource().IsMatch(heading.Text))
            return null;
        Lines.Add(heading);
        Mark = Mark.And(Mark.Check("whether the path begins with '" + heading.Text + "'"));
        return title.Trim('`') + " /" + heading.Text;
    }

    private string? FindInExample()
    {
        // A heading that is a method does not have the example of another one.
        var ofTitle = _context.Section.Title?.Trim('`') is { } title && HttpMethods.IsKnown(title) ? title : null;
        if (_examples.RequestHead is { Target: { } target } head && (head.Method?.Text.ToUpperInvariant() ?? ofTitle ?? "GET") is var method
            && (ofTitle is null || method == ofTitle) && PathOf(target.Text) is { } path)
        {
            Mark = Mark.And(Mark.FromExample);
            // An address alone is one that a browser can open.
            if (head.Method is null && ofTitle is null)
                Mark = Mark.And(Mark.Check(DoubtfulMethod));
            Lines.AddRange(_examples.RequestLines.Take(1));
            return method + " " + path;
        }

        foreach (var line in _context.Section.Parts.Where(static part => part.Key != ProfileKeys.Skip).SelectMany(static part => part.Visible))
        {
            if (PrintedCommand.OfHttpie(line) is not { } command || PathOf(command.Address) is not { } address)
                continue;
            Mark = Mark.And(Mark.From("the command"));
            Lines.Add(line);
            if (command.Items.Length > 0)
                _context.Ledger.Leave(line, command.Items);
            return command.Method + " " + address;
        }

        return null;
    }

    // The server of an example can be a variable of a shell: '${HOST}/racks/42'.
    private string? PathOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + "://".Length : 0;
        var slash = address.IndexOf('/', start);
        if (slash < 0)
            return null;
        var end = address.IndexOfAny(['?', '#', '"', '\''], slash);
        var segments = (end < 0 ? address[slash..] : address[slash..end]).Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            if (Variable().Match(segments[i]) is { Success: true } variable)
            {
                segments[i] = "{" + variable.Groups["name"].Value + "}";
            }
            else if (PathValue.Is(segments[i]))
            {
                Mark = Mark.And(Mark.Check("the example shows '" + segments[i] + "'"));
                segments[i] = "{" + NameAfter(segments[i - 1]) + "}";
            }
        }

        return WithDistinctNames(PrintedRequest.WithBraces(string.Join('/', segments)));
    }

    // 'racks/42' has the id of a rack.
    private static string NameAfter(string word)
        => word.Length > 2 && word.All(char.IsAsciiLetter) && word.EndsWith('s') ? word[..^1] + "Id" : Id;

    [GeneratedRegex("^[a-z][A-Za-z0-9_-]*(/[A-Za-z0-9_{}-]+)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^(\$\{?|\{\{ ?)(?<name>[A-Za-z_][A-Za-z0-9_]*)( ?\}\}|\})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
