using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Names the schemas of an OpenAPI document so that a generated type shares its name with no other. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSchemaNames
{
    private static readonly object OwnTypes = new();

    private readonly object _gate = new();
    private readonly SchemaNames _names = new();
    private readonly Func<JsonTypeInfo, string?> _wanted;

    /// <summary>Creates the names.</summary>
    /// <param name="wanted">Returns the name that the program wants for a type; null: no name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="wanted"/> is null.</exception>
    public ApiSchemaNames(Func<JsonTypeInfo, string?> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        _wanted = wanted;
    }

    /// <summary>Returns the wanted name of a type or, if it belongs to another type already, its full name; null: no name is wanted.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public string? NameOf(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _wanted(type) is { Length: > 0 } wanted ? Take(type, wanted) : null;
    }

    /// <summary>Returns the name of a type, even if no name is wanted.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public string ComponentOf(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return NameOf(type) ?? Take(type, SchemaNames.Of(type.Type));
    }

    private string Take(JsonTypeInfo type, string wanted)
    {
        var actual = ContractConverters.Unwrap(type);
        // The types of the program share names among each other if the program wants that.
        object owner = actual.Converter is IContractConverter ? actual.Type : OwnTypes;
        lock (_gate)
            return _names.Take(owner, wanted, actual.Type);
    }
}
