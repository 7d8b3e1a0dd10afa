using System.Globalization;

namespace ApiSpec.Transport;

/// <summary>A range of the items of a list, as the headers <c>Content-Range</c> and <c>Range</c> have it (RFC 9110, section 14).</summary>
/// <param name="Unit">The unit; null: the server writes the numbers alone.</param>
/// <param name="First">The position of the first item.</param>
/// <param name="Last">The position of the last item.</param>
/// <param name="Total">The number of items of the list; null: the server does not know it.</param>
internal sealed record ItemRange(string? Unit, long First, long Last, long? Total)
{
    // Characters of a token (RFC 9110, section 5.6.2) besides letters and digits.
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    /// <summary>The number of items in the range.</summary>
    public long Count => Last - First + 1;

    /// <summary>Whether a <c>Content-Range</c> says that the response has no range: <c>items */319</c>.</summary>
    public static bool IsUnsatisfied(string header)
    {
        var range = header.Substring(EndOfUnit(header) + 1).Trim();
        return range.StartsWith("*/", StringComparison.Ordinal) && Number(range.Substring(2)) is not null;
    }

    /// <summary>Reads a <c>Content-Range</c>: <c>items 0-24/319</c>, or <c>0-24/*</c>. Null: it names no range.</summary>
    public static ItemRange? Parse(string header)
    {
        var end = EndOfUnit(header);
        var unit = end < 0 ? null : header.Substring(0, end);
        var range = header.Substring(end + 1).Trim();
        var dash = range.IndexOf('-');
        var slash = range.IndexOf('/');
        if (dash <= 0 || slash < dash || (unit is not null && !IsToken(unit)))
            return null;
        var total = range.Substring(slash + 1);
        return Number(range.Substring(0, dash)) is { } first && Number(range.Substring(dash + 1, slash - dash - 1)) is { } last && first <= last
            && last < long.MaxValue && (total == "*" || Number(total) is not null)
            ? new ItemRange(unit, first, last, Number(total))
            : null;
    }

    /// <summary>Returns the range that follows; null: there are no items after this one.</summary>
    /// <param name="asked">The number of items that the request asked for; null: unknown.</param>
    public ItemRange? Next(long? asked)
    {
        var first = Last + 1;
        // A server can return a part of the range (RFC 9110, section 15.3.7), so a shorter one does not end the list.
        var count = Math.Max(Count, asked ?? 0);
        return first >= Total ? null : new ItemRange(Unit, first, first > long.MaxValue - count ? long.MaxValue : first + count - 1, Total);
    }

    /// <summary>The range as the header <c>Range</c> has it: <c>items=25-49</c>.</summary>
    public override string ToString()
        => (Unit is null ? "" : Unit + "=") + First.ToString(CultureInfo.InvariantCulture) + "-" + Last.ToString(CultureInfo.InvariantCulture);

    // Some servers write the unit as in the header Range.
    private static int EndOfUnit(string header) => header.IndexOf('=') is >= 0 and var equals ? equals : header.IndexOf(' ');

    private static long? Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsToken(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && TokenMarks.IndexOf(c) < 0)
                return false;
        }

        return text.Length > 0;
    }
}
