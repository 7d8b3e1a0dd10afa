using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Code;

/// <summary>An operation to generate: members of its group's class and interface, its description and its status enum.</summary>
internal sealed record OperationModel
{
    public required CodeContext Context { get; init; }

    public required string HintName { get; init; }

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

    public string? Notes { get; init; }

    public string? Deprecated { get; init; }

    public required string HttpMethod { get; init; }

    public required string PathTemplate { get; init; }

    public bool IsIdempotent { get; init; }

    public EquatableArray<StatusModel> Statuses { get; init; } = [];

    /// <summary>Parameters of the method in the order of the signature, without body, query and token.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; } = [];

    /// <summary>The pieces of the request target, in order: path, then query.</summary>
    public EquatableArray<TargetPart> Target { get; init; } = [];

    /// <summary>The record of optional values; null: there are none.</summary>
    public QueryModel? Query { get; init; }

    public EquatableArray<HeaderModel> Headers { get; init; } = [];

    /// <summary>The type of the request body; null: no body, or a form.</summary>
    public CodeType? Body { get; init; }

    /// <summary>The media type of a body that is sent as it is; null: JSON.</summary>
    public string? BodyMediaType { get; init; }

    /// <summary>The form is one of names and texts in a line (WHATWG URL, 5), and not one of several parts with files.</summary>
    public bool IsUrlEncodedForm { get; init; }

    /// <summary>The parts of a form.</summary>
    public EquatableArray<PartModel> Parts { get; init; } = [];

    /// <summary>The property of the body that holds the address to call, when one links to this operation; null: none does.</summary>
    public LinkModel? Link { get; init; }

    /// <summary>The headers that the status table describes; null: none.</summary>
    public ResponseHeadersModel? ResponseHeaders { get; init; }

    public required ResponseModel Response { get; init; }

    /// <summary>The record of unsuccessful bodies; null: raw.</summary>
    public CodeType? Error { get; init; }

    public EquatableArray<ChoiceModel> Choices { get; init; } = [];
}

/// <summary>A role: its name in the reference and in C#.</summary>
internal sealed record RoleMember(string Name, string CSharpName, string? Description);

/// <summary>A row of the status table.</summary>
internal sealed record StatusModel(int Code, string CSharpName, string? Message, string? Description, bool IsResult, bool? IsTransient);

/// <summary>The member that leads to an operation: its name on the wire and in C#.</summary>
internal sealed record LinkModel(string WireName, string Property);

/// <summary>A rule over optional values, checked before sending.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="WireNames">The names as documented.</param>
/// <param name="Properties">The properties of the query record.</param>
internal sealed record ChoiceModel(ChoiceKind Kind, EquatableArray<string> WireNames, EquatableArray<string> Properties);

/// <summary>The successful body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type, when it is JSON.</param>
/// <param name="Items">The list that makes it an envelope: its one list of records; null: it is none.</param>
internal sealed record ResponseModel(ResponseKind Kind, CodeType? Type, EnvelopeModel? Items = null)
{
    /// <summary>The documented media type of a text or a download, which the request asks for; null: the reference names none.</summary>
    public string? MediaType { get; init; }
}

/// <summary>The list in an envelope.</summary>
internal sealed record EnvelopeModel(string WireName, CodeType Item);

/// <summary>A part of a form: a file, or a text.</summary>
internal sealed record PartModel(ParameterModel Parameter, bool IsOptional)
{
    /// <summary>The text that is always sent, so that no caller gives one.</summary>
    public string? Constant { get; init; }
}

internal enum ResponseKind
{
    None,
    Json,
    Text,
    Raw,

    /// <summary>A stream that the caller reads.</summary>
    Download,
}
