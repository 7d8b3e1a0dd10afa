using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads numbers as pages print them: <c>1,000</c>, <c>1 000</c>, <c>+5</c>.</summary>
internal static partial class PrintedNumbers
{
    /// <summary>A number inside a longer pattern. Only a comma groups its digits there, because a space can separate it from another number.</summary>
    public const string Pattern = @"[-+\u2212]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?";

    /// <summary>Returns a number in the form of a spec; null: the text is not a number, or has more than one.</summary>
    public static string? Read(string text)
    {
        if (!Whole().IsMatch(text))
            return null;
        var digits = Separators().Replace(text, "").Replace('\u2212', '-');
        return digits[0] == '+' ? digits[1..] : digits;
    }

    [GeneratedRegex(@"^[-+\u2212]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}([ \u00A0\u2009\u202F'\u2019_][0-9]{3})+|[0-9]+)(\.[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[, \u00A0\u2009\u202F'\u2019_]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
