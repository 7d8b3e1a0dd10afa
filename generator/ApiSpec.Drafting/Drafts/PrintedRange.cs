using System.Globalization;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The range in a text that has nothing else: <c>1-64 characters</c>, <c>between 1 and 1,000</c>, <c>&gt;= 0</c>.</summary>
/// <param name="Minimum">The smallest value; empty: none is printed.</param>
/// <param name="Maximum">The largest value; empty: none is printed.</param>
/// <param name="Unit">What it counts, in small letters; empty: the text does not say.</param>
internal sealed partial record PrintedRange(string Minimum, string Maximum, string Unit)
{
    private const int LongestText = 80;
    private const string CountedUnit = @"( ?(?<unit>%|[\p{L}]{1,16}( [\p{L}]{1,12})?))?";

    private static readonly string[] s_characters = ["character", "characters", "char", "chars", "letters", "ascii characters", "symbols", "digits"];
    private static readonly string[] s_bytes = ["byte", "bytes", "octets"];
    private static readonly string[] s_items = ["item", "items", "entries", "elements", "values"];

    /// <summary>Whether only one number is printed, so that the title of its column says which limit it is.</summary>
    public bool IsSingle { get; private init; }

    // Whether the limit itself is not a value: '> 0'.
    private bool IsOpen { get; init; }

    /// <summary>Reads a text; null: it is not a range, or says more.</summary>
    public static PrintedRange? Read(string printed)
    {
        var text = printed.Trim().TrimEnd('.', '\u3002');
        if (text.Length is 0 or > LongestText)
            return null;
        if (Two().Match(text) is { Success: true } two)
            return Of(two, two.Groups["min"].Value, two.Groups["max"].Value);
        if (Least().Match(text) is { Success: true } least)
            return Of(least, least.Groups["limit"].Value, "") is { } low ? low with { IsOpen = IsOpenSign(least.Groups["sign"].Value) } : null;
        if (Most().Match(text) is { Success: true } most)
            return Of(most, "", most.Groups["limit"].Value) is { } high ? high with { IsOpen = IsOpenSign(most.Groups["sign"].Value) } : null;
        return One().Match(text) is { Success: true } one && Of(one, "", one.Groups["limit"].Value) is { } single ? single with { IsSingle = true } : null;
    }

    /// <summary>Reads a sentence that only says the range: <c>Range: 1-100</c>, <c>Must be between 1 and 10</c>; null: it says more.</summary>
    public static (PrintedRange Range, string Title)? ReadSentence(string sentence)
    {
        if (sentence.Length > LongestText || Label().Match(sentence) is not { Success: true } label)
            return null;
        var title = label.Groups["title"].Value;
        return Read(sentence[label.Length..]) is { } range && (!range.IsSingle || title.StartsWith("max", StringComparison.OrdinalIgnoreCase)
            || title.StartsWith("min", StringComparison.OrdinalIgnoreCase)) ? (range, title) : null;
    }

    /// <summary>Gives a row the range.</summary>
    /// <param name="row">The row, with its type.</param>
    /// <param name="title">The title of the column.</param>
    /// <returns>Whether the row can have it.</returns>
    public bool Apply(DraftRow row, string title)
    {
        var isOfLength = title.Contains("length", StringComparison.OrdinalIgnoreCase) || title.Contains("size", StringComparison.OrdinalIgnoreCase);
        var isNumber = row is { Lists: 0, Type: "int" or "long" or "double" or "decimal" };
        // The number of digits does not limit the value.
        if ((isNumber && (isOfLength || s_characters.Contains(Unit))) || (row.Lists > 0 && Unit.Length > 0 && !s_items.Contains(Unit))
            || !RowRemarks.CanHaveRange(row))
            return false;
        var range = this;
        if (IsSingle && title.StartsWith("min", StringComparison.OrdinalIgnoreCase))
            range = this with { Minimum = Maximum, Maximum = "" };
        if (IsOpen && (row.Type is "double" or "decimal" || range.Closed() is not { } closed ? null : closed) is var exact)
        {
            if (exact is null)
                return false;
            range = exact;
        }

        var isText = row.Lists == 0 && !isNumber;
        // '2020-2024' without a unit is not a length.
        if (isText && Unit.Length == 0 && (title.Length == 0 || title.Contains("value", StringComparison.OrdinalIgnoreCase)))
            return false;
        if (isText && Unit.Length > 0 && !s_characters.Contains(Unit) && !s_bytes.Contains(Unit))
            return false;
        if (!RowRemarks.SetRange(row, range.Minimum + ".." + range.Maximum + (isText && s_bytes.Contains(Unit) ? " bytes" : "")))
            return false;
        if (row.Lists > 0 && Unit.Length == 0 && !title.Contains("item", StringComparison.OrdinalIgnoreCase))
            row.Doubt(Mark.Check(RowRemarks.DoubtfulLimit));
        if (isNumber && Unit.Length > 0)
            row.Doubt(Mark.Check("the unit of the range"));
        if (isText && Unit.Length == 0 && !isOfLength && !title.StartsWith("max", StringComparison.OrdinalIgnoreCase)
            && !title.StartsWith("min", StringComparison.OrdinalIgnoreCase))
            row.Doubt(Mark.Check(RowRemarks.DoubtfulLimit));
        if (IsSingle && !title.StartsWith("min", StringComparison.OrdinalIgnoreCase) && !title.StartsWith("max", StringComparison.OrdinalIgnoreCase))
            row.Doubt(Mark.Check("the range"));
        return true;
    }

    // '> 0' is '1..' for whole numbers.
    private PrintedRange? Closed()
    {
        if (!long.TryParse(Minimum + Maximum, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)
            || limit is long.MinValue or long.MaxValue)
            return null;
        return Minimum.Length > 0
            ? this with { Minimum = (limit + 1).ToString(CultureInfo.InvariantCulture) }
            : this with { Maximum = (limit - 1).ToString(CultureInfo.InvariantCulture) };
    }

    private static PrintedRange? Of(Match match, string minimum, string maximum)
    {
        var (low, high) = (minimum.Length == 0 ? "" : PrintedNumbers.Read(minimum), maximum.Length == 0 ? "" : PrintedNumbers.Read(maximum));
        return low is null || high is null ? null : new PrintedRange(low, high, match.Groups["unit"].Value.ToLowerInvariant());
    }

    private static bool IsOpenSign(string sign) => sign.ToLowerInvariant() is "<" or ">" or "less than" or "fewer than" or "more than" or "greater than";

    [GeneratedRegex(
        @"^(between (?<min>" + PrintedNumbers.Pattern + ") and (?<max>" + PrintedNumbers.Pattern + @")"
            + @"|\[(?<min>" + PrintedNumbers.Pattern + ") ?[,;] ?(?<max>" + PrintedNumbers.Pattern + @")\]"
            + @"|\[?(from )?(?<min>" + PrintedNumbers.Pattern + @") ?(to|through|[-\u2013\u2014~\u301C\uFF5E\u2026]|\.{2,3}) ?(?<max>" + PrintedNumbers.Pattern
            + @")\]?)" + CountedUnit + "$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Two();

    [GeneratedRegex(
        @"^((?<sign>>=|\u2265|>|at least|greater than or equal to|more than|greater than|no less than|not less than|min(imum)?[.:]?( of)?) ?(?<limit>"
            + PrintedNumbers.Pattern + ")" + CountedUnit + "|(?<limit>" + PrintedNumbers.Pattern + @")(\+| or (more|greater|larger|higher)))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Least();

    [GeneratedRegex(
        @"^((?<sign><=|\u2264|<|at most|up to|less than or equal to|less than|fewer than|no more than|not more than|max(imum)?[.:]?( of)?) ?(?<limit>"
            + PrintedNumbers.Pattern + ")" + CountedUnit + "|(?<limit>" + PrintedNumbers.Pattern + ")"
            + @"([ -]?(?<unit>characters?|chars?|bytes?|items?))? (or (less|fewer)|max\.?|maximum))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Most();

    [GeneratedRegex(
        "^((the |its )?(?<title>((valid|allowed|value|permitted|possible|accepted|length|character) )?(range|values?|length|size)|"
            + "max(imum|\\.)? (length|size|value)|min(imum|\\.)? (length|size|value))"
            + "( is| are| must be| should be| can be)?:? |(it |this |the value |value )?(must|should|can) be )?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\[?(?<limit>" + PrintedNumbers.Pattern + @")\]?" + CountedUnit + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex One();
}
