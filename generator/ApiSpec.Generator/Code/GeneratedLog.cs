namespace ApiSpec.Generator.Code;

/// <summary>The log of a client for the logging library of .NET. It contains nothing that depends on operations, so that editing a section does not generate it
/// again.</summary>
/// <param name="Context">The namespace and the accessibility.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="ClientName">The client class: <c>AutomaticOperationClient</c>.</param>
internal sealed record GeneratedLog(CodeContext Context, string HintName, string ClientName)
{
    /// <summary>The class: <c>AutomaticOperationClientLog</c>.</summary>
    public string Name => NameOf(ClientName);

    public static string NameOf(string clientName) => clientName + "Log";

    public static GeneratedLog Of(GeneratedClient client) => new(client.Context, client.LogHintName, client.Name);
}
