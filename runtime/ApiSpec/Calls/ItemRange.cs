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

    /// <summary>Reads a <c>Content-Range</c>: <c>items 0-24/319</c>, or <c>0-24/*</c>. Null: it names no range.</summary>
    public static ItemRange? Parse(string? header)
    {
        if (header is null)
            return null;
        var space = header.IndexOf(' ');
        var unit = space < 0 ? null : header.Substring(0, space);
        var range = header.Substring(space + 1).Trim();
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
        // Without a total, a range that is shorter than the one before it ends the list.
        return first >= Total || (Total is null && Count < asked) || first > long.MaxValue - Count
            ? null
            : new ItemRange(Unit, first, first + Count - 1, Total);
    }

    /// <summary>The range as the header <c>Range</c> has it: <c>items=25-49</c>.</summary>
    public override string ToString()
        => (Unit is null ? "" : Unit + "=") + First.ToString(CultureInfo.InvariantCulture) + "-" + Last.ToString(CultureInfo.InvariantCulture);

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
