using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;

namespace ApiSpec.Json;

internal sealed class ListContract<T>(Func<ApiJson<T>> item) : ApiJson<IReadOnlyList<T>>
{
    private readonly DeferredContract<T> _item = new(item);

    internal override ValueSchema InPlace(SchemaContext context)
        => new(new JsonObject { ["type"] = "array", ["items"] = context.Of(_item.Value).Keywords }, SchemaLimits.Items);

    protected override JsonShape CreateShape() => new ListShape(() => _item.Value.Shape);

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader) => JsonRead.List(ref reader, _item.Value);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonWrite.Items(writer, _item.Value, value);
    }

    public override bool HasRules => _item.Value.HasRules;

    public override void Check(IReadOnlyList<T> value) => JsonCheck.Items(_item.Value, value);
}

internal sealed class MapContract<T>(Func<ApiJson<T>> value) : ApiJson<IReadOnlyDictionary<string, T>>
{
    private readonly DeferredContract<T> _value = new(value);

    internal override ValueSchema InPlace(SchemaContext context)
        => new(new JsonObject { ["type"] = "object", ["additionalProperties"] = context.Of(_value.Value).Keywords }, SchemaLimits.Properties);

    protected override JsonShape CreateShape() => new MapShape(() => _value.Value.Shape);

    public override IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader) => JsonRead.Map(ref reader, _value.Value);

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonWrite.Entries(writer, _value.Value, value);
    }

    public override bool HasRules => _value.Value.HasRules;

    public override void Check(IReadOnlyDictionary<string, T> value) => JsonCheck.Entries(_value.Value, value);
}

internal sealed class NullableValueContract<T>(Func<ApiJson<T>> value) : ApiJson<T?>
    where T : struct
{
    private readonly DeferredContract<T> _value = new(value);

    internal override ValueSchema InPlace(SchemaContext context) => context.Of(_value.Value).OrNull();

    protected override JsonShape CreateShape() => new NullableShape(() => _value.Value.Shape);

    public override T? Read(ref Utf8JsonReader reader) => JsonRead.IsNull(ref reader) ? null : _value.Value.Read(ref reader);

    internal override bool TakesNull => true;

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
            _value.Value.Write(writer, present);
        else
            writer.WriteNullValue();
    }

    public override bool HasRules => _value.Value.HasRules;

    public override void Check(T? value)
    {
        if (value is { } present)
            _value.Value.Check(present);
    }
}

internal sealed class NullableReferenceContract<T>(Func<ApiJson<T>> value) : ApiJson<T?>
    where T : class
{
    private readonly DeferredContract<T> _value = new(value);

    internal override ValueSchema InPlace(SchemaContext context) => context.Of(_value.Value).OrNull();

    protected override JsonShape CreateShape() => new NullableShape(() => _value.Value.Shape);

    public override T? Read(ref Utf8JsonReader reader) => JsonRead.IsNull(ref reader) ? null : _value.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            _value.Value.Write(writer, value);
    }

    public override bool HasRules => _value.Value.HasRules;

    internal override bool TakesNull => true;

    public override void Check(T? value)
    {
        if (value is not null)
            _value.Value.Check(value);
    }

    internal override void CheckAll(IReadOnlyList<T?> values) => _value.Value.CheckAll(values!);
}

/// <summary>
/// A contract that is created at first use. Otherwise, contracts of schemas that contain each other would need a contract that does not exist yet.
/// </summary>
internal sealed class DeferredContract<T>
{
    private readonly Func<ApiJson<T>> _get;
    private ApiJson<T>? _value;

    public DeferredContract(Func<ApiJson<T>> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        _get = get;
    }

    public ApiJson<T> Value => _value ??= _get();
}
