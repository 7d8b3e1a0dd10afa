namespace ApiSpec.Language.Characters;

/// <summary>The keywords of the format. A string with similar letters of another script is read as the keyword.</summary>
internal static class FormatWords
{
    /// <summary>The key of a request body, which also starts the keys of other formats.</summary>
    public const string Body = "body";

    /// <summary>The keys of request bodies, each with the word for its format.</summary>
    public static readonly string[] BodyKeys = [Body, "body xml", "body form", "body multipart"];

    /// <summary>The key of the body of a success, which also starts the keys of other formats.</summary>
    public const string Response = "response";

    /// <summary>The keys of the body of a success.</summary>
    public static readonly string[] ResponseKeys = [Response, "response xml"];

    /// <summary>The keys of the body of a failure.</summary>
    public static readonly string[] ErrorKeys = ["error", "error xml"];

    /// <summary>The key of the text before the JSON of responses.</summary>
    public const string JsonPrefix = "json prefix";

    /// <summary>The keys of a usage example. Their values are pasted text of several lines.</summary>
    public static readonly string[] PastedKeys = ["request header", "request body", "response header", "response body"];

    /// <summary>All keys of a usage example.</summary>
    public static readonly string[] ExampleKeys = ["title", .. PastedKeys];

    /// <summary>Whether the value of a key is pasted text.</summary>
    public static bool IsPasted(string key) => Array.IndexOf(PastedKeys, key) >= 0;

    /// <summary>Whether a key is the key of a request or response body in any format.</summary>
    public static bool IsKeyOfBody(string key)
        => Array.IndexOf(BodyKeys, key) >= 0 || Array.IndexOf(ResponseKeys, key) >= 0 || Array.IndexOf(ErrorKeys, key) >= 0;

    /// <summary>The keys at the top of a section's file.</summary>
    public static readonly string[] SectionKeys =
    [
        "api", "section", "title", "function", "source", "errata", "operation", "roles", "version", "request", "path", "query", "headers", "use",
        "exactly-one", "at-least-one", "at-most-one", .. BodyKeys, "required", "status", "success when", "error code in", "error message in",
        "error codes", .. ErrorKeys, .. ResponseKeys, JsonPrefix, "with", "done when", "examples", "paging", "authentication", "deprecated",
        "since", "until", "before", "only", "except", "csharp", "idempotent", "notes", "schemas",
    ];

    /// <summary>The keys at the top of an API file.</summary>
    public static readonly string[] ApiKeys =
    [
        "api", "title", "client", "namespace", "base", "manuals", "roles", "authentication", "query", "headers", "types", "date-time", "timezone", "sets",
        "status", "always", "success when", "error code in", "error message in", "error codes", .. ErrorKeys, JsonPrefix, "words", "source", "notes", "schemas",
    ];

    /// <summary>The methods that nearly every reference uses.</summary>
    public static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
}
