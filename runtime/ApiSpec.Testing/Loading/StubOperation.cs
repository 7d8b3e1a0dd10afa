using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Testing.Loading;

/// <summary>An operation that a stub answers for.</summary>
internal sealed class StubOperation
{
    private readonly SectionDeclaration _section;
    private EquatableArray<MemberValue>? _printedValues;
    private IReadOnlyList<RequestConstant>? _constants;
    private IReadOnlyList<RowDeclaration>? _pathRows;
    private IReadOnlyList<RowDeclaration>? _queryRows;
    private IReadOnlyList<RowDeclaration>? _headerRows;

    public StubOperation(StubApi api, SectionDeclaration section, IReadOnlyList<DocumentedExample> examples)
    {
        Api = api;
        _section = section;
        Examples = examples;
        Path = new PathPattern(section.Path, name => section.PathRows.Any(row => row.Name == name && row.AllowsSlashes));
    }

    public StubApi Api { get; }

    /// <summary>The section, its request line in the words of the API.</summary>
    public SectionDeclaration Declaration => _section;

    public string Id => _section.Id;

    public string? Section => _section.Section;

    public string? Title => _section.Title;

    public string? Function => _section.Function;

    public IReadOnlyList<string> Roles => _section.Roles;

    /// <summary>The status table, with the rows that every section of the API has.</summary>
    public IReadOnlyList<ApiStatus> Statuses =>
    [
        .. _section.Statuses.Rows.Select(static row => row.Code).Concat(Api.AlwaysCodes).Distinct().Order()
            .Select(code => new ApiStatus(code, WordingOf(code).Message, WordingOf(code).Description, IsResult(code))),
    ];

    public string Method => _section.HttpMethod;

    public PathTemplate Template => _section.Path;

    /// <summary>The paths that the operation has.</summary>
    public PathPattern Path { get; }

    public IReadOnlyList<RowDeclaration> PathRows => _pathRows ??= Resolve(_section.PathRows);

    /// <summary>The parameters of the query, those of the sets that the section takes included.</summary>
    public IReadOnlyList<RowDeclaration> QueryRows => _queryRows ??= Resolve([.. _section.QueryRows, .. Api.RowsOfSets(_section)]);

    /// <summary>The headers that the section and its API describe.</summary>
    public IReadOnlyList<RowDeclaration> HeaderRows => _headerRows ??= Resolve(
        [.. _section.HeaderRows, .. RequestHeaders.Shared(Api.Headers, _section, Api.Resolve).Where(row => Concerns(_section, row))]);

    /// <summary>The constants that each request carries, which distinguish operations with one method and path.</summary>
    public IReadOnlyList<RequestConstant> Constants => _constants ??= RequestConstants.Of(Api, _section);

    public IReadOnlyList<ParameterChoice> Choices => _section.Choices;

    public BodyDeclaration? Body => _section.Body;

    /// <summary>What leads from one page of the list to the next; null: the section says nothing of pages.</summary>
    public PagingDeclaration? Paging => _section.Paging;

    public IReadOnlyList<DocumentedExample> Examples { get; }

    /// <summary>The code that the operation succeeds with; 200 where the reference lists none.</summary>
    public int SuccessCode => _section.Statuses.Success?.Code ?? 200;

    /// <summary>The documented body of a result; null: it has none, or the page shows none.</summary>
    public BodyDeclaration? ResponseOf(int code)
        => BodyReference.Resolve(Api, OwnBodyOf(code) ?? _section.Response, isRequest: false);

    /// <summary>The headers that a response with the code has.</summary>
    public EquatableArray<RowDeclaration> HeadersOf(int code) => _section.Statuses.Find(code)?.Headers ?? [];

    /// <summary>The body of successful results, which <c>same as</c> of another section may lead to.</summary>
    public BodyDeclaration? Response => _section.Response;

    /// <summary>What this section prints for members of the response that it shares with others.</summary>
    public EquatableArray<MemberValue> PrintedValues => _printedValues ??= Api.PrintedValues(_section);

    /// <summary>Tells whether the row of the code shows a body that no other row has.</summary>
    public bool HasOwnBody(int code) => OwnBodyOf(code) is not null;

    /// <summary>Tells whether an answer with the code has a body of its own, and not the API's error body.</summary>
    public bool IsResult(int code) => _section.Statuses.IsResult(code);

    public bool Documents(int code) => _section.Statuses.Find(code) is not null || Api.Always(code);

    // A failure may have its body in the API file, for all sections.
    private BodyDeclaration? OwnBodyOf(int code)
        => _section.Statuses.Find(code)?.Response ?? (IsResult(code) ? null : Api.FailureBodyOf(code));

    /// <summary>The row of the status table, in the wording of the API file where the section has none.</summary>
    public (string? Message, string? Description) WordingOf(int code)
    {
        var row = _section.Statuses.Find(code);
        var shared = Api.WordingOf(code);
        return (row?.Message ?? shared.Message, row?.Description ?? shared.Description);
    }

    /// <summary>What the reference prints otherwise than this spec has it, and what its examples lack.</summary>
    public EquatableArray<Erratum> Errata => _section.Errata;

    // How a parameter is sent follows from its type, and that may stand behind a name. Other files may declare it, so that it is looked up when all have been read.
    private IReadOnlyList<RowDeclaration> Resolve(IEnumerable<RowDeclaration> rows) => [.. rows.Select(row => row with { Type = Api.Resolve(row.Type) })];

    // A shared row about a body applies to sections that have such a body and do not name a media type of their own.
    private static bool Concerns(SectionDeclaration section, RowDeclaration shared) => shared.Name.ToUpperInvariant() switch
    {
        "CONTENT-TYPE" => section.Body is { Kind: not BodyKind.Media },
        "ACCEPT" => section.Response is not { Kind: BodyKind.Media },
        _ => section.Body is not null || !RequestHeaders.DescribesBody(shared.Name),
    };
}
