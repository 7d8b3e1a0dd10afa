using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>The request lines of the preceding sections, which examples repeat or call.</summary>
/// <param name="placeholders">The words that are placeholders without braces.</param>
internal sealed class RequestsAbove(IReadOnlyList<string> placeholders)
{
    // An example is near its request, and a page can have thousands of requests.
    private const int MostCompared = 64;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Queue<RequestLine> _lines = new();

    /// <summary>Adds the request line of a section.</summary>
    public void Add(string text)
    {
        _texts.Add(text);
        if (Parse(text) is not { } line)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > MostCompared)
            _lines.Dequeue();
    }

    /// <summary>Whether a request line is one of them, or calls one: with values in place of its placeholders, on a host, or with a query.</summary>
    public bool Repeats(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        if (_texts.Contains(text) || (query > 0 && _texts.Contains(text[..query])))
            return true;
        // The host of an example can have the start of the path.
        var hasHost = text.Contains("://", StringComparison.Ordinal);
        return Parse(text) is { } call && _lines.Any(line => PrintedRequest.IsCall(line, call, hasHost));
    }

    private RequestLine? Parse(string text)
    {
        var marked = string.Join('/', text.Split('/').Select(segment => placeholders.Contains(segment) ? "{" + segment + "}" : segment));
        return RequestLine.Parse(PrintedRequest.WithBraces(marked), null, [], null, out _);
    }
}
