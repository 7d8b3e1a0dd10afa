using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles the status table of a section: its own rows, in the wording of the API file where it has none, and what any section may return.</summary>
internal static class StatusBinder
{
    public static EquatableArray<StatusModel> Bind(ApiScope scope, SpecSource source, string enumName)
    {
        var names = new MemberNames(scope.Report, source.Path, enumName, ReservedNames.OfStatus);
        var shared = new Dictionary<int, StatusDeclaration>();
        foreach (var status in scope.Api?.Statuses ?? [])
            shared[status.Code] = status;

        var rows = source.File.Section!.Statuses.Rows.ToList();
        foreach (var code in scope.Api?.Always ?? [])
        {
            if (rows.All(row => row.Code != code))
                rows.Add(new StatusDeclaration { Code = code, Pointer = "/status" });
        }

        var statuses = new List<StatusModel>(rows.Count);
        foreach (var row in rows.OrderBy(static row => row.Code))
        {
            shared.TryGetValue(row.Code, out var wording);
            if (row.Pointer != "/status" && row.Message is null && row.Description is null && wording is null && scope.Api?.Statuses.Count > 0)
                scope.Report.Add(SpecRules.CodeWithoutWords, source.Path, row.Pointer, row.Code.ToString(CultureInfo.InvariantCulture));

            var message = row.Message ?? wording?.Message;
            var name = row.CSharpName ?? wording?.CSharpName ?? names.Free(NameOf(row.Code, message));
            if (names.Take(row.Code.ToString(CultureInfo.InvariantCulture), name, row.Pointer) is not { } csharpName)
                continue;
            statuses.Add(new StatusModel(
                row.Code, csharpName, message, Describe(row, wording), row.IsResult, row.Transient ?? wording?.Transient));
        }

        return statuses.ToEquatableArray();
    }

    public static string NameOf(int code, string? message)
        => (message is null ? null : CSharpName.PascalWords(message)) ?? StandardStatusName(code) ?? "Status" + code.ToString(CultureInfo.InvariantCulture);

    private static string? Describe(StatusDeclaration row, StatusDeclaration? wording)
    {
        var parts = new List<string>();
        if ((row.Description ?? wording?.Description) is { } description)
            parts.Add(description);
        DocumentationText.AddEditions(parts, row.Editions);
        foreach (var other in row.OtherEditions)
            parts.Add("In " + other.Edition + ": " + other.Text + ".");
        return DocumentationText.Join(parts);
    }

    // The names of RFC 9110, section 15, for references that print codes alone.
    private static string? StandardStatusName(int code) => code switch
    {
        100 => "Continue",
        101 => "SwitchingProtocols",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        505 => "HttpVersionNotSupported",
        507 => "InsufficientStorage",
        _ => null,
    };
}
