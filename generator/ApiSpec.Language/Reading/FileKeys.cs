using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reading;

/// <summary>The keys at the top of each kind of file.</summary>
internal static class FileKeys
{
    public static readonly string[] Section =
    [
        "api", "section", "title", "function", "source", "errata", "operation", "roles", "version", "request", "path", "query", "headers", "use",
        "exactly-one", "at-least-one", "at-most-one", "requires", "body", "required", "parts", "status", "response", "with", "examples", "paging", "deprecated", "since",
        "until", "only", "except", "csharp", "idempotent", "notes", "schemas",
    ];

    public static readonly string[] Api =
    [
        "api", "title", "client", "namespace", "base", "manuals", "roles", "authentication", "headers", "types", "date-time", "sets", "status",
        "always", "error", "words", "source", "notes", "schemas",
    ];

    public static readonly string[] Schemas = ["api", "section", "title", "source", "notes", "schemas"];

    public static string[] Of(SpecFileKind kind) => kind switch
    {
        SpecFileKind.Api => Api,
        SpecFileKind.Section => Section,
        _ => Schemas,
    };

    /// <summary>Where a key would be right, as the end of a message; null when nowhere.</summary>
    public static string? Elsewhere(SpecFileKind kind, string key)
    {
        if (kind != SpecFileKind.Api && Array.IndexOf(Api, key) >= 0)
            return "; it belongs in an API file, which has 'client:'";
        if (kind != SpecFileKind.Section && Array.IndexOf(Section, key) >= 0)
            return "; it belongs in a section, which has 'request:'";
        return null;
    }
}
