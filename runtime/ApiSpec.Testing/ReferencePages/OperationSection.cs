using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Writes one operation under the headings of a printed reference.</summary>
internal static class OperationSection
{
    // What a page may not set, and what a browser sets by itself (Fetch, section 2.2.2, "forbidden request-header").
    private static readonly string[] s_ofTheBrowser =
    [
        "Accept-Encoding", "Connection", "Content-Length", "Cookie", "Date", "Expect", "Host", "Keep-Alive", "Origin", "Referer", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
    ];

    public static void Write(HtmlText html, DocumentedOperation operation)
    {
        html.Raw("<details").Attribute("id", operation.Id).Raw(">\n<summary>");
        html.Element("code", operation.Method, "method").Raw(" ").Element("code", operation.PathTemplate).Raw(" ");
        html.Element("span", string.Join(' ', new[] { operation.Section, operation.Title ?? operation.Id }.OfType<string>())).Raw("</summary>\n");
        if (operation.Function is { } function)
            html.Element("p", function).Raw("\n");
        html.Raw("<dl>\n");
        Row(html, "Operation", operation.Id);
        Row(html, "Execution permissions", string.Join(", ", operation.Roles));
        Row(html, "Request format", operation.Method + " " + operation.PathTemplate);
        html.Raw("</dl>\n");
        html.Table(
            "Parameters", ["Name", "In", "Type", "Required", "Description"],
            [.. operation.Parameters.Select(static row => (IReadOnlyList<string?>)[row.Name, row.Place, row.Type, YesOrNo(row.IsRequired), row.Description])]);
        Body(html, "Request schema", operation.RequestBody);
        html.Table(
            "Status codes", ["Status code", "Message", "Description"],
            [.. operation.Statuses.Select(static row => (IReadOnlyList<string?>)
                [row.Code.ToString(CultureInfo.InvariantCulture), row.Message, row.Description])]);
        Body(html, "Response schema", operation.ResponseBody);
        var examples = operation.Examples.Where(static example => example.Request is not null).ToList();
        if (examples.Count == 0)
            Example(html, "Sample request", null, operation.SampleRequests[0], operation.Examples.Count > 0 ? operation.Examples[0].Response : null);
        foreach (var (example, request) in examples.Zip(operation.SampleRequests))
            Example(html, "Usage example", example.Title, request, example.Response);
        html.Raw("</details>\n");
    }

    private static void Row(HtmlText html, string name, string value)
    {
        if (value.Length > 0)
            html.Element("dt", name).Element("dd", value).Raw("\n");
    }

    private static void Body(HtmlText html, string heading, DocumentedBody? body)
    {
        if (body is null)
            return;
        if (body.Members.Count == 0)
            html.Element("h4", heading).Raw("\n<p>").Element("code", body.Type).Raw("</p>\n");
        html.Table(
            heading + ": " + body.Type, ["Name", "Type", "Required", "Description"],
            [.. body.Members.Select(static row => (IReadOnlyList<string?>)
                [new string('\u00a0', row.Depth * 4) + row.Name, row.Type, YesOrNo(row.IsRequired), row.Description])]);
    }

    private static string YesOrNo(bool isRequired) => isRequired ? "yes" : "no";

    private static void Example(HtmlText html, string heading, string? title, ExampleRequest request, ExampleResponse? response)
    {
        html.Raw("<div class=\"example\">\n").Element("h4", heading).Raw("\n");
        if (title is not null)
            html.Element("p", title).Raw("\n");
        html.Element("pre", Message(request.ToString(), request.Headers, request.Body), "request").Raw("\n");
        if (response is not null)
            html.Element("pre", Message(response.ToString(), response.Headers, response.Body), "response").Raw("\n");
        html.Raw("<button type=\"button\"").Attribute("data-request", ToJson(request)).Raw(">Send</button>\n<pre class=\"answer\" hidden></pre>\n</div>\n");
    }

    private static string Message(string startLine, FieldCollection headers, string? body)
        => string.Join('\n', headers.Select(static header => $"{header.Key}: {header.Value}").Prepend(startLine))
            + (body is null ? "" : "\n\n" + body.TrimEnd());

    // For the page's script, which reads it as data.
    private static string ToJson(ExampleRequest request)
    {
        var headers = new JsonArray();
        foreach (var (name, value) in request.Headers.Where(static header => !s_ofTheBrowser.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            headers.Add((JsonNode)new JsonArray(name, value));
        return new JsonObject { ["method"] = request.Method, ["target"] = request.Target, ["headers"] = headers, ["body"] = request.Body }
            .ToJsonString(JsonSerializerOptions.Default);
    }
}
