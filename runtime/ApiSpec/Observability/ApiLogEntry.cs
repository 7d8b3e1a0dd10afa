using System.Collections;
using System.Diagnostics.Tracing;

namespace ApiSpec;

/// <summary>One entry of a client's log: a message, and the values in it by name.</summary>
/// <remarks>
/// <c>runtime/docs/observability.md</c> lists the values of each event; the last one is <c>{OriginalFormat}</c>, the message with the names of
/// the values. An entry contains no value of a request or of a configuration, no header, no secret, and of a body only the error code and the text of a
/// failure.
/// </remarks>
public sealed class ApiLogEntry : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _values;
    private readonly string _message;

    internal ApiLogEntry(EventLevel level, int eventId, string eventName, ApiOperation? operation, KeyValuePair<string, object?>[] values, string message)
    {
        Level = level;
        EventId = eventId;
        EventName = eventName;
        Operation = operation;
        _values = values;
        _message = message;
    }

    /// <summary>How important the entry is.</summary>
    public EventLevel Level { get; }

    /// <summary>The number of the event, such as 2.</summary>
    public int EventId { get; }

    /// <summary>The name of the event, such as <c>CallFailed</c>.</summary>
    public string EventName { get; }

    /// <summary>The operation that was called; null: the entry is about the configuration of the client.</summary>
    public ApiOperation? Operation { get; }

    /// <summary>The number of values.</summary>
    public int Count => _values.Length;

    /// <summary>A value with its name.</summary>
    /// <param name="index">The position, from 0.</param>
    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The message, such as <c>Tasks.GetRerunStart (section 9.6.8) failed with 412 (The server is not available.) in 12.5 ms</c></summary>
    public override string ToString() => _message;
}
