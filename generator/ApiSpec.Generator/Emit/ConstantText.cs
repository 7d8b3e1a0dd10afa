using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Json;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Decides whether generated code can hold a time as a constant. A spec also allows the dates of HTTP, and a field that cannot be parsed would make its type
/// unusable.
/// </summary>
internal static class ConstantText
{
    private static readonly Regex Zone = new("([Zz]|GMT|UTC|[+-][0-9]{2}(:?[0-5][0-9])?)\\z", RegexOptions.CultureInvariant);

    /// <summary>Returns whether the string is a time of day.</summary>
    public static bool IsTime(string text) => IsoTime.TryParseTime(text.AsSpan(), out _);

    /// <summary>Returns whether the string is a point in time: in the format of the API, in ISO 8601, or as a number if the format allows it. A local time is
    /// none, because the program can choose its zone.</summary>
    public static bool IsDateTime(string text, string? format)
    {
        var moment = MomentFormat.Of(format);
        return IsInForm(text, moment.Form)
            ? moment.Zone is null || Zone.IsMatch(text)
            : moment.Epoch is { } epoch && MomentForm.OfNumber(text, epoch) is not null;
    }

    private static bool IsInForm(string text, string? format)
        => (format is MomentForm.Seconds or MomentForm.Milliseconds && MomentForm.Fits(text, format))
            || (format is not null && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            || (IsoTime.TryParse(text.AsSpan(), out _, out _, out var hasTime) && hasTime);
}
