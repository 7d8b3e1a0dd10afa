using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the type of a row in its default and its description: <c>Set it to true to ...</c>, <c>Whether the rack is open</c>. Types that the
/// page prints or that its examples show come first.</summary>
internal static partial class ProseType
{
    private const int LongestText = 1_000;

    /// <summary>Gives a row without a type the one that its range, its default or its words show. It is marked, because the page prints none.</summary>
    public static void Read(DraftRow row)
    {
        if (row.Type != TypeParser.Unknown || row.Lists > 0 || row.HasChildren || row.Constant is not null || row.Link is not null)
            return;
        ProseRange.ReadUntyped(row);
        if (row.Type != TypeParser.Unknown)
            return;
        var standard = row.Remarks.Find(PrintedDefault.Is)?[PrintedDefault.Keyword.Length..];
        if (standard is "true" or "false" && !(row.Description is { Length: <= LongestText } values && OrOther().IsMatch(values)))
        {
            row.Type = "boolean";
            row.Doubt(Mark.From("the default"));
        }
        // A default of digits can also be text, unless the row counts something.
        else if (standard is not null && row.Description is { Length: <= LongestText } words && int.TryParse(
            standard, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && Counted().IsMatch(words))
        {
            row.Type = "int";
            row.Doubt(Mark.From("the default"));
        }
        else if (standard is null && row.Description is { Length: <= LongestText } text && Boolean().IsMatch(OwnName.AsThis(text, row.Name))
            && !OtherValues().IsMatch(text) && !OrOther().IsMatch(text))
        {
            row.Type = "boolean";
            row.Doubt(Mark.Check("whether it is a boolean"));
        }
    }

    // 'If size is true' is about another row.
    [GeneratedRegex(
        "(^|[.;,] )(if|when) (((the )?this|it)( parameter| value| field| flag| option)?( is)? |it's |not )?(set to )?[`\"'\u201C]?(true|false)\\b"
            + "|(?<!\\b(is|are|be|was|been) )\\b(set|setting|pass|passing|specify|use|send|give)( (the )?this| it| the)?( parameter| value| flag|"
            + " field| option)?"
            + "( to| as)? [`\"'\u201C]?(true|false)\\b"
            + "|(^|[.;] |, or )[`\"'\u201C]?(true|false)[`\"'\u201D]? (to|if|when|for|means|enables|disables|includes|excludes|=|-|\u2013) "
            + "|^((specifies|indicates|determines|controls|defines|tells|says|decides) )?whether\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Boolean();

    // 'false or a label'.
    [GeneratedRegex(
        "\\b(true|false)[`\"'\u201D]?,? or (?!(it |this )?(is |to )?[`\"'\u201C]?(true|false)\\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OrOther();

    [GeneratedRegex(
        "\\b(how many|(number|count|amount|duration) of|(milli|micro)?seconds|minutes|hours|days|weeks|months|bytes|[KMG]i?B|percent|pixels|"
            + "items per page|page size|"
            + "page number|(maximum|minimum) (number|size))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex("\\b(one of|either|values?|auto|defaults?)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OtherValues();
}
