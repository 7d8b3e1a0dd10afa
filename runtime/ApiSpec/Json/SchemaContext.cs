using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>A contract, of whatever type, that can be described as JSON Schema.</summary>
internal interface ISchemaSource
{
    /// <summary>The type of the values.</summary>
    Type ValueType { get; }

    /// <summary>Describes the values in place; null: the type is described under its own name, by <see cref="Describe"/>.</summary>
    ValueSchema? InPlace(SchemaContext context);

    /// <summary>Describes a type with a name.</summary>
    void Describe(JsonSchemaBuilder schema);

    /// <summary>How <see cref="JsonSerializer"/> sees the type.</summary>
    JsonTypeInfo TypeInfo(JsonSerializerOptions options);
}

/// <summary>The schemas of types with names, which refer to each other.</summary>
/// <param name="address">The start of the address of a schema, such as <c>#/$defs/</c>.</param>
/// <param name="nameOf">Returns the name of a type. It is unique.</param>
/// <param name="isOpenApi">Whether they are part of an OpenAPI document, whose reader knows <c>const</c> with strings only, and no <c>prefixItems</c>.</param>
internal sealed class SchemaContext(string address, Func<ISchemaSource, string> nameOf, bool isOpenApi)
{
    private readonly Dictionary<Type, string> _addresses = [];
    private readonly Queue<(string Name, ISchemaSource Source)> _pending = [];

    /// <summary>The finished schemas by name.</summary>
    public Dictionary<string, JsonObject> Named { get; } = new(StringComparer.Ordinal);

    public bool IsOpenApi => isOpenApi;

    public ValueSchema Of(ISchemaSource source) => source.InPlace(this) ?? ReferTo(source);

    /// <summary>Sets the address of a schema.</summary>
    public void Place(ISchemaSource source, string at) => _addresses.Add(source.ValueType, at);

    /// <summary>Describes a type as a named schema, even if other types would describe it in place.</summary>
    public void AddNamed(ISchemaSource source, string name)
    {
        _addresses[source.ValueType] = address + name;
        _pending.Enqueue((name, source));
    }

    /// <summary>Describes all types that others refer to.</summary>
    public void Complete()
    {
        while (_pending.Count > 0)
        {
            var (name, source) = _pending.Dequeue();
            if (!Named.ContainsKey(name))
                Named[name] = (source.InPlace(this)?.Keywords ?? Describe(source))!;
        }
    }

    /// <summary>Describes a type that has a name, without the name.</summary>
    public JsonObject Describe(ISchemaSource source)
    {
        var schema = new JsonSchemaBuilder(this);
        source.Describe(schema);
        return schema.Keywords;
    }

    private ValueSchema ReferTo(ISchemaSource source)
    {
        if (!_addresses.TryGetValue(source.ValueType, out var at))
        {
            var name = nameOf(source);
            _addresses.Add(source.ValueType, at = address + name);
            _pending.Enqueue((name, source));
        }

        return ValueSchema.ReferTo(at);
    }
}
