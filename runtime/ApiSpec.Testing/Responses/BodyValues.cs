using System.Text;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Responses;

/// <summary>
/// The values of bodies in any format. Responses are created as JSON; XML is only converted when it is received or sent.
/// </summary>
internal static class BodyValues
{
    /// <summary>Returns the values of a request body, or null if it cannot be read.</summary>
    public static JsonText? Of(ReceivedRequest request, StubOperation? operation)
        => operation?.RequestShape is { } shape && BodyFormats.IsXml(request.Headers["Content-Type"])
            ? XmlBody.Read(TextOf(request.Body, request.Headers["Content-Type"]), shape, null, out _)
            : request.Body.IsEmpty ? null : JsonBody.Read(request.Body);

    /// <summary>The JSON of a request body, which contracts read.</summary>
    public static ReadOnlyMemory<byte> JsonOf(ReceivedRequest request, StubOperation? operation)
        => operation?.RequestShape is not null && BodyFormats.IsXml(request.Headers["Content-Type"]) && Of(request, operation) is { } values
            ? JsonBody.Write(values)
            : request.Body;

    /// <summary>The response in JSON, if it is XML that the reference describes.</summary>
    public static StubResponse AsJson(StubResponse response, StubOperation operation)
        => BodyFormats.IsXml(ContentTypeOf(response)) && ShapeOf(operation, response, null) is { } shape
            && XmlBody.Read(TextOf(response.Body, ContentTypeOf(response)), shape, null, out _) is { } values
                ? response.Replacing("Content-Type", BodyFormats.MediaTypeOf(BodyFormat.Json)) with { Body = JsonBody.Write(values) }
                : response;

    /// <summary>The response as it is sent: in the format that the request accepts, and with the text before its JSON.</summary>
    public static StubResponse AsSent(StubResponse response, StubOperation operation, ReceivedRequest request)
        => WithPrefix(AsAccepted(response, operation, request), operation);

    // A file is sent as it is. A body that a test writes can have the text already.
    private static StubResponse WithPrefix(StubResponse response, StubOperation operation)
    {
        if (operation.JsonPrefix is not { } text || response.Body.IsEmpty || !BodyFormats.IsJson(ContentTypeOf(response))
            || BodyOf(operation, response, JsonBody.Read(response.Body)) is { Kind: BodyKind.Media })
            return response;
        var prefix = Encoding.ASCII.GetBytes(text);
        var body = response.Body.Span;
        return body.StartsWith(prefix) ? response : response with { Body = (byte[])[.. prefix, (byte)'\n', .. body.TrimStart(" \t\r\n"u8)] };
    }

    /// <summary>
    /// The response in the format that the request accepts, if its body can have it. A string or bytes of a test stay unchanged.
    /// </summary>
    private static StubResponse AsAccepted(StubResponse response, StubOperation operation, ReceivedRequest request)
    {
        if (!response.IsOfValues || response.Body.IsEmpty)
            return response;
        var isXml = BodyFormats.IsXml(ContentTypeOf(response));
        var wantsJson = Accepts(request, BodyFormats.IsJson) > Accepts(request, BodyFormats.IsXml);
        if (isXml)
            return wantsJson ? AsJson(response, operation) : response;
        if (wantsJson || JsonBody.Read(response.Body) is not { } values || ShapeOf(operation, response, values) is null)
            return response;
        var xml = XmlBody.Write(values, out var problem);
        return problem is null ? response.Replacing("Content-Type", XmlTypeOf(request)) with { Body = Encoding.UTF8.GetBytes(xml) } : response;
    }

    private static Xml.XmlShape? ShapeOf(StubOperation operation, StubResponse response, JsonText? values)
        => operation.ShapeOf(BodyOf(operation, response, values), isRequest: false);

    // A response that says in its body that the call failed has the body of a failure.
    private static BodyDeclaration? BodyOf(StubOperation operation, StubResponse response, JsonText? values)
    {
        var outcome = operation.Outcomes.Find(response.StatusCode, response.Reason);
        var isResult = OutcomeTable.IsResult(outcome, response.StatusCode);
        return operation.BodyOf(outcome, isResult && (values is null || operation.BodyOutcomes.IsSuccess(values)));
    }

    // RFC 9110, section 12.5.1: the weight of the heaviest range that has the format.
    private static double Accepts(ReceivedRequest request, Func<string?, bool> isOfFormat)
        => MediaTypeHeaderValue.TryParseList([.. request.Headers.GetValues("Accept")], out var ranges)
            ? ranges.Where(range => isOfFormat(range.MediaType.Value)).Select(static range => range.Quality ?? 1).DefaultIfEmpty(0).Max()
            : 0;

    private static string XmlTypeOf(ReceivedRequest request)
        => MediaTypeHeaderValue.TryParseList([.. request.Headers.GetValues("Accept")], out var ranges)
            && ranges.FirstOrDefault(static range => BodyFormats.IsXml(range.MediaType.Value) && !range.MatchesAllSubTypes) is { } range
                ? range.MediaType.Value!
                : BodyFormats.MediaTypeOf(BodyFormat.Xml);

    /// <summary>Returns the media type of a response, or null.</summary>
    public static string? ContentTypeOf(StubResponse response)
        => response.Headers.FirstOrDefault(static header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;

    private static string TextOf(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        var encoding = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.Encoding : null;
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
