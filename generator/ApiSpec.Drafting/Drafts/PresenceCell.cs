using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a cell under a title such as <c>Required</c> that says more than yes or no.</summary>
internal static partial class PresenceCell
{
    private const int LongestCell = 300;

    // The characters of footnotes.
    private const string Signs = "*\u2020\u2021\u00A7\u203B\u00B9\u00B2\u00B3\u2070\u2074\u2075";

    private static readonly string[] s_separators = [" (", ", ", "; ", ": ", " - ", " \u2013 ", " \u2014 ", ". "];

    private static readonly string[] s_cardinalities = ["cardinality", "multiplicity", "occurrence", "occurrences", "occurs"];

    /// <summary>Returns the first word for required or optional, and the rest of the cell; null: the cell does not start with such a word.</summary>
    public static (Requirement Stated, string Behind)? Split(string cell, Profile profile)
    {
        if (cell.Length > LongestCell)
            return null;
        var plain = Note().Replace(cell.TrimEnd().TrimEnd(Signs.ToCharArray()), "").TrimEnd();
        if (plain.Length < cell.Length && RowName.RequirementOf(plain, profile) is { } marked)
            return (marked, "");
        foreach (var separator in s_separators)
        {
            if (cell.IndexOf(separator, StringComparison.Ordinal) is > 0 and var end && RowName.RequirementOf(cell[..end], profile) is { } stated)
                return (stated, Inside(cell[(end + separator.Length)..], separator));
        }

        // 'Required if size is given'.
        var space = cell.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && RowName.RequirementOf(cell[..space], profile) is { } first && profile.IsConditional(cell) ? (first, cell[(space + 1)..]) : null;
    }

    /// <summary>Whether the rest of a cell can say when a row is required.</summary>
    public static bool IsAboutRequired(string rest) => Required().IsMatch(rest);

    /// <summary>Reads how often a value occurs, under a title such as <c>Cardinality</c>: <c>0..1</c>; null: the cell does not say.</summary>
    public static Requirement? Cardinality(DraftRow row, string cell, string title)
    {
        if (!s_cardinalities.Contains(Folding.Of(title)) || Count().Match(cell) is not { Success: true } match)
            return null;
        if (match.Groups["max"].Value is not ("" or "1") && row.Lists == 0)
            row.Doubt(Mark.Check("whether it is a list: '" + cell + "'"));
        return match.Groups["min"].Value == "0" ? Requirement.Optional : Requirement.Required;
    }

    private static string Inside(string rest, string separator)
        => separator == " (" && rest.EndsWith(')') && rest.IndexOf(')', StringComparison.Ordinal) == rest.Length - 1 ? rest[..^1] : rest;

    [GeneratedRegex(@" ?[(\[][0-9]{1,2}[)\]]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Note();

    [GeneratedRegex("\\b(required|mandatory|must)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Required();

    [GeneratedRegex(@"^(?<min>[0-9]{1,4})( ?(\.\.|:|-|to) ?(?<max>[0-9]{1,6}|[nNmM*]|unbounded))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Count();
}
