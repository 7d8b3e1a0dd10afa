using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the method that adds the schemas of generated types to the OpenAPI document of a web application. The library creates the schemas, so the generated
/// code only puts them into the model of the document.
/// </summary>
/// <remarks>
/// The document is complete before the schemas are filled in. A reference in a schema that is still being created would be followed, and replaced by its
/// target, without end if types contain each other.
/// </remarks>
internal static class OpenApiEmitter
{
    private const string OpenApi = "global::Microsoft.OpenApi";
    private const string Hosting = "global::Microsoft.AspNetCore.OpenApi";
    private const string TypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    private const string Tasks = "global::System.Threading.Tasks";

    // Older libraries keep these keywords with those that they do not know.
    private const string ContentKeywords = """

            to.ContentEncoding = from.ContentEncoding;
            to.ContentMediaType = from.ContentMediaType;
            to.ContentSchema = from.ContentSchema;
        """;

    public static string Emit(GeneratedOpenApi model)
    {
        var writer = GeneratedFile.Begin(model.Context);
        var client = model.Context.GlobalPrefix + model.ClientName;
        writer.Write($$"""
            /// <summary>Adds the schemas of the types of <see cref="{{client}}"/> to the OpenAPI document of a web application.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.Open($"{model.Context.Accessibility} static partial class {model.Name}");
        writer.Write($$"""
            /// <summary>
            /// Describes generated types in the document as the reference describes them. Otherwise, the document allows any value for them, because it does not know
            /// what a converter writes.
            /// </summary>
            /// <remarks>
            /// Each type becomes a component with its name or, if another type of the document has that name, with its full name. One call is enough for all generated
            /// types of the application, also of other clients.
            /// </remarks>
            /// <param name="options">The options of the document.</param>
            /// <returns>The same options.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="options"/> is null.</exception>
            public static {{Hosting}}.OpenApiOptions {{model.Method}}(this {{Hosting}}.OpenApiOptions options)
            {
                if (options is null)
                    throw new global::System.ArgumentNullException(nameof(options));
                var names = new {{ApiSchemaNames}}(options.CreateSchemaReferenceId);
                options.CreateSchemaReferenceId = names.NameOf;
                var documents = new global::System.Runtime.CompilerServices.ConditionalWeakTable<{{OpenApi}}.OpenApiDocument, Types>();
                options.AddSchemaTransformer((schema, context, cancellationToken) => context.Document is { } document
                    ? UseAsync(schema, context, options, documents.GetValue(document, static _ => new Types()), cancellationToken)
                    : {{Tasks}}.Task.CompletedTask);
                options.AddDocumentTransformer((document, context, cancellationToken) =>
                {
                    if (documents.TryGetValue(document, out var types))
                        Describe(document, types, type => options.CreateSchemaReferenceId(type) is { Length: > 0 } name ? name : names.ComponentOf(type));
                    return {{Tasks}}.Task.CompletedTask;
                });
                return options;
            }

            private static async {{Tasks}}.Task UseAsync(
                {{OpenApi}}.OpenApiSchema schema, {{Hosting}}.OpenApiSchemaTransformerContext context, {{Hosting}}.OpenApiOptions options, Types types,
                {{RuntimeTypes.CancellationToken}} cancellationToken)
            {
                var type = context.JsonTypeInfo;
                if (types.Components.TryUse(type))
                {
                    if (string.IsNullOrEmpty(options.CreateSchemaReferenceId(type)))
                        types.Unnamed.Add((schema, type));
                }
                else if (type.ElementType is { } element && !{{ApiSchemaComponents}}.IsOther(element, type.Options))
                {
                    // The document leaves out what it does not know of the elements.
                    if (type.Kind == global::System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Dictionary)
                        schema.AdditionalProperties ??= await ElementAsync(element, context, cancellationToken).ConfigureAwait(false);
                    else
                        schema.Items ??= await ElementAsync(element, context, cancellationToken).ConfigureAwait(false);
                }
            }

            private static async {{Tasks}}.Task<{{OpenApi}}.IOpenApiSchema> ElementAsync(
                global::System.Type element, {{Hosting}}.OpenApiSchemaTransformerContext context, {{RuntimeTypes.CancellationToken}} cancellationToken)
            {
                var value = global::System.Nullable.GetUnderlyingType(element);
                var schema = await context.GetOrCreateSchemaAsync(value ?? element, null, cancellationToken).ConfigureAwait(false);
                return value is null
                    ? schema
                    : new {{OpenApi}}.OpenApiSchema { OneOf = new global::System.Collections.Generic.List<{{OpenApi}}.IOpenApiSchema> { new {{OpenApi}}.OpenApiSchema { Type = {{OpenApi}}.JsonSchemaType.Null }, schema } };
            }

            private static void Describe({{OpenApi}}.OpenApiDocument document, Types types, global::System.Func<{{TypeInfo}}, string> nameOf)
            {
                document.Components ??= new {{OpenApi}}.OpenApiComponents();
                document.Components.Schemas ??= new global::System.Collections.Generic.Dictionary<string, {{OpenApi}}.IOpenApiSchema>();
                foreach (var component in types.Components.ToJson(nameOf))
                {
                    var schema = Read(component.Key, component.Value, document);
                    if (!document.Components.Schemas.TryGetValue(component.Key, out var placeholder))
                        document.AddComponent<{{OpenApi}}.IOpenApiSchema>(component.Key, schema);
                    else if (placeholder is {{OpenApi}}.OpenApiSchema present)
                        Copy(schema, present);
                }

                foreach (var (schema, type) in types.Unnamed)
                    schema.AllOf = new global::System.Collections.Generic.List<{{OpenApi}}.IOpenApiSchema> { new {{OpenApi}}.OpenApiSchemaReference(nameOf(type), document) };
            }

            private static {{OpenApi}}.OpenApiSchema Read(string name, string json, {{OpenApi}}.OpenApiDocument document)
            {
                {{OpenApi}}.OpenApiSchema schema;
                {{OpenApi}}.Reader.OpenApiDiagnostic diagnostic;
                try
                {
                    schema = {{OpenApi}}.Reader.OpenApiModelFactory.Parse<{{OpenApi}}.OpenApiSchema>(json, {{OpenApi}}.OpenApiSpecVersion.OpenApi3_1, document, out diagnostic, "json");
                }
                catch (global::System.Exception exception)
                {
                    throw new global::System.InvalidOperationException($"The schema of the component '{name}' cannot be read: {exception.Message}", exception);
                }

                if (schema is not null && diagnostic?.Errors is not { Count: > 0 })
                    return schema;
                var reason = diagnostic?.Errors is { Count: > 0 } errors ? errors[0].ToString() : "it is empty";
                throw new global::System.InvalidOperationException($"The schema of the component '{name}' cannot be read: {reason}");
            }

            // References have the object already.
            private static void Copy({{OpenApi}}.OpenApiSchema from, {{OpenApi}}.OpenApiSchema to)
            {
                to.Type = from.Type;
                to.Format = from.Format;
                to.Description ??= from.Description;
                to.Properties = from.Properties;
                to.PatternProperties = from.PatternProperties;
                to.AdditionalProperties = from.AdditionalProperties;
                to.AdditionalPropertiesAllowed = from.AdditionalPropertiesAllowed;
                to.Required = from.Required;
                to.Items = from.Items;
                to.MinItems = from.MinItems;
                to.MaxItems = from.MaxItems;
                to.MinProperties = from.MinProperties;
                to.MaxProperties = from.MaxProperties;
                to.Enum = from.Enum;
                to.AnyOf = from.AnyOf;
                to.AllOf = from.AllOf;
                to.Pattern = from.Pattern;
                to.Minimum = from.Minimum;
                to.Maximum = from.Maximum;
                to.MinLength = from.MinLength;
                to.MaxLength = from.MaxLength;
                to.UnrecognizedKeywords = from.UnrecognizedKeywords;{{(model.Level == OpenApiLevel.SchemasWithContent ? ContentKeywords : "")}}
            }

            private sealed class Types
            {
                public {{ApiSchemaComponents}} Components { get; } = new {{ApiSchemaComponents}}();

                public global::System.Collections.Generic.List<({{OpenApi}}.OpenApiSchema Schema, {{TypeInfo}} Type)> Unnamed { get; } = new global::System.Collections.Generic.List<({{OpenApi}}.OpenApiSchema Schema, {{TypeInfo}} Type)>();
            }
            """);
        writer.Close();
        return writer.Finish();
    }
}
