using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Sections;

/// <summary>The numbers before the headings of parts and the captions of tables: <c>4.2.1 Request body</c>, <c>Table 3: Query parameters</c>.</summary>
internal static partial class HeadingNumber
{
    /// <summary>Returns the text after the number; null: the text has no number, or nothing after it.</summary>
    public static string? Behind(string text) => Numbered().Match(text) is { Success: true } match ? match.Groups["text"].Value : null;

    [GeneratedRegex(
        @"^((Table|Tab\.|Figure|Listing) ([A-Z][.-])?[0-9]{1,3}([.-][0-9]{1,3})*[.:]?|[0-9]{1,3}(\.[0-9]{1,3})+[.):]?|[0-9]{1,2}[.):]) +([-\u2013\u2014:] +)?"
            + @"(?<text>[^ ].*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
