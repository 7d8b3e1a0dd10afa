using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Sections;

/// <summary>The numbers of sections: <c>9.6.8</c>, <c>A.1</c>.</summary>
internal static partial class SectionNumber
{
    /// <summary>The pattern of a number, in the group <c>number</c>.</summary>
    public const string Pattern = @"(?<number>(?:[0-9]{1,3}|[A-Z])(?:\.[0-9]{1,3})+)";

    /// <summary>The pattern of a title with its number, in the groups <c>number</c> and <c>title</c>.</summary>
    public const string TitlePattern = "^" + Pattern + @"[.):]?\s+([-\u2013\u2014:]\s+)?(?<title>\S.*)$";

    /// <summary>Returns the number at the start of a string; null: it does not start with a number.</summary>
    public static string? AtStartOf(string text) => Leading().Match(text) is { Success: true } match ? match.Groups["number"].Value : null;

    /// <summary>Returns a string that sorts like the number: 2.10 after 2.9.</summary>
    public static string SortKey(string? number)
        => string.Join('.', (number ?? "").Split('.').Select(static part => part.Length > 0 && part.All(char.IsAsciiDigit) ? part.PadLeft(9, '0') : part));

    /// <summary>Whether a section is equal to another, or inside it.</summary>
    public static bool IsWithin(string number, string outer)
        => number.StartsWith(outer, StringComparison.Ordinal) && (number.Length == outer.Length || number[outer.Length] == '.');

    [GeneratedRegex("^" + Pattern + @"(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
