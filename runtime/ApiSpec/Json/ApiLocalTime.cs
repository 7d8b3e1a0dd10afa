using System.ComponentModel;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>
/// The time zone of dates and times without one, while a request is created or a single value is read. Both are synchronous, so the thread identifies them. For
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ApiLocalTime
{
    [ThreadStatic]
    private static TimeZoneInfo? t_zone;

    private readonly JsonReading? _reading;
    private readonly TimeZoneInfo? _outer;

    private ApiLocalTime(JsonReading? reading, TimeZoneInfo? outer)
    {
        _reading = reading;
        _outer = outer;
    }

    /// <summary>The zone that the options of the client name; null: the zone of the specs, or UTC.</summary>
    internal static TimeZoneInfo? Zone => JsonReading.Current is { } reading ? reading.TimeZone : t_zone;

    /// <summary>Starts to use a zone on this thread. Disposing the result returns to the previous one.</summary>
    /// <param name="zone">The zone; null: the zone of the specs, or UTC.</param>
    public static ApiLocalTime Begin(TimeZoneInfo? zone)
    {
        // A response can be being read, for example if a log makes another call.
        var scope = new ApiLocalTime(JsonReading.Current, Zone);
        Use(scope._reading, zone);
        return scope;
    }

    /// <summary>Returns to the previous zone.</summary>
    public void Dispose() => Use(_reading, _outer);

    private static void Use(JsonReading? reading, TimeZoneInfo? zone)
    {
        if (reading is null)
            t_zone = zone;
        else
            reading.TimeZone = zone;
    }
}
