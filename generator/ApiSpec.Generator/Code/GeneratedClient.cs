using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A client to generate: its class and interface, its groups, its roles and the index of its operations.</summary>
internal sealed record GeneratedClient
{
    public required CodeContext Context { get; init; }

    public required string HintName { get; init; }

    /// <summary>The file that registers the client with dependency injection, if it is generated.</summary>
    public required string ServicesHintName { get; init; }

    /// <summary>The file with the log of the client, if it is generated.</summary>
    public required string LogHintName { get; init; }

    /// <summary>The file that adds schemas to the OpenAPI document of an application, if it is generated.</summary>
    public required string OpenApiHintName { get; init; }

    /// <summary>The client class: <c>AutomaticOperationClient</c>.</summary>
    public required string Name { get; init; }

    public required string ApiId { get; init; }

    public string? Title { get; init; }

    /// <summary>The base address printed in the reference, for documentation; null: none.</summary>
    public string? Base { get; init; }

    /// <summary>The IANA id of the zone of dates and times without one; null: UTC.</summary>
    public string? TimeZone { get; init; }

    public EquatableArray<OperationGroup> Groups { get; init; } = [];

    /// <summary>The roles enum; null: no role is known.</summary>
    public string? RolesEnum { get; init; }

    public EquatableArray<RoleMember> Roles { get; init; } = [];

    /// <summary>The editions of the reference, the oldest first.</summary>
    public EquatableArray<string> Editions { get; init; } = [];

    /// <summary>The session tokens that the server issues.</summary>
    public EquatableArray<SessionScheme> Sessions { get; init; } = [];
}

/// <summary>A kind of session token.</summary>
/// <param name="Name">The property that describes it: <c>Hsso</c>.</param>
/// <param name="Scheme">The scheme before the token.</param>
/// <param name="IssuedIn">The response header that issues it.</param>
/// <param name="LifetimeSeconds">Its lifetime in seconds; null: not documented.</param>
/// <param name="Header">The request header that carries it; null: <c>Authorization</c>.</param>
internal sealed record SessionScheme(string Name, string Scheme, string IssuedIn, int? LifetimeSeconds, string? Header);

/// <summary>A group of operations.</summary>
/// <param name="Name">The property of the client and the nested class of the API's description: <c>Tasks</c>.</param>
/// <param name="ClassName"><c>TasksClient</c>.</param>
/// <param name="Operations">The C# names of the operations, without <c>Async</c>.</param>
internal sealed record OperationGroup(string Name, string ClassName, EquatableArray<string> Operations)
{
    /// <summary>What the name of a base class of fakes ends in.</summary>
    public const string Base = "Base";

    public string InterfaceName => "I" + ClassName;
}
