using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the values inside a sentence: <c>The order, one of asc or desc</c>, <c>Either "asc" or "desc"</c>.</summary>
internal static partial class ProseValues
{
    private const int LongestText = 1_000;
    private const string Quoted = "(\"[^\"]{1,60}\"|'[^']{1,60}'|`[^`]{1,60}`|\u201C[^\u201D]{1,60}\u201D)";
    private const string Value = "(" + Quoted + "|[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,59})";
    private const string Aside = "( " + DefaultWords.Aside + ")?";
    private const string Item = Value + Aside;
    private const string Between = "(, ?or |, ?and |, ?| or | and | ?\\| ?| / )";

    /// <summary>Gives a row the values in its description, which stays unchanged. The row is marked, because only the words say that there are no others.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="canBeNull">Whether <c>null</c> among the values means that the value can be null.</param>
    public static void Read(DraftRow row, bool canBeNull)
    {
        if (row.Description is not { Length: <= LongestText } text || !row.TakesValues || row.Constant is not null
            || row.HasChildren || row.Range is not null)
            return;
        // 'BUY or SELL' and 'State: open, shut' are the whole description.
        var isLabelled = Labelled().Match(text) is { Success: true } label && !NoLabel().IsMatch(label.Groups["label"].Value)
            && !ValueList.HasOtherWords(label.Groups["label"].Value);
        if (PrintedValues.Read((isLabelled ? Labelled().Match(text).Groups["list"].Value : text).TrimEnd('.')) is { IsSure: true, IsWhole: true } all
            && all.Text.Split('|') is { Length: > 1 } words && words.All(word => isLabelled ? IsWord(word) : IsWordWithForm(word)))
        {
            row.Type = "enum " + all.Text;
            row.Doubt(Mark.Check("the values"));
            return;
        }

        // 'open | shut' and '"open" or "shut"' as the whole description.
        if (WholeList().IsMatch(text) && PrintedValues.Read(text.TrimEnd('.')) is { IsSure: true, IsWhole: true } whole
            && whole.Text.Contains('|', StringComparison.Ordinal))
        {
            row.Type = "enum " + whole.Text;
            row.Doubt(Mark.Check("the values"));
            return;
        }

        var found = Lists().Matches(text);
        // '"open", "shut" are the options'.
        if (found.Count == 0)
            found = Before().Matches(text);
        // In 'a phone number or one of a, b', there are other values. 'Never accepts a or b' excludes them.
        if (found is not [var match] || Negated().IsMatch(text[..match.Index]) || text[..match.Index].EndsWith("or ", StringComparison.OrdinalIgnoreCase))
            return;
        var printed = Items().Matches(match.Groups["list"].Value).Select(static item => item.Groups["item"].Value).ToList();
        // 'can be used or ignored' has words, and not values.
        if (!match.Groups["sure"].Success && !printed.TrueForAll(value => IsValue(value) || row.IsCode(Plain(value))))
            return;
        var standard = printed.Find(static value => DefaultWords.Without(value) is not null);
        var values = printed.ConvertAll(Plain);
        var isNullable = values.RemoveAll(static value => value == "null") > 0 && canBeNull && !row.IsNullable;
        if (values.Count == 0 || values.Exists(static value => value.Length == 0 || PrintedValues.IsRange(value)))
            return;
        row.IsNullable |= isNullable;
        // A single word, as in 'Either null or asc', is not the only value.
        if (values.Count < 2)
        {
            if (isNullable)
                row.Doubt(Mark.Check("null"));
            return;
        }

        // 'Possible values include' leaves out others.
        row.Type = "enum " + TypeWords.Join(values) + (match.Groups["open"].Success ? "|" + TypeParser.Rest : "");
        row.Doubt(Mark.Check("the values"));
        if (standard is not null)
            RowRemarks.Apply(row, PrintedDefault.Keyword + RowWriter.Quoted(Plain(standard)));
    }

    private static string Plain(string value)
        => (DefaultWords.Without(value) ?? value).Trim('"', '\'', '`', '\u201C', '\u201D').TrimEnd('.', ':');

    private static bool IsWord(string text) => text.Length > 1 && char.IsLetter(text[0]) && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-');

    private static bool IsWordWithForm(string text)
        => text.Length > 1 && text.Any(char.IsLetter) && !text.Contains(' ', StringComparison.Ordinal) && IsValue(text);

    // In quotation marks, or with a form that words do not have.
    private static bool IsValue(string text)
        => !char.IsLetterOrDigit(text[0]) || text.Any(static c => c is '_' or '-' or ':' || char.IsAsciiDigit(c))
            || (text.Length > 1 && text.All(char.IsAsciiLetterUpper));

    [GeneratedRegex(
        "\\b((?<sure>one of( the following)?( values)?|(?<!(sample|example|default) )(values|options|choices)( are)?:|"
            + "(possible|allowed|allowable|valid|accepted|supported|acceptable|permitted|available) "
            + "(values?|options?|strings?|choices?|settings?|states?)( are| is| (?<open>include))?)"
            + "|(values|options|choices) are|(can|must|may|should) be( either)?|either|(choose|select|pick)( one| either)? (from|of|between)"
            + "|accepts( either| only)?|(supported|available|allowed|accepted|permitted):):? (?<list>" + Item + "(" + Between + Item + ")+)(?=[.;)]|$| \\()",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lists();

    [GeneratedRegex(
        "(?<sure>)(?<list>" + Quoted + Aside + "(" + Between + Quoted + Aside + ")+) are (the )?"
            + "(available|possible|allowed|valid|supported|permitted|accepted|only) (values|options|choices)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex("^(" + Quoted + "(" + Between + Quoted + ")+|[A-Za-z0-9_-]{1,60}( ?\\| ?[A-Za-z0-9_-]{1,60})+)\\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeList();

    [GeneratedRegex("(\\b(not|never|no longer|neither)|n['\u2019]t) $", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Negated();

    [GeneratedRegex("^(?<label>[A-Z][A-Za-z ]{1,40}): (?<list>[^.;:]+)\\.?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Labelled();

    [GeneratedRegex("\\b(examples?|samples?|notes?|see|default|such as|refer|requires?|depends|since|formats?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoLabel();

    [GeneratedRegex("(?<item>" + Item + ")(" + Between + "|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Items();
}
