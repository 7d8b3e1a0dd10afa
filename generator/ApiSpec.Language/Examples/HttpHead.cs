using System.Text;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>
/// The head of an HTTP message as a reference prints it: a start line, and headers with or without a space after the colon; only a URL; or a curl
/// command.
/// </summary>
internal sealed record HttpHead(PastedPart StartLine, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>The method of a request. Null if the page only prints the URL, or if it is not a request.</summary>
    public PastedPart? Method { get; init; }

    /// <summary>The URL of a request as printed; null: the start line is not a request line.</summary>
    public PastedPart? Target { get; init; }

    /// <summary>Parts of the query that are printed separately from the URL.</summary>
    public IReadOnlyList<PastedPart> Queries { get; init; } = [];

    /// <summary>The body after the headers, or null.</summary>
    public PastedBody? Body { get; init; }

    /// <summary>The fields of a form that a command names one by one.</summary>
    public IReadOnlyList<PastedField> Fields { get; init; } = [];

    /// <summary>Whether the page prints a command and not its message.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Returns the method and the URL of a request.</summary>
    /// <param name="method">The method of the section, for a page that only prints the URL.</param>
    /// <returns>Null if the start line is not a request line.</returns>
    public (PastedPart Method, PastedPart Target)? RequestOf(string method)
        => Target is { } target ? (Method ?? new PastedPart(method, StartLine.Offset), target) : null;

    /// <summary>Finds the server at the start of the URL.</summary>
    /// <param name="address">The URL of the request.</param>
    public PrintedServer FindServer(string address)
    {
        var question = address.IndexOf('?');
        return PrintedServer.Find(address, 0, question < 0 ? address.Length : question, beginsWithServer: IsCommand);
    }

    /// <summary>Reads the last head of a text, because interim responses such as <c>100 Continue</c> can come first. The text after it is its body.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="diagnostic">A line that is not a header, or null.</param>
    /// <returns>Null when the text is empty.</returns>
    public static HttpHead? Parse(string text, out PastedPart? diagnostic)
    {
        diagnostic = null;
        if (CurlCommand.FindStart(text) is >= 0 and var command)
            return CurlCommand.Read(text, command);
        PastedPart? startLine = null;
        PastedBody? body = null;
        var headers = new List<HttpHeader>();
        var isInHead = false;
        var hasArrows = false;
        foreach (var raw in PastedText.Lines(text))
        {
            var line = WithoutArrow(raw.Trim());
            if (line.Length == 0)
            {
                isInHead = false;
            }
            else if (!isInHead && startLine is not null && !IsStartLine(line.Text))
            {
                body = hasArrows ? BodyWithoutArrows(text, raw.Offset) : new PastedBody(text.Substring(raw.Offset), null, raw.Offset);
                break;
            }
            else if (!isInHead)
            {
                startLine = line;
                hasArrows = line.Offset != raw.Trim().Offset;
                headers.Clear();
                isInHead = true;
            }
            else if (line.Text.IndexOf(':') is var colon and > 0)
            {
                headers.Add(new HttpHeader(line.Slice(0, colon).Trim(), line.Slice(colon + 1).Trim()));
            }
            else
            {
                diagnostic ??= line;
            }
        }

        if (startLine is not { } found)
            return null;
        var (method, target) = ReadRequestLine(found);
        return new HttpHead(found, headers) { Method = method, Target = target, Body = body };
    }

    /// <summary>Returns whether a pasted body starts with the headers of its message.</summary>
    public static bool StartsWithHead(string text)
        => CurlCommand.FindStart(text) >= 0 || PastedText.Lines(text).Select(static line => line.Trim().Text)
            .FirstOrDefault(static line => line.Length > 0) is { } first && IsStartLine(WithoutArrow(new PastedPart(first, 0)).Text);

    // 'curl -v' prints '> ' before lines that it sends, and '< ' before lines that it receives.
    private static PastedPart WithoutArrow(PastedPart line)
        => line.Text is ">" or "<" || (line.Length > 1 && line.Text[0] is '>' or '<' && line.Text[1] == ' ') ? line.Slice(1).Trim() : line;

    // 'GET /path HTTP/1.1' and 'HTTP/1.1 200 OK'. A word alone, such as 'POST', can be the text of a body.
    private static bool IsStartLine(string line)
    {
        if (line.StartsWith("HTTP/", StringComparison.Ordinal))
            return true;
        var space = line.IndexOf(' ');
        return space > 0 && HttpMethods.IsAllowed(line.Substring(0, space)) && line.IndexOf('/', space) > 0;
    }

    private static PastedBody BodyWithoutArrows(string text, int start)
    {
        var body = new StringBuilder();
        var offsets = new List<int>();
        foreach (var raw in PastedText.Lines(text).Where(line => line.Offset >= start))
        {
            var line = WithoutArrow(raw.Trim());
            body.Append(line.Text).Append('\n');
            offsets.AddRange(Enumerable.Range(line.Offset, line.Length + 1));
        }

        return new PastedBody(body.ToString(), offsets);
    }

    private static bool IsAddress(string line)
        => PrintedPlaceholder.EndOfWord(line, 0) == line.Length
            && (line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static (PastedPart? Method, PastedPart? Target) ReadRequestLine(PastedPart line)
    {
        if (IsAddress(line.Text))
            return (null, line);
        line = line.Slice(0, RequestLine.WithoutRemark(line.Text).Length).Trim();
        var space = line.Text.IndexOf(' ');
        if (space < 0)
            return (null, null);
        var rest = line.Slice(space + 1).Trim();
        var version = rest.Text.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        if (version < 0 && rest.Text.LastIndexOf(' ') is > 0 and var last && RequestLine.IsHttpVersion(rest.Text.Substring(last + 1)))
            version = last;
        var target = (version < 0 ? rest : rest.Slice(0, version)).Trim();
        var isBracketed = target.Text.StartsWith("<", StringComparison.Ordinal) && target.Text.EndsWith(">", StringComparison.Ordinal)
            && target.Text.IndexOf("//", StringComparison.Ordinal) > 0;
        return (line.Slice(0, space), isBracketed ? target.Slice(1, target.Length - 2) : target);
    }
}

/// <summary>A header line.</summary>
internal readonly record struct HttpHeader(PastedPart Name, PastedPart Value);
