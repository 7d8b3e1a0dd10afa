using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>An operation to generate: members of its group's class and interface, its description and its status enum.</summary>
internal sealed record GeneratedOperation : GeneratedElement
{
    /// <summary>What the name of the method ends in that waits.</summary>
    public const string UntilDone = "UntilDone";

    public override string SortName => "";

    /// <summary>The client's interface: <c>IAutomaticOperationClient</c>.</summary>
    public required string ClientInterface { get; init; }

    /// <summary>The operation as in the spec: <c>Tasks.GetRerunStart</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The group's C# name: <c>Tasks</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The group's class: <c>TasksClient</c>.</summary>
    public required string GroupClass { get; init; }

    /// <summary>The C# name without <c>Async</c>: <c>GetRerunStart</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The status enum: <c>TasksGetRerunStartStatus</c>.</summary>
    public required string StatusEnum { get; init; }

    /// <summary>The roles enum, if the operation names roles.</summary>
    public string? RolesEnum { get; init; }

    /// <summary>The members of <see cref="RolesEnum"/> that may call.</summary>
    public EquatableArray<RoleMember> Roles { get; init; } = [];

    public string? Section { get; init; }

    public string? Title { get; init; }

    public string? Function { get; init; }

    public string? Version { get; init; }

    public EquatableArray<string> Sources { get; init; } = [];

    /// <summary>Further remarks of the spec; null: none.</summary>
    public string? Remarks { get; init; }

    /// <summary>The transcriber's notes, which only appear in the description of the operation; null: none.</summary>
    public string? Notes { get; init; }

    public string? Deprecated { get; init; }

    public required string HttpMethod { get; init; }

    public required string PathTemplate { get; init; }

    public bool IsIdempotent { get; init; }

    /// <summary>Whether a value in the path or the query is secret.</summary>
    public bool HasSecretTarget { get; init; }

    /// <summary>Whether a value in the body of the request is secret.</summary>
    public bool HasSecretBody { get; init; }

    /// <summary>Whether requests carry no credential.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The editions that have the operation.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    public EquatableArray<StatusMember> Statuses { get; init; } = [];

    /// <summary>Whether the page shows no status table, or only a part.</summary>
    public bool HasOpenStatuses { get; init; }

    /// <summary>Whether the reference lists some error codes of the body, but not all.</summary>
    public bool HasOpenErrorCodes { get; init; }

    /// <summary>Parameters of the method in the order of the signature, without body, query and token.</summary>
    public EquatableArray<OperationParameter> Parameters { get; init; } = [];

    /// <summary>The parts of the request target, in order: path, then query.</summary>
    public EquatableArray<TargetPart> Target { get; init; } = [];

    /// <summary>The record of optional values; null: no such values.</summary>
    public QueryRecord? Query { get; init; }

    public EquatableArray<SentHeader> Headers { get; init; } = [];

    /// <summary>The type of the request body; null: no body, or a form.</summary>
    public CodeType? Body { get; init; }

    /// <summary>The media type of a form, or of a body that is sent unchanged; null: JSON.</summary>
    public string? BodyMediaType { get; init; }

    /// <summary>The media type of a JSON body, if the reference names a different one; null: application/json.</summary>
    public string? JsonMediaType { get; init; }

    /// <summary>Whether the form is URL-encoded (WHATWG URL, 5), and not a multipart form with files.</summary>
    public bool IsUrlEncodedForm { get; init; }

    /// <summary>The parts of a form.</summary>
    public EquatableArray<FormField> Parts { get; init; } = [];

    /// <summary>The property of the body with the URL of this operation, if a link in the body points to it; null otherwise.</summary>
    public LinkMember? Link { get; init; }

    /// <summary>The headers that the status table describes; null: none.</summary>
    public ResponseHeaderReaders? ResponseHeaders { get; init; }

    public required OperationResponse Response { get; init; }

    /// <summary>The record for bodies of failures; null: raw.</summary>
    public CodeType? Error { get; init; }

    /// <summary>The members that show that a call failed; null: none.</summary>
    public StatedOutcomes? Outcomes { get; init; }

    /// <summary>The text before the JSON of responses; null: there is none.</summary>
    public string? JsonPrefix { get; init; }

    public EquatableArray<GroupRule> Choices { get; init; } = [];

    /// <summary>The conditions that concern parameters; null: none.</summary>
    public OperationConditions? Conditions { get; init; }

    /// <summary>How to get the next page of the list; null: there are no pages, or the reference does not say.</summary>
    public PagedList? Paging { get; init; }

    /// <summary>The token that the operation issues; null: no token for other operations.</summary>
    public IssuedToken? Token { get; init; }

    /// <summary>The same operation with a URL from a response; null: no response links to it.</summary>
    public GeneratedOperation? AtAddress { get; init; }

    /// <summary>Whether requests depend on the time zone of the client: the API has dates and times that are written without a zone.</summary>
    public bool SendsLocalTimes { get; init; }

    /// <summary>The operation as part of an API with dates and times that are written without a zone.</summary>
    public GeneratedOperation WithLocalTimes() => this with
    {
        SendsLocalTimes = Body is not null || Parameters.Count > 0 || Query is not null || Headers.Count > 0 || Parts.Count > 0,
        AtAddress = AtAddress?.WithLocalTimes(),
        Selection = Selection?.WithLocalTimes(),
    };

    /// <summary>Whether the operation is called with a URL from a response.</summary>
    public bool IsAtAddress => Target is [{ Kind: TargetPartKind.Address }];

    /// <summary>The same operation with selected members of its items; null: not supported.</summary>
    public GeneratedOperation? Selection { get; init; }

    /// <summary>What is true of the body of a success once there is nothing more to wait for; empty: the reference does not say.</summary>
    public EquatableArray<StatedClause> DoneWhen { get; init; } = [];

    /// <summary>The operations to which a link in the response points.</summary>
    public EquatableArray<string> Linked { get; init; } = [];

    /// <summary>The methods that read an action object with this operation and carry it out.</summary>
    public EquatableArray<LinkedAction> Actions { get; init; } = [];
}

/// <summary>A role: its name in the reference and in C#.</summary>
internal sealed record RoleMember(string Name, string CSharpName, string? Description);

/// <summary>A row of the status table.</summary>
internal sealed record StatusMember(int Code, string CSharpName, string? Message, string? Description, bool IsResult, bool? IsTransient)
{
    /// <summary>The value of its enum member.</summary>
    public required int Value { get; init; }

    /// <summary>The editions that have the status, if they distinguish it from another row with the same code.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>The error code that distinguishes it from other statuses with the same code; null: it is a row of the status table.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The code as printed: <c>404</c>, or <c>4xx</c>.</summary>
    public string CodeText => StatusDeclaration.TextOf(Code);

    /// <summary>The code, or the first code of the class.</summary>
    public int FirstCode => Code < 100 ? Code * 100 : Code;

    /// <summary>The body of this status only; null: it has the body of all results, or of all failures.</summary>
    public OperationResponse? OwnBody { get; init; }

    /// <summary>Whether a result with this status can lack the body of other results.</summary>
    public bool MayLackBody { get; init; }
}

/// <summary>The member that links to an operation: its name in JSON and in C#.</summary>
internal sealed record LinkMember(string WireName, string Property);

/// <summary>A group rule about optional values, checked before sending.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Values">The values in the group.</param>
internal sealed record GroupRule(GroupRuleKind Kind, EquatableArray<GroupRuleValue> Values);

/// <summary>A value in a group rule.</summary>
/// <param name="Place">Its place in the arguments.</param>
/// <param name="WireName">The name as documented.</param>
/// <param name="Name">The property of the query record or of the body, or the parameter.</param>
internal sealed record GroupRuleValue(ChoicePlace Place, string WireName, string Name)
{
    /// <summary>The properties on the path from the body to the record with the member; empty: the body itself.</summary>
    public EquatableArray<string> Holders { get; init; } = [];

    /// <summary>The type of that record; null: the type of the body.</summary>
    public CodeType? Holder { get; init; }

    /// <summary>The name of the member in its own record.</summary>
    public string MemberName { get; init; } = WireName;

    /// <summary>Whether the request has nothing of the value if it is empty: a list that is repeated, or a map of names and values.</summary>
    public bool IsLostIfEmpty { get; init; }
}

internal enum ChoicePlace
{
    /// <summary>A property of the query record.</summary>
    Query,

    /// <summary>A property of the query record that is sent if it is true.</summary>
    Flag,

    /// <summary>A member of the request body.</summary>
    Body,

    /// <summary>A part of a form, which is a parameter of the method.</summary>
    Part,
}

/// <summary>The body of a success.</summary>
/// <param name="Kind">The kind of the body.</param>
/// <param name="Type">The type if it is JSON.</param>
/// <param name="Items">The only list of records in it, which makes it an envelope; null: it is not an envelope.</param>
internal sealed record OperationResponse(ResponseKind Kind, CodeType? Type, Envelope? Items = null)
{
    /// <summary>The documented media type of text or of a download, for the Accept header; null: not documented.</summary>
    public string? MediaType { get; init; }

    /// <summary>Whether the reference lists a result that can lack this body.</summary>
    public bool MayLackBody { get; init; }

    /// <summary>The record with a property for the body of each status, if they differ.</summary>
    public ResultUnion? Results { get; init; }
}

/// <summary>A record with the body of one of several statuses.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Bodies">The statuses that have a body.</param>
/// <param name="Empty">The statuses without a body.</param>
internal sealed record ResultUnion(string Name, EquatableArray<ResultBody> Bodies, EquatableArray<StatusMember> Empty);

/// <summary>The body of one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Name">The property with the body.</param>
/// <param name="Body">The body.</param>
internal sealed record ResultBody(StatusMember Status, string Name, OperationResponse Body)
{
    /// <summary>The type if it is JSON or XML; null: text, a file or an unknown body.</summary>
    public CodeType? Type => Body.Type;
}

/// <summary>The list in an envelope.</summary>
internal sealed record Envelope(string WireName, CodeType Item);

/// <summary>A part of a form: a file or a string.</summary>
internal sealed record FormField(OperationParameter Parameter, bool IsOptional)
{
    /// <summary>The constant that is always sent, so that callers do not pass a value.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the parameter holds the parts that the page does not show.</summary>
    public bool IsRest { get; init; }

    /// <summary>Whether the value is sent as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The name of the fields if each value of the list has its own; null: the value is one field.</summary>
    public string? RepeatedName { get; init; }

    /// <summary>The start and the end of the names, if the program chooses the rest; null: the name is fixed.</summary>
    public FieldNames? Names { get; init; }
}

/// <summary>Names of form fields of which the program chooses a part.</summary>
/// <param name="Prefix">Their common start.</param>
/// <param name="Suffix">Their common end.</param>
internal sealed record FieldNames(string Prefix, string Suffix);

internal enum ResponseKind
{
    None,
    Json,

    /// <summary>A body that depends on the status.</summary>
    ByStatus,

    Text,
    Raw,

    /// <summary>A stream that the caller reads.</summary>
    Download,
}
