using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the values inside a sentence: <c>The order, one of asc or desc</c>, <c>Either "asc" or "desc"</c>.</summary>
internal static partial class ProseValues
{
    private const int LongestText = 1_000;
    private const string Item = "(\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|\u201C[^\u201D]{1,60}\u201D|[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,59})";
    private const string Between = "(, or |, and |, | or | and | ?\\| ?| / )";

    /// <summary>Gives a row the values in its description, which stays as it is. The row is marked, because only the words say that there are no others.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="canBeNull">Whether <c>null</c> among the values means that the value can be null.</param>
    public static void Read(DraftRow row, bool canBeNull)
    {
        if (row.Description is not { Length: <= LongestText } text || row.Type is not ("string" or TypeParser.Unknown) || row.Constant is not null
            || row.HasChildren || row.Range is not null)
            return;
        var found = Lists().Matches(text);
        if (found is not [var match])
            return;
        var printed = Items().Matches(match.Groups["list"].Value).Select(static item => item.Groups["item"].Value).ToList();
        // 'can be used or ignored' has words, and not values.
        if (!match.Groups["sure"].Success && !printed.TrueForAll(value => IsValue(value) || row.IsCode(value.TrimEnd('.'))))
            return;
        var values = printed.ConvertAll(static value => value.Trim('"', '\'', '`', '\u201C', '\u201D').TrimEnd('.', ':'));
        var isNullable = values.RemoveAll(static value => value == "null") > 0 && canBeNull && !row.IsNullable;
        if (values.Count == 0 || values.Exists(static value => value.Length == 0))
            return;
        row.IsNullable |= isNullable;
        // A single word, as in 'Either null or asc', is not the only value.
        if (values.Count < 2)
        {
            if (isNullable)
                row.Doubt(Mark.Check("null"));
            return;
        }

        row.Type = "enum " + TypeWords.Join(values);
        row.Doubt(Mark.Check("the values"));
    }

    // In quotation marks, or with a form that words do not have.
    private static bool IsValue(string text)
        => !char.IsLetterOrDigit(text[0]) || text.Any(static c => c is '_' or '-' or ':' || char.IsAsciiDigit(c))
            || (text.Length > 1 && text.All(char.IsAsciiLetterUpper));

    [GeneratedRegex(
        "\\b((?<sure>one of( the following)?( values)?|(possible|allowed|valid|accepted|supported|acceptable|permitted) (values?|options?)( are| is| include)?)"
            + "|(can|must|may|should) be( either)?|either):? (?<list>" + Item + "(" + Between + Item + ")+)(?=[.;)]|$| \\()",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lists();

    [GeneratedRegex("(?<item>" + Item + ")(" + Between + "|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Items();
}
