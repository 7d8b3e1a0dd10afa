using System.Globalization;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Writes one operation under the headings of a printed reference.</summary>
/// <param name="html">The page.</param>
/// <param name="isOnPage">Whether the page has an operation.</param>
internal sealed class OperationSection(HtmlText html, Func<string, bool> isOnPage)
{
    public void Write(string anchor, DocumentedOperation operation)
    {
        html.Raw("<article").Attribute("id", anchor).Attribute("data-operation", OperationData.Of(operation)).Raw(">\n<h2 tabindex=\"-1\">");
        html.Text(string.Join(' ', new[] { operation.Section, operation.Title ?? operation.Id }.OfType<string>())).Raw("</h2>\n<p class=\"line\">");
        html.Element("code", operation.Method, "method").Raw(" ").Element("code", operation.PathTemplate).Raw("</p>\n");
        if (operation.Deprecated is { } deprecated)
            html.Element("p", "Deprecated" + (deprecated.Length > 0 ? ": " + deprecated : "."), "note").Raw("\n");
        if (operation.Function is { } function)
            html.Element("p", function).Raw("\n");
        html.Raw("<dl>\n");
        Row("Operation", operation.Id);
        Row("Execution permissions", string.Join(", ", operation.Roles));
        Row("Source", string.Join("; ", operation.Sources));
        html.Raw("</dl>\n");
        html.Table(
            "Parameters", ["Name", "In", "Type", "Required", "Description"],
            [.. operation.Parameters.Select(static row => (IReadOnlyList<HtmlCell>)[row.Name, row.Place, row.Type, YesOrNo(row.IsRequired), row.Description])]);
        html.Raw("<section class=\"request-schema\">\n");
        Body("Request schema", operation.RequestBody);
        html.Raw("</section>\n");
        html.Table(
            "Status codes", ["Status code", "Message", "Description"],
            [.. operation.Statuses.Select(static row => (IReadOnlyList<HtmlCell>)[CodeOf(row), row.Message, row.Description])]);
        Body("Response schema", operation.ResponseBody);
        Remarks(operation);
        for (var i = 0; i < operation.Examples.Count; i++)
            Example(operation.Examples[i], operation.Examples.Count == 1 ? "" : " " + (i + 1).ToString(CultureInfo.InvariantCulture));
        html.Raw("</article>\n");
    }

    private static string CodeOf(ApiStatus status)
        => status.Code.ToString(CultureInfo.InvariantCulture) + (status.ErrorCode is { } error ? " (" + error + ")" : "");

    private static string YesOrNo(bool isRequired) => isRequired ? "yes" : "no";

    private void Row(string name, string value)
    {
        if (value.Length > 0)
            html.Element("dt", name).Element("dd", value).Raw("\n");
    }

    private void Body(string heading, DocumentedBody? body)
    {
        if (body is null)
            return;
        if (body.Members.Count == 0)
            html.Element("h3", heading).Raw("\n<p>").Element("code", body.Type).Raw("</p>\n");
        html.Table(
            heading + ": " + body.Type, ["Name", "Type", "Required", "Description"],
            [.. body.Members.Select(row => (IReadOnlyList<HtmlCell>)
                [new string('\u00a0', row.Depth * 4) + row.Name, row.Type, YesOrNo(row.IsRequired), new HtmlCell(row.Description, LinkOf(row))])]);
    }

    private string? LinkOf(DocumentedMember member) => member.LinksTo is { } operation && isOnPage(operation) ? operation : null;

    private void Remarks(DocumentedOperation operation)
    {
        if (operation.Notes is null && operation.Errata.Count == 0)
            return;
        html.Element("h3", "Notes").Raw("\n");
        if (operation.Notes is { } notes)
            html.Element("p", notes, "note").Raw("\n");
        foreach (var erratum in operation.Errata)
            html.Element("p", erratum, "note").Raw("\n");
    }

    private void Example(DocumentedExample example, string number)
    {
        html.Element("h3", "Usage example" + number).Raw("\n");
        if (example.Title is { } title)
            html.Element("p", title).Raw("\n");
        if (example.Request is { } request)
            Message("Request of usage example" + number, request.ToString(), request.Headers, request.Body, "request");
        if (example.Response is { } response)
            Message("Response of usage example" + number, response.ToString(), response.Headers, response.Body, "response");
    }

    private void Message(string label, string startLine, FieldCollection headers, string? body, string className)
        => html.Raw("<pre tabindex=\"0\" role=\"region\"").Attribute("aria-label", label).Attribute("class", className).Raw(">")
            .Text(string.Join('\n', headers.Select(static header => $"{header.Key}: {header.Value}").Prepend(startLine))
                + (body is null ? "" : "\n\n" + body.TrimEnd()))
            .Raw("</pre>\n");
}
