using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>What all sections of one reference share.</summary>
internal sealed record ApiDeclaration
{
    /// <summary>Null when the file leaves <c>api:</c> out.</summary>
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

    /// <summary>Query parameters every operation takes.</summary>
    public EquatableArray<RowDeclaration> QueryRows { get; init; } = [];

    /// <summary>Headers every operation takes.</summary>
    public EquatableArray<RowDeclaration> Headers { get; init; } = [];

    /// <summary>The vendor's own type names.</summary>
    public EquatableArray<TypeAlias> Types { get; init; } = [];

    /// <summary>The .NET format string a <c>date-time</c> is written with; null: ISO 8601 round-trip.</summary>
    public string? DateTimeWriteFormat { get; init; }

    /// <summary>The named parameter sets that sections take with <c>use:</c>.</summary>
    public EquatableArray<ParameterSet> Sets { get; init; } = [];

    /// <summary>Message and description of each code, for sections that list codes only.</summary>
    public EquatableArray<StatusDeclaration> Statuses { get; init; } = [];

    /// <summary>Whether a row of that table could not be read, which has been reported. A missing code can then be the code of that row.</summary>
    public bool AreStatusesUnread { get; init; }

    /// <summary>Codes any section may return though it does not say so.</summary>
    public EquatableArray<int> Always { get; init; } = [];

    /// <summary>The body of every unsuccessful status; null: raw.</summary>
    public BodyDeclaration? Error { get; init; }

    /// <summary>How bodies say that the call failed, in all sections that say nothing else.</summary>
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

/// <summary>Parameters that several operations take together.</summary>
internal sealed record ParameterSet(string Name, EquatableArray<RowDeclaration> Rows, string Pointer);

/// <summary>A fixed word of request lines, and the text it stands for.</summary>
internal sealed record WordReplacement(string Word, string Replacement);
