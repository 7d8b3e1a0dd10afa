using System.ComponentModel;
using System.Text.Json.Nodes;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Describes a member of a generated type as JSON Schema. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonSchemaMember
{
    private readonly ValueSchema _value;
    private readonly bool _hasTextConstantsOnly;

    internal JsonSchemaMember(ValueSchema value, string? description, bool hasTextConstantsOnly)
    {
        _value = value;
        _hasTextConstantsOnly = hasTextConstantsOnly;
        if (description is not null)
            value.Annotate("description", description);
    }

    /// <summary>The value can be null.</summary>
    public JsonSchemaMember Nullable()
    {
        _value.AllowNull();
        return this;
    }

    /// <summary>The value is always null.</summary>
    public JsonSchemaMember Null()
    {
        _value.Annotate("enum", new JsonArray((JsonNode?)null));
        return this;
    }

    /// <summary>The value is secret.</summary>
    public JsonSchemaMember Secret()
    {
        if (_value.IsPlainText)
            _value.Restrict("format", "password");
        return this;
    }

    /// <summary>The value has a form that the type does not show.</summary>
    /// <param name="format">The name of the form, such as <c>uri-reference</c>.</param>
    public JsonSchemaMember Format(string format)
    {
        if (_value.IsPlainText)
            _value.SetFormat(format);
        return this;
    }

    /// <summary>Only the server sets the value.</summary>
    public JsonSchemaMember ReadOnly()
    {
        _value.Annotate("readOnly", true);
        return this;
    }

    /// <summary>The server never returns the value.</summary>
    public JsonSchemaMember WriteOnly()
    {
        _value.Annotate("writeOnly", true);
        return this;
    }

    /// <summary>The reference calls the member deprecated.</summary>
    public JsonSchemaMember Deprecated()
    {
        _value.Annotate("deprecated", true);
        return this;
    }

    /// <summary>The value has a smallest and a largest value, length or count.</summary>
    /// <param name="minimum">The smallest, or null.</param>
    /// <param name="maximum">The largest, or null.</param>
    public JsonSchemaMember Limits(string? minimum, string? maximum)
    {
        _value.Limit(_value.Limits, minimum, maximum);
        return this;
    }

    /// <summary>If the value, which can have several types, is a string, it has a minimum and a maximum length.</summary>
    /// <param name="minimum">The minimum, or null.</param>
    /// <param name="maximum">The maximum, or null.</param>
    public JsonSchemaMember TextLimits(string? minimum, string? maximum) => Limit(SchemaLimits.Length, minimum, maximum);

    /// <summary>If the value, which can have several types, is a number, it has a smallest and a largest value.</summary>
    /// <param name="minimum">The smallest, or null.</param>
    /// <param name="maximum">The largest, or null.</param>
    public JsonSchemaMember NumberLimits(string? minimum, string? maximum) => Limit(SchemaLimits.Range, minimum, maximum);

    /// <summary>If the value, which can have several types, is a list, it has a minimum and a maximum count.</summary>
    /// <param name="minimum">The minimum, or null.</param>
    /// <param name="maximum">The maximum, or null.</param>
    public JsonSchemaMember ListLimits(string? minimum, string? maximum) => Limit(SchemaLimits.Items, minimum, maximum);

    /// <summary>The value is always the same.</summary>
    /// <param name="value">The value, as JSON.</param>
    public JsonSchemaMember Constant(JsonNode value)
    {
        _value.RestrictTo(value, _hasTextConstantsOnly);
        return this;
    }

    /// <summary>The server takes a value if the member is left out.</summary>
    /// <param name="value">The value, as JSON.</param>
    public JsonSchemaMember Default(JsonNode value)
    {
        _value.Annotate("default", value);
        return this;
    }

    private JsonSchemaMember Limit(SchemaLimits kind, string? minimum, string? maximum)
    {
        _value.Limit(kind, minimum, maximum);
        return this;
    }
}
