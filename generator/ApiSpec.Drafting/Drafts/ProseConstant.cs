using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the only value inside a sentence: <c>This must always be "code"</c>.</summary>
internal static partial class ProseConstant
{
    private const int LongestText = 1_000;
    private const string Always = "always ";

    /// <summary>Gives a row the value in its description, which stays unchanged. It is marked, because only its wording says that there is no other value.
    /// </summary>
    public static void Read(DraftRow row)
    {
        if (row.Description is not { Length: <= LongestText } text || row.Type is not ("string" or TypeParser.Unknown) || row.Lists > 0 || row.HasChildren
            || row.Constant is not null || row.Range is not null || row.Remarks.Exists(static remark => remark.StartsWith(Always, StringComparison.Ordinal)
                || PrintedDefault.Is(remark)))
            return;
        if (Sentences().Matches(text) is not [var match] || match.Groups["value"].Value.TrimEnd('.') is not { Length: > 0 } printed)
            return;
        var value = PrintedDefault.Unquoted(printed);
        // 'It must be empty' describes the value.
        if ((value.Length == printed.Length && !row.IsCode(value)) || value is "true" or "false" or "null")
            return;
        row.Remarks.Add(Always + RowWriter.Quoted(value));
        row.Type = "string";
        row.Doubt(Mark.Check("whether the value is fixed"));
    }

    [GeneratedRegex(
        "\\b((must|should|will|has to|needs to)( always)? be|always( be)?|is always)( equal to| set to)? "
            + "(?<value>\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|\u201C[^\u201D]{1,60}\u201D|[^\\s,;()]{1,60})(?=[.;)]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sentences();
}
