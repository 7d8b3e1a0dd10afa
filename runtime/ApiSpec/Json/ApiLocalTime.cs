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

    private readonly TimeZoneInfo? _outer;

    private ApiLocalTime(TimeZoneInfo? outer) => _outer = outer;

    /// <summary>The zone that the options of the client name; null: the zone of the specs, or UTC.</summary>
    internal static TimeZoneInfo? Zone => JsonReading.Current is { } reading ? reading.TimeZone : t_zone;

    /// <summary>Starts to use a zone on this thread. Disposing the result returns to the previous one.</summary>
    /// <param name="zone">The zone; null: the zone of the specs, or UTC.</param>
    public static ApiLocalTime Begin(TimeZoneInfo? zone)
    {
        var scope = new ApiLocalTime(t_zone);
        t_zone = zone;
        return scope;
    }

    /// <summary>Returns to the previous zone.</summary>
    public void Dispose() => t_zone = _outer;
}
