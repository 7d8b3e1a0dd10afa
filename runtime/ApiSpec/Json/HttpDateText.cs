using System.Globalization;

namespace ApiSpec.Json;

/// <summary>Reads the dates of HTTP headers (RFC 9110, 5.6.7): the current form, and the two obsolete forms that must be accepted.</summary>
internal static class HttpDateText
{
    // Without the name of the day: it follows from the date, and some servers send a wrong one.
    private static readonly string[] Formats = ["d MMM yyyy H:m:s", "d MMM yyyy H:m:s zzz", "d-MMM-yyyy H:m:s", "d-MMM-yyyy H:m:s zzz", "MMM d H:m:s yyyy"];
    private static readonly string[] ShortYearFormats = ["d-MMM-yy H:m:s", "d MMM yy H:m:s"];
    private static readonly string[] Zones = ["GMT", "UTC", "UT", "Z"];

    public static bool TryParse(string text, out DateTimeOffset value)
    {
        var date = WithoutZone(WithoutDayName(text.Trim()));
        return TryParse(date, Formats, out value)
            || (TryParse(date, ShortYearFormats, out value) && TryInCentury(value, DateTimeOffset.UtcNow.Year, out value));
    }

    // RFC 9110, section 5.6.7: a two-digit year that would be more than 50 years in the future is the most recent past year with these digits.
    private static bool TryInCentury(DateTimeOffset value, int currentYear, out DateTimeOffset dated)
    {
        var year = currentYear - (currentYear % 100) + (value.Year % 100);
        if (year > currentYear + 50)
            year -= 100;
        var isDate = value.Day <= DateTime.DaysInMonth(year, value.Month);
        dated = isDate ? new DateTimeOffset(year, value.Month, value.Day, value.Hour, value.Minute, value.Second, value.Offset) : default;
        return isDate;
    }

    private static bool TryParse(string text, string[] formats, out DateTimeOffset value)
        => DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out value);

    // "Sun, ", "Sunday, " or, before a month, "Sun ".
    private static string WithoutDayName(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
            length++;
        if (length == text.Length || length < 3)
            return text;
        var isFollowedByMonth = text[length] == ' ' && text.Length > length + 1 && char.IsLetter(text[length + 1]);
        return text[length] == ',' || isFollowedByMonth ? text.Substring(length + 1).TrimStart() : text;
    }

    private static string WithoutZone(string text)
    {
        foreach (var zone in Zones)
        {
            if (text.Length > zone.Length && text[text.Length - zone.Length - 1] == ' ' && text.EndsWith(zone, StringComparison.OrdinalIgnoreCase))
                return text.Substring(0, text.Length - zone.Length - 1);
        }

        return text;
    }
}
