namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>The terms of a manual, written independently of the profiles, after manuals of three vendors.</summary>
internal sealed record Wording
{
    public required string Name { get; init; }

    /// <summary>The profile that a user would choose.</summary>
    public required string Profile { get; init; }

    public bool IsNumbered { get; init; }

    /// <summary>The lines at the top of each page; null: none.</summary>
    public string[] Top { get; init; } = [];

    /// <summary>Placeholders are printed as bare words.</summary>
    public bool HasBareWords { get; init; }

    public required IReadOnlyDictionary<string, string> Headings { get; init; }

    /// <summary>The columns of tables of parameters: name, required, type, description, filter, default.</summary>
    public required string[] Columns { get; init; }

    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    public required string[] StatusTitles { get; init; }

    public string Yes { get; init; } = "Yes";

    public string No { get; init; } = "No";

    public string Nothing { get; init; } = "--";

    public Func<string, string> Type { get; init; } = static type => type switch
    {
        "int" => "integer",
        "url" => "URLString",
        "date-time" => "ISO8601String",
        "bytes" => "file",
        _ => type,
    };

    public Func<string, string> List { get; init; } = static item => "Array of " + item;

    public Func<string, string> Default { get; init; } = static value => "Default: " + value + ".";

    public Func<string, string> Fixed { get; init; } = static value => "The fixed value " + value + ".";

    public Func<IReadOnlyList<string>, string> OneOf { get; init; } = static values => "One of " + string.Join(", ", values) + ".";

    public Func<string, string, string> Length { get; init; } = static (minimum, maximum) => minimum + " to " + maximum + " characters.";

    public Func<string, string, string> Between { get; init; } = static (minimum, maximum) => "Range: " + minimum + " to " + maximum + ".";

    public string Null { get; init; } = "Null if not set.";

    public Func<string, string> Role { get; init; } = static role => role;

    public string Lead { get; init; } = "";

    public static Wording Jobs { get; } = new()
    {
        Name = "jobs",
        Profile = "jp1",
        IsNumbered = true,
        HasBareWords = true,
        Top = ["Hitachi", "Job Management Partner 1 Version 10 Job Management Partner 1/Automatic Operation GUI, Command, and API Reference"],
        Headings = new Dictionary<string, string>
        {
            ["function"] = "Function", ["roles"] = "Execution permissions", ["since"] = "Available since", ["body form"] = "Form parameters",
            ["version"] = "API version", ["request"] = "Request format", ["query"] = "Query parameters", ["headers"] = "Request headers",
            ["path"] = "Path parameters", ["body"] = "Request body", ["status"] = "Status code", ["response"] = "Response schema",
            ["body multipart"] = "Multipart form data", ["error"] = "Error response",
            ["example"] = "Usage example", ["request header"] = "Request header:",
            ["request body"] = "Request body:", ["response header"] = "Response header:", ["response body"] = "Response body:",
        },
        Columns = ["name", "type", "description", "required", "filter"],
        Titles = new Dictionary<string, string>
        {
            ["name"] = "Member name",
            ["type"] = "Data type",
            ["description"] = "Description",
            ["required"] = "Required",
            ["filter"] = "HQL::filter / HQL::sortBy",
        },
        StatusTitles = ["Status code", "Message", "Description"],
        Yes = "Y",
        No = "N",
        Role = static role => role + " role",
        Lead = "In the following example, ",
    };

    public static Wording Arrays { get; } = new()
    {
        Name = "arrays",
        Profile = "base",
        Headings = new Dictionary<string, string>
        {
            ["function"] = "Description", ["roles"] = "Required roles", ["since"] = "Introduced in", ["body form"] = "Form data", ["version"] = "API version",
            ["request"] = "Request line", ["query"] = "Query parameters", ["headers"] = "Request headers",
            ["path"] = "Path parameters", ["body"] = "Request body", ["status"] = "Status codes", ["response"] = "Response body", ["example"] = "Usage example",
            ["body multipart"] = "Multipart form", ["error"] = "Error body",
            ["request header"] = "Request header:",
            ["request body"] = "Request body:", ["response header"] = "Response header:", ["response body"] = "Response body:",
        },
        Columns = ["name", "required", "type", "description"],
        Titles = new Dictionary<string, string> { ["name"] = "Attribute", ["type"] = "Type", ["description"] = "Meaning", ["required"] = "Required/Optional" },
        StatusTitles = ["HTTP status code", "Message", "Meaning"],
        Yes = "Required",
        No = "Optional",
        Type = static type => type switch { "date-time" => "datetime", "bytes" => "binary", _ => type },
        List = static item => item + "[]",
        Default = static value => "The default is " + value + ".",
        OneOf = static values => "Possible values: " + string.Join(", ", values) + ".",
        Fixed = static value => "Always " + value + ".",
    };

    public static Wording Phones { get; } = new()
    {
        Name = "phones",
        Profile = "base",
        Headings = new Dictionary<string, string>
        {
            ["function"] = "Purpose", ["roles"] = "Roles", ["since"] = "Minimum version", ["body form"] = "Form parameters", ["version"] = "API version",
            ["request"] = "Endpoint", ["query"] = "Query string", ["headers"] = "HTTP headers", ["path"] = "URI parameters",
            ["body"] = "Request payload", ["status"] = "Response codes", ["response"] = "Response payload",
            ["body multipart"] = "Form parts", ["error"] = "Failure response", ["example"] = "Examples",
            ["request header"] = "Request header:", ["request body"] = "Request body:",
            ["response header"] = "Response header:", ["response body"] = "Response body:",
        },
        Columns = ["name", "type", "required", "default", "description"],
        Titles = new Dictionary<string, string>
        {
            ["name"] = "Field",
            ["type"] = "Data type",
            ["description"] = "Explanation",
            ["required"] = "Mandatory",
            ["default"] = "Default",
        },
        StatusTitles = ["Code", "Description"],
        Nothing = "-",
        List = static item => "List of " + item,
        OneOf = static values => "Valid values: " + string.Join(" | ", values) + ".",
        Length = static (minimum, maximum) => minimum.Length == 0 ? "At most " + maximum + " characters."
            : maximum.Length == 0 ? "At least " + minimum + " characters."
            : minimum + " to " + maximum + " characters.",
        Null = "Can be null.",
    };
}
