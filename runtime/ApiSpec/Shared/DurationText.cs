using System.Globalization;
using System.Text;

namespace ApiSpec.Json;

/// <summary>Reads and writes durations in ISO 8601, except years and months, which have no fixed length.</summary>
internal static class DurationText
{
    private const string Designators = "WDHMS";

    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "PT0S";

        // The magnitude of the smallest value does not fit into a signed number.
        var ticks = value < TimeSpan.Zero ? unchecked((ulong)-value.Ticks) : (ulong)value.Ticks;
        var text = new StringBuilder(value < TimeSpan.Zero ? "-P" : "P");
        Append(text, ref ticks, TimeSpan.TicksPerDay, 'D');
        if (ticks > 0)
            text.Append('T');
        Append(text, ref ticks, TimeSpan.TicksPerHour, 'H');
        Append(text, ref ticks, TimeSpan.TicksPerMinute, 'M');
        if (ticks > 0)
            text.Append(((decimal)ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        return text.ToString();
    }

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        var rest = text.Trim();
        var negative = rest.Length > 0 && rest[0] == '-';
        if (negative || (rest.Length > 0 && rest[0] == '+'))
            rest = rest.Substring(1);
        if (rest.Length == 0 || rest[0] != 'P')
            return false;

        var position = 1;
        var inTime = false;
        var last = -1;
        decimal total = 0;
        while (position < rest.Length)
        {
            if (rest[position] == 'T')
            {
                if (inTime)
                    return false;
                inTime = true;
                position++;
                if (position == rest.Length)
                    return false;
            }

            var start = position;
            while (position < rest.Length && rest[position] is (>= '0' and <= '9') or '.' or ',')
                position++;
            if (position == start || position == rest.Length)
                return false;
            var digits = rest.Substring(start, position - start).Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
                return false;

            var designator = rest[position++];
            if (!inTime && designator is 'Y' or 'M')
            {
                if (amount != 0)
                    return false;
                continue;
            }

            var order = Designators.IndexOf(designator);
            if (order <= last || inTime != order > 1)
                return false;
            last = order;
            var unit = UnitOf(designator);
            if (amount > decimal.MaxValue / unit)
                return false;
            total += amount * unit;
            if (total > 1m + long.MaxValue)
                return false;
        }

        if (rest.Length == 1 || (last < 0 && position < 3))
            return false;
        total = decimal.Truncate(negative ? -total : total);
        if (total is < long.MinValue or > long.MaxValue)
            return false;
        value = new TimeSpan((long)total);
        return true;
    }

    private static long UnitOf(char designator) => designator switch
    {
        'W' => 7 * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };

    private static void Append(StringBuilder text, ref ulong ticks, long unit, char designator)
    {
        var amount = ticks / (ulong)unit;
        if (amount == 0)
            return;
        text.Append(amount.ToString(CultureInfo.InvariantCulture)).Append(designator);
        ticks -= amount * (ulong)unit;
    }
}
