using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Examples;

/// <summary>
/// Compares the usage examples of a section with the rest of it. The page states the same facts three times: in the schema, in the status table and in the
/// example. If they disagree, the transcription probably has an error.
/// </summary>
internal static class ExampleChecker
{
    /// <summary>Checks the examples of a section.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="path">The file of the section.</param>
    /// <param name="section">The section, with the placeholder values of the API in its request line.</param>
    /// <param name="report">Receives the diagnostics.</param>
    /// <returns>The number of examples.</returns>
    public static int Check(IApiReference api, string path, SectionDeclaration section, IDiagnosticSink report)
    {
        if (section.Examples.Count == 0)
            return 0;
        var session = new ExampleSession(api, path, section, report);
        foreach (var example in section.Examples)
            Check(session, example);
        return section.Examples.Count;
    }

    private static void Check(ExampleSession session, ExampleDeclaration example)
    {
        var section = session.Section;
        var api = session.Api;
        var request = ExampleMessage.Of(session, example.Pointer, "request", example.RequestHeader, example.RequestBody);
        var response = ExampleMessage.Of(session, example.Pointer, "response", example.ResponseHeader, example.ResponseBody);

        var code = session.Outcomes.SuccessCode;
        Outcome? outcome = null;
        var isResult = true;
        var isResponseJson = true;
        if (response.Head is { } responseHead)
        {
            (code, outcome, isResult) = CheckStatus(session.Outcomes, responseHead, response.HeadReport);
            (outcome, isResult) = CheckStated(session, code, outcome, isResult, response.Body);
            isResponseJson = CheckContentType(ResponseBody(session, code, outcome, isResult), responseHead, response.HeadReport, "response");
        }
        else
        {
            (outcome, isResult) = CheckStated(session, code, outcome, isResult, response.Body);
            isResult &= response.Body is not { } printed || !UnstatedFailure.Is(api, section.Response, session.BodyOutcomes.Error, printed.Text);
        }

        var isRequestJson = true;
        ParameterValues? parameters = null;
        var fields = new ParameterValues(api);
        JsonText? sentValues = null;
        var requestBody = BodyReference.Resolve(api, section.Body, isRequest: true);
        if (request.Head is { } requestHead)
        {
            if (!section.IsRequestUnknown)
                parameters = new RequestExampleChecker(session, request.HeadReport, hasFailed: !isResult).Check(requestHead, request.Body);
            isRequestJson = CheckContentType(requestBody, requestHead, request.HeadReport, "request");
        }
        else
        {
            new FormExampleChecker(session, hasFailed: !isResult).Check(request.HeadReport, [], request.Body, fields);
        }

        // A rejected request can be invalid on purpose.
        if (request.Body is { } sent && isRequestJson && isResult)
            sentValues = CheckBody(session, requestBody, sent, "body", isRequest: true, parameters: parameters);
        if (isResult && !section.IsRequestUnknown && section.Choices.Count > 0)
            new GroupRuleExampleChecker(session, request.HeadReport, parameters is null ? null : request.Head?.StartLine, parameters ?? fields)
                .Check(sentValues, request.Body);
        if (response.Body is { } received && isResponseJson)
        {
            var body = ResponseBody(session, code, outcome, isResult);
            // Without an API file, the body of a failure is not documented.
            if (body is not null || isResult)
                CheckBody(session, body, received, isResult || OwnBody(session, code, outcome) is not null ? "response" : "error", isRequest: false, isResult);
        }
    }

    // An error code that all sections share does not determine the body. The row of the status does.
    private static BodyDeclaration? OwnBody(ExampleSession session, int code, Outcome? outcome)
        => outcome?.OwnBody ?? (outcome?.Error is null || code is >= 200 and < 300 ? null : session.Outcomes.Find(code)?.OwnBody);

    private static BodyDeclaration? ResponseBody(ExampleSession session, int code, Outcome? outcome, bool isResult)
    {
        var own = OwnBody(session, code, outcome);
        return own is null && !isResult ? session.BodyOutcomes.Error : BodyReference.Resolve(session.Api, own ?? session.Section.Response, isRequest: false);
    }

    /// <summary>Reads the result of the call from the printed body: it can say that a 200 failed, and with which error.</summary>
    private static (Outcome? Outcome, bool IsResult) CheckStated(ExampleSession session, int code, Outcome? outcome, bool isResult, ExampleReport? body)
    {
        var stated = session.BodyOutcomes;
        if (stated.IsEmpty || body is null
            || PrintedBodyValues.Of(stated, session.ShapeOf(stated.Error, isRequest: false), body.Text) is not { Kind: JsonTextKind.Object } json)
            return (outcome, isResult);
        if (isResult && (code is < 200 or >= 300 || stated.Holds(json)))
            return (outcome, true);
        if (isResult)
            outcome = null;
        if (stated.ErrorCode is not { } member
            || ResolvedClause.Find(json, member.Path, member.Aliases) is not { StandsForAny: false, Scalar: { } error } value)
            return (outcome, false);
        if (session.Outcomes.FindError(code, error) is { } listed)
            return (listed, false);
        if (!session.Outcomes.AreErrorCodesOpen)
        {
            var known = session.Outcomes.All.Select(static candidate => candidate.ErrorId).OfType<string>();
            body.Add(SpecRules.ExampleEnumValue, body.Part(value.Start, value.End - value.Start), error, member.Path[member.Path.Count - 1],
                body.Hint(error, known));
        }

        return (outcome, false);
    }

    /// <summary>Compares the Content-Type of an example with the body of the section. Returns whether the body can be read as JSON.</summary>
    private static bool CheckContentType(BodyDeclaration? body, HttpHead head, ExampleReport report, string what)
    {
        if (head.Headers.FirstOrDefault(
            static header => string.Equals(header.Name.Text, "Content-Type", StringComparison.OrdinalIgnoreCase)) is not { Value.Text.Length: > 0 } header)
            return true;
        var semicolon = header.Value.Text.IndexOf(';');
        var type = (semicolon < 0 ? header.Value : header.Value.Slice(0, semicolon)).Trim();
        // Old servers declare JSON as plain text, and the client reads it.
        var isText = string.Equals(type.Text, "text/plain", StringComparison.OrdinalIgnoreCase);
        var isXml = BodyFormats.IsXml(type.Text);
        var isJson = type.Text.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 || isText;
        var described = body?.Kind switch
        {
            BodyKind.Members or BodyKind.Type when !isJson && !(isXml && body.Format == BodyFormat.Xml) => BodyFormats.NameOf(body.Format),
            BodyKind.Media when !string.Equals(body.MediaType, type.Text, StringComparison.OrdinalIgnoreCase) => "'" + body.MediaType + "'",
            _ => null,
        };
        if (described is not null)
            report.Add(SpecRules.ExampleContentType, type, what, "'" + type.Text + "'", described);
        return isJson || (isXml && body?.Format == BodyFormat.Xml);
    }

    private static (int Code, Outcome? Outcome, bool IsResult) CheckStatus(OutcomeTable outcomes, HttpHead head, ExampleReport report)
    {
        if (StatusLine.Parse(head.StartLine) is not var (code, part, reason))
        {
            report.Add(SpecRules.ExampleUnreadable, head.StartLine, StatusLine.Advice);
            return (outcomes.SuccessCode, null, true);
        }

        var outcome = outcomes.Find(code, reason?.Text);
        if (outcome is null && !outcomes.IsOpen)
            report.Add(SpecRules.ExampleStatus, part, part.Text);

        if (reason is { } said && outcome is { Message: { } message } && outcome.Code == code
            && !string.Equals(said.Text, message, StringComparison.OrdinalIgnoreCase))
            report.Add(SpecRules.ExampleStatusMessage, said, said.Text, message);
        return (code, outcome, outcomes.IsResult(code));
    }

    private static JsonText? CheckBody(
        ExampleSession session, BodyDeclaration? body, ExampleReport report, string key, bool isRequest, bool isResult = false,
        ParameterValues? parameters = null)
    {
        var what = isRequest ? "request" : "response";
        if (report.Text.Trim().Length == 0)
            return null;
        if (body is null)
            report.Add(SpecRules.ExampleUnexpectedBody, FirstLine(report), what);
        else if (!isRequest && body.Kind is BodyKind.Members or BodyKind.Type && body.Format == BodyFormat.Json && PrefixOf(report.Text) is { } prefix)
            report.Add(
                SpecRules.ExampleJson, FirstLine(report),
                "Text before the JSON; write 'json prefix: " + YamlText.Of(prefix, ScalarStyle.DoubleQuoted, isInFlow: false)
                    + "' in the API file or here, so that the client removes it");
        else if (body.Kind is BodyKind.Members or BodyKind.Type && PastedFormat.OfOther(report.Text) is { } format
            && !(format == PastedFormat.Xml && body.Format == BodyFormat.Xml))
            report.Add(SpecRules.ExampleContentType, FirstLine(report), what, format, BodyFormats.NameOf(body.Format));
        else if (body.Kind is BodyKind.Members or BodyKind.Type)
            return new BodyExampleChecker(session, report, isRequest, isResult) { Key = key, Parameters = parameters }.Check(body, "the " + what);
        return null;
    }

    // A client cannot read such a response, so it matters more than other text.
    private static string? PrefixOf(string text)
        => PastedFormat.OfOther(text) is not null && PrintedPrefix.Before(text) is var (prefix, json) && JsonTextParser.Parse(json, out _) is not null
            ? prefix : null;

    private static PastedPart FirstLine(ExampleReport report)
        => PastedText.Lines(report.Text).Select(line => report.Part(line.Offset, line.Length).Trim()).First(static line => line.Length > 0);
}
