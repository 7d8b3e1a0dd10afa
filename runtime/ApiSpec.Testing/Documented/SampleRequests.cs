using System.Text.Json.Nodes;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Answers;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Documented;

/// <summary>Makes the simplest request that fits a section, where the page prints none.</summary>
internal static class SampleRequests
{
    private const string Boundary = "sample-part";
    private static readonly Uri s_origin = new("http://localhost/");

    /// <summary>The printed requests, completed with the bodies that their pages leave out; a made one where none is printed.</summary>
    public static IReadOnlyList<ExampleRequest> Of(StubOperation operation)
    {
        var made = Make(operation);
        var printed = operation.Examples.Select(static example => example.Request).OfType<ExampleRequest>().Select(request => Complete(request, made)).ToList();
        return printed.Count > 0 ? printed : [made];
    }

    private static ExampleRequest Complete(ExampleRequest printed, ExampleRequest made)
    {
        if (printed.Body is not null || made.Body is null)
            return printed;
        var headers = printed.Headers.Where(static header => !header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Concat(made.Headers.Where(static header => header.Key == "Content-Type"));
        return new ExampleRequest(printed.Method, printed.Target, printed.Query, FieldCollection.Headers(headers), made.Body);
    }

    private static ExampleRequest Make(StubOperation operation)
    {
        var values = new RequestValues(operation.Api);
        var query = string.Join('&', operation.QueryRows.Where(RequestCheck.IsRequired).Select(row => Uri.EscapeDataString(row.Name) + "=" + Uri.EscapeDataString(values.TextOf(row)))
            .Concat(Chosen(operation, values)));
        var headers = operation.HeaderRows.Where(RequestCheck.IsRequired).Select(row => KeyValuePair.Create(row.Name, values.TextOf(row))).ToList();
        var body = BodyOf(operation, values, headers);
        var target = values.PathOf(operation) + (query.Length == 0 ? "" : "?" + query);
        return new ExampleRequest(operation.Method, target, QueryText.Parse(query), FieldCollection.Headers(headers), body);
    }

    // Where one of several parameters has to be there, the first one is.
    private static IEnumerable<string> Chosen(StubOperation operation, RequestValues values) => operation.Choices
        .Where(choice => choice.Kind != ChoiceKind.AtMostOne && !choice.Names.Any(name => operation.QueryRows.Any(row => row.Name == name && RequestCheck.IsRequired(row))))
        .Select(choice => operation.QueryRows.FirstOrDefault(row => row.Name == choice.Names[0]))
        .OfType<RowDeclaration>()
        .Select(row => Uri.EscapeDataString(row.Name) + "=" + Uri.EscapeDataString(values.TextOf(row)));

    private static string? BodyOf(StubOperation operation, RequestValues values, List<KeyValuePair<string, string>> headers)
    {
        switch (operation.Api.Resolve(operation.Body, isRequest: true))
        {
            case { Kind: BodyKind.Media, Parts.Count: > 0 } form:
                headers.Add(KeyValuePair.Create("Content-Type", "multipart/form-data; boundary=" + Boundary));
                var parts = form.Parts.Where(static row => !row.IsOptional).Select(row =>
                    $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{row.Name}\"; filename=\"{row.Name}.bin\"\r\n\r\n{values.TextOf(row)}\r\n");
                return string.Concat(parts) + $"--{Boundary}--\r\n";
            case { Kind: BodyKind.Media } media:
                headers.Add(KeyValuePair.Create("Content-Type", media.MediaType ?? "application/octet-stream"));
                return operation.Id;
            case { Kind: BodyKind.Members or BodyKind.Type } json:
                headers.Add(KeyValuePair.Create("Content-Type", "application/json"));
                return values.Of(json)?.ToJsonString() ?? "null";
            default:
                return null;
        }
    }

    /// <summary>What a caller sends: the members that must be there, and that are not the server's own.</summary>
    private sealed class RequestValues(StubApi api) : SampleValues(api, s_origin, new Dictionary<string, string>())
    {
        public string TextOf(RowDeclaration row) => Of(row) switch
        {
            null => row.Name,
            JsonValue value => value.ToString(),
            var other => other.ToJsonString(),
        };

        protected override bool Includes(RowDeclaration row) => row is { IsReadOnly: false, IsPattern: false, When: null, IsOptional: false };
    }
}
