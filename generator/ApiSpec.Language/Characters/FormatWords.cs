namespace ApiSpec.Language.Characters;

/// <summary>The words that the format has of its own. Letters of another script that look like one of them are meant as it.</summary>
internal static class FormatWords
{
    /// <summary>The keys at the top of a section's file.</summary>
    public static readonly string[] SectionKeys =
    [
        "api", "section", "title", "function", "source", "errata", "operation", "roles", "version", "request", "path", "query", "headers", "use",
        "exactly-one", "at-least-one", "at-most-one", "requires", "body", "required", "parts", "status", "success when", "error code in", "error message in",
        "error codes", "error", "response", "with", "examples", "paging", "authentication", "deprecated", "since",
        "until", "only", "except", "csharp", "idempotent", "notes", "schemas",
    ];

    /// <summary>The keys at the top of an API file.</summary>
    public static readonly string[] ApiKeys =
    [
        "api", "title", "client", "namespace", "base", "manuals", "roles", "authentication", "headers", "types", "date-time", "sets", "status",
        "always", "success when", "error code in", "error message in", "error codes", "error", "words", "source", "notes", "schemas",
    ];

    /// <summary>The methods that nearly every reference uses.</summary>
    public static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
}
