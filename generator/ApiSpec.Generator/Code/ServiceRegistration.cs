using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>What it takes to add a client to an application's services: nothing that changes with an operation of a group.</summary>
/// <param name="Context">The namespace and the accessibility.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="ClientName">The client class: <c>AutomaticOperationClient</c>.</param>
/// <param name="Base">The address printed in the reference, for documentation; null: none.</param>
/// <param name="Groups">The groups, each of which is a service too.</param>
/// <param name="IsResilient">Whether the project has the standard resilience handler, which is then told what may be repeated.</param>
internal sealed record ServiceRegistration(
    CodeContext Context, string HintName, string ClientName, string? Base, EquatableArray<ServiceGroup> Groups, bool IsResilient)
{
    public static ServiceRegistration Of(GeneratedClient client, bool isResilient) => new(
        client.Context,
        client.ServicesHintName,
        client.Name,
        client.Base,
        client.Groups.Select(static group => new ServiceGroup(group.Name, group.InterfaceName)).ToEquatableArray(),
        isResilient);
}

/// <summary>A group of operations as a service.</summary>
/// <param name="Name">The client's property: <c>Tasks</c>.</param>
/// <param name="InterfaceName">What is asked for: <c>ITasksClient</c>.</param>
internal sealed record ServiceGroup(string Name, string InterfaceName);
