namespace ApiSpec.Generator.Code;

/// <summary>The method that adds the schemas of an API to the OpenAPI document of a web application. It contains nothing that depends on operations or types,
/// so that editing a section does not generate it again.</summary>
/// <param name="Context">The namespace and the accessibility.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="ClientName">The client class: <c>AutomaticOperationClient</c>.</param>
/// <param name="Level">What the library of documents supports.</param>
internal sealed record GeneratedOpenApi(CodeContext Context, string HintName, string ClientName, OpenApiLevel Level)
{
    private const string Client = "Client";

    /// <summary>The class: <c>AutomaticOperationClientOpenApiOptionsExtensions</c>.</summary>
    public string Name => ClientName + "OpenApiOptionsExtensions";

    /// <summary>The method: <c>AddAutomaticOperationSchemas</c>.</summary>
    public string Method
    {
        get
        {
            var api = ClientName.Length > Client.Length && ClientName.EndsWith(Client, StringComparison.Ordinal)
                ? ClientName.Substring(0, ClientName.Length - Client.Length)
                : ClientName;
            return $"Add{api}Schemas";
        }
    }

    public static GeneratedOpenApi Of(GeneratedClient client, OpenApiLevel level) => new(client.Context, client.OpenApiHintName, client.Name, level);
}

/// <summary>The schemas that can be added to an OpenAPI document.</summary>
internal enum OpenApiLevel
{
    Nothing,

    /// <summary>Schemas whose keywords for the content of strings have no property.</summary>
    Schemas,

    /// <summary>Schemas with a property for each keyword.</summary>
    SchemasWithContent,
}
