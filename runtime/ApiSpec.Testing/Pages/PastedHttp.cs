using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Testing.Pages;

/// <summary>A line of a pasted message that cannot be read, and the correct form.</summary>
internal readonly record struct UnreadableLine(PastedPart Line, string Advice);

/// <summary>Reads requests and responses as references print them: a start line, then headers (RFC 9112, section 2.1).</summary>
internal static class PastedHttp
{
    /// <summary>Reads the request of an example.</summary>
    /// <param name="message">The message.</param>
    /// <param name="defaultMethod">The method of the section, for a page that only prints the URL.</param>
    /// <param name="violation">The line that cannot be read.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static ExampleRequest? ReadRequest(PastedMessage message, string defaultMethod, out UnreadableLine? violation)
    {
        if (CheckHead(message, out violation) is not { } head)
            return null;
        if (head.RequestOf(defaultMethod) is not var (method, printed) || !method.Text.All(static c => char.IsAsciiLetterUpper(c) || c == '-')
            || TargetOf(head, printed.Text) is not { } target)
        {
            violation = new UnreadableLine(head.StartLine, "This is not a request line; write 'METHOD path HTTP/1.1'");
            return null;
        }

        foreach (var query in head.Queries)
            target += (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query.Text;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new ExampleRequest(method.Text, target, QueryText.Parse(question < 0 ? "" : target[(question + 1)..]), HeadersOf(head), message.Body?.Text);
    }

    /// <summary>Reads the response of an example.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static ExampleResponse? ReadResponse(PastedMessage message, out UnreadableLine? violation)
    {
        if (CheckHead(message, out violation) is not { } head)
            return null;
        if (StatusLine.Parse(head.StartLine) is { Code: >= 200 and <= 599 } status)
            return new ExampleResponse(status.Code, status.Reason?.Text, HeadersOf(head), message.Body?.Text);
        violation = new UnreadableLine(head.StartLine, StatusLine.Advice);
        return null;
    }

    private static HttpHead? CheckHead(PastedMessage message, out UnreadableLine? violation)
    {
        var head = message.Head;
        violation = head is null ? new UnreadableLine(default, "The text is empty") : null;
        if (message.UnreadableLine is { } unreadable)
            violation = new UnreadableLine(unreadable, "This is not a header; write 'Name: value'");
        foreach (var header in head?.Headers ?? [])
        {
            if (violation is null && !FieldText.IsName(header.Name.Text))
                violation = new UnreadableLine(header.Name, $"'{header.Name.Text}' cannot be the name of a header");
        }

        return violation is null ? head : null;
    }

    private static FieldCollection HeadersOf(HttpHead head)
        => FieldCollection.Headers(head.Headers.Select(static header => KeyValuePair.Create(header.Name.Text, header.Value.Text)));

    private static string? TargetOf(HttpHead head, string address)
    {
        var server = head.FindServer(address);
        if (server.End < 0)
            return null;
        var target = address[server.End..];
        return target is "" or ['?', ..] ? UriPath.Root + target : target;
    }
}
