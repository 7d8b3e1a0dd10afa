using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Creates the error body of an API. The name of a member, or an example in its description, determines its value.</summary>
/// <remarks>Optional members are left out, as on most pages.</remarks>
internal sealed class ErrorValues(StubApi api, ReceivedRequest request, int statusCode, string message)
    : SampleValues(api, request.Origin, new Dictionary<string, string>())
{
    private static readonly string[] s_places = ["source", "url", "uri", "href", "path", "instance"];
    private static readonly string[] s_codes = ["code", "status", "type", "number"];
    private static readonly string[] s_messages = ["message", "description", "detail", "reason", "title", "text", "cause", "error"];
    private static readonly string[] s_products = ["application", "product", "component", "module", "system", "service"];
    private bool _takesAll;

    /// <summary>The error body as JSON; null: there is nothing to show.</summary>
    /// <param name="error">The body that the reference shows.</param>
    public JsonNode? Make(BodyDeclaration error)
    {
        if (Of(error) is not { } body)
            return null;
        if (body.ToJsonString().Contains(JsonValue.Create(message).ToJsonString(), StringComparison.Ordinal))
            return body;
        // If all members are optional, a body without a message would not help.
        _takesAll = true;
        return Of(error);
    }

    protected override bool Includes(RowDeclaration row) => base.Includes(row) && (_takesAll || !row.IsOptional);

    protected override string Text(RowDeclaration row)
    {
        if (SampleText.FromDescription(row.Description) is { } example)
            return example;
        if (Says(row, s_places))
            return Source();
        if (SampleText.IsIdentifier(row.Name) || Says(row, s_codes))
            return statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Says(row, s_messages))
            return message;
        return Says(row, s_products) ? Product() : base.Text(row);
    }

    protected override string Url(RowDeclaration row) => Source();

    protected override long Number(RowDeclaration row) => Says(row, s_codes) ? statusCode : 1;

    private string Source() => request.Origin.GetLeftPart(UriPartial.Authority) + request.Target;

    private string Product()
        => request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } word ? Uri.UnescapeDataString(word) : Api.Title ?? "";

    private static bool Says(RowDeclaration row, string[] words) => words.Any(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
