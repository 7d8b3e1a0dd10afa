using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>One section of the reference: one operation.</summary>
internal sealed record SectionDeclaration
{
    /// <summary>The number as printed: <c>9.6.8</c>. Text, so that 2.10 stays 2.10.</summary>
    public string? Section { get; init; }

    public string? Title { get; init; }

    /// <summary>The text under the heading "Function".</summary>
    public string? Function { get; init; }

    public EquatableArray<SourceCitation> Sources { get; init; } = [];

    public EquatableArray<Erratum> Errata { get; init; } = [];

    /// <summary>The part of <c>operation:</c> before the dot.</summary>
    public required string Group { get; init; }

    /// <summary>The part of <c>operation:</c> after the dot.</summary>
    public required string Method { get; init; }

    /// <summary>The operation as other sections name it: <c>Tasks.GetRerunStart</c>.</summary>
    public string Id => Group + "." + Method;

    /// <summary>Whether the file leaves out <c>operation:</c>, so that the reader derived the name from the request line.</summary>
    public bool IsOperationDerived { get; init; }

    /// <summary>The C# method name of <c>csharp:</c>, instead of <see cref="Method"/>.</summary>
    public string? CSharpName { get; init; }

    public EquatableArray<string> Roles { get; init; } = [];

    /// <summary>The replacement for <c>{version}</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The request line as written. <c>RequestLine</c> reads it again when the API file has <c>words:</c> or <c>base:</c>.</summary>
    public string RequestText { get; init; } = "";

    /// <summary>Whether the page does not show the request line. The section then describes types, but cannot be called.</summary>
    public bool IsRequestUnknown { get; init; }

    /// <summary>GET, POST and so on, in capitals; empty when <see cref="IsRequestUnknown"/>.</summary>
    public required string HttpMethod { get; init; }

    public required PathTemplate Path { get; init; }

    /// <summary>A row for each placeholder, in the order of the path.</summary>
    public EquatableArray<RowDeclaration> PathRows { get; init; } = [];

    public EquatableArray<RowDeclaration> QueryRows { get; init; } = [];

    public EquatableArray<RowDeclaration> HeaderRows { get; init; } = [];

    /// <summary>Names of parameter sets of the API file.</summary>
    public EquatableArray<string> Uses { get; init; } = [];

    public EquatableArray<ParameterChoice> Choices { get; init; } = [];

    /// <summary>Null: the request has no body.</summary>
    public BodyDeclaration? Body { get; init; }

    /// <summary>The same request in other formats. Each is an operation with the name of its format after the name of the section.</summary>
    public EquatableArray<BodyDeclaration> OtherBodies { get; init; } = [];

    /// <summary>The request in all formats.</summary>
    public IEnumerable<BodyDeclaration> Bodies => Body is { } first ? OtherBodies.Prepend(first) : [];

    public required StatusTable Statuses { get; init; }

    /// <summary>The body of a successful response, or null.</summary>
    public BodyDeclaration? Response { get; init; }

    /// <summary>The same response in other formats. A server chooses one of them by the <c>Accept</c> header.</summary>
    public EquatableArray<BodyDeclaration> OtherResponses { get; init; } = [];

    /// <summary>The response in all formats.</summary>
    public IEnumerable<BodyDeclaration> Responses => Response is { } first ? OtherResponses.Prepend(first) : [];

    /// <summary>
    /// The facts of this page about members of the schema that it returns. The facts about the request are in <see cref="BodyDeclaration.Values"/>.
    /// </summary>
    public EquatableArray<MemberValue> ResponseValues { get; init; } = [];

    /// <summary>The body of a failure in this section; null: the body in the API file.</summary>
    public BodyDeclaration? Error { get; init; }

    /// <summary>The body of a failure in other formats.</summary>
    public EquatableArray<BodyDeclaration> OtherErrors { get; init; } = [];

    /// <summary>The outcome conditions of the section, if they differ from the API file.</summary>
    public OutcomeDeclaration Outcomes { get; init; } = OutcomeDeclaration.None;

    /// <summary>The text before the JSON of responses, which clients remove; null: as the API file says.</summary>
    public string? JsonPrefix { get; init; }

    /// <summary>What is true of the body of a success once there is nothing more to wait for; null: the page does not say.</summary>
    public Condition? DoneWhen { get; init; }

    public EquatableArray<ExampleDeclaration> Examples { get; init; } = [];

    /// <summary>The examples of the operations in the other formats of this section.</summary>
    public EquatableArray<ExampleDeclaration> OtherExamples { get; init; } = [];

    public PagingDeclaration? Paging { get; init; }

    /// <summary>The value of <c>deprecated:</c>; empty when it says only <c>true</c>; null: not deprecated.</summary>
    public string? Deprecated { get; init; }

    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>Whether the request is idempotent; null: the method decides (RFC 9110, section 9.2.2).</summary>
    public bool? Idempotent { get; init; }

    /// <summary>The value of <c>authentication:</c>; empty: <c>none</c>, so that requests carry no credential. Null: the schemes of the API file.</summary>
    public EquatableArray<AuthenticationScheme>? Authentication { get; init; }

    public string? Notes { get; init; }
}
