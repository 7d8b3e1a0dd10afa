using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the default inside a sentence: <c>How many racks, which defaults to 25</c>, <c>The order (asc by default)</c>.</summary>
internal static partial class ProseDefault
{
    private const int LongestText = 1_000;

    /// <summary>Gives a row the default in its description, which stays unchanged. It is marked, because only its wording says that it is a default.</summary>
    public static void Read(DraftRow row, Profile profile)
    {
        if (row.Description is not { Length: <= LongestText } description || row.Constant is not null || row.Remarks.Exists(PrintedDefault.Is))
            return;
        var text = WithoutSubject(description, row.Name);
        var found = Before().Matches(text).Concat(Behind().Matches(text)).ToList();
        if (found is not [var match] || IsConditional(text[match.Index..], profile))
            return;
        var printed = match.Groups["value"].Value;
        var isSure = PrintedDefault.Unquoted(printed).Length < printed.Length || row.IsCode(printed.TrimEnd('.'));
        if (PrintedDefault.Read(row, printed, profile, isLabelled: false) is not { } standard || (row.Type is "string" && !isSure && !IsValue(match, text)))
            return;
        row.Remarks.Add(PrintedDefault.Keyword + RowWriter.Quoted(standard.Value));
        row.Doubt(Mark.Check("the default"));
    }

    // In 'the default rack' and 'By default, it is created', the word is not a value of a string. In 'asc by default', it can be one if it is in parentheses.
    private static bool IsValue(Match match, string text)
        => PrintedDefault.CanBeValue(match.Groups["value"].Value.TrimEnd('.'))
            && (match.Groups["sure"].Success || IsAside(text, match.Index, match.Index + match.Length));

    // '(asc by default)', '(max 500, default 100)'.
    private static bool IsAside(string text, int start, int end)
        => end < text.Length && text[end] is ')' or ',' && text.LastIndexOf('(', start) is >= 0 and var open && text.IndexOf(')', open) >= end
            && (open == start - 1 || text[..start].TrimEnd()[^1] is ',' or ';');

    // 'The default value for size is 10' and 'The default (in most rooms) is 10'. The default for another name stays, and does not belong to this row.
    private static string WithoutSubject(string text, string name)
        => Subject().Replace(
            text, match => match.Groups["name"] is { Success: true, Value: var of } && of != name ? match.Value : match.Groups["default"].Value);

    // 'defaults to 10 if size is given'. In 'is 120; but if the rack is old, it is 240', the condition is about another value.
    private static bool IsConditional(string text, Profile profile)
    {
        var end = Turn().Match(text) is { Success: true } turn ? turn.Index : -1;
        return profile.IsConditional(end < 0 ? text : text[..end]);
    }

    [GeneratedRegex(
        "\\b(?<default>default( value)?)( (for|of) (the |this )?((?!(is|of|the|this)\\b)[`\"'\u201C]?(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,119})[`\"'\u201D]?"
            + "( (query |body |path )?(parameter|argument|option|field|attribute|property|setting))?))?( ?\\([^()]{1,200}\\))?(?= (is|=)|:)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\. |; |, (but|except|although|however|though)\b| but\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Turn();

    [GeneratedRegex(
        "\\b((?<sure>defaults? to|(the )?default( value)? ?(is|of|:|=))|by default,? ?(is|it is|to)?|default( value)?) "
            + "(?<value>\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|\u201C[^\u201D]{1,60}\u201D|(" + PrintedNumbers.Pattern
            + @"|[^\s,;()]{1,60})( [\w%/]{1,16})?(?=[.,;)](?!\w)|$))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    // '(100 by default)', '"asc" is the default'.
    [GeneratedRegex(
        "(?<=^|[ (])(?<value>\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|" + PrintedNumbers.Pattern
            + "|[^\\s,;()]{1,60}) (by default|is the default)(?=[.,;)]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behind();
}
