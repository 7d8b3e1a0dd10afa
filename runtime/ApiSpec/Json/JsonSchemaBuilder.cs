using System.ComponentModel;
using System.Text.Json.Nodes;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Describes a generated type as JSON Schema. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonSchemaBuilder
{
    private readonly SchemaContext _context;
    private readonly List<(string Prefix, string Suffix)> _patterns = [];
    private JsonArray? _positions;
    private JsonObject? _properties;
    private JsonArray? _required;

    internal JsonSchemaBuilder(SchemaContext context) => _context = context;

    internal JsonObject Keywords { get; } = [];

    /// <summary>Describes an object.</summary>
    /// <param name="description">The description in the reference, or null.</param>
    /// <param name="keepsUnknown">Whether members that the reference does not describe are kept.</param>
    public void Object(string? description, bool keepsUnknown)
    {
        Begin(description);
        Keywords["type"] = "object";
        if (keepsUnknown)
            Keywords["additionalProperties"] = true;
    }

    /// <summary>Describes an array whose values are the members, in order.</summary>
    /// <param name="description">The description in the reference, or null.</param>
    public void Array(string? description)
    {
        Begin(description);
        Keywords["type"] = "array";
        _positions = [];
    }

    /// <summary>Adds a member of the object or array.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="name">The name in JSON.</param>
    /// <param name="value">The contract of the value.</param>
    /// <param name="isRequired">Whether the member must be present.</param>
    /// <param name="description">The description in the reference, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="value"/> is null.</exception>
    public JsonSchemaMember Member<T>(string name, ApiJson<T> value, bool isRequired, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (_positions is not null)
            return Position(_positions, name, value, isRequired, description);
        if (_properties is null)
            Keywords["properties"] = _properties = [];
        if (isRequired)
        {
            if (_required is null)
                Keywords["required"] = _required = [];
            _required.Add((JsonNode)name);
        }

        var schema = _context.Of(value);
        var member = new JsonSchemaMember(schema, description, _context.IsOpenApi);
        _properties[name] = schema.Keywords;
        return member;
    }

    /// <summary>Adds a member that is a string.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember String(string name, bool isRequired, string? description = null) => Member(name, ApiJson.String, isRequired, description);

    /// <summary>Adds a member that is a boolean.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember Boolean(string name, bool isRequired, string? description = null) => Member(name, ApiJson.Boolean, isRequired, description);

    /// <summary>Adds a member that is a whole number of 32 bits.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember Int32(string name, bool isRequired, string? description = null) => Member(name, ApiJson.Int32, isRequired, description);

    /// <summary>Adds a member that is a whole number of 64 bits.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember Int64(string name, bool isRequired, string? description = null) => Member(name, ApiJson.Int64, isRequired, description);

    /// <summary>Adds a member that is a number of double precision.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember Double(string name, bool isRequired, string? description = null) => Member(name, ApiJson.Double, isRequired, description);

    /// <summary>Adds a member that is a decimal number.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember Decimal(string name, bool isRequired, string? description = null) => Member(name, ApiJson.Decimal, isRequired, description);

    /// <summary>Adds a member that is a point in time.</summary>
    /// <inheritdoc cref="Member{T}(string, ApiJson{T}, bool, string?)" path="/param"/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonSchemaMember DateTimeOffset(string name, bool isRequired, string? description = null)
        => Member(name, ApiJson.DateTimeOffset, isRequired, description);

    /// <summary>Adds the members whose names have a common start and end.</summary>
    /// <typeparam name="T">Their values.</typeparam>
    /// <param name="prefix">The start of the names.</param>
    /// <param name="suffix">The end of the names.</param>
    /// <param name="value">The contract of the values.</param>
    /// <param name="description">The description in the reference, or null.</param>
    /// <remarks>All members with a name of their own come before. A name that fits several patterns belongs to the first.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="prefix"/>, <paramref name="suffix"/> or <paramref name="value"/> is null.</exception>
    public JsonSchemaMember Pattern<T>(string prefix, string suffix, ApiJson<T> value, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(suffix);
        var schema = _context.Of(value);
        var member = new JsonSchemaMember(schema, description, _context.IsOpenApi);
        var names = SchemaPattern.OfNames(prefix, suffix, _properties?.Select(static property => property.Key) ?? [], _patterns);
        _patterns.Add((prefix, suffix));
        if (names is null)
        {
            Keywords["additionalProperties"] = schema.Keywords;
            return member;
        }

        if (Keywords["patternProperties"] is not JsonObject patterns)
            Keywords["patternProperties"] = patterns = [];
        patterns[names] = schema.Keywords;
        return member;
    }

    /// <summary>Describes a string with listed values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="isOpen">Whether the reference lists only some of the values, so that other strings are valid.</param>
    /// <param name="description">The description in the reference, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public void Enum(string[] values, bool isOpen, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Begin(description);
        var listed = new JsonObject { ["type"] = "string", ["enum"] = ValueSchema.ListOf(values) };
        if (isOpen)
        {
            Keywords["anyOf"] = new JsonArray(listed, new JsonObject { ["type"] = "string" });
            return;
        }

        foreach (var keyword in listed.ToArray())
        {
            listed.Remove(keyword.Key);
            Keywords[keyword.Key] = keyword.Value;
        }
    }

    /// <summary>Describes a number or one of a few strings.</summary>
    /// <param name="words">The strings.</param>
    /// <param name="isOpen">Whether other strings are valid as well.</param>
    /// <param name="isWhole">Whether the number is a whole number.</param>
    /// <param name="description">The description in the reference, or null.</param>
    /// <param name="minimum">The smallest number, or null.</param>
    /// <param name="maximum">The largest number, or null.</param>
    public void NumberOrWord(string[] words, bool isOpen, bool isWhole, string? description, string? minimum = null, string? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        Begin(description);
        var number = ValueSchema.OfType(isWhole ? "integer" : "number");
        number.Limit(SchemaLimits.Range, minimum, maximum);
        var word = new JsonObject { ["type"] = "string" };
        if (!isOpen)
            word["enum"] = ValueSchema.ListOf(words);
        Keywords["anyOf"] = new JsonArray(number.Keywords, word);
    }

    /// <summary>Describes a value of one of several types.</summary>
    /// <param name="description">The description in the reference, or null.</param>
    public void Union(string? description)
    {
        Begin(description);
        Keywords["anyOf"] = new JsonArray();
    }

    /// <summary>Adds a type that the value can have.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">Its contract.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void Alternative<T>(ApiJson<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Keywords["anyOf"]!.AsArray().Add((JsonNode)_context.Of(value).Keywords);
    }

    // The name of the member is the title of its position.
    private JsonSchemaMember Position<T>(JsonArray positions, string name, ApiJson<T> value, bool isRequired, string? description)
    {
        if (positions.Count == 0 && _context.IsOpenApi)
            Keywords["items"] = new JsonObject { ["anyOf"] = positions };
        else if (positions.Count == 0)
            Keywords["prefixItems"] = positions;
        var schema = _context.Of(value);
        schema.Annotate("title", name);
        var member = new JsonSchemaMember(schema, description, _context.IsOpenApi);
        positions.Add((JsonNode)schema.Keywords);
        if (isRequired)
            Keywords["minItems"] = positions.Count;
        return member;
    }

    private void Begin(string? description)
    {
        if (description is not null)
            Keywords["description"] = description;
    }
}
