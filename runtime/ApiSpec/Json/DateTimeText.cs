using System.Globalization;

namespace ApiSpec.Json;

/// <summary>
/// Reads the forms of ISO 8601 that servers send. The parser of .NET cannot read a zone without a colon, and treats a time without a zone as local.
/// </summary>
internal static class DateTimeText
{
    /// <summary>The format of points in time if the reference does not prescribe one: with all digits and the zone.</summary>
    public const string RoundTripFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    /// <summary>The maximum length of a point in time whose fraction fits into ticks.</summary>
    public const int LongestUsual = 48;

    private const string DateOfIso8601 = "yyyy-MM-dd";

    /// <summary>Reads a point in time in a form of ISO 8601.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zoneId">The zone of the specs for a text without one; null: UTC.</param>
    /// <param name="value">The point in time.</param>
    public static bool TryParse(ReadOnlySpan<char> text, string? zoneId, out DateTimeOffset value)
    {
        value = default;
        if (!IsoTime.TryParse(text, out var local, out var zone, out _))
            return false;
        value = zone is { } offset ? new DateTimeOffset(local, offset) : LocalTime.Place(new DateTime(local), zoneId);
        return true;
    }

    /// <summary>Reads a point in time in the form that the reference prescribes, or in one of ISO 8601.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The <see cref="MomentFormat"/> of the reference; null: only ISO 8601.</param>
    /// <param name="value">The point in time.</param>
    public static bool TryParse(string text, string? format, out DateTimeOffset value)
    {
        if (EpochText.UnitOf(format) is { } unit)
            return EpochText.TryParse(text, unit, out value);
        var moment = MomentFormat.Of(format);
        return TryParse(text, moment.Form, moment.Zone, out value)
            || (EpochText.UnitOf(moment.Epoch) is { } also && EpochText.TryParse(text, also, out value));
    }

    private static bool TryParse(string text, string? form, string? zone, out DateTimeOffset value)
    {
        if (form is null)
            return TryParse(text.AsSpan(), zone, out value) || HttpDateText.TryParse(text, out value);

        return HasOrderOfIso8601(form)
            ? TryParse(text.AsSpan(), zone, out value) || TryParseAs(text, form, zone, out value) || HttpDateText.TryParse(text, out value)
            : TryParseAs(text, form, zone, out value) || TryParse(text.AsSpan(), zone, out value) || HttpDateText.TryParse(text, out value);
    }

    /// <summary>
    /// Whether values of the format can be tried as ISO 8601 first. A format with another order, such as day before month, could be confused with it.
    /// </summary>
    /// <param name="format">The <see cref="MomentFormat"/> of the reference, or null.</param>
    public static bool HasOrderOfIso8601(string? format)
        => format is null or [MomentFormat.ZoneMark, ..] || format.StartsWith(DateOfIso8601, StringComparison.Ordinal);

    /// <summary>Writes a point in time so that reading it gives the same point. If the format has no zone, the time is converted to the zone of the client or
    /// of the specs, or to UTC.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="format">The <see cref="MomentFormat"/> of the reference; without a form: <see cref="RoundTripFormat"/>.</param>
    public static string Format(DateTimeOffset value, string? format)
    {
        if (EpochText.UnitOf(format) is { } unit)
            return EpochText.Format(value, unit);
        var (form, zone) = MomentFormat.Of(format);
        if (form is null)
            return value.ToString(RoundTripFormat, CultureInfo.InvariantCulture);
        var written = MomentFormat.ZoneIn(form) switch
        {
            MomentZone.HoursAndMinutes => value,
            MomentZone.Hours when value.Offset.Minutes == 0 => value,
            MomentZone.None => LocalTime.Of(value, zone),
            _ => value.ToUniversalTime(),
        };
        return written.ToString(
            form.Contains(MomentFormat.BareZone) ? form.Replace(MomentFormat.BareZone, DigitsOf(written.Offset)) : form, CultureInfo.InvariantCulture);
    }

    // Punctuation and digits are not letters of a format.
    private static string DigitsOf(TimeSpan zone) => (zone < TimeSpan.Zero ? "-" : "+") + zone.ToString("hhmm", CultureInfo.InvariantCulture);

    private static bool TryParseAs(string text, string form, string? zone, out DateTimeOffset value)
    {
        if (!DateTimeOffset.TryParseExact(
            text, form, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out value))
            return false;
        if (MomentFormat.ZoneIn(form) == MomentZone.None)
            value = LocalTime.Place(value.DateTime, zone);
        return true;
    }

#if NET8_0_OR_GREATER
    public static bool TryParseTime(string text, out TimeOnly value)
    {
        value = default;
        if (!IsoTime.TryParseTime(text.AsSpan(), out var time))
            return false;
        value = TimeOnly.FromTimeSpan(time);
        return true;
    }
#endif
}
