using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A fake server to generate, which replaces the server of a client in tests.</summary>
/// <param name="Context">The API.</param>
/// <param name="HintName">The file.</param>
/// <param name="Name">The class: <c>AutomaticOperationFake</c>.</param>
/// <param name="ClientName">The client that calls it: <c>AutomaticOperationClient</c>.</param>
/// <param name="ApiId">The API's id in the specs; null: not stated.</param>
/// <param name="Title">The product's name; null: not stated.</param>
internal sealed record GeneratedFake(CodeContext Context, string HintName, string Name, string ClientName, string? ApiId, string? Title)
{
    public EquatableArray<GeneratedFakeOperation> Operations { get; init; } = [];

    public static string NameOf(string stem) => stem + "Fake";
}

/// <summary>The facts about an operation that a fake needs. Changes to anything else do not change the fake.</summary>
internal sealed record GeneratedFakeOperation
{
    /// <summary>The group's C# name: <c>Tasks</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The C# name without <c>Async</c>: <c>GetRerunStart</c>.</summary>
    public required string Method { get; init; }

    public required string StatusEnum { get; init; }

    /// <summary>The operation in one line.</summary>
    public required string Summary { get; init; }

    public required ResponseKind Response { get; init; }

    /// <summary>The body of a success if it is JSON; null otherwise.</summary>
    public CodeType? Body { get; init; }

    /// <summary>The bodies of the statuses, if they differ.</summary>
    public ResultUnion? Results { get; init; }

    public string? MediaType { get; init; }

    /// <summary>The record for bodies of failures; null: raw.</summary>
    public CodeType? Error { get; init; }

    /// <summary>The failures with a separate JSON body.</summary>
    public EquatableArray<FakeFailureBody> Failures { get; init; } = [];

    public static GeneratedFakeOperation Of(GeneratedOperation operation) => new()
    {
        Group = operation.Group,
        Method = operation.Method,
        StatusEnum = operation.StatusEnum,
        Summary = string.Join(" ", new[] { operation.Id + (operation.Title is null ? "" : ":"), operation.Title }.Where(static part => part is not null)),
        Response = operation.Response.Kind,
        Body = operation.Response.Type,
        Results = operation.Response.Results,
        MediaType = operation.Response.MediaType,
        Error = operation.Error,
        Failures = operation.Statuses
            .Where(static status => status is { IsResult: false, OwnBody.Type: not null })
            .Select(static status => new FakeFailureBody(status.Value, status.OwnBody!.Type!))
            .ToEquatableArray(),
    };
}

/// <summary>A failure with a separate body.</summary>
/// <param name="Value">The value of its status.</param>
/// <param name="Body">The body.</param>
internal sealed record FakeFailureBody(int Value, CodeType Body);
