using System.Globalization;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds a range inside a sentence: <c>the page size, 1 to 200</c>, <c>a maximum of 128 characters</c>.</summary>
internal static partial class ProseRange
{
    private const int LongestText = 1_000;
    private const string Units = "(characters?|chars?|letters)";
    private const string NotUnits = @"(?![\w/:%-]|[.,][0-9]| ?(characters?|chars?|letters|bytes|items|hours|minutes|days|seconds))";
    private const string NoUnit = @"(?![\w/:%-]|[.,][0-9]| ?[a-z])";
    private const string Minimum = @"(?<min>[0-9]{1,3}(,[0-9]{3}){1,3}|[0-9]{1,12})";
    private const string Maximum = @"(?<max>[0-9]{1,3}(,[0-9]{3}){1,3}|[0-9]{1,12})";

    /// <summary>Gives a row the range in its description, which stays unchanged. The range is marked, because only its wording says what it limits.</summary>
    public static void Read(DraftRow row)
    {
        if (row.Description is not { Length: <= LongestText } text || row.Range is not null || row.Lists > 0 || row.HasChildren || row.Constant is not null)
            return;
        var range = row.Type switch
        {
            "string" => Only(Characters().Matches(text)) ?? Only(Lengths().Matches(text)),
            "int" or "long" or "double" or "decimal" => Only(Numbers().Matches(text)),
            _ => null,
        };
        if (range is null)
            return;
        row.Range = range;
        row.Doubt(Mark.Check("the range"));
    }

    /// <summary>Gives a row without a type the range in its description, and the type that can have it: <c>up to 255 characters</c> is about text.</summary>
    public static void ReadUntyped(DraftRow row)
    {
        if (row.Description is not { Length: <= LongestText } text || row.Range is not null)
            return;
        var (characters, numbers) = (Only(Characters().Matches(text)), Only(Numbers().Matches(text)));
        var standard = row.Remarks.Find(PrintedDefault.Is)?[PrintedDefault.Keyword.Length..];
        if (characters is not null && numbers is null)
            row.Type = "string";
        // The number of items or of words limits no value, and a default of text is not one of a number.
        else if (numbers is not null && characters is null && !Counted().IsMatch(text)
            && (standard is null || long.TryParse(standard, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
            row.Type = "int";
        else
            return;
        row.Range = characters ?? numbers;
        row.Doubt(Mark.Check("the range"));
    }

    // Two ranges limit different things.
    private static string? Only(MatchCollection found)
    {
        // 'Minimum 1. Maximum 100.'
        if (found is [var low, var high] && low.Groups["max"].Value.Length == 0 && high.Groups["min"].Value.Length == 0)
            return Bounds(low.Groups["min"].Value, high.Groups["max"].Value);
        return found is [var only] ? Bounds(only.Groups["min"].Value, only.Groups["max"].Value) : null;
    }

    private static string? Bounds(string printedMinimum, string printedMaximum)
    {
        var minimum = printedMinimum.Replace(",", "", StringComparison.Ordinal);
        var maximum = printedMaximum.Replace(",", "", StringComparison.Ordinal);
        return minimum.Length > 0 && maximum.Length > 0
            && decimal.Parse(minimum, CultureInfo.InvariantCulture) > decimal.Parse(maximum, CultureInfo.InvariantCulture)
            ? null
            : minimum + ".." + maximum;
    }

    [GeneratedRegex(
        "\\b(lists?|arrays?|items|elements|entries|comma[- ]separated|dates?|versions?|percent|ratio|decimal|fraction|float|digits|length|long)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"\b(((between|from) )?" + Minimum + @"( (to|and|through) | ?[-\u2013] ?)" + Maximum + " " + Units
        + @"|(maximum( length)?( of| is|:)?|max\.?|up to|at most|no more than|(cannot|must not|should not) exceed|limited to|limit of) " + Maximum + " " + Units
        + @"|(minimum( length)?( of| is|:)?|min\.?|at least) " + Minimum + " " + Units
        + @")\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Characters();

    // The length of a value that is not known to be text can be a number of items.
    [GeneratedRegex(
        @"\b(max(imum|\.)? length(( of| is|:| ?=)? | ?=)" + Maximum + "|min(imum|\\.)? length(( of| is|:| ?=)? | ?=)" + Minimum + ")" + NoUnit,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();

    // Not a date, a version or a number of characters.
    [GeneratedRegex(
        @"((?<![\w.:/-])between " + Minimum + @" and |((?<![\w.:/-])(from|range|range of|in the range|ranges from|values?:?) |, |\( ?)" + Minimum
        + @"( to | through | ?[-\u2013] ?|\.\.))" + Maximum + NotUnits
        + @"|\b(maximum value|maximum|max\. value|max value|max\.?|at most|no more than|(?<!\b(not|never) )capped at"
        + @"|(must not|may not|should not|cannot) (exceed|be (more|greater|larger|higher) than)|no (greater|larger|higher) than)"
        + @"(( of| is|:| ?=)? | ?=)" + Maximum + NotUnits
        + @"|\b(minimum value|minimum|min\. value|min value|min\.?|at least|no less than"
        + @"|(must not|may not|should not|cannot) be (less|smaller|lower) than)(( of| is|:| ?=)? | ?=)" + Minimum + NotUnits,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
