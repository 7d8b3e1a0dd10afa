using System.Collections.Concurrent;
using System.Security;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>Dates and times that are written without a zone.</summary>
internal static class LocalTime
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the point in time of a local time. If the zone would lead out of the years 1 to 9999, the only ones that .NET supports, the offset is zero:
    /// servers send the first and the last second of the calendar as <c>never</c>.
    /// </summary>
    /// <param name="local">The local time.</param>
    /// <param name="zoneId">The zone of the specs; null: UTC. The zone of the client comes first.</param>
    public static DateTimeOffset Place(DateTime local, string? zoneId) => Place(local, ZoneOf(zoneId));

    /// <summary>Returns a point in time with the clock of the zone. What <see cref="Place(DateTime, string?)"/> returned keeps its text, also if no clock shows
    /// it.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="zoneId">The zone of the specs; null: UTC. The zone of the client comes first.</param>
    public static DateTimeOffset Of(DateTimeOffset value, string? zoneId)
        => ZoneOf(zoneId) is not { } zone ? value.ToUniversalTime()
            : Place(value.DateTime, zone).Offset == value.Offset ? value
            : TimeZoneInfo.ConvertTime(value, zone);

    /// <summary>Returns a zone that specs name.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know it.</exception>
    public static TimeZoneInfo Find(string id)
    {
        if (Known.TryGetValue(id, out var known))
            return known;
        return Known.GetOrAdd(id, TryFind(id, out var failure) ?? throw new TimeZoneNotFoundException(
            "This machine does not know the time zone '" + id + "', which the specs name under 'timezone'. Install its time zones (on Linux, the package "
            + "tzdata), or set " + nameof(ApiClientOptions) + "." + nameof(ApiClientOptions.TimeZone) + ".", failure));
    }

    /// <summary>Returns a zone that this machine knows, or null.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="failure">Why it was not found; null: it was.</param>
    public static TimeZoneInfo? TryFind(string id, out Exception? failure)
    {
        failure = null;
        try
        {
            return id is "UTC" or "GMT" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        // An id can name a folder of the zones, such as 'Asia', or a file that is none of them.
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or IOException)
        {
            failure = exception;
            return null;
        }
    }

    private static DateTimeOffset Place(DateTime local, TimeZoneInfo? zone)
    {
        // An hour that occurs twice is read as standard time, and one that does not exist with the offset before it.
        var offset = zone?.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)) ?? TimeSpan.Zero;
        var utc = local.Ticks - offset.Ticks;
        return new DateTimeOffset(local.Ticks, utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? offset : TimeSpan.Zero);
    }

    private static TimeZoneInfo? ZoneOf(string? id) => ApiLocalTime.Zone ?? (id is null ? null : Find(id));
}
