using System.Globalization;
using ApiSpec.Language.Examples;

namespace ApiSpec.Testing.Pages;

/// <summary>A line of a pasted message that cannot be read, and what it should be.</summary>
internal readonly record struct UnreadableLine(PastedPart Line, string Advice);

/// <summary>Reads requests and responses as references print them: a start line, then headers (RFC 9112, section 2.1).</summary>
internal static class PastedHttp
{
    /// <summary>Reads the request of an example.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static ExampleRequest? ReadRequest(string header, string? body, out UnreadableLine? mistake)
    {
        if (ReadHead(header, out mistake) is not { } head)
            return null;
        var line = head.StartLine.Text;
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var version = line.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        var method = space < 0 ? "" : line[..space];
        var target = space < 0 ? null : WithoutServer((version > space ? line[space..version] : line[space..]).Trim());
        if (target is null || !method.All(char.IsAsciiLetterUpper))
        {
            mistake = new UnreadableLine(head.StartLine, "A request line is 'METHOD path HTTP/1.1'");
            return null;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new ExampleRequest(method, target, QueryText.Parse(question < 0 ? "" : target[(question + 1)..]), HeadersOf(head), body);
    }

    /// <summary>Reads the response of an example.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static ExampleResponse? ReadResponse(string header, string? body, out UnreadableLine? mistake)
    {
        if (ReadHead(header, out mistake) is not { } head)
            return null;
        var words = head.StartLine.Text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= 2
            && words[0].StartsWith("HTTP/", StringComparison.Ordinal)
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= 200 and <= 599)
        {
            return new ExampleResponse(code, words.Length == 3 ? words[2].Trim() : null, HeadersOf(head), body);
        }

        mistake = new UnreadableLine(head.StartLine, "A status line is 'HTTP/1.1 200 OK'");
        return null;
    }

    private static HttpHead? ReadHead(string text, out UnreadableLine? mistake)
    {
        var head = HttpHead.Parse(text, out var line);
        mistake = head is null ? new UnreadableLine(default, "The text is empty") : null;
        if (line is { } unreadable)
            mistake = new UnreadableLine(unreadable, "A header is 'Name: value'");
        foreach (var header in head?.Headers ?? [])
        {
            if (mistake is null && !FieldText.IsName(header.Name.Text))
                mistake = new UnreadableLine(header.Name, $"'{header.Name.Text}' cannot be the name of a header");
        }

        return mistake is null ? head : null;
    }

    private static FieldCollection HeadersOf(HttpHead head)
        => FieldCollection.Headers(head.Headers.Select(static header => KeyValuePair.Create(header.Name.Text, header.Value.Text)));

    private static string? WithoutServer(string target)
    {
        if (target.StartsWith('/'))
            return target;
        if (!target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return null;
        var server = target.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = target.IndexOf('/', server);
        return path <= server ? null : target[path..];
    }
}
