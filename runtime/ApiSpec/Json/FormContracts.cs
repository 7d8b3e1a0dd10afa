using System.Globalization;
using System.Text;
using System.Text.Json;
using ApiSpec.Generated;
using ApiSpec.Observability;

namespace ApiSpec.Json;

/// <summary>A JSON string that holds JSON.</summary>
internal sealed class EmbeddedContract<T>(Func<ApiJson<T>> value) : ApiJson<T>
{
    private readonly DeferredContract<T> _value = new(value);

    public override bool HasRules => _value.Value.HasRules;

    protected override JsonShape CreateShape() => new UnknownShape<T>(this);

    public override T Read(ref Utf8JsonReader reader)
    {
        var text = JsonRead.String(ref reader);
        // How much may be built is counted for the thread that reads a response, so what is in the text counts, too. Its levels are those of the body and more.
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

    public CheckedContract(Func<ApiJson<T>> value, Action<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        _value = new DeferredContract<T>(value);
        _check = check;
    }

    public override bool HasRules => true;

    internal override bool TakesNull => _value.Value.TakesNull;

    protected override JsonShape CreateShape() => _value.Value.Shape;

    public override T Read(ref Utf8JsonReader reader) => _value.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value) => _value.Value.Write(writer, value);

    public override void Check(T value)
    {
        _check(value);
        _value.Value.Check(value);
    }
}

#if NET8_0_OR_GREATER
internal sealed class FormattedDateContract(string format) : ApiJson<DateOnly>
{
    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && MomentText.TryParseDate(JsonRead.Text(ref reader), format, out _));

    public override DateOnly Read(ref Utf8JsonReader reader)
        => MomentText.TryParseDate(JsonRead.String(ref reader), format, out var value) ? value : throw JsonFault.Unreadable("a date", ref reader);

    public override void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(TextValue.ToText(value, format));
}

internal sealed class FormattedTimeContract(string format) : ApiJson<TimeOnly>
{
    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && MomentText.TryParseTime(JsonRead.Text(ref reader), format, out _));

    public override TimeOnly Read(ref Utf8JsonReader reader)
        => MomentText.TryParseTime(JsonRead.String(ref reader), format, out var value) ? value : throw JsonFault.Unreadable("a time of day", ref reader);

    public override void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(TextValue.ToText(value, format));
}

/// <summary>Reads dates and times of day in the form of a reference, or in ISO 8601.</summary>
internal static class MomentText
{
    public static bool TryParseDate(string text, string format, out DateOnly value)
        => DateOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            || DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryParseTime(string text, string format, out TimeOnly value)
        => TimeOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value) || DateTimeText.TryParseTime(text, out value);
}
#endif
