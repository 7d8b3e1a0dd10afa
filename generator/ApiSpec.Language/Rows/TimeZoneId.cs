using System.Text.RegularExpressions;

namespace ApiSpec.Language.Rows;

/// <summary>
/// The ids of time zones in the database of IANA: <c>Asia/Tokyo</c>. Except UTC and GMT, ids of one word are not allowed, because they look like abbreviations,
/// and an abbreviation can mean several zones.
/// </summary>
/// <remarks>Only the form is checked. Which ids exist depends on the machine and its age, and the same spec has to build everywhere.</remarks>
internal static class TimeZoneId
{
    private static readonly Regex Form = new(@"^(UTC|GMT|[A-Z][A-Za-z0-9_-]*(/[A-Z][A-Za-z0-9_+-]*)+)\z", RegexOptions.CultureInvariant);

    public static bool IsValid(string text) => Form.IsMatch(text);
}
