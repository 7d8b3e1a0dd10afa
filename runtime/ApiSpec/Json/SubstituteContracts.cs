using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>The strings that a reference prints in place of a value. Each is read as null. Null is written as the first one.</summary>
internal sealed class Substitutes
{
    private readonly string[] _texts;

    public Substitutes(string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Length == 0)
            throw new ArgumentException("At least one string is required.", nameof(texts));
        _texts = texts;
    }

    public bool IsOn(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        if (reader.TokenType != JsonTokenType.String)
            return false;
        foreach (var text in _texts)
        {
            if (reader.ValueTextEquals(text))
                return true;
        }

        return false;
    }

    /// <summary>Adds the strings, and null, to the schema of the value in whose place they are.</summary>
    public ValueSchema Describe(ValueSchema value)
    {
        value.AddAlternative(new JsonObject { ["type"] = "string", ["enum"] = ValueSchema.ListOf(_texts) });
        return value.OrNull();
    }

    public void Write(Utf8JsonWriter writer) => writer.WriteStringValue(_texts[0]);
}

internal sealed class SubstituteValueContract<T>(Func<ApiJson<T>> value, string[] texts) : ApiJson<T?>
    where T : struct
{
    private readonly DeferredContract<T> _value = new(value);
    private readonly Substitutes _texts = new(texts);

    internal override bool TakesNull => true;

    public override bool HasRules => _value.Value.HasRules;

    internal override ValueSchema InPlace(SchemaContext context) => _texts.Describe(context.Of(_value.Value));

    protected override JsonShape CreateShape() => new NullableShape(() => _value.Value.Shape);

    public override T? Read(ref Utf8JsonReader reader) => _texts.IsOn(ref reader) ? null : _value.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } present)
            _value.Value.Write(writer, present);
        else
            _texts.Write(writer);
    }

    public override void Check(T? value)
    {
        if (value is { } present)
            _value.Value.Check(present);
    }
}

internal sealed class SubstituteReferenceContract<T>(Func<ApiJson<T>> value, string[] texts) : ApiJson<T?>
    where T : class
{
    private readonly DeferredContract<T> _value = new(value);
    private readonly Substitutes _texts = new(texts);

    internal override bool TakesNull => true;

    public override bool HasRules => _value.Value.HasRules;

    internal override ValueSchema InPlace(SchemaContext context) => _texts.Describe(context.Of(_value.Value));

    protected override JsonShape CreateShape() => new NullableShape(() => _value.Value.Shape);

    public override T? Read(ref Utf8JsonReader reader) => _texts.IsOn(ref reader) ? null : _value.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            _texts.Write(writer);
        else
            _value.Value.Write(writer, value);
    }

    public override void Check(T? value)
    {
        if (value is not null)
            _value.Value.Check(value);
    }
}
