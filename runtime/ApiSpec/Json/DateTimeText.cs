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
        var cursor = new Cursor(text.Trim());
        if (!cursor.Number(4, out var year))
            return false;
        // ISO 8601 also has a form without separators: 20260131T235959Z.
        var isBasic = !cursor.Take('-');
        if (!cursor.Number(2, out var month) || (!isBasic && !cursor.Take('-')) || !cursor.Number(2, out var day))
            return false;

        var time = default(TimeSpan);
        TimeSpan? zone = null;
        if (!cursor.AtEnd)
        {
            if (!(cursor.Take('T') || cursor.Take('t') || cursor.Take(' ')) || !TryTakeTime(ref cursor, out time, isBasic) || !TryTakeZone(ref cursor, out zone)
                || !cursor.AtEnd)
                return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        var local = new DateTime(year, month, day).Ticks + time.Ticks;
        if (local > DateTime.MaxValue.Ticks)
            return false;
        if (zone is not { } offset)
        {
            value = LocalTime.Place(new DateTime(local), zoneId);
            return true;
        }

        var utc = local - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(local, offset);
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
        var cursor = new Cursor(text.AsSpan().Trim());
        if (!TryTakeTime(ref cursor, out var time) || !cursor.AtEnd || time.Ticks >= TimeSpan.TicksPerDay)
            return false;
        value = TimeOnly.FromTimeSpan(time);
        return true;
    }
#endif

    private static bool TryTakeTime(ref Cursor cursor, out TimeSpan time, bool isBasic = false)
    {
        time = default;
        var minute = 0;
        var second = 0;
        long fraction = 0;
        if (!cursor.Number(2, out var hour))
            return false;
        if (cursor.Take(':') || (isBasic && cursor.IsAtDigit))
        {
            if (!cursor.Number(2, out minute))
                return false;
            if (cursor.Take(':') || (isBasic && cursor.IsAtDigit))
            {
                if (!cursor.Number(2, out second))
                    return false;
                if ((cursor.Take('.') || cursor.Take(',')) && !cursor.Fraction(out fraction))
                    return false;
            }
        }

        // RFC 3339 allows a second 60 for leap seconds; it is the start of the next minute.
        if (hour > 23 || minute > 59 || second > 60)
            return false;
        time = new TimeSpan(hour, minute, second) + new TimeSpan(fraction);
        return true;
    }

    private static bool TryTakeZone(ref Cursor cursor, out TimeSpan? zone)
    {
        zone = null;
        if (cursor.AtEnd)
            return true;
        zone = TimeSpan.Zero;
        if (cursor.Take('Z') || cursor.Take('z'))
            return true;

        var west = cursor.Take('-');
        if ((!west && !cursor.Take('+')) || !cursor.Number(2, out var hours))
            return false;
        var minutes = 0;
        if (!cursor.AtEnd)
        {
            cursor.Take(':');
            if (!cursor.Number(2, out minutes))
                return false;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        zone = west ? -offset : offset;
        return minutes <= 59 && offset <= TimeSpan.FromHours(14);
    }

    private ref struct Cursor(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> _rest = rest;

        public readonly bool AtEnd => _rest.IsEmpty;

        public readonly bool IsAtDigit => !_rest.IsEmpty && _rest[0] is >= '0' and <= '9';

        public bool Take(char expected)
        {
            if (_rest.IsEmpty || _rest[0] != expected)
                return false;
            _rest = _rest.Slice(1);
            return true;
        }

        public bool Number(int digits, out int number)
        {
            number = 0;
            if (_rest.Length < digits)
                return false;
            for (var i = 0; i < digits; i++)
            {
                if (_rest[i] is < '0' or > '9')
                    return false;
                number = (number * 10) + (_rest[i] - '0');
            }

            _rest = _rest.Slice(digits);
            return true;
        }

        /// <summary>Reads any number of digits, and drops digits that are smaller than a tick.</summary>
        public bool Fraction(out long ticks)
        {
            ticks = 0;
            var unit = TimeSpan.TicksPerSecond;
            var length = 0;
            for (; length < _rest.Length && _rest[length] is >= '0' and <= '9'; length++)
            {
                unit /= 10;
                ticks += (_rest[length] - '0') * unit;
            }

            _rest = _rest.Slice(length);
            return length > 0;
        }
    }
}
