using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>An operation to generate: members of its group's class and interface, its description and its status enum.</summary>
internal sealed record GeneratedOperation : GeneratedElement
{
    public override string SortName => "";

    /// <summary>The client's interface: <c>IAutomaticOperationClient</c>.</summary>
    public required string ClientInterface { get; init; }

    /// <summary>As in the spec: <c>Tasks.GetRerunStart</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The group's C# name: <c>Tasks</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The group's class: <c>TasksClient</c>.</summary>
    public required string GroupClass { get; init; }

    /// <summary>The C# name without <c>Async</c>: <c>GetRerunStart</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The status enum: <c>TasksGetRerunStartStatus</c>.</summary>
    public required string StatusEnum { get; init; }

    /// <summary>The roles enum, when the operation names roles.</summary>
    public string? RolesEnum { get; init; }

    /// <summary>The members of <see cref="RolesEnum"/> that may call.</summary>
    public EquatableArray<RoleMember> Roles { get; init; } = [];

    public string? Section { get; init; }

    public string? Title { get; init; }

    public string? Function { get; init; }

    public string? Version { get; init; }

    public EquatableArray<string> Sources { get; init; } = [];

    /// <summary>What the spec says besides the function; null: nothing.</summary>
    public string? Remarks { get; init; }

    /// <summary>The transcriber's notes, which only the operation's description has; null: there are none.</summary>
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

    /// <summary>The page does not show the status table, or not all of it.</summary>
    public bool HasOpenStatuses { get; init; }

    /// <summary>The reference lists some of the error codes that a body can hold, and not all of them.</summary>
    public bool HasOpenErrorCodes { get; init; }

    /// <summary>Parameters of the method in the order of the signature, without body, query and token.</summary>
    public EquatableArray<OperationParameter> Parameters { get; init; } = [];

    /// <summary>The pieces of the request target, in order: path, then query.</summary>
    public EquatableArray<TargetPart> Target { get; init; } = [];

    /// <summary>The record of optional values; null: there are none.</summary>
    public QueryRecord? Query { get; init; }

    public EquatableArray<SentHeader> Headers { get; init; } = [];

    /// <summary>The type of the request body; null: no body, or a form.</summary>
    public CodeType? Body { get; init; }

    /// <summary>The media type of a form, or of a body that is sent as it is; null: JSON.</summary>
    public string? BodyMediaType { get; init; }

    /// <summary>The media type of a JSON body, where the reference names one of its own; null: application/json.</summary>
    public string? JsonMediaType { get; init; }

    /// <summary>The form is one of names and texts in a line (WHATWG URL, 5), and not one of several parts with files.</summary>
    public bool IsUrlEncodedForm { get; init; }

    /// <summary>The parts of a form.</summary>
    public EquatableArray<FormField> Parts { get; init; } = [];

    /// <summary>The property of the body that holds the address to call, when one links to this operation; null: none does.</summary>
    public LinkMember? Link { get; init; }

    /// <summary>The headers that the status table describes; null: none.</summary>
    public ResponseHeaderReaders? ResponseHeaders { get; init; }

    public required OperationResponse Response { get; init; }

    /// <summary>The record of unsuccessful bodies; null: raw.</summary>
    public CodeType? Error { get; init; }

    /// <summary>Where bodies say that the call failed; null: nowhere.</summary>
    public StatedOutcomes? Outcomes { get; init; }

    public EquatableArray<GroupRule> Choices { get; init; } = [];

    /// <summary>The conditions that are about parameters; null: there are none.</summary>
    public OperationConditions? Conditions { get; init; }

    /// <summary>How to get from one page of the list to the next; null: there are no pages, or the reference does not tell.</summary>
    public PagedList? Paging { get; init; }

    /// <summary>The token that the operation issues; null: none that other operations take.</summary>
    public IssuedToken? Token { get; init; }

    /// <summary>The same operation, called at an address that a response holds; null: none leads to it.</summary>
    public GeneratedOperation? AtAddress { get; init; }

    /// <summary>The operation is called at an address that a response holds.</summary>
    public bool IsAtAddress => Target is [{ Kind: TargetPartKind.Address }];

    /// <summary>The same operation, called for some members of its items alone; null: it cannot be.</summary>
    public GeneratedOperation? Selection { get; init; }
}

/// <summary>A role: its name in the reference and in C#.</summary>
internal sealed record RoleMember(string Name, string CSharpName, string? Description);

/// <summary>A row of the status table.</summary>
internal sealed record StatusMember(int Code, string CSharpName, string? Message, string? Description, bool IsResult, bool? IsTransient)
{
    /// <summary>The value of its member of the enum.</summary>
    public required int Value { get; init; }

    /// <summary>The editions that have it, where that tells it from another row of its code.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>The error code by which the body tells it from other statuses of its code; null: it is a row of the status table.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The code as printed: <c>404</c>, or <c>4xx</c>.</summary>
    public string CodeText => StatusDeclaration.TextOf(Code);

    /// <summary>The code, or the first code of the class.</summary>
    public int FirstCode => Code < 100 ? Code * 100 : Code;

    /// <summary>The body that this status alone has; null: that of all results, or of all failures.</summary>
    public CodeType? OwnBody { get; init; }

    /// <summary>How the body of a failure is read that no other failure has; null: as that of all failures.</summary>
    public ResponseKind? OwnFailure { get; init; }

    /// <summary>A result with this status may come without the body that other results have.</summary>
    public bool MayLackBody { get; init; }
}

/// <summary>The member that leads to an operation: its name on the wire and in C#.</summary>
internal sealed record LinkMember(string WireName, string Property);

/// <summary>A rule over optional values, checked before sending.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Values">The values it is about.</param>
internal sealed record GroupRule(GroupRuleKind Kind, EquatableArray<GroupRuleValue> Values);

/// <summary>A value that a rule over several is about.</summary>
/// <param name="Place">Where it is given.</param>
/// <param name="WireName">The name as documented.</param>
/// <param name="Name">The property of the query record or of the body, or the parameter.</param>
internal sealed record GroupRuleValue(ChoicePlace Place, string WireName, string Name)
{
    /// <summary>The properties that lead from the body to the record with the member; empty: it is the body itself.</summary>
    public EquatableArray<string> Holders { get; init; } = [];

    /// <summary>The type of that record; null: it is that of the body.</summary>
    public CodeType? Holder { get; init; }

    /// <summary>The name of the member in its own record.</summary>
    public string MemberName { get; init; } = WireName;
}

internal enum ChoicePlace
{
    /// <summary>A property of the query record.</summary>
    Query,

    /// <summary>A property of the query record that is sent when it is true.</summary>
    Flag,

    /// <summary>A member of the request body.</summary>
    Body,

    /// <summary>A part of a form, which is a parameter of the method.</summary>
    Part,
}

/// <summary>The successful body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type, when it is JSON.</param>
/// <param name="Items">The list that makes it an envelope: its one list of records; null: it is none.</param>
internal sealed record OperationResponse(ResponseKind Kind, CodeType? Type, Envelope? Items = null)
{
    /// <summary>The documented media type of a text or a download, which the request asks for; null: the reference names none.</summary>
    public string? MediaType { get; init; }

    /// <summary>The reference lists a result that may come without this body.</summary>
    public bool MayLackBody { get; init; }

    /// <summary>The record with a property for the body of each status, where they differ.</summary>
    public ResultUnion? Results { get; init; }
}

/// <summary>A record that holds the body of one of several statuses.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Bodies">The statuses that have a body.</param>
/// <param name="Empty">The statuses that have none.</param>
internal sealed record ResultUnion(string Name, EquatableArray<ResultBody> Bodies, EquatableArray<StatusMember> Empty);

/// <summary>The body of one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Name">The property that holds it.</param>
/// <param name="Type">Its type.</param>
internal sealed record ResultBody(StatusMember Status, string Name, CodeType Type);

/// <summary>The list in an envelope.</summary>
internal sealed record Envelope(string WireName, CodeType Item);

/// <summary>A part of a form: a file, or a text.</summary>
internal sealed record FormField(OperationParameter Parameter, bool IsOptional)
{
    /// <summary>The text that is always sent, so that no caller gives one.</summary>
    public string? Constant { get; init; }

    /// <summary>The parameter takes the parts that the page does not show.</summary>
    public bool IsRest { get; init; }

    /// <summary>The value is sent as JSON text.</summary>
    public bool IsJson { get; init; }
}

internal enum ResponseKind
{
    None,
    Json,

    /// <summary>JSON whose type depends on the status.</summary>
    JsonByStatus,

    Text,
    Raw,

    /// <summary>A stream that the caller reads.</summary>
    Download,
}
