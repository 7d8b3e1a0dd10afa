using System.Diagnostics.CodeAnalysis;

namespace ApiSpec.Drafting.Profiles;

/// <summary>The keys of a profile.</summary>
internal static class ProfileKeys
{
    public const string Extension = ".apispec-profile.yaml";
    public const string Parameters = "parameters";

    /// <summary>A part whose lines do not belong in a spec.</summary>
    public const string Skip = "skip";

    /// <summary>The roles that may call an operation.</summary>
    public const string Roles = "roles";

    /// <summary>A heading that only groups other headings.</summary>
    public const string Group = "group";

    public const string Example = "example";

    /// <summary>The edition or product version that introduced something.</summary>
    public const string Since = "since";

    public const string Deprecated = "deprecated";

    /// <summary>Sentences that only apply in some cases.</summary>
    public const string Conditions = "conditions";

    /// <summary>The headers of a response.</summary>
    public const string ResponseHeaders = "response headers";

    /// <summary>The column in which 'yes' means that a row can be left out.</summary>
    public const string Optional = "optional";

    /// <summary>The column with the object that a row belongs to.</summary>
    public const string Parent = "parent";

    /// <summary>The body of failed responses.</summary>
    public const string Error = "error";

    /// <summary>The column with the status code that comes with an error code.</summary>
    public const string Status = "status";

    /// <summary>The error codes in the body of a response.</summary>
    public const string ErrorCodes = "error codes";

    public static readonly string[] Top =
    [
        "profile", "manual", "extends", "title", "editions", "page names", "headings", "tables", "types", "required", "unstated", "remarks", "rows", "captions",
        Roles, Deprecated, Conditions, "placeholders",
        "labels", "leads", "nothing", "refer", "drop",
    ];

    public static readonly string[] Headings =
    [
        "title", "function", Roles, Since, "version", "request", "method", "path", "query", Parameters, "headers", "body", "body form", "body multipart",
        "status", "response", ResponseHeaders, Error, ErrorCodes,
        Example, Example + "/request header", Example + "/request body", Example + "/response header", Example + "/response body", Group, Skip,
    ];

    public static readonly string[] Tables =
        ["status", ErrorCodes, Roles, Parameters, "path", "query", "headers", "body", "body form", "body multipart", "response", ResponseHeaders, Error];

    /// <summary>Returns the kind whose columns also apply to a table that has no columns itself.</summary>
    public static string ParentOf(string kind) => kind is "status" or ErrorCodes or Roles ? kind : Parameters;

    public static readonly string[] Columns =
    [
        "code", Status, "message", "name", "type", "required", Optional, "default", "range", "values", "null", "filter", "since", "in", Parent,
        "description", Skip,
    ];

    public static readonly string[] Unstated =
        ["path", "query", "headers", "body", "body form", "body multipart", "response", ResponseHeaders, Error];

    /// <summary>The title of a note.</summary>
    public const string NoteLabel = "notes";

    /// <summary>The name of a language above code.</summary>
    public const string CodeLabel = "code";

    /// <summary>The title of a list of the headings of the page.</summary>
    public const string ContentsLabel = "contents";

    /// <summary>A word in the column of types of a status table that only says whether the call succeeds.</summary>
    public const string OutcomeLabel = "outcomes";

    /// <summary>The title of a base address, which is not the address of an operation.</summary>
    public const string ServerLabel = "servers";

    /// <summary>The words before the address of an operation, on one line.</summary>
    public const string AddressLabel = "addresses";

    public static readonly string[] Labels = [NoteLabel, CodeLabel, ContentsLabel, OutcomeLabel, ServerLabel, AddressLabel];

    /// <summary>Returns the key of a part of the request; null: the words name none.</summary>
    /// <param name="place">The folded words: <c>query</c>, <c>path parameter</c>, <c>request body</c>.</param>
    public static string? KindOf(string place) => (place.EndsWith(" parameter", StringComparison.Ordinal) ? place[..^" parameter".Length] : place) switch
    {
        "path" or "url" or "uri" => "path",
        "query" or "query string" => "query",
        "header" or "headers" => "headers",
        "body" or "request body" or "requestbody" => "body",
        "form" or "formdata" or "form data" => "body form",
        _ => null,
    };

    /// <summary>Whether a part with the key has rows with names.</summary>
    public static bool HasRows(string? key) => key == Parameters || Array.IndexOf(Unstated, key) >= 0;

    /// <summary>Whether a part is an example, or a part of one.</summary>
    public static bool IsOfExample([NotNullWhen(true)] string? key) => key?.StartsWith(Example, StringComparison.Ordinal) == true;

    /// <summary>Whether a part is one message of an example: <c>example/request header</c>.</summary>
    public static bool IsMessage([NotNullWhen(true)] string? key) => IsOfExample(key) && key.Length > Example.Length;

    /// <summary>Whether a part describes the request, and not its response.</summary>
    public static bool IsOfRequest(string key)
        => key is "request" or "method" or "path" or "query" or "headers" or "body" or "body form" or "body multipart" or Parameters;

    /// <summary>Whether the rows of a part can have members.</summary>
    public static bool IsBody(string? key) => key is "body" or "response" or Error;

    /// <summary>The keys that a sentence can replace.</summary>
    public static readonly string[] Referred = ["status", "response", Error, "body", "query", "path", Roles];

    /// <summary>Returns the gaps that a pattern under a key can have, besides <c>*</c>.</summary>
    public static string[] GapsOf(string key) => key switch
    {
        "types" => ["T", "min", "max", "values"],
        "remarks" => ["value", "values", "min", "max", "name"],
        "rows" => Columns,
        "captions" => ["name", "number"],
        "headings" or Roles => ["name"],
        _ => [],
    };
}
