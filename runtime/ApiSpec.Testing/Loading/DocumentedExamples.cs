using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Reads the usage examples of sections.</summary>
internal static class DocumentedExamples
{
    /// <summary>Reads the examples of a section, in the order of the page.</summary>
    /// <param name="section">The section.</param>
    /// <param name="report">Receives the lines that cannot be read, or null.</param>
    /// <param name="areRecorded">Whether they come from a recording.</param>
    public static IEnumerable<(ExampleDeclaration Declaration, DocumentedExample Example)> Of(
        SectionDeclaration section, Action<UnreadableExample>? report = null, bool areRecorded = false)
    {
        foreach (var example in section.Examples)
        {
            ExampleRequest? request = null;
            var message = PastedMessage.Of(example.RequestHeader, example.RequestBody);
            if (example.RequestHeader is not null || message.IsHeadInBody)
            {
                request = PastedHttp.ReadRequest(message, section.HttpMethod, out var line);
                Report(report, example.Pointer + "/request ", message, example.RequestHeader, example.RequestBody, line);
            }

            var response = ReadResponse(section, example, report);
            yield return (example, new DocumentedExample(section.Id, section.Section, example.Title, request, response) { IsRecorded = areRecorded });
        }
    }

    private static ExampleResponse? ReadResponse(SectionDeclaration section, ExampleDeclaration example, Action<UnreadableExample>? report)
    {
        var message = PastedMessage.Of(example.ResponseHeader, example.ResponseBody);
        if (example.ResponseHeader is not null || message.IsHeadInBody)
        {
            var response = PastedHttp.ReadResponse(message, out var line);
            Report(report, example.Pointer + "/response ", message, example.ResponseHeader, example.ResponseBody, line);
            return response;
        }

        if (example.ResponseBody is null)
            return null;
        var success = section.Statuses.Success;
        return new ExampleResponse(success?.FirstCode ?? 200, success?.Message, FieldCollection.Headers([]), example.ResponseBody) { HasNoStatus = true };
    }

    private static void Report(
        Action<UnreadableExample>? report, string pointer, PastedMessage message, string? header, string? body, UnreadableLine? unreadable)
    {
        if (unreadable is { } line)
            report?.Invoke(new UnreadableExample(pointer + (message.IsHeadInBody ? "body" : "header"), (message.IsHeadInBody ? body : header)!, line));
    }
}

/// <summary>An example that cannot be read.</summary>
/// <param name="Pointer">The part of the example.</param>
/// <param name="Text">Its text.</param>
/// <param name="Line">The line that cannot be read, and the correct form.</param>
internal sealed record UnreadableExample(string Pointer, string Text, UnreadableLine Line);
