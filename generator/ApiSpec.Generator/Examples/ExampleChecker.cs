using System.Globalization;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>
/// Holds the usage examples of a section against the rest of it. The page says the same thing three times, in the schema, in the status table and in the
/// example; a slip of the transcriber shows where they disagree.
/// </summary>
internal static class ExampleChecker
{
    public static void Check(ApiScope scope, SpecSource source)
    {
        foreach (var example in source.File.Section!.Examples)
            Check(scope, source, example);
    }

    private static void Check(ApiScope scope, SpecSource source, ExampleDeclaration example)
    {
        var section = source.File.Section!;
        ExampleReport Report(string key, string text) => new(scope.Report, source, example.Pointer + "/" + key, text);

        HttpHead? request = null;
        if (example.RequestHeader is { } requestHeader)
        {
            var report = Report("request header", requestHeader);
            request = ReadHead(requestHeader, report);
            if (request is not null)
                new RequestExampleChecker(scope, section, report).Check(request);
        }

        HttpHead? response = null;
        StatusDeclaration? status = null;
        var isResult = true;
        if (example.ResponseHeader is { } responseHeader)
        {
            var report = Report("response header", responseHeader);
            response = ReadHead(responseHeader, report);
            if (response is not null)
                (status, isResult) = CheckStatus(scope, section, response, report);
        }

        if (example.RequestBody is { } requestBody && IsJson(request))
            CheckBody(scope, Follow(scope, section.Body, isRequest: true), Report("request body", requestBody), isRequest: true, []);
        if (example.ResponseBody is { } responseBody && IsJson(response))
        {
            var body = status?.Response ?? (isResult ? section.Response : scope.Api?.Error);
            // Without an API file nobody has said what an unsuccessful body looks like.
            if (body is not null || isResult)
                CheckBody(scope, Follow(scope, body, isRequest: false), Report("response body", responseBody), isRequest: false, isResult ? section.ResponseValues : []);
        }
    }

    private static HttpHead? ReadHead(string text, ExampleReport report)
    {
        var head = HttpHead.Parse(text, out var mistake);
        if (mistake is { } line)
            report.Add(SpecRules.ExampleUnreadable, line, "A header is 'Name: value'");
        return head;
    }

    private static (StatusDeclaration? Status, bool IsResult) CheckStatus(ApiScope scope, SectionDeclaration section, HttpHead head, ExampleReport report)
    {
        var words = head.StartLine.Text.Split([' '], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words[0].StartsWith("HTTP/", StringComparison.Ordinal)
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            report.Add(SpecRules.ExampleUnreadable, head.StartLine, "A status line is 'HTTP/1.1 200 OK'");
            return (null, true);
        }

        var codeStart = head.StartLine.Text.IndexOf(words[1], words[0].Length, StringComparison.Ordinal);
        var row = section.Statuses.Rows.FirstOrDefault(row => row.Code == code);
        var isShared = scope.Api?.Always.Contains(code) == true;
        if (row is null && !isShared && !section.Statuses.IsUnknown)
            report.Add(SpecRules.ExampleStatus, head.StartLine.Slice(codeStart, words[1].Length), words[1]);

        var message = row?.Message ?? scope.Api?.Statuses.FirstOrDefault(shared => shared.Code == code)?.Message;
        if (words.Length == 3 && message is not null && !string.Equals(words[2].Trim(), message, StringComparison.OrdinalIgnoreCase))
            report.Add(SpecRules.ExampleStatusMessage, head.StartLine.Slice(head.StartLine.Length - words[2].Length), words[2].Trim(), message);
        return (row, code < 300 || (code < 400 && row is { Headers.Count: > 0 }));
    }

    private static void CheckBody(ApiScope scope, BodyDeclaration? body, ExampleReport report, bool isRequest, EquatableArray<MemberValue> values)
    {
        var what = isRequest ? "request" : "response";
        if (report.Text.Trim().Length == 0)
            return;
        if (body is null)
            report.Add(SpecRules.ExampleUnexpectedBody, report.Part(0, Math.Max(1, report.Text.IndexOf('\n'))), what);
        else if (body.Kind is BodyKind.Members or BodyKind.Type)
            new BodyExampleChecker(scope, report, isRequest, values).Check(body, "the " + what);
    }

    // "same as" may lead to a section that says "same as" itself.
    private static BodyDeclaration? Follow(ApiScope scope, BodyDeclaration? body, bool isRequest)
    {
        for (var steps = 0; body is { Kind: BodyKind.SameAs }; steps++)
        {
            if (steps == 8 || scope.FindSection(body.SameAs!)?.File.Section is not { } other)
                return new BodyDeclaration { Kind = BodyKind.Unknown, Pointer = body.Pointer };
            body = other.Response ?? (isRequest ? other.Body : null);
        }

        return body;
    }

    private static bool IsJson(HttpHead? head)
    {
        var type = head?.Headers.FirstOrDefault(static header => string.Equals(header.Name.Text, "Content-Type", StringComparison.OrdinalIgnoreCase)).Value.Text;
        return type is null || type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
