using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Documented;

/// <summary>Creates the simplest request that fits a section without a printed request.</summary>
internal static class SampleRequests
{
    // Conditions can depend on conditions. No page needs more steps.
    private const int MostSteps = 16;
    private const string Boundary = "sample-part";
    private static readonly Uri s_origin = new("http://localhost/");

    /// <summary>The printed requests, with the bodies that their pages leave out. Without a printed request, a created one.</summary>
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

    // Required values can depend on values of the simplest request, so completing it can take several steps.
    private static ExampleRequest Make(StubOperation operation)
    {
        var chosen = ChosenNames(operation);
        var made = Make(operation, chosen);
        for (var step = 0; step < MostSteps && operation.HasConditions && FindMissing(operation, made) is { } missing && chosen.Add(missing); step++)
            made = Make(operation, chosen);
        return made;
    }

    private static ExampleRequest Make(StubOperation operation, HashSet<string> chosen)
    {
        var values = new RequestValues(operation.Api, chosen);
        var query = InOneLine(values, operation.QueryRows.Where(row => values.IsNeeded(row) && row.Type.Kind != TypeKind.Flag));
        var headers = operation.HeaderRows.Where(values.IsNeeded).Select(row => KeyValuePair.Create(NameOf(row), values.HeaderTextOf(row))).ToList();
        var body = BodyOf(operation, values, headers);
        var target = values.PathOf(operation) + (query.Length == 0 ? "" : "?" + query);
        return new ExampleRequest(operation.Method, target, QueryText.Parse(query), FieldCollection.Headers(headers), body);
    }

    private static string? FindMissing(StubOperation operation, ExampleRequest made)
    {
        var request = new ReceivedRequest(made.Method, made.Target, s_origin, made.Headers, Encoding.UTF8.GetBytes(made.Body ?? ""));
        request.PathValues = operation.Path.Match(PathText.Normalize(request.Path)) ?? request.PathValues;
        return RequestConditions.FindMissing(operation, request);
    }

    // A word in braces stands for any name, so it can also be the name itself. Header names cannot contain spaces.
    private static string NameOf(RowDeclaration row)
        => NamePattern.Split(row.Name) is null ? RowNames.Sent(row).First()
            : row.Name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(' ', '-');

    // If one of several values is required, the first one is used.
    private static HashSet<string> ChosenNames(StubOperation operation)
        => operation.Choices.Where(static choice => choice.Kind is GroupRuleKind.ExactlyOne or GroupRuleKind.AtLeastOne)
            .SelectMany(static choice => choice.Names[0].Split('.').Append(choice.Names[0])).ToHashSet(StringComparer.Ordinal);

    private static string? BodyOf(StubOperation operation, RequestValues values, List<KeyValuePair<string, string>> headers)
    {
        switch (BodyReference.Resolve(operation.Api, operation.Body, isRequest: true))
        {
            case { Kind: BodyKind.Form, Format: BodyFormat.Form } line:
                AddContentType(headers, BodyFormats.MediaTypeOf(line.Format));
                return InOneLine(values, Fields(operation, values, line));
            case { Kind: BodyKind.Form } form:
                AddContentType(headers, BodyFormats.MediaTypeOf(form.Format), "; boundary=" + Boundary);
                var parts = Fields(operation, values, form).SelectMany(row => values.TextsOf(row).Select(
                    text => $"--{Boundary}\r\nContent-Disposition: form-data; "
                        + $"name=\"{NameOf(row)}\"{FileNameOf(operation.Api, row)}\r\n\r\n{text}\r\n"));
                return string.Concat(parts) + $"--{Boundary}--\r\n";
            case { Kind: BodyKind.Media } media:
                AddContentType(headers, media.MediaType ?? "application/octet-stream");
                return operation.Id;
            case { Kind: BodyKind.Members or BodyKind.Type, Format: BodyFormat.Xml } xml when values.Of(xml) is { } sample:
                AddContentType(headers, BodyFormats.MediaTypeOf(xml.Format));
                return XmlBody.Write(JsonBody.Read(Encoding.UTF8.GetBytes(sample.ToJsonString()))!, out _);
            case { Kind: BodyKind.Members or BodyKind.Type } json:
                AddContentType(headers, "application/json");
                return values.Of(json)?.ToJsonString() ?? "null";
            default:
                return null;
        }
    }

    // How a field is written follows from its type, which can be a name.
    private static IEnumerable<RowDeclaration> Fields(StubOperation operation, RequestValues values, BodyDeclaration form)
        => form.Members.Where(values.IsNeeded).Select(row => row with { Type = operation.Api.Resolve(row.Type) });

    private static string InOneLine(RequestValues values, IEnumerable<RowDeclaration> rows) => string.Join('&', rows.SelectMany(
        row => values.TextsOf(row).Select(text => Uri.EscapeDataString(NameOf(row)) + "=" + Uri.EscapeDataString(text))));

    private static string FileNameOf(StubApi api, RowDeclaration row) => IsFile(api.Resolve(row.Type)) ? $"; filename=\"{row.Name}.bin\"" : "";

    private static bool IsFile(TypeReference type)
        => type.Kind == TypeKind.Bytes || (type.Kind is TypeKind.Repeat or TypeKind.Brackets && IsFile(type.Arguments[0]));

    // A row can print the media type with parameters that the body does not have.
    private static void AddContentType(List<KeyValuePair<string, string>> headers, string mediaType, string boundary = "")
    {
        var index = headers.FindIndex(static header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            headers.Add(KeyValuePair.Create("Content-Type", mediaType + boundary));
        else
            headers[index] = KeyValuePair.Create(headers[index].Key, headers[index].Value + boundary);
    }

    /// <summary>The minimal body of a caller: the required members without read-only ones.</summary>
    private sealed class RequestValues(StubApi api, HashSet<string> chosen) : SampleValues(api, s_origin, new Dictionary<string, string>())
    {
        public bool IsNeeded(RowDeclaration row) => Presence.IsRequiredParameter(row) || chosen.Contains(row.Name);

        public string TextOf(RowDeclaration row) => Of(row) switch
        {
            null => row.Name,
            JsonValue value => value.ToString(),
            var other => other.ToJsonString(),
        };

        // A repeated parameter is sent as often as its range asks for.
        public IEnumerable<string> TextsOf(RowDeclaration row)
            => Enumerable.Repeat(TextOf(row), IsRepeated(row.Type) ? Math.Max(SampleNumber.Count(row.Range?.Minimum) ?? 0, 1) : 1);

        private static bool IsRepeated(TypeReference type)
            => type.Kind is TypeKind.Repeat or TypeKind.Brackets || (type.Kind == TypeKind.Nullable && IsRepeated(type.Arguments[0]));

        public string HeaderTextOf(RowDeclaration row) => HeaderText(row, TextOf(row));

        protected override bool Includes(RowDeclaration row)
            => !Presence.MayBeAbsent(row, isRequest: true) || (row is { IsReadOnly: false, IsPattern: false } && chosen.Contains(row.Name));
    }
}
