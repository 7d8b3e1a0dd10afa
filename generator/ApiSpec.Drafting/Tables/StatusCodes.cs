using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Tables;

/// <summary>Divides a string with several status codes: <c>400, 404</c>, <c>4xx/5xx Error</c>, <c>400 Bad Request or 404 Not Found</c>, <c>500-599</c>.
/// </summary>
internal static partial class StatusCodes
{
    private const string Doubtful = "which code the text belongs to";
    private const int LongestText = 300;

    /// <summary>Returns each code with the text that belongs to it, and the doubt about it; empty: the string has one code or none.</summary>
    public static IReadOnlyList<(string Code, string Text, string? Doubt)> Of(string printed)
    {
        if (printed.Length > LongestText || StatusLine.CodeAt(printed) is null)
            return [];
        if (Range().Match(printed) is { Success: true } range)
            return OfRange(range.Groups["from"].Value, range.Groups["to"].Value, range.Groups["text"].Value.Trim());
        var parts = Separator().Split(printed).Select(static part => (Code: StatusLine.CodeAt(part)!, Text: StatusLine.TrimSeparator(part[3..]))).ToList();
        // '404 Not found, or 400 racks' has one code.
        if (parts.Count < 2 || parts.SkipLast(1).Any(static part => part.Text.Length > 0 && !IsMessage(part.Code, part.Text)))
            return [];
        var (code, text) = parts[^1];
        if (text.Length > 0 && parts[0].Text.Length > 0 && !IsMessage(code, text))
            return [];
        if (text.Length == 0 || parts[0].Text.Length > 0)
            return parts.ConvertAll(static part => (part.Code, part.Text, (string?)null));
        // In '400, 404 Not Found', the message is that of one code.
        var isOfLast = IsMessage(code, text);
        return [.. parts.Select(part => (part.Code, isOfLast && part.Code != code ? "" : text, isOfLast && part.Code != code ? Doubtful : (string?)null))];
    }

    private static List<(string Code, string Text, string? Doubt)> OfRange(string from, string to, string text)
    {
        if (string.CompareOrdinal(from, to) >= 0 || from[1] == 'x' || to[1] == 'x')
            return [];
        var doubt = from.EndsWith("00", StringComparison.Ordinal) && to.EndsWith("99", StringComparison.Ordinal) ? null : "the codes " + from + " to " + to;
        return [.. Enumerable.Range(from[0], to[0] - from[0] + 1).Select(digit => ((char)digit + "xx", text, doubt))];
    }

    private static bool IsMessage(string code, string text)
        => int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && StatusPhrases.Of(number).Contains(text.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s*(?:[,;/|]|\bor\b|\band\b)\s*(?:(?:or|and)\s+)?(?=[1-5](?:[0-9]{2}|[xX]{2})(?![\w.]))", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<from>[1-5][0-9]{2}) ?(?:-|\u2013|\u2014|~|to|through) ?(?<to>[1-5][0-9]{2})(?![\w.])[:,]?(?<text>.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
