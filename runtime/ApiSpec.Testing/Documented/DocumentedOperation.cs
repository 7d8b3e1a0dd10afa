using ApiSpec.Testing.Documented;

namespace ApiSpec.Testing;

/// <summary>An operation as the reference describes it, for pages and lists of routes.</summary>
public sealed class DocumentedOperation
{
    internal DocumentedOperation(string id, string method, string pathTemplate, IReadOnlyList<ExampleRequest> sampleRequests)
    {
        Id = id;
        Method = method;
        PathTemplate = pathTemplate;
        SampleRequests = sampleRequests;
    }

    /// <summary>The operation's name in the specs: <c>Tasks.GetRerunStart</c>.</summary>
    public string Id { get; }

    /// <summary>The API's title, or its short name; null: the specs give neither.</summary>
    public string? Api { get; internal init; }

    /// <summary>The section of the reference; null: the spec does not say.</summary>
    public string? Section { get; internal init; }

    /// <summary>The title of the section; null: the spec does not say.</summary>
    public string? Title { get; internal init; }

    /// <summary>The purpose of the operation, or null.</summary>
    public string? Function { get; internal init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path, with placeholders in braces.</summary>
    public string PathTemplate { get; }

    /// <summary>The roles that may call it; empty: the reference names none.</summary>
    public IReadOnlyList<string> Roles { get; internal init; } = [];

    /// <summary>The values of path, query and headers, in this order.</summary>
    public IReadOnlyList<DocumentedParameter> Parameters { get; internal init; } = [];

    /// <summary>The request body; null if there is no body, or the page does not show it.</summary>
    public DocumentedBody? RequestBody { get; internal init; }

    /// <summary>The status table, in the order of the codes.</summary>
    public IReadOnlyList<ApiStatus> Statuses { get; internal init; } = [];

    /// <summary>The body of a success; null if there is no body, or the page does not show it.</summary>
    public DocumentedBody? ResponseBody { get; internal init; }

    /// <summary>The usage examples.</summary>
    public IReadOnlyList<DocumentedExample> Examples { get; internal init; } = [];

    /// <summary>
    /// Requests that agree with the reference: the requests of <see cref="Examples"/> in their order, with a sample body if the page leaves it out. If there
    /// are no such requests, a request with sample values.
    /// </summary>
    public IReadOnlyList<ExampleRequest> SampleRequests { get; }

    /// <summary>The citations of the spec, such as <c>V12 2.7.14 AOCR0115</c>, which can be empty.</summary>
    public IReadOnlyList<string> Sources { get; internal init; } = [];

    /// <summary>The notes of the transcriber, or null.</summary>
    public string? Notes { get; internal init; }

    /// <summary>The known misprints and omissions of the reference, as sentences.</summary>
    public IReadOnlyList<string> Errata { get; internal init; } = [];

    /// <summary>Why the operation is deprecated, or an empty string if the reference gives no reason; null: it is not deprecated.</summary>
    public string? Deprecated { get; internal init; }

    /// <summary>The group and the method of the generated client: <c>Tasks</c> and <c>GetRerunStartAsync</c>.</summary>
    internal (string Group, string Method) CSharp { get; init; }

    /// <summary>The name of the operation and its section.</summary>
    public override string ToString() => Section is null ? Id : $"{Id} (section {Section})";
}

/// <summary>A value of a request.</summary>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The type, as specs write it: <c>long</c>, <c>enum a|b</c>.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="Description">The printed description, or null.</param>
public sealed record DocumentedParameter(string Place, string Name, string Type, bool IsRequired, string? Description)
{
    /// <summary>How the page edits the value, and writes it in C#.</summary>
    internal ValueNotation Value { get; init; } = ValueNotation.OfText;
}

/// <summary>A body.</summary>
/// <param name="Type">Its type, as specs write it, or its media type.</param>
/// <param name="Members">Its members, including members of nested types, in the order of the reference. Empty if it is not a JSON object.</param>
public sealed record DocumentedBody(string Type, IReadOnlyList<DocumentedMember> Members);

/// <summary>A member of a body.</summary>
/// <param name="Depth">How deeply it is nested; 0 for members of the body itself.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Type">The type, as specs write it.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="Description">The printed description, or null.</param>
public sealed record DocumentedMember(int Depth, string Name, string Type, bool IsRequired, string? Description)
{
    /// <summary>The operation that the member links to, such as <c>Tasks.InvokeRerunStart</c>; null: it is not a link.</summary>
    public string? LinksTo { get; init; }

    /// <summary>How the page edits the value, and writes it in C#.</summary>
    internal ValueNotation Value { get; init; } = ValueNotation.OfText;
}
