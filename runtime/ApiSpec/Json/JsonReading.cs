namespace ApiSpec.Json;

/// <summary>
/// Limits the reading of one response: the number of created values, and the time. Reading is synchronous, so the thread identifies the response.
/// </summary>
/// <remarks>
/// A finished object stays in the field of the thread and is reused for the next response, so ordinary calls do not allocate one. Each access to a field
/// of the thread costs as much as reading a short string, so there is only one such field.
/// </remarks>
internal sealed class JsonReading : IDisposable
{
    /// <summary>The cost of a collection or a raw JSON value: it needs about as much memory as this number of members.</summary>
    public const int Collection = 4;

    private const int StepsBetweenLooks = 512;

    [ThreadStatic]
    private static JsonReading? t_last;

    private readonly JsonReading? _outer;
    private bool _isActive;
    private CancellationToken _cancellationToken;
    private int _stepsLeft;
    private long _valuesLeft;
    private int _maxValues;

    private JsonReading(JsonReading? outer) => _outer = outer;

    /// <summary>Whether required members can be missing, as in failures, where every readable value helps.</summary>
    public bool IsLenient { get; private set; }

    /// <summary>The reading of this thread, or null if there is no limit.</summary>
    public static JsonReading? Current => t_last is { _isActive: true } current ? current : null;

    /// <summary>The zone of dates and times without one that the options of the client name; null: the zone of the specs, or UTC.</summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Starts a reading on this thread. Disposing it returns to the previous one.</summary>
    /// <param name="maxValues">How many values can be built.</param>
    /// <param name="timeZone">The zone of dates and times without one that the options of the client name, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isLenient">Whether required members can be missing.</param>
    public static JsonReading Begin(int maxValues, TimeZoneInfo? timeZone, CancellationToken cancellationToken, bool isLenient = false)
    {
        var reading = t_last;
        if (reading is null || reading._isActive)
            t_last = reading = new JsonReading(reading);
        reading._isActive = true;
        reading._cancellationToken = cancellationToken;
        reading._stepsLeft = StepsBetweenLooks;
        reading._valuesLeft = maxValues;
        reading._maxValues = maxValues;
        reading.TimeZone = timeZone;
        reading.IsLenient = isLenient;
        return reading;
    }

    public void Dispose()
    {
        _isActive = false;
        _cancellationToken = default;
        TimeZone = null;
        if (_outer is not null)
            t_last = _outer;
    }

    /// <summary>Counts values that are built.</summary>
    /// <exception cref="JsonLimitException">There are more than the limit.</exception>
    /// <exception cref="OperationCanceledException">The call has ended.</exception>
    public void Spend(int values)
    {
        _valuesLeft -= values;
        if (_valuesLeft < 0)
            throw new JsonLimitException();
        Step();
    }

    /// <summary>Checks the number of objects that are kept while values are built.</summary>
    /// <exception cref="JsonLimitException">There are more than values can be built.</exception>
    public void CheckCount(int count)
    {
        if (count > _maxValues)
            throw new JsonLimitException();
    }

    /// <summary>Counts a step of work that builds nothing.</summary>
    /// <exception cref="OperationCanceledException">The call has ended.</exception>
    public void Step()
    {
        if (--_stepsLeft > 0)
            return;
        _stepsLeft = StepsBetweenLooks;
        _cancellationToken.ThrowIfCancellationRequested();
    }
}

/// <summary>More values would be built from a response than its <see cref="JsonReading"/> allows. Never reaches a user.</summary>
internal sealed class JsonLimitException : Exception;
