using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Xml;

namespace ApiSpec.Testing.Loading;

/// <summary>An operation of a stub.</summary>
internal sealed class StubOperation
{
    private readonly SectionDeclaration _section;
    private readonly Dictionary<(string Pointer, bool IsRequest), XmlShape?> _shapes = [];
    private EquatableArray<MemberValue>? _printedValues;
    private IReadOnlyList<RequestConstant>? _constants;
    private IReadOnlyList<RowDeclaration>? _pathRows;
    private IReadOnlyList<RowDeclaration>? _queryRows;
    private IReadOnlyList<RowDeclaration>? _headerRows;
    private IReadOnlyList<RowDeclaration>? _fieldRows;
    private RowLookup? _queryLookup;
    private RowLookup? _headerLookup;
    private GroupRuleNames? _ruleNames;
    private RequestTables? _parameterTables;
    private bool? _hasConditions;
    private bool? _linksToNextPage;
    private BodyDeclaration? _request;
    private OutcomeTable? _outcomes;
    private BodyOutcomes? _bodyOutcomes;
    private HashSet<ExampleResponse>? _unstatedFailures;

    public StubOperation(StubApi api, SectionDeclaration section, IReadOnlyList<DocumentedExample> examples)
    {
        Api = api;
        _section = section;
        Examples = examples;
        Path = new PathPattern(section.Path, name => section.PathRows.Any(row => row.Name == name && row.AllowsSlashes));
    }

    public StubApi Api { get; }

    /// <summary>Whether requests carry no credential.</summary>
    public bool IsAnonymous => CredentialParameters.IsAnonymous(Api.Api, _section);

    /// <summary>The section, with the placeholder values of the API in its request line.</summary>
    public SectionDeclaration Declaration => _section;

    public string Id => _section.Id;

    public string? Section => _section.Section;

    /// <summary>The text before the JSON of responses; null: there is none.</summary>
    public string? JsonPrefix => _section.JsonPrefix ?? Api.Api?.JsonPrefix;

    public string? Title => _section.Title;

    public string? Function => _section.Function;

    public IReadOnlyList<string> Roles => _section.Roles;

    /// <summary>The status table, including the rows and error codes of the API file.</summary>
    public IReadOnlyList<ApiStatus> Statuses =>
    [
        .. Outcomes.All.Select(static outcome => new ApiStatus(
            outcome.Code, outcome.Message, outcome.Description, outcome.IsResult, outcome.Transient, value: outcome.Value, errorCode: outcome.CodeInBody)),
    ];

    /// <summary>The documented outcomes.</summary>
    public OutcomeTable Outcomes => _outcomes ??= OutcomeTable.Of(Api, _section);

    /// <summary>The members that say whether a call failed. Other files can declare their tables, so they are found after all files have been read.</summary>
    public BodyOutcomes BodyOutcomes => _bodyOutcomes ??= BodyOutcomes.Of(Api, _section);

    public string Method => _section.HttpMethod;

    public PathTemplate Template => _section.Path;

    /// <summary>The paths that the operation has.</summary>
    public PathPattern Path { get; }

    public IReadOnlyList<RowDeclaration> PathRows => _pathRows ??= Resolve(_section.PathRows);

    /// <summary>The query parameters, including parameters of sets.</summary>
    public IReadOnlyList<RowDeclaration> QueryRows => _queryRows ??= Resolve([.. _section.QueryRows, .. Api.InheritedQueryRows(_section)]);

    /// <summary>The headers that the section and its API describe.</summary>
    public IReadOnlyList<RowDeclaration> HeaderRows => _headerRows ??= Resolve(
        [.. _section.HeaderRows, .. RequestHeaders.Shared(Api.Headers, _section, Api.Resolve).Where(row => Concerns(_section, row))]);

    /// <summary>Finds the row of a query parameter.</summary>
    public RowLookup QueryLookup => _queryLookup ??= new RowLookup(QueryRows);

    /// <summary>Finds the row of a header.</summary>
    public RowLookup HeaderLookup => _headerLookup ??= new RowLookup(HeaderRows, StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields of a form; empty if the body is not a form.</summary>
    public IReadOnlyList<RowDeclaration> FieldRows => _fieldRows ??= Resolve(Body is { Kind: BodyKind.Form } form ? form.Members : []);

    /// <summary>The constants that each request carries, which distinguish operations with one method and path.</summary>
    public IReadOnlyList<RequestConstant> Constants => _constants ??= RequestConstants.Of(Api, _section);

    /// <summary>The parameters, for the conditions that name them. Other files can declare some of them, so they are found after all files have been
    /// read.</summary>
    public RequestTables ParameterTables => _parameterTables ??= RequestTables.Of(Api, _section);

    /// <summary>Whether a parameter or a member of the body has a condition.</summary>
    public bool HasConditions => _hasConditions ??= ParameterTables.Places.Any(static place => RowConditions.AreIn(place.Table.Rows))
        || (BodyReference.TableOf(Api, BodyReference.Resolve(Api, Body, isRequest: true)) is { } table && RowConditions.AreIn(table.Rows));

    public EquatableArray<ParameterChoice> Choices => _section.Choices;

    /// <summary>The values that the names in <see cref="Choices"/> mean.</summary>
    public GroupRuleNames RuleNames => _ruleNames ??= new GroupRuleNames(Api, _section, ParameterTables);

    public BodyDeclaration? Body => _section.Body;

    /// <summary>The JSON values of the elements and attributes of a request body, or null if it is not XML.</summary>
    public XmlShape? RequestShape => ShapeOf(Request, isRequest: true);

    /// <summary>The format of a request body, or null if the page has no table.</summary>
    public BodyFormat? RequestFormat => BodyFormats.Of(Request);

    private BodyDeclaration? Request => _section.Body is null ? null : _request ??= BodyReference.Resolve(Api, _section.Body, isRequest: true);

    /// <summary>The JSON values of the elements and attributes of a body, or null if it is not XML.</summary>
    /// <param name="body">The body, <c>same as</c> followed.</param>
    /// <param name="isRequest">Whether it is sent to the operation.</param>
    public XmlShape? ShapeOf(BodyDeclaration? body, bool isRequest)
    {
        if (body?.Format != BodyFormat.Xml)
            return null;
        lock (_shapes)
        {
            if (!_shapes.TryGetValue((body.Pointer, isRequest), out var shape))
                _shapes.Add((body.Pointer, isRequest), shape = XmlShapes.Of(Api, body, isRequest, out _));
            return shape;
        }
    }

    /// <summary>How callers get the next page of a list; null: the section does not describe pages.</summary>
    public PagingDeclaration? Paging => _section.Paging;

    /// <summary>Whether pages contain the URL of the next one. The server creates this URL, so it can have undocumented parameters.</summary>
    public bool LinksToNextPage => _linksToNextPage ??= NextPage.IsUrl(Api, _section);

    public IReadOnlyList<DocumentedExample> Examples { get; }

    /// <summary>The code that the operation succeeds with; 200 if the reference does not list one.</summary>
    public int SuccessCode => Outcomes.SuccessCode;

    /// <summary>The documented body, or null.</summary>
    /// <param name="outcome">The outcome; null: one that the reference does not list.</param>
    /// <param name="isResult">Whether it is a success.</param>
    public BodyDeclaration? BodyOf(Outcome? outcome, bool isResult)
        => outcome?.OwnBody is { } own ? BodyReference.Resolve(Api, own, isRequest: false)
            : isResult ? BodyReference.Resolve(Api, _section.Response, isRequest: false)
            : BodyOutcomes.Error;

    /// <summary>Whether a printed response is a failure whose status the page does not show.</summary>
    public bool IsUnstatedFailure(ExampleResponse response)
        => response.HasNoStatus && (_unstatedFailures ??= FindUnstatedFailures()).Contains(response);

    private HashSet<ExampleResponse> FindUnstatedFailures()
        => Examples.Select(static example => example.Response).OfType<ExampleResponse>()
            .Where(response => response is { HasNoStatus: true, Body: { } body } && UnstatedFailure.Is(Api, _section.Response, BodyOutcomes.Error, body))
            .ToHashSet();

    /// <summary>The outcome of a printed response: its status and the error code in its body. Null: the reference does not list it.</summary>
    public Outcome? OutcomeOf(ExampleResponse response, out bool isResult)
    {
        isResult = false;
        if (IsUnstatedFailure(response))
            return null;
        var outcome = Outcomes.Find(response.StatusCode, response.Reason);
        isResult = OutcomeTable.IsResult(outcome, response.StatusCode);
        if (BodyOutcomes.IsEmpty || response.Body is null
            || PrintedBodyValues.Of(BodyOutcomes, ShapeOf(BodyOutcomes.Error, isRequest: false), response.Body) is not { Kind: JsonTextKind.Object } body)
            return outcome;
        isResult &= response.StatusCode is < 200 or >= 300 || BodyOutcomes.Holds(body);
        if (isResult)
            return outcome;
        var error = BodyOutcomes.ErrorCode is { } member ? ResolvedClause.Find(body, member.Path, member.Aliases)?.Scalar : null;
        return (error is null ? null : Outcomes.FindError(response.StatusCode, error)) ?? (outcome is { IsResult: true } ? null : outcome);
    }

    /// <summary>The body of successful results, to which <c>same as</c> of another section can refer.</summary>
    public BodyDeclaration? Response => _section.Response;

    /// <summary>The facts of this section about members of a shared response schema.</summary>
    public EquatableArray<MemberValue> PrintedValues => _printedValues ??= Api.PrintedValues(_section);

    /// <summary>Whether the status table lists the code itself. A row such as <c>4xx</c> does not say which codes there are.</summary>
    public bool Documents(int code) => Outcomes.Find(code)?.Code == code;

    /// <summary>Whether a credential fills the parameter of the query, so that its value belongs to the caller.</summary>
    public bool IsFilledByCredential(string parameter) => CredentialParameters.FillQuery(Api.Api, _section, parameter);

    /// <summary>Whether a credential fills the header, so that its value belongs to the caller.</summary>
    public bool IsHeaderFilledByCredential(string header) => CredentialParameters.FillHeader(Api.Api, _section, header);

    /// <summary>The errata: misprints, and values that the examples leave out.</summary>
    public EquatableArray<Erratum> Errata => _section.Errata;

    // The form of a parameter follows from its type, which can be a name that another file declares. Therefore it is looked up after all files have been read.
    private IReadOnlyList<RowDeclaration> Resolve(IEnumerable<RowDeclaration> rows) => [.. rows.Select(row => row with { Type = Api.Resolve(row.Type) })];

    // A shared row about a body applies to sections that have such a body and do not name another media type.
    private static bool Concerns(SectionDeclaration section, RowDeclaration shared) => shared.Name.ToUpperInvariant() switch
    {
        "CONTENT-TYPE" => section.Body is { Kind: not (BodyKind.Media or BodyKind.Form) },
        "ACCEPT" => section.Response is not { Kind: BodyKind.Media },
        _ => section.Body is not null || !RequestHeaders.DescribesBody(shared.Name),
    };
}
