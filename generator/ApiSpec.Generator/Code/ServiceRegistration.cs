namespace ApiSpec.Generator.Code;

/// <summary>What it takes to add a client to an application's services: nothing that changes with the client's operations.</summary>
/// <param name="Context">The namespace and the accessibility.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="ClientName">The client class: <c>AutomaticOperationClient</c>.</param>
/// <param name="Base">The address printed in the reference, for documentation; null: none.</param>
/// <param name="IsResilient">Whether the project has the standard resilience handler, which is then told what may be repeated.</param>
internal sealed record ServiceRegistration(CodeContext Context, string HintName, string ClientName, string? Base, bool IsResilient)
{
    public static ServiceRegistration Of(GeneratedClient client, bool isResilient) => new(client.Context, client.ServicesHintName, client.Name, client.Base, isResilient);
}
