using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ApiSpec.OpenApi.Tests.Support;

/// <summary>The contract of a generated type, whatever the type is.</summary>
internal abstract class Contract
{
    /// <summary>The contracts of every type that is generated in this project.</summary>
    public static IReadOnlyList<Contract> All { get; } =
    [
        .. typeof(Contract).Assembly.GetTypes()
            .Select(static type => type.GetProperty("Json", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .Where(static json => json is not null)
            .Select(static json => (Contract)Activator.CreateInstance(typeof(Contract<>).MakeGenericType(TypeOf(json!)), json)!),
    ];

    public abstract Type Type { get; }

    public abstract JsonObject Schema { get; }

    /// <summary>Returns whether the contract reads a text and writes the same JSON again, and the rules for requests allow it.</summary>
    public abstract bool Keeps(string json);

    /// <summary>Returns why the contract cannot read a text, or may not send what it read; null: it can.</summary>
    public abstract string? Fault(string json);

    /// <summary>Returns whether a text conforms to the schema of a contract.</summary>
    public bool Conforms(string json) => Compiled.Evaluate(JsonElement.Parse(json), WithFormats).IsValid;

    public override string ToString() => Type.Name;

    private static EvaluationOptions WithFormats { get; } = new() { RequireFormatValidation = true };

    private JsonSchema Compiled => field ??= JsonSchema.FromText(Schema.ToJsonString());

    /// <summary>Whether a value holds one that the reference does not describe: of no alternative of a union, or that an enum does not list.</summary>
    protected static bool HoldsUndescribed(object? value) => value switch
    {
        null or string or JsonElement => false,
        IEnumerable list => list.Cast<object?>().Any(HoldsUndescribed),
        _ when value.GetType() is { IsGenericType: true } entry && entry.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            => HoldsUndescribed(entry.GetProperty("Value")!.GetValue(value)),
        _ when value.GetType().Assembly == typeof(Contract).Assembly => value.GetType().GetMethod("ToKnown") is { } known
            ? known.Invoke(value, null)!.ToString() == "Unlisted"
            : value.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0 && !property.GetMethod!.IsStatic)
                .Any(property => property.Name == "Other" ? property.GetValue(value) is not null : HoldsUndescribed(property.GetValue(value))),
        _ => false,
    };

    private static Type TypeOf(object json)
    {
        var type = json.GetType();
        while (type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(ApiJson<>))
            type = type.BaseType!;
        return type.GetGenericArguments()[0];
    }
}

internal sealed class Contract<T>(ApiJson<T> json) : Contract
{
    public override Type Type => typeof(T);

    public override JsonObject Schema => json.ToJsonSchema();

    public override bool Keeps(string text)
        => Fault(text) is null
            && !HoldsUndescribed(json.Parse(text))
            && JsonNode.DeepEquals(JsonNode.Parse(json.ToJson(json.Parse(text))), JsonNode.Parse(text));

    public override string? Fault(string text)
    {
        try
        {
            var value = json.Parse(text);
            json.Check(value);
            return null;
        }
        catch (Exception exception) when (exception is ApiJsonException or ArgumentException)
        {
            return exception.Message;
        }
    }
}
