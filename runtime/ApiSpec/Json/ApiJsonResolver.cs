using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ApiSpec;

/// <summary>
/// Gives <see cref="JsonSerializer"/> the contracts of generated types where nothing can be looked up by reflection: in programs that are compiled ahead of
/// time,
/// and next to a <c>JsonSerializerContext</c>, whose generator cannot see types that are generated in the same project.
/// </summary>
/// <remarks>
/// Combine it with the contexts of the program: <c>JsonTypeInfoResolver.Combine(AppJson.Default, new ApiJsonResolver().Add(Item.Json))</c>. Only added types
/// are known,
/// so that a compiler ahead of time leaves out the rest. Add all contracts before the first use.
/// </remarks>
public sealed class ApiJsonResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];

    /// <summary>Adds the contract of a type. A later one of the same type takes its place.</summary>
    /// <param name="json">The contract, such as <c>Item.Json</c> or <c>ApiJson.List(() => Item.Json)</c>.</param>
    /// <typeparam name="T">The type: exactly this one, such as <c>IReadOnlyList&lt;Item&gt;</c>.</typeparam>
    /// <returns>This resolver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public ApiJsonResolver Add<T>(ApiJson<T> json)
    {
        var converter = new ApiJsonConverter<T>(json);
        _types[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        return this;
    }

    /// <inheritdoc/>
    /// <returns>How the type is read and written; null: the type was not added.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        return _types.TryGetValue(type, out var create) ? create(options) : null;
    }
}
