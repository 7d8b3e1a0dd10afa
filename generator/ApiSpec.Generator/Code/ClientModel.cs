using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Code;

/// <summary>A client to generate: its class and interface, its groups, its roles and the index of its operations.</summary>
internal sealed record ClientModel
{
    public required CodeContext Context { get; init; }

    public required string HintName { get; init; }

    /// <summary>The client class: <c>AutomaticOperationClient</c>.</summary>
    public required string Name { get; init; }

    public required string ApiId { get; init; }

    public string? Title { get; init; }

    /// <summary>The address printed in the reference, for documentation; null: none.</summary>
    public string? Base { get; init; }

    public EquatableArray<GroupModel> Groups { get; init; } = [];

    /// <summary>Null: no role is known.</summary>
    public string? RolesEnum { get; init; }

    public EquatableArray<RoleMember> Roles { get; init; } = [];

    public string? Notes { get; init; }
}

/// <summary>A group of operations.</summary>
/// <param name="Name">The property of the client and the nested class of the API's description: <c>Tasks</c>.</param>
/// <param name="ClassName"><c>TasksClient</c>.</param>
/// <param name="Operations">The C# names of the operations, without <c>Async</c>.</param>
internal sealed record GroupModel(string Name, string ClassName, EquatableArray<string> Operations)
{
    public string InterfaceName => "I" + ClassName;
}
