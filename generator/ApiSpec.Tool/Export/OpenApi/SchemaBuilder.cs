using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns types and tables into schemas. A named table becomes a component.</summary>
internal sealed partial class SchemaBuilder(ExportContext context, OpenApiDocument document)
{
    private readonly SchemaNames _names = new(context.Reference);
    private readonly Dictionary<string, string> _paths = context.Reference.Schemas
        .ToDictionary(static part => part.Declared.Schema.Name, static part => part.Declared.Path, StringComparer.Ordinal);
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, SchemaDeclaration Schema, TypeScope Scope)> _pending = new();

    /// <summary>Adds every schema that can be used on its own, so that the document contains the whole reference.</summary>
    public void AddAll()
    {
        foreach (var part in context.Reference.Schemas)
        {
            var schema = part.Declared.Schema;
            if (!context.View.Includes(schema.Editions))
                continue;
            if (schema.TypeParameters.Count == 0)
                ReferTo(schema, new TypeReference { Kind = TypeKind.Named, Name = schema.Name }, TypeScope.Empty);
        }

        Complete();
    }

    /// <summary>Returns the schema of a member table as a separate component.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="rows">The table.</param>
    /// <param name="path">The file that records losses; null: losses are recorded for another file.</param>
    /// <param name="isRequest">Whether the table is sent; null: unknown.</param>
    public IOpenApiSchema OfTable(string name, EquatableArray<RowDeclaration> rows, string? path, bool? isRequest)
    {
        var table = Table(rows, TypeScope.Empty, path, isRequest);
        Complete();
        var id = _names.Take(name);
        document.AddComponent(id, table);
        return new OpenApiSchemaReference(id, document);
    }

    /// <summary>Returns the schema of a type.</summary>
    public IOpenApiSchema OfType(TypeReference type, string? path, string pointer)
    {
        var schema = Of(type, TypeScope.Empty, [], new Place(path, pointer, null), 0);
        Complete();
        return schema;
    }

    /// <summary>Returns the schema of the root element of an XML body, which is the schema of the body in OpenAPI.</summary>
    public IOpenApiSchema OfElement(RowDeclaration root, TypeScope scope, string? path, bool? isRequest)
    {
        var schema = Annotated(OfRow(root, scope, path, isRequest));
        schema.Xml = XmlObject.Of(root.Name);
        Complete();
        return schema;
    }

    /// <summary>Returns a table with the constants of one page.</summary>
    public static IOpenApiSchema WithConstants(IOpenApiSchema table, IEnumerable<(string Name, IOpenApiSchema Value)> values)
    {
        var properties = values.ToDictionary(static value => value.Name, static value => value.Value, StringComparer.Ordinal);
        return properties.Count == 0
            ? table
            : new OpenApiSchema { AllOf = [table, new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties }] };
    }

    private void Complete()
    {
        while (_pending.TryDequeue(out var next))
        {
            var path = _paths[next.Schema.Name];
            var schema = next.Schema.Type is { } type
                ? Of(type, next.Scope, [], new Place(path, next.Schema.Pointer, null), 0)
                : next.Schema.IsTuple ? Positions(next.Schema.Members, next.Scope, new Place(path, next.Schema.Pointer, null))
                : Table(next.Schema.Members, next.Scope, path, null);
            document.AddComponent(next.Name, Described(schema, next.Schema));
        }
    }

    private IOpenApiSchema Described(IOpenApiSchema schema, SchemaDeclaration declared)
    {
        if (declared is { Description: null, Deprecated: null, Section: null, Notes: null } && declared.Editions == EditionRange.All)
            return schema;
        var described = Annotated(schema);
        described.Description = TextOf(declared.Description, described.Description);
        described.Deprecated |= declared.Deprecated is not null;
        ExportContext.Extend(described, "section", declared.Section);
        ExportContext.Extend(described, "notes", declared.Notes);
        context.ExtendEditions(described, declared.Editions);
        return described;
    }

    private OpenApiSchemaReference ReferTo(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        var name = _names.Of(schema, use, scope);
        if (_added.Add(name))
            _pending.Enqueue((name, schema, TypeScope.Of(schema, use, scope)));
        return new OpenApiSchemaReference(name, document);
    }
}
