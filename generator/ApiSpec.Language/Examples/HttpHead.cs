namespace ApiSpec.Language.Examples;

/// <summary>The head of an HTTP message as a reference prints it: a start line, and headers with or without a space behind the colon.</summary>
internal sealed record HttpHead(PastedPart StartLine, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>Reads the last head of a text: a response may be preceded by interim ones such as <c>100 Continue</c>.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="mistake">A line that is no header; null when there is none.</param>
    /// <returns>Null when the text is empty.</returns>
    public static HttpHead? Parse(string text, out PastedPart? mistake)
    {
        mistake = null;
        PastedPart? startLine = null;
        var headers = new List<HttpHeader>();
        var isInHead = false;
        foreach (var raw in PastedText.Lines(text))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                isInHead = false;
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
                mistake ??= line;
            }
        }

        return startLine is { } found ? new HttpHead(found, headers) : null;
    }
}

/// <summary>A header line.</summary>
internal readonly record struct HttpHeader(PastedPart Name, PastedPart Value);
