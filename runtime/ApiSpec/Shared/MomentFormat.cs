using System.Collections.Concurrent;

namespace ApiSpec.Json;

/// <summary>The zone in the form of a date and time.</summary>
internal enum MomentZone
{
    /// <summary>None: the value is a local time.</summary>
    None,

    /// <summary>UTC, which the form states for all values.</summary>
    Utc,

    Hours,

    HoursAndMinutes,
}

/// <summary>
/// A format of generated code: how a reference writes points in time, and their zone: <c>yyyy/MM/dd HH:mm:ss@Asia/Tokyo</c>. After <c>#</c> is the unit of
/// numbers that are read as well: <c>yyyy/MM/dd HH:mm:ss@#epoch</c>.
/// </summary>
/// <param name="Form">The .NET format; null: ISO 8601.</param>
/// <param name="Zone">The IANA id of the zone of values without one; null: UTC.</param>
internal readonly record struct MomentFormat(string? Form, string? Zone)
{
    /// <summary>What separates the zone from the form. In a form, the character is escaped.</summary>
    public const char ZoneMark = '@';

    /// <summary>What follows the zone, before the unit of numbers that are read as well. No zone has the character.</summary>
    private const char EpochMark = '#';

    /// <summary>A zone without a colon, for which .NET has no letters: it reads it as <c>zzz</c>, and the library writes it.</summary>
    public const string BareZone = "zzzz";

    /// <summary>Words for UTC in a form. In a .NET format they are text, which is the same for every value.</summary>
    public static readonly string[] UtcWords = ["GMT", "UTC"];

    private static readonly ConcurrentDictionary<string, MomentFormat> Known = new(StringComparer.Ordinal);

    /// <summary>The unit of numbers since 1970 that are read as well, <c>epoch</c> or <c>epoch-ms</c>; null: only text is read.</summary>
    public string? Epoch { get; private init; }

    public static MomentFormat Of(string? format)
        => format is null || format.IndexOf(ZoneMark) < 0 ? new(format, null) : Known.GetOrAdd(format, static text => Split(text));

    /// <summary>
    /// Returns the format of a form, or of ISO 8601 if it is null, whose values without a zone are in this one, and whose values can be numbers of a unit.
    /// </summary>
    public static string Join(string? form, string? zone, string? epoch = null) => form + ZoneMark + zone + (epoch is null ? "" : EpochMark + epoch);

    /// <summary>Returns the zone in a .NET format.</summary>
    public static MomentZone ZoneIn(string form)
    {
        if (form.Length == 1)
            return form[0] is 'o' or 'O' ? MomentZone.HoursAndMinutes : MomentZone.None;
        for (var i = 0; i < form.Length; i++)
        {
            switch (form[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"':
                    var quote = form[i++];
                    while (i < form.Length && form[i] != quote)
                        i += form[i] == '\\' ? 2 : 1;
                    break;
                case 'K':
                    return MomentZone.HoursAndMinutes;
                case 'z':
                    return string.CompareOrdinal(form, i, "zzz", 0, 3) == 0 ? MomentZone.HoursAndMinutes : MomentZone.Hours;
                default:
                    break;
            }
        }

        return IsUtc(form) ? MomentZone.Utc : MomentZone.None;
    }

    private static bool IsUtc(string form)
    {
        if (form[form.Length - 1] == 'Z')
            return true;
        var text = form.Replace("\\", "");
        return Array.Exists(UtcWords, text.Contains);
    }

    private static MomentFormat Split(string text)
    {
        var mark = text.LastIndexOf(ZoneMark);
        if (mark > 0 && text[mark - 1] == '\\')
            return new(text, null);
        var form = mark == 0 ? null : text.Substring(0, mark);
        var zone = text.Substring(mark + 1);
        var epoch = zone.IndexOf(EpochMark);
        return epoch < 0 ? new(form, zone)
            : new(form, epoch == 0 ? null : zone.Substring(0, epoch)) { Epoch = zone.Substring(epoch + 1) };
    }
}
