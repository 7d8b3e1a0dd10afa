using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;
using ApiSpec.Observability;

namespace ApiSpec.Json;

/// <summary>A JSON string that holds JSON.</summary>
internal sealed class EmbeddedContract<T>(Func<ApiJson<T>> value) : ApiJson<T>
{
    private readonly DeferredContract<T> _value = new(value);

    public override bool HasRules => _value.Value.HasRules;

    internal override ValueSchema InPlace(SchemaContext context) => new(new JsonObject
    {
        ["type"] = "string",
        ["contentMediaType"] = "application/json",
        ["contentSchema"] = context.Of(_value.Value).Keywords,
    });

    protected override JsonShape CreateShape() => new UnknownShape<T>(this);

    public override T Read(ref Utf8JsonReader reader)
    {
        var text = JsonRead.String(ref reader);
        // The limit on values counts for the thread that reads a response, so values inside the string also count. Its levels are added to the levels of the
        // body.
        var limit = reader.CurrentState.Options.MaxDepth is > 0 and var depth ? depth : ApiJson<T>.DefaultMaxDepth;
        if (reader.CurrentDepth >= limit)
            throw JsonFault.Unreadable("JSON within the limit of levels", ref reader);
        try
        {
            return DriftLog.Aside(_value.Value, Encoding.UTF8.GetBytes(text), limit - reader.CurrentDepth);
        }
        catch (ApiJsonException exception)
        {
            throw JsonFault.Unreadable("the documented JSON: " + exception.Message.TrimEnd('.'), ref reader);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonOutput.WriteInside(_value.Value, value));
    }

    public override void Check(T value) => _value.Value.Check(value);
}

/// <summary>A value with a rule of the reference.</summary>
internal sealed class CheckedContract<T> : ApiJson<T>
{
    private readonly DeferredContract<T> _value;
    private readonly Action<T> _check;
    private readonly string? _minimum;
    private readonly string? _maximum;

    public CheckedContract(Func<ApiJson<T>> value, Action<T> check, string? minimum, string? maximum)
    {
        ArgumentNullException.ThrowIfNull(check);
        _value = new DeferredContract<T>(value);
        _check = check;
        _minimum = minimum;
        _maximum = maximum;
    }

    public override bool HasRules => true;

    internal override bool TakesNull => _value.Value.TakesNull;

    internal override ValueSchema InPlace(SchemaContext context)
    {
        var value = context.Of(_value.Value);
        value.Limit(value.Limits, _minimum, _maximum);
        return value;
    }

    protected override JsonShape CreateShape() => _value.Value.Shape;

    public override T Read(ref Utf8JsonReader reader) => _value.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value) => _value.Value.Write(writer, value);

    public override void Check(T value)
    {
        _check(value);
        _value.Value.Check(value);
    }
}
