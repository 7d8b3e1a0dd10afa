using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Tables;

/// <summary>Finds the statuses in a sentence, each with the words about it: <c>Returns 204 on success, and 404 if there is no such rack.</c></summary>
internal static partial class StatusClauses
{
    private const int LongestSentence = 500;

    /// <summary>Returns the codes of a sentence with the words after each, if it is about statuses; empty: it is not.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isAboutStatuses">Whether the heading above says that it is about statuses.</param>
    public static IReadOnlyList<(string Code, string Text)> In(string sentence, bool isAboutStatuses)
    {
        if (sentence.Length > LongestSentence || !(isAboutStatuses || About().IsMatch(sentence)))
            return [];
        var found = Codes().Matches(sentence).Where(static match => StatusLine.IsDefined(match.Groups["code"].Value)).ToList();
        var clauses = new List<(string Code, string Text)>();
        for (var i = 0; i < found.Count; i++)
        {
            var start = found[i].Groups["code"].Index + 3;
            var end = i + 1 < found.Count ? found[i + 1].Groups["code"].Index : sentence.Length;
            clauses.Add((found[i].Groups["code"].Value, Plain(sentence[start..end])));
        }

        // 'If there is none, 404 is returned': the words before a code are about it as well. A condition is about all codes after it.
        return found.Count == 1 || (found.Count > 0 && Condition().IsMatch(sentence.AsSpan(0, found[0].Index)))
            || clauses.Exists(static clause => clause.Text.Length > 0 && !Clause().IsMatch(clause.Text))
            ? clauses.ConvertAll(clause => (clause.Code, found.Count == 1 && Whole(sentence) ? "" : sentence))
            : clauses;
    }

    /// <summary>Returns the statuses of a line that lists them, each with its text: <c>204 (removed), 404 (no such rack)</c>; empty: it lists none.</summary>
    public static IReadOnlyList<(string Code, string Text)> ListedIn(string line)
    {
        if (line.Length > LongestSentence || StatusLine.CodeAt(line) is null)
            return [];
        var items = Between().Split(line).Select(static item => item.Trim()).ToList();
        return items.Count > 1 && items.TrueForAll(static item
            => StatusLine.CodeAt(item) is { } code && StatusLine.IsDefined(code) && Item().IsMatch(item[3..]))
            ? items.ConvertAll(static item => (item[..3], Plain(item[3..])))
            : [];
    }

    // 'Status codes: 204.'
    private static bool Whole(string sentence) => Label().IsMatch(sentence);

    private static string Plain(string text)
    {
        var plain = Connection().Replace(text, "").Trim(' ', ',', ';', '.', ':', '`', '-', '\u2013', '\u2014');
        return plain is ['(', .. var inside, ')'] && !inside.Contains('(', StringComparison.Ordinal) ? inside : plain;
    }

    [GeneratedRegex(
        "\\b(status|HTTP)\\b|\\b(response|error|return) codes?\\b|\\b(returns?|returned|responds?|responded|replies|results? in|gives|answers?)\\b"
            + "( (with|by|an?|the|in))*[ `\u201C\"']+[1-5][0-9]{2}\\b|[1-5][0-9]{2}[`\"']? (is|are|will be) returned\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex About();

    // A number before another word is a number of things.
    [GeneratedRegex(
        @"(?<![\w.$/-])(?<code>[1-5][0-9]{2})(?=[`""'\u201D]?($|[.,;:)](?![0-9])| ?(\(|[-\u2013\u2014:]| (if|when|on|for|with|and|or|is|are|in|to|after"
            + @"|because|unless|otherwise|error|status|response|code)\b| [A-Z])))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex(@"^(error |response |status |code )*(\(|on|if|when|for|with|in|after|because|unless|otherwise|[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(if|unless|when|while|except|for|without|only)\b|,",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^[`""'\u201D]|[ ,;]*\b(and|or|but|as well as)( (an?|the|with))?( (HTTP|status|error|returns?|responds?)( with)?)*[ `""'\u201C]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Connection();

    [GeneratedRegex(@"\s*(?:[,;]|\band\b|\bor\b)\s*(?:and\s+|or\s+)?(?=[1-5][0-9]{2}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^ ?(\([^()]+\)|[-\u2013\u2014:=] ?[^0-9,;]+|(if|when|on|for|unless|because) [^0-9;]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^[A-Za-z ]{0,40}(status|codes?)[A-Za-z ]{0,20}:? ?[1-5][0-9]{2}\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
