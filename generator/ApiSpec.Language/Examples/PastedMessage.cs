namespace ApiSpec.Language.Examples;

/// <summary>One message of an example, wherever the page prints its parts: under two headings, or head and body under one.</summary>
/// <param name="Head">The head; null: none is printed.</param>
/// <param name="IsHeadInBody">The head is under the heading of the body.</param>
/// <param name="UnreadableLine">A line that is not a header, or null.</param>
/// <param name="Body">The body; null: none is printed.</param>
/// <param name="IsBodyInHead">The body is under the heading of the head.</param>
internal sealed record PastedMessage(HttpHead? Head, bool IsHeadInBody, PastedPart? UnreadableLine, PastedBody? Body, bool IsBodyInHead)
{
    /// <summary>Reads the parts of a message.</summary>
    /// <param name="header">The text of the header key, or null.</param>
    /// <param name="body">The text of the body key, or null.</param>
    public static PastedMessage Of(string? header, string? body)
    {
        PastedPart? diagnostic = null;
        var head = header is null ? null : HttpHead.Parse(header, out diagnostic);
        if (body is null)
            return new(head, false, diagnostic, head?.Body, IsBodyInHead: head?.Body is not null);
        if (!HttpHead.StartsWithHead(body))
            return new(head, false, diagnostic, PastedBody.OfWhole(body), false);
        var own = HttpHead.Parse(body, out var ownDiagnostic);
        return head is null ? new(own, true, ownDiagnostic, own?.Body, false) : new(head, false, diagnostic, own?.Body, false);
    }
}
