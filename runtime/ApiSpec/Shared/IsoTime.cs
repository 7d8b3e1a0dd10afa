using System.Globalization;

namespace ApiSpec.Json;

/// <summary>
/// Reads the forms of ISO 8601 that servers send. The parser of .NET cannot read a zone without a colon, and treats a time without a zone as local.
/// </summary>
internal static class IsoTime
{
    /// <summary>Reads a point in time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="local">The ticks of its clock.</param>
    /// <param name="zone">The difference between its clock and UTC; null: the text has no zone.</param>
    /// <param name="hasTime">Whether the text is more than a date.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long local, out TimeSpan? zone, out bool hasTime)
    {
        local = 0;
        zone = null;
        hasTime = false;
        var cursor = new Cursor(text.Trim());
        if (!cursor.Number(4, out var year))
            return false;
        // ISO 8601 also has a form without separators: 20260131T235959Z.
        var isBasic = !cursor.Take('-');
        if (!cursor.Number(2, out var month) || (!isBasic && !cursor.Take('-')) || !cursor.Number(2, out var day))
            return false;

        var time = default(TimeSpan);
        if (!cursor.AtEnd)
        {
            hasTime = true;
            if (!(cursor.Take('T') || cursor.Take('t') || cursor.Take(' ')) || !TryTakeTime(ref cursor, out time, isBasic) || !TryTakeZone(ref cursor, out zone)
                || !cursor.AtEnd)
                return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month))
            return false;

        local = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).Ticks + time.Ticks;
        var utc = local - (zone ?? TimeSpan.Zero).Ticks;
        return local <= DateTimeOffset.MaxValue.Ticks && utc >= 0 && utc <= DateTimeOffset.MaxValue.Ticks;
    }

    /// <summary>Reads a time of day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time since midnight.</param>
    public static bool TryParseTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        var cursor = new Cursor(text.Trim());
        return TryTakeTime(ref cursor, out time) && cursor.AtEnd && time.Ticks < TimeSpan.TicksPerDay;
    }

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
