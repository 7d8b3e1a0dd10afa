using System.Diagnostics.Tracing;
using System.Globalization;
using System.Text;

namespace ApiSpec.Observability;

/// <summary>Builds a log entry: the message, and the same text with names instead of values, which a log uses to group entries.</summary>
internal sealed class LogMessage
{
    private const string Format = "{OriginalFormat}";

    private readonly ApiDescription _api;
    private readonly ApiOperation? _operation;
    private readonly StringBuilder _message = new();
    private readonly StringBuilder _format = new();
    private readonly List<KeyValuePair<string, object?>> _values = new(12);

    public LogMessage(ApiDescription api) => _api = api;

    public LogMessage(ApiOperation operation)
        : this(operation.Api)
    {
        _operation = operation;
        Value(LogNames.Operation, operation.Id);
        if (operation.Section is { } section)
            Text(" (section ").Value(LogNames.Section, section).Text(")");
    }

    public LogMessage Text(string text)
    {
        _message.Append(text);
        _format.Append(text);
        return this;
    }

    public LogMessage Value(string name, object value)
    {
        _message.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
        _format.Append('{').Append(name).Append('}');
        _values.Add(new(name, value));
        return this;
    }

    /// <summary>Writes the status code and its meaning in the reference.</summary>
    public LogMessage Status(int code, ApiStatus? meaning)
    {
        Value(LogNames.StatusCode, BoxedStatus.Of(code));
        var text = string.IsNullOrEmpty(meaning?.Description) ? meaning?.Message : meaning!.Description;
        return string.IsNullOrEmpty(text) ? this : Text(" (").Value(LogNames.Meaning, text!).Text(")");
    }

    /// <summary>Writes the duration of the call, and the number of attempts if there was more than one.</summary>
    public LogMessage Duration(TimeSpan elapsed, int attempts)
    {
        Text(" in ").Value(LogNames.Elapsed, Milliseconds(elapsed)).Text(" ms");
        if (attempts > 1)
            return Text(", attempt ").Value(LogNames.Attempt, attempts);
        _values.Add(new(LogNames.Attempt, attempts));
        return this;
    }

    public ApiLogEntry ToEntry(EventLevel level, int id, string name)
    {
        _values.Add(new(LogNames.Api, _api.Id));
        if (_operation is not null)
        {
            _values.Add(new(LogNames.Method, _operation.Method.Method));
            _values.Add(new(LogNames.Template, _operation.PathTemplate));
        }

        _values.Add(new(Format, _format.ToString()));
        return new ApiLogEntry(level, id, name, _operation, [.. _values], _message.ToString());
    }

    public static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
