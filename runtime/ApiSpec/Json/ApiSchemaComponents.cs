using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>The schemas of an OpenAPI document for the generated types that it uses. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSchemaComponents
{
    private readonly object _gate = new();
    private readonly Dictionary<Type, (JsonTypeInfo Type, ISchemaSource Source)> _used = [];

    /// <summary>Notes that the document uses a type.</summary>
    /// <param name="type">The type as <see cref="JsonSerializer"/> sees it.</param>
    /// <returns>False: the type is not read and written by a contract.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public bool TryUse(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        type = ContractConverters.Unwrap(type);
        if (type.Converter is not IContractConverter { Source: { } source })
            return false;
        lock (_gate)
            _used[type.Type] = (type, source);
        return true;
    }

    /// <summary>Whether a type is not read and written by a contract.</summary>
    /// <param name="type">The type.</param>
    /// <param name="options">The options of the serializer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static bool IsOther(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ContractConverters.Unwrap(options.GetTypeInfo(type)).Converter is not IContractConverter;
    }

    /// <summary>Returns the schemas of the types that the document uses, and of those inside them.</summary>
    /// <param name="nameOf">Returns the name of the schema for a type.</param>
    /// <returns>The schemas by name, as JSON. They refer to each other as components of a document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nameOf"/> is null.</exception>
    public IReadOnlyDictionary<string, string> ToJson(Func<JsonTypeInfo, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        lock (_gate)
        {
            if (_used.Count == 0)
                return new Dictionary<string, string>(StringComparer.Ordinal);
            var options = _used.Values.First().Type.Options;
            var context = new SchemaContext("#/components/schemas/", source => nameOf(source.TypeInfo(options)), isOpenApi: true);
            foreach (var (type, source) in _used.Values)
                context.AddNamed(source, nameOf(type));
            context.Complete();
            return context.Named.ToDictionary(static schema => schema.Key, static schema => schema.Value.ToJsonString(), StringComparer.Ordinal);
        }
    }
}
