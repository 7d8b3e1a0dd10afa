using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Gives rows the conditions in their sentences: <c>Required if size is given</c>, <c>Can only be used when kind is set to "box"</c>.</summary>
internal static partial class ProseConditions
{
    private const int LongestText = 1_000;
    private const int Deepest = 24;
    private const string RequiredWhen = "required when ";
    private const string OnlyWhen = "only when ";

    /// <summary>Reads the rows of a request, and those under them. A condition can name rows of the same table, of the tables around it, and parameters.
    /// </summary>
    /// <param name="table">The rows of the table.</param>
    /// <param name="around">The other rows that a condition can name.</param>
    public static void Read(IReadOnlyList<DraftRow> table, IEnumerable<DraftRow> around)
    {
        var rows = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        foreach (var row in around)
            rows.TryAdd(row.Name, row);
        Read(table, rows, 0);
    }

    /// <summary>Reads a sentence that says that one of two rows is required: <c>You must specify either size or label, but not both.</c></summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="next">The sentence after it; empty: none.</param>
    /// <param name="line">Their line.</param>
    /// <param name="rowsNamed">Returns the rows of a name.</param>
    /// <param name="groups">The rules over several rows.</param>
    /// <returns>Whether the draft now says all that the sentence says.</returns>
    public static bool ReadAlternative(string sentence, string next, PageLine line, Func<string, IReadOnlyList<DraftRow>> rowsNamed, GroupRules groups)
    {
        if (sentence.Length > LongestText || Alternative().Match(sentence) is not { Success: true } match || Negation().IsMatch(sentence)
            || !(match.Groups["before"].Success || match.Groups["behind"].Success)
            || rowsNamed(match.Groups["one"].Value) is not [var one] || rowsNamed(match.Groups["other"].Value.TrimEnd('.')) is not [var other]
            || ReferenceEquals(one, other))
            return false;
        if (sentence.Contains("not both", StringComparison.OrdinalIgnoreCase))
        {
            if (IsRequired(one) || IsRequired(other)
                || !groups.Add(Neither().IsMatch(next) || Voluntary().IsMatch(sentence) ? GroupRules.AtMostOne : GroupRules.ExactlyOne, one, other, line))
                return false;
            foreach (var row in new[] { one, other })
            {
                (row.IsOptional, row.IsPresenceUnknown, row.HasDefaultPresence) = (true, false, false);
                row.Doubt(Mark.Check("from the text"));
            }

            return true;
        }

        if (Voluntary().IsMatch(sentence))
            return false;
        var isOfOne = Apply(one, RequiredWhen + ConditionText.Quoted(other.Name) + " is missing");
        var isOfOther = Apply(other, RequiredWhen + ConditionText.Quoted(one.Name) + " is missing");
        return isOfOne && isOfOther;
    }

    private static bool IsRequired(DraftRow row) => !row.HasDefaultPresence && !row.IsPresenceUnknown && !row.IsOptional;

    // The rows of a table hide rows around it that have the same name.
    private static void Read(IReadOnlyList<DraftRow> table, Dictionary<string, DraftRow> rows, int depth)
    {
        var hidden = new Dictionary<string, DraftRow?>(StringComparer.Ordinal);
        foreach (var row in table)
        {
            if (hidden.TryAdd(row.Name, rows.GetValueOrDefault(row.Name)))
                rows[row.Name] = row;
        }

        var conditions = new ProseCondition(rows);
        foreach (var row in table)
        {
            if (row.PresenceText is { Length: <= LongestText } cell)
                ReadCell(row, cell, conditions);
            if (row.Description is { Length: <= LongestText } text)
            {
                foreach (var sentence in Sentences.Of(text))
                {
                    ReadSentence(row, OwnName.AsThis(sentence.TrimEnd('.', ' '), row.Name), conditions, rows);
                    StateMember(row, sentence);
                }
            }

            if (row.Children.Count > 0 && depth < Deepest)
                Read(row.Children, rows, depth + 1);
        }

        foreach (var (name, row) in hidden)
        {
            if (row is null)
                rows.Remove(name);
            else
                rows[name] = row;
        }
    }

    // 'Parts of the rack, each with a label. Label is optional.' above members that only a sample shows.
    private static void StateMember(DraftRow row, string sentence)
    {
        if (row.Children.Count == 0 || !PresenceWord().IsMatch(sentence))
            return;
        foreach (var member in row.Children.Where(static member => member.Mark.Certainty != Certainty.Printed || member.HasDefaultPresence))
        {
            // A sentence about another member is the most frequent one.
            if (OwnName.AsThis(sentence, member.Name) == sentence || ProsePresence.Read(sentence, member.Name) is not { } stated)
                continue;
            (member.IsOptional, member.IsPresenceUnknown, member.HasDefaultPresence) = (stated == Requirement.Optional, false, false);
            member.Doubt(Mark.Check("from the text"));
        }
    }

    // 'Only if size is not given', 'Yes, unless size is given'.
    private static void ReadCell(DraftRow row, string cell, ProseCondition conditions)
    {
        if (Cell().Match(cell.TrimEnd('.', ' ')) is { Success: true } match)
            Apply(row, RequiredWhen, match, conditions);
    }

    private static void ReadSentence(DraftRow row, string sentence, ProseCondition conditions, Dictionary<string, DraftRow> rows)
    {
        if (Required().Match(sentence) is { Success: true } required)
            Apply(row, RequiredWhen, required, conditions);
        else if (RequiredBehind().Match(sentence) is { Success: true } behind)
            Apply(row, RequiredWhen, behind, conditions);
        else if (Only().Match(sentence) is { Success: true } only)
            Apply(row, OnlyWhen, only, conditions);
        else if (Ignored().Match(sentence) is { Success: true } ignored)
            Apply(row, OnlyWhen, ignored, conditions, isTurned: !ignored.Groups["not"].Success);
        else if (Other().Match(sentence) is { Success: true } other && rows.TryGetValue(other.Groups["name"].Value, out var named) && named != row)
            ApplyToOther(named, row.Name + (other.Groups["value"] is { Success: true, Value: var value } ? " is " + value : " is given"), conditions);
    }

    private static void Apply(DraftRow row, string keyword, Match match, ProseCondition conditions, bool isTurned = false)
    {
        var isNegated = match.Groups["word"].Value.Equals("unless", StringComparison.OrdinalIgnoreCase) != isTurned;
        if (conditions.Of(match.Groups["condition"].Value, isNegated) is { } condition)
            Apply(row, keyword + condition);
    }

    private static void ApplyToOther(DraftRow row, string words, ProseCondition conditions)
    {
        if (conditions.Of(words, isNegated: false) is { } condition)
            Apply(row, RequiredWhen + condition);
    }

    // What a column says precedes the sentence, and a row has one condition of each kind.
    private static bool Apply(DraftRow row, string remark)
    {
        var keyword = remark.StartsWith(OnlyWhen, StringComparison.Ordinal) ? OnlyWhen : RequiredWhen;
        var isStated = IsRequired(row);
        if ((isStated && keyword == RequiredWhen) || row.Remarks.Exists(other => other.StartsWith(keyword, StringComparison.Ordinal))
            || RowText.Parse("string " + remark) is not { Diagnostics.Count: 0 })
            return false;
        if (!isStated)
            (row.IsOptional, row.IsPresenceUnknown, row.HasDefaultPresence) = (true, false, false);
        row.Remarks.Add(remark);
        row.Doubt(Mark.Check("when it is required"));
        return true;
    }

    private const string Subject = "((it|((the |this |these )(parameters?|arguments?|options?|fields?|members?|attributes?|propert(y|ies)|values?|"
        + "keys?|settings?)"
        + "|(the )?this( (parameter|argument|option|field|member|attribute|property|value|key|setting))?)) )?";

    private const string If = "(?<word>if|when|unless|where|in case|whenever) (?<condition>\\S.*)$";

    private const string MustBe = "((is|are) )?(also |only |conditionally )*((required|mandatory|needed|compulsory)|(must|has to|have to|"
        + "needs? to) (only |also )?be "
        + "(specified|provided|given|present|set|supplied|included|passed|sent))";

    [GeneratedRegex("^((yes|required|mandatory|conditional),? |\\(?)?(only )?" + If, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    // 'Only if size is not given' is about the row as a whole.
    [GeneratedRegex("^(" + Subject + MustBe + " (only )?|only )" + If, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Required();

    [GeneratedRegex(
        "^(?<word>if|when|unless|where|whenever) (?<condition>[^,]+), (then )?" + Subject + MustBe + "$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RequiredBehind();

    [GeneratedRegex(
        "^" + Subject + "(?=[^,]{0,60}\\bonly\\b)((can|may|must|should|is|are|has|have|will) )?(only )?(be )?(only )?(specified|used|passed|set|given|"
            + "provided|valid|"
            + "allowed|permitted|appl(y|ies|icable|ied)|available|effective|relevant|considered|evaluated|supported|meaningful|effect|an effect|takes effect|"
            + "works?) (only )?" + If,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Only();

    [GeneratedRegex(
        "^" + Subject + "((is|are|will be) )?(ignored|(has|have) no effect|(?<not>only )?(has|have) (an )?effect) " + If,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    [GeneratedRegex("\\b(not|never|neither)\\b(?! both)|n['\u2019]t\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex("\\b(required|mandatory|compulsory|obligatory|optional|omitted|must|has to|have to|needs? to)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PresenceWord();

    // 'If neither is given, the rack is small.'
    [GeneratedRegex("^(if|when|with|without) (neither|none|nothing)\\b|^without either\\b|^(neither|none) (is|are) (required|needed|mandatory)\\b"
            + "|^both (are|can be|may be) (optional|omitted|left out)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Neither();

    [GeneratedRegex("\\b(can|may|could|might|optionally|optional)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Voluntary();

    // 'Either size or label is required.'
    [GeneratedRegex(
        "(?<before>\\b(must|have to|has to|need to|needs to|requires?|required|specify|provide|pass|give) [^.;]{0,40}?)?\\b(either|(exactly |"
            + "at least )?one of) "
            + "(the |an? )?[`\"'\u201C]?(?<one>[A-Za-z_$@][A-Za-z0-9_.$-]{0,119})[`\"'\u201D]?( (parameter|field))?,? (or|and) "
            + "(the |an? )?[`\"'\u201C]?(?<other>[A-Za-z_$@][A-Za-z0-9_.$-]{0,119})[`\"'\u201D]?"
            + "( (parameters?|fields?))?(?<behind> (is|are|must be|has to be) (required|mandatory|specified|given|provided|set|present|passed))?"
            + "(,? (but )?not both)?[.]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Alternative();

    // 'Setting this to true requires that size also be specified', 'If this is true, size must be given'.
    [GeneratedRegex(
        "^((setting|passing|specifying|giving|using|if|when)( (the )?(this|it)( (parameter|option|field|value))?)?( is)?( (set |equal )?to| =|"
            + " as)?( (specified|given|set|"
            + "present|provided|passed)|,? ?[`\"'\u201C]?(?<value>(?!requires|needs|the\\b)[A-Za-z0-9_-]+)[`\"'\u201D]?)?,? (also )?((requires|"
            + "needs)( that)? )?(the )?"
            + "[`\"'\u201C]?(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,119})[`\"'\u201D]?( (parameter|argument|option|field|attribute|property|member))?"
            + " ((is|must|has to|needs to|to|should) )?(also )?(be )?(also )?(specified|given|provided|present|set|passed|supplied|included|sent|"
            + "required|mandatory)"
            + "( as well| too)?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
