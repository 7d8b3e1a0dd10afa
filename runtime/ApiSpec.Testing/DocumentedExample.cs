namespace ApiSpec.Testing;

/// <summary>A usage example of the reference.</summary>
public sealed class DocumentedExample
{
    internal DocumentedExample(string operationId, string? section, string? title, ExampleRequest? request, ExampleResponse? response)
    {
        OperationId = operationId;
        Section = section;
        Title = title;
        Request = request;
        Response = response;
    }

    /// <summary>The operation that the example shows: <c>Tasks.GetRerunStart</c>.</summary>
    public string OperationId { get; }

    /// <summary>The section of the reference that prints it; null: the spec does not say.</summary>
    public string? Section { get; }

    /// <summary>The printed description, or null.</summary>
    public string? Title { get; }

    /// <summary>The request; null: the page shows the response only.</summary>
    public ExampleRequest? Request { get; }

    /// <summary>The response; null: the page shows the request only.</summary>
    public ExampleResponse? Response { get; }

    /// <summary>Whether the example comes from a recording, and not from the reference.</summary>
    internal bool IsRecorded { get; init; }

    /// <summary>The operation and the title.</summary>
    public override string ToString() => Title is null ? OperationId : OperationId + ": " + Title;
}
