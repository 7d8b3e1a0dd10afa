using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The content of an API file, which all sections of one reference share.</summary>
internal sealed record ApiDeclaration
{
    /// <summary>The value of <c>api:</c>; null if it is missing.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The C# name of the client class.</summary>
    public required string Client { get; init; }

    /// <summary>Null: the project's root namespace plus the API's id.</summary>
    public string? Namespace { get; init; }

    /// <summary>The base address of <c>base:</c>. Its path replaces a leading <c>base-URL</c> in a request line.</summary>
    public string? Base { get; init; }

    public EquatableArray<ManualDeclaration> Manuals { get; init; } = [];

    public EquatableArray<RoleDeclaration> Roles { get; init; } = [];

    public EquatableArray<AuthenticationScheme> Authentication { get; init; } = [];

    /// <summary>The query parameters of every operation.</summary>
    public EquatableArray<RowDeclaration> QueryRows { get; init; } = [];

    /// <summary>The headers of every operation.</summary>
    public EquatableArray<RowDeclaration> Headers { get; init; } = [];

    /// <summary>The vendor's own type names.</summary>
    public EquatableArray<TypeAlias> Types { get; init; } = [];

    /// <summary>The .NET format in which a <c>date-time</c> is written; null: ISO 8601 round-trip.</summary>
    public string? DateTimeWriteFormat { get; init; }

    /// <summary>The IANA id of the time zone of dates and times that are written without one; null: they are in UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The named parameter sets that sections name with <c>use:</c>.</summary>
    public EquatableArray<ParameterSet> Sets { get; init; } = [];

    /// <summary>Message and description of each code, for sections that list codes only.</summary>
    public EquatableArray<StatusDeclaration> Statuses { get; init; } = [];

    /// <summary>Whether a row of that table could not be read, which has been reported. A missing code can then be the code of that row.</summary>
    public bool AreStatusesUnread { get; init; }

    /// <summary>Codes that any section can return, even if it does not list them.</summary>
    public EquatableArray<int> Always { get; init; } = [];

    /// <summary>The body of every unsuccessful status; null: raw.</summary>
    public BodyDeclaration? Error { get; init; }

    /// <summary>The text before the JSON of responses, which clients remove; null: there is none.</summary>
    public string? JsonPrefix { get; init; }

    /// <summary>How response bodies show that a call failed, in all sections that do not say otherwise.</summary>
    public OutcomeDeclaration Outcomes { get; init; } = OutcomeDeclaration.None;

    /// <summary>The fixed placeholders of printed request lines, and their values.</summary>
    public EquatableArray<WordReplacement> Words { get; init; } = [];

    public string? Notes { get; init; }
}

/// <summary>An edition of the printed reference: the key used by <c>source:</c> and its title.</summary>
internal sealed record ManualDeclaration(string Key, string Title);

/// <summary>A role of the vendor's system.</summary>
internal sealed record RoleDeclaration(string Name, string? Description, string Pointer);

/// <summary>The vendor's name of a type.</summary>
internal sealed record TypeAlias(string Name, TypeReference Type, string Pointer);

/// <summary>A set of parameters that several operations share.</summary>
internal sealed record ParameterSet(string Name, EquatableArray<RowDeclaration> Rows, string Pointer);

/// <summary>A fixed word of request lines, and its replacement.</summary>
internal sealed record WordReplacement(string Word, string Replacement);
