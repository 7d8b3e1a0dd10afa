using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the default inside a sentence: <c>How many racks, which defaults to 25</c>, <c>The order (asc by default)</c>.</summary>
internal static partial class ProseDefault
{
    private const int LongestText = 1_000;

    // '1,000'.
    private const string Grouped = "-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?";

    // Words that describe a value, or that belong to the sentence.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "all", "an", "and", "any", "be", "current", "empty", "for", "is", "it", "its", "n/a", "nil", "no", "none", "not", "null", "one", "or", "set",
        "that", "applied", "the", "this", "to", "undefined", "unset", "used", "value", "what", "whatever", "when", "your",
    };

    /// <summary>Gives a row the default in its description, which stays as it is. It is marked, because only its words say that it is the default.</summary>
    public static void Read(DraftRow row, Profile profile)
    {
        if (row.Description is not { Length: <= LongestText } text || row.Lists > 0 || row.HasChildren || row.Constant is not null
            || row.Remarks.Exists(static remark => remark.StartsWith("default ", StringComparison.Ordinal)))
            return;
        var found = Before().Matches(text).Concat(Behind().Matches(text)).ToList();
        if (found is not [var match])
            return;
        var printed = match.Groups["value"].Value;
        var value = printed.Trim('"', '\'', '`', '\u201C', '\u201D').TrimEnd('.');
        if (row.Type is "int" or "long" or "double" or "decimal" && GroupedNumber().IsMatch(value))
            value = value.Replace(",", "", StringComparison.Ordinal);
        var isSure = value.Length < printed.TrimEnd('.').Length || row.IsCode(value);
        if (value.Length == 0 || !Fits(row, value, isSure, isBare: match.Groups["bare"].Success) || IsConditional(text[match.Index..], profile))
            return;
        row.Remarks.Add("default " + RowWriter.Quoted(value));
        row.Doubt(Mark.Check("the default"));
    }

    // 'defaults to 10 if size is given'.
    private static bool IsConditional(string text, Profile profile)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return profile.IsConditional(end < 0 ? text : text[..end]);
    }

    // 'the default rack' has no verb, so 'rack' is not the value of a string.
    private static bool Fits(DraftRow row, string value, bool isSure, bool isBare) => row.Type switch
    {
        "int" or "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "double" or "decimal" => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        "string" => isSure || (!isBare && !s_words.Contains(value) && !value.Contains(' ', StringComparison.Ordinal)),
        { } type when type.StartsWith("enum ", StringComparison.Ordinal) => type["enum ".Length..].Split('|').Contains(value),
        _ => false,
    };

    [GeneratedRegex("^" + Grouped + "$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(
        "\\b(defaults? to|(the )?default( value)? ?(is|of|:|=)|by default,? ?(is|it is|to)?|(?<bare>default( value)?)) "
            + "(?<value>\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|\u201C[^\u201D]{1,60}\u201D|(" + Grouped + @"|[^\s,;()]{1,60})(?=[.,;)](?!\w)|$))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    // '(100 by default)', '"asc" is the default'.
    [GeneratedRegex(
        "(?<=^|[ (])(?<value>\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|" + Grouped + "|[^\\s,;()]{1,60}) (by default|is the default)(?=[.,;)]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behind();
}
