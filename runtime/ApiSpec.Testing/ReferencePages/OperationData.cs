using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>
/// Writes the data of an operation for the script of the page as JSON: the editable parameters, the initial requests, and the C# names.
/// </summary>
internal static class OperationData
{
    // The headers that a page is not allowed to set, and the headers that a browser sets itself (Fetch, section 2.2.2, "forbidden request-header").
    private static readonly string[] s_ofTheBrowser =
    [
        "Accept-Encoding", "Connection", "Content-Length", "Cookie", "Date", "Expect", "Host", "Keep-Alive", "Origin", "Referer", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
    ];

    public static string Of(DocumentedOperation operation) => new JsonObject
    {
        ["method"] = operation.Method,
        ["template"] = operation.PathTemplate,
        ["group"] = operation.CSharp.Group,
        ["call"] = operation.CSharp.Method,
        ["parameters"] = new JsonArray([.. operation.Parameters.Select(Parameter)]),
        ["body"] = operation.RequestBody is { } body ? new JsonArray([.. body.Members.Select(Member)]) : null,
        ["bodyType"] = operation.RequestBody?.Type,
        ["statuses"] = new JsonArray([.. operation.Statuses.Select(static status => (JsonNode)status.Code).DistinctBy(static code => (int)code)]),
        ["requests"] = new JsonArray([.. operation.SampleRequests.Select(Request)]),
    }.ToJsonString(JsonSerializerOptions.Default);

    private static JsonNode Parameter(DocumentedParameter parameter)
    {
        var data = Value(parameter.Value);
        (data["place"], data["name"], data["type"], data["isRequired"]) = (parameter.Place, parameter.Name, parameter.Type, parameter.IsRequired);
        if (parameter.Value.IsOfCredential)
            data["isOfCredential"] = true;
        if (parameter.Value.IsSecret)
            data["isSecret"] = true;
        return data;
    }

    private static JsonNode Member(DocumentedMember member)
    {
        var data = Value(member.Value);
        (data["depth"], data["name"], data["isRequired"]) = (member.Depth, member.Name, member.IsRequired);
        return data;
    }

    private static JsonObject Value(Documented.ValueNotation value)
    {
        var data = new JsonObject { ["kind"] = value.Kind, ["property"] = value.Property };
        if (value.Item is { } item)
            data["item"] = item;
        if (value.Separator is { } separator)
            data["separator"] = separator;
        if (value.Enclosure is { } enclosure)
            data["enclosure"] = enclosure;
        if (value.WireName is { } wireName)
            data["wireName"] = wireName;
        if (value.Form is { } form)
            data["form"] = form;
        if (value.Known.Count > 0)
            data["known"] = new JsonArray([.. value.Known.Select(static known => (JsonNode)known)]);
        if (value.Constant is { } constant)
            data["constant"] = constant;
        return data;
    }

    private static JsonNode Request(ExampleRequest request)
    {
        var headers = new JsonArray();
        foreach (var (name, value) in request.Headers.Where(static header => !s_ofTheBrowser.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            headers.Add((JsonNode)new JsonArray(name, value));
        return new JsonObject { ["target"] = request.Target, ["headers"] = headers, ["body"] = request.Body };
    }
}
