using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>The head of an HTTP message as a reference prints it: a start line, and headers with or without a space behind the colon; or a curl command.</summary>
internal sealed record HttpHead(PastedPart StartLine, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>The method of a request; null: the start line is that of no request.</summary>
    public PastedPart? Method { get; init; }

    /// <summary>The address of a request as printed; null: the start line is that of no request.</summary>
    public PastedPart? Target { get; init; }

    /// <summary>Parts of the query that are printed apart from the address.</summary>
    public IReadOnlyList<PastedPart> Queries { get; init; } = [];

    /// <summary>The body that is printed behind the head; null: none is.</summary>
    public PastedBody? Body { get; init; }

    /// <summary>The page prints a command, and not what it sends.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Finds the server at the start of the address.</summary>
    /// <param name="address">The address of the request.</param>
    public PrintedServer FindServer(string address)
    {
        var question = address.IndexOf('?');
        return PrintedServer.Find(address, 0, question < 0 ? address.Length : question, beginsWithServer: IsCommand);
    }

    /// <summary>Reads the last head of a text: a response may be preceded by interim ones such as <c>100 Continue</c>. What is behind it is its body.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="diagnostic">A line that is no header; null when there is none.</param>
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
        foreach (var raw in PastedText.Lines(text))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                isInHead = false;
            }
            else if (!isInHead && startLine is not null && !IsStartLine(line.Text))
            {
                body = new PastedBody(text.Substring(raw.Offset), null, raw.Offset);
                break;
            }
            else if (!isInHead)
            {
                startLine = line;
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

    /// <summary>Tells whether a pasted body begins with the head of its message.</summary>
    public static bool StartsWithHead(string text)
        => CurlCommand.FindStart(text) >= 0 || PastedText.Lines(text).Select(static line => line.Trim().Text).FirstOrDefault(static line => line.Length > 0) is { } first && IsStartLine(first);

    // 'GET /path HTTP/1.1' and 'HTTP/1.1 200 OK'. A word alone, such as 'POST', may be the text of a body.
    private static bool IsStartLine(string line)
    {
        if (line.StartsWith("HTTP/", StringComparison.Ordinal))
            return true;
        var space = line.IndexOf(' ');
        return space > 0 && HttpMethods.IsKnown(line.Substring(0, space)) && line.IndexOf('/', space) > 0;
    }

    private static (PastedPart? Method, PastedPart? Target) ReadRequestLine(PastedPart line)
    {
        var space = line.Text.IndexOf(' ');
        if (space < 0)
            return (null, null);
        var rest = line.Slice(space + 1).Trim();
        var version = rest.Text.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        if (version < 0 && rest.Text.LastIndexOf(' ') is > 0 and var last && RequestLine.IsHttpVersion(rest.Text.Substring(last + 1)))
            version = last;
        var target = (version < 0 ? rest : rest.Slice(0, version)).Trim();
        var isBracketed = target.Text.StartsWith("<", StringComparison.Ordinal) && target.Text.EndsWith(">", StringComparison.Ordinal) && target.Text.IndexOf("//", StringComparison.Ordinal) > 0;
        return (line.Slice(0, space), isBracketed ? target.Slice(1, target.Length - 2) : target);
    }
}

/// <summary>A header line.</summary>
internal readonly record struct HttpHeader(PastedPart Name, PastedPart Value);
