using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Examples;

/// <summary>A message of an example, and where what is said about its parts is reported.</summary>
/// <param name="Head">The head; null: none is printed.</param>
/// <param name="HeadReport">Reports on the head.</param>
/// <param name="Body">Reports on the body; null: none is printed.</param>
internal sealed record ExampleMessage(HttpHead? Head, ExampleReport HeadReport, ExampleReport? Body)
{
    /// <summary>Reads a message, and reports the lines that cannot be read.</summary>
    /// <param name="session">The section.</param>
    /// <param name="pointer">The example.</param>
    /// <param name="what">Whether it is the <c>request</c> or the <c>response</c>.</param>
    /// <param name="header">What is under the heading of the head; null: there is no such heading.</param>
    /// <param name="body">What is under the heading of the body; null: there is no such heading.</param>
    public static ExampleMessage Of(ExampleSession session, string pointer, string what, string? header, string? body)
    {
        var message = PastedMessage.Of(header, body);
        var headReport = new ExampleReport(session, pointer + "/" + what + " header", header ?? "");
        var bodyReport = new ExampleReport(session, pointer + "/" + what + " body", body ?? "");
        var ofHead = message.IsHeadInBody ? bodyReport : headReport;
        if (message.UnreadableLine is { } line)
            ofHead.Add(SpecRules.ExampleUnreadable, line, "A header is 'Name: value'");
        return new(message.Head, ofHead, message.Body is { } found ? (message.IsBodyInHead ? headReport : bodyReport).Of(found) : null);
    }
}
