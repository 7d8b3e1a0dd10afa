using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Examples;

/// <summary>A message of an example, and the position for diagnostics about its parts.</summary>
/// <param name="Head">The head; null: none is printed.</param>
/// <param name="HeadReport">Reports on the head.</param>
/// <param name="Body">Reports on the body; null: none is printed.</param>
internal sealed record ExampleMessage(HttpHead? Head, ExampleReport HeadReport, ExampleReport? Body)
{
    /// <summary>Reads a message, and reports the lines that cannot be read.</summary>
    /// <param name="session">The section.</param>
    /// <param name="pointer">The example.</param>
    /// <param name="what">Whether it is the <c>request</c> or the <c>response</c>.</param>
    /// <param name="header">The text of the header key, or null.</param>
    /// <param name="body">The text of the body key, or null.</param>
    public static ExampleMessage Of(ExampleSession session, string pointer, string what, string? header, string? body)
    {
        var message = PastedMessage.Of(header, body);
        var headReport = new ExampleReport(session, pointer + "/" + what + " header", header ?? "");
        var bodyReport = new ExampleReport(session, pointer + "/" + what + " body", body ?? "");
        var ofHead = message.IsHeadInBody ? bodyReport : headReport;
        if (message.UnreadableLine is { } line)
            ofHead.Add(SpecRules.ExampleUnreadable, line, "This is not a header; write 'Name: value'");
        return new(message.Head, ofHead, message.Body is { } found ? (message.IsBodyInHead ? headReport : bodyReport).Of(found) : null);
    }
}
