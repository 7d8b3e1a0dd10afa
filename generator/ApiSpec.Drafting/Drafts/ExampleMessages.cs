using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Examples;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Divides the content under one heading of an example into messages.</summary>
/// <param name="Items">The part of the example, its lines, and the sentence before it that explains it.</param>
/// <param name="Separators">Lines such as 'or' that only separate messages.</param>
internal sealed partial record ExampleMessages(IReadOnlyList<(string Part, IReadOnlyList<PageLine> Lines, IReadOnlyList<PageLine> Title)> Items,
    IReadOnlyList<PageLine> Separators)
{
    private const string Header = " header";
    private const string Body = " body";

    // The most lines of a message that is plain text.
    private const int LongestText = 6;

    /// <summary>Reads the lines of a part.</summary>
    /// <param name="key">The key for the heading: <c>request header</c>, <c>response body</c>.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="profile">The profile, which knows the words for an empty part.</param>
    public static ExampleMessages Of(string key, List<PageLine> lines, Profile profile)
    {
        var side = key[..key.IndexOf(' ', StringComparison.Ordinal)];
        // A heading such as 'Request example' can be above the body alone.
        if (key == "request" + Header && lines.FindIndex(line => !IsAboveBody(line)) is >= 0 and var start
            && JsonSample.Read(lines, start, out _) is { Value: not null })
            key = "request" + Body;
        if (key.EndsWith(Body, StringComparison.Ordinal) && Bodies(lines) is { Count: > 1 } bodies)
            return OfBodies(key, lines, bodies, profile);
        var head = lines.FindIndex(static line => !line.IsBlank && HttpHead.StartsWithHead(line.Text));
        // A request line under a heading that says 'body', or with a sentence before it.
        if (side == "request" && head >= 0 && (head == 0 || lines.Take(head).All(static line => line.IsBlank || IsSentence(line) || IsAddress(line))))
            return OfRequest(side, lines, head);
        if (side == "response" && WithHead(side, lines) is { } both)
            return both;
        // The head of a response without JSON. A sentence can be above it.
        if (side == "response" && lines.FindIndex(static line => line.Text.StartsWith("HTTP/", StringComparison.Ordinal)) is >= 0 and var status
            && lines.Take(status).All(static line => line.IsBlank || (line.Kind == LineKind.Text && IsSentence(line))))
            return new ExampleMessages([(side + Header, lines[status..], [.. lines.Take(status).Where(static line => !line.IsBlank)])], []);
        // Text and tables around the body are not part of it. '200 Response' above it says what the status table says.
        if (key.EndsWith(Body, StringComparison.Ordinal) && Bodies(lines) is [(var first, var end)]
            && lines.Take(first).All(static line => line.IsBlank || line.Kind == LineKind.Text)
            && lines.Skip(end).All(static line => line.IsBlank || line.Kind != LineKind.Code))
        {
            var above = lines.Take(first).Where(static line => !line.IsBlank).ToList();
            var title = above.TrueForAll(static line => IsCaption(line.Text) || (IsSentence(line) && line.Text[^1] is '.' or ':' or '\u3002')) ? above : [];
            return new ExampleMessages([(key, lines[first..end], title)], [.. above.Where(static line => IsStatus(line.Text))]);
        }

        return IsMessage(key, lines) ? new ExampleMessages([(key, lines, [])], []) : new ExampleMessages([], []);
    }

    /// <summary>Whether lines look like a message and not like text of the page, in which nothing marks the end of an example.</summary>
    /// <param name="key">The part of the example.</param>
    /// <param name="lines">The lines.</param>
    public static bool IsLikeMessage(string key, IReadOnlyList<PageLine> lines)
    {
        if (lines.FirstOrDefault(static line => !line.IsBlank) is not { } first || lines.Any(static line => line.Kind == LineKind.Code))
            return true;
        return first.Text[0] is '{' or '[' or '<' or '"' or '-' || (key.EndsWith(Header, StringComparison.Ordinal) && IsHead(first.Text))
            || lines.All(static line => line.Kind != LineKind.Row && !line.Text.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Whether a line is the caption of an example: <c>Example 3</c>, <c>Figure 2. A new rack</c>.</summary>
    public static bool IsCaption(string text) => Caption().IsMatch(text);

    [GeneratedRegex(@"^(Example|Figure|Listing|Sample|Code|Snippet) [0-9]{1,3}([-.][0-9]{1,3})*([.:)]? .{1,120})?[.:]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    private static bool IsAboveBody(PageLine line)
        => line.IsBlank || (line.Kind == LineKind.Text && !HttpHead.StartsWithHead(line.Text)
            && (IsCaption(line.Text) || line.Text[^1] is '.' or ':' or '\u3002'));

    // A short text can be a message as well, and is marked.
    private static bool IsMessage(string key, List<PageLine> lines)
        => IsLikeMessage(key, lines)
            || (lines.Count(static line => !line.IsBlank) <= LongestText && lines.TrueForAll(static line => line.Kind != LineKind.Row));

    private static bool IsHead(string text)
        => HttpHead.StartsWithHead(text) || CurlCommand.FindStart(text) >= 0
            || (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !text.AsSpan(0, colon).Contains(' '));

    // The head and the body of a response in one block. Copied text can lose the blank line between them.
    private static ExampleMessages? WithHead(string side, List<PageLine> lines)
    {
        // A sentence or a caption can be above the block.
        var head = lines.FindIndex(static line => line.Text.StartsWith("HTTP/", StringComparison.Ordinal));
        if (head < 0 || !lines.Take(head).All(static line => line.IsBlank || IsSentence(line) || IsCaption(line.Text)))
            return null;
        var blank = lines.FindIndex(head, static line => line.IsBlank || line.Text[0] is '{' or '[');
        var body = blank < 0 ? -1 : lines.FindIndex(blank, static line => !line.IsBlank);
        return body > 0 && JsonSample.Read(lines, body, out var next) is { Value: not null, IsCutOff: false }
            && lines.Skip(next).All(line => line.IsBlank || (line.Kind == LineKind.Text && IsSentence(line)))
            ? new ExampleMessages(
                [(side + Header, lines[head..blank], [.. lines.Take(head).Where(static line => !line.IsBlank)]), (side + Body, lines[body..next], [])], [])
            : null;
    }

    private static bool IsStatus(string text)
        => Tables.StatusLine.IsWhole(text) || (Tables.StatusLine.CodeAt(text) is { } code && Folding.Of(text[code.Length..].Trim()) == "response");

    private static ExampleMessages OfRequest(string side, List<PageLine> lines, int head)
    {
        var title = lines.Take(head).Where(static line => line is { IsBlank: false, Kind: not LineKind.Code } && IsSentence(line)).ToList();
        var rest = lines[head..];
        // The response can follow the request.
        if (rest.FindIndex(1, static line => line.Text.StartsWith("HTTP/", StringComparison.Ordinal)) is > 0 and var response)
        {
            var request = OfRequest(side, [.. lines[..(head + response)]], head);
            var both = WithHead("response", rest[response..])?.Items ?? [("response" + Header, rest[response..], [])];
            return new ExampleMessages([.. request.Items, .. both], request.Separators);
        }

        if (CurlCommand.FindStart(rest[0].Text) >= 0)
        {
            var end = EndOfCommand(rest);
            var below = rest.FindIndex(end, static line => !line.IsBlank);
            // The response follows the command.
            if (below >= 0 && rest[below].Kind == rest[0].Kind && JsonSample.Read(rest, below, out var after) is { Value: not null, IsCutOff: false })
                return new ExampleMessages([(side + Header, rest[..end], title), ("response" + Body, rest[below..after], [])], []);
            rest = rest[..end];
        }

        // A blank line divides head and body.
        if (CurlCommand.FindStart(rest[0].Text) < 0 && rest.FindIndex(static line => line.IsBlank) is > 0 and var blank
            && rest.FindIndex(blank, static line => !line.IsBlank) is > 0 and var body
            && JsonSample.Read(rest, body, out var behind) is { Value: not null, IsCutOff: false } && rest.Skip(behind).All(static line => line.IsBlank))
            return new ExampleMessages([(side + Header, rest[..blank], title), (side + Body, rest[body..behind], [])], []);
        // The body follows immediately if the page prints both under one heading.
        var isRequestLine = rest.Count > 1 && !rest[1].IsBlank && CurlCommand.FindStart(rest[0].Text) < 0;
        if (isRequestLine && JsonSample.Read(rest, 1, out var next) is { Value: not null, IsCutOff: false } && rest.Skip(next).All(static line => line.IsBlank))
            return new ExampleMessages([(side + Header, [rest[0]], title), (side + Body, rest[1..next], [])], []);
        return new ExampleMessages([(side + Header, rest, title)], []);
    }

    /// <summary>Returns the index of the line after a command. It continues after a backslash, in quotation marks, and with an option or a URL.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="start">The index of its first line.</param>
    public static int EndOfCommand(IReadOnlyList<PageLine> lines, int start = 0)
    {
        var isQuoted = false;
        for (var i = start; i < lines.Count; i++)
        {
            if (i > start && !isQuoted && lines[i - 1].Text is not [.., '\\' or '^']
                && lines[i].Text is not (['-' or '"' or '\'', ..] or ['h', 't', 't', 'p', 's' or ':', ..]))
                return i;
            isQuoted ^= lines[i].Text.Count(static c => c == '\'') % 2 == 1;
        }

        return lines.Count;
    }

    private static ExampleMessages OfBodies(string key, List<PageLine> lines, List<(int Start, int End)> bodies, Profile profile)
    {
        var inside = new HashSet<int>(bodies.SelectMany(static body => Enumerable.Range(body.Start, body.End - body.Start)));
        var separators = lines.Where((line, index) => !inside.Contains(index) && (IsOr(line.Text) || profile.IsNothing(line.Text))).ToList();
        return new ExampleMessages([.. bodies.Select(body => (key, (IReadOnlyList<PageLine>)lines[body.Start..body.End], (IReadOnlyList<PageLine>)[]))],
            separators);
    }

    private static List<(int Start, int End)> Bodies(List<PageLine> lines)
    {
        var bodies = new List<(int Start, int End)>();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank || JsonSample.Read(lines, i, out var next) is not { } sample)
            {
                i++;
                continue;
            }

            // JSON inside a value that does not end is not a separate body.
            if (sample is { IsCutOff: true, EndsElided: false })
                break;
            if (sample.Value is not null)
                bodies.Add((i, next));
            i = next;
        }

        return bodies;
    }

    private static bool IsOr(string text) => Folding.Of(text) is "or" or "and" or "\u307E\u305F\u306F";

    // The address of the call, above its message.
    private static bool IsAddress(PageLine line) => Sections.PrintedRequest.IsAddress(line.Text) && !line.Text.StartsWith("HTTP/", StringComparison.Ordinal);

    private static bool IsSentence(PageLine line) => line.Text.Contains(' ', StringComparison.Ordinal) && !line.Text.StartsWith('{')
        && !line.Text.StartsWith("HTTP/", StringComparison.Ordinal);
}
