using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The registration of a client with dependency injection. It contains nothing that depends on operations, so that editing a section does not generate
/// it again.</summary>
/// <param name="Context">The namespace and the accessibility.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="ClientName">The client class: <c>AutomaticOperationClient</c>.</param>
/// <param name="Base">The base address printed in the reference, for documentation; null: none.</param>
/// <param name="Groups">The groups, each of which is a service too.</param>
/// <param name="IsResilient">Whether the project has the standard resilience handler, which then needs to know which requests can be repeated.</param>
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

/// <summary>A group of operations that is registered as a service.</summary>
/// <param name="Name">The client's property: <c>Tasks</c>.</param>
/// <param name="InterfaceName">The service type: <c>ITasksClient</c>.</param>
internal sealed record ServiceGroup(string Name, string InterfaceName);
