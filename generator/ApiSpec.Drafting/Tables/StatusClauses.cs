using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Tables;

/// <summary>A status that a sentence names, with the words about it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">The words that belong to the code: <c>Not Found</c>; empty: none.</param>
/// <param name="Text">What the sentence says of it; empty: nothing.</param>
internal sealed record StatusClause(string Code, string Message, string Text);

/// <summary>Finds the statuses in a sentence, each with the words about it: <c>Returns 204 on success, and 404 if there is no such rack.</c></summary>
internal static partial class StatusClauses
{
    private const int LongestSentence = 1_000;
    private const int LongestLine = 500;

    /// <summary>Returns the statuses of a sentence, if it is about statuses; empty: it is not.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isAboutStatuses">Whether the heading above says that it is about statuses.</param>
    /// <param name="codes">The words that the page prints as code, such as a code with its message.</param>
    public static IReadOnlyList<StatusClause> In(string sentence, bool isAboutStatuses, IReadOnlyList<string> codes)
    {
        if (sentence.Length > LongestSentence || !(isAboutStatuses || About().IsMatch(sentence)))
            return [];
        var found = new List<(string Code, string Message, int Start, int End)>();
        foreach (Match match in Codes().Matches(sentence))
        {
            var code = match.Groups["code"];
            if (!StatusLine.IsDefined(code.Value) || (found.Count > 0 && code.Index < found[^1].End))
                continue;
            var (message, end) = MessageAt(sentence, code.Value, code.Index + code.Length, codes);
            found.Add((code.Value, message, code.Index, end));
        }

        if (found.Count == 0)
            return [];
        if (found.Count == 1)
            return [new StatusClause(found[0].Code, found[0].Message, IsWhole(sentence, found[0].Start, found[0].End) ? "" : sentence)];
        return [.. TextsOf(sentence, found.ConvertAll(static status => (status.Start, status.End)), found.ConvertAll(static status => status.Code))
            .Select((text, index) => new StatusClause(found[index].Code, found[index].Message, text))];
    }

    // The words after a code belong to it, and so does a condition between two codes that is closer to the next: '404 is returned, and if it is full, 409'.
    private static string[] TextsOf(string sentence, List<(int Start, int End)> codes, List<string> names)
    {
        var before = new string[codes.Count];
        var behind = new string[codes.Count];
        var first = sentence[..codes[0].Start];
        before[0] = Condition().IsMatch(first) ? Lead().Replace(first, "").Trim(' ', ',') : "";
        for (var i = 0; i < codes.Count; i++)
        {
            var between = sentence[codes[i].End..(i + 1 < codes.Count ? codes[i + 1].Start : sentence.Length)];
            var words = Passive().Replace(between, "");
            var next = i + 1 < codes.Count && Turn().Match(words) is { Success: true } turn ? turn.Index : -1;
            behind[i] = Plain(next < 0 ? words : words[..next]);
            if (i + 1 < codes.Count)
                before[i + 1] = next < 0 ? "" : Lead().Replace(TurnWord().Replace(words[next..], ""), "").Trim(' ', ',');
        }

        var hasOwnWords = behind.All(static text => text.Length == 0 || Clause().IsMatch(text));
        // 'If it is locked, 409 or 423 is returned': the condition is about all codes. A success and a failure have different ones.
        var isCommon = before[0].Length > 0 && before.Skip(1).All(static text => text.Length == 0)
            && (behind.All(static text => text.Length == 0) || !names.Skip(1).All(name => name[0] != names[0][0]));
        if (!hasOwnWords || isCommon)
            return [.. codes.Select(_ => sentence)];
        var texts = new string[codes.Count];
        for (var i = codes.Count - 1; i >= 0; i--)
        {
            texts[i] = behind[i].Length == 0 ? before[i] : before[i].Length == 0 ? behind[i] : before[i] + ": " + behind[i];
            // '401 or 403 if it is not allowed'.
            if (texts[i].Length == 0 && i + 1 < codes.Count && StatusLine.IsFailure(names[i]) && names[i][0] == names[i + 1][0]
                && Joined().IsMatch(sentence[codes[i].End..codes[i + 1].Start]))
                texts[i] = texts[i + 1];
        }

        return Array.ConvertAll(texts, static text => First().Replace(text, ""));
    }

    // The standard message, the rest of the code that the page prints, or words with capitals: '404 Object Not Found'.
    private static (string Message, int End) MessageAt(string sentence, string code, int start, IReadOnlyList<string> codes)
    {
        if (codes.FirstOrDefault(word => word.Length > code.Length && word.StartsWith(code, StringComparison.Ordinal)
            && start >= code.Length && string.CompareOrdinal(sentence, start - code.Length, word, 0, word.Length) == 0) is { } printed
            && StatusLine.TrimSeparator(printed[code.Length..]).Trim('(', ')', ' ') is { Length: > 0 and <= 60 } inside && char.IsLetter(inside[0]))
            return (inside, start - code.Length + printed.Length);
        var rest = sentence[start..];
        if (Message().Match(rest) is not { Success: true } match)
            return ("", start);
        var words = match.Groups["message"].Value;
        if (int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) && StatusPhrases.At(number, words) is { Length: > 0 } phrase)
            words = words[..phrase.Length];
        else if (Small().Match(words) is { Success: true } sentenceStart && sentenceStart.Index == 0)
            return ("", start);
        var end = match.Groups["message"].Index + words.Length;
        return (words, start + end + (end < rest.Length && rest[end] is ')' or '`' or '"' or '\u201D' ? 1 : 0));
    }

    /// <summary>Returns the statuses of a line that lists them, each with its text: <c>204 (removed), 404 (no such rack)</c>; empty: it lists none.</summary>
    public static IReadOnlyList<(string Code, string Text)> ListedIn(string line)
    {
        if (line.Length > LongestLine || StatusLine.CodeAt(line) is null)
            return [];
        var items = Between().Split(line).Select(static item => item.Trim()).ToList();
        return items.Count > 1 && items.TrueForAll(static item
            => StatusLine.CodeAt(item) is { } code && StatusLine.IsDefined(code) && Item().IsMatch(item[3..]))
            ? items.ConvertAll(static item => (item[..3], Plain(item[3..])))
            : [];
    }

    // 'Status codes: 204.', 'It returns a 204 No Content.'
    private static bool IsWhole(string sentence, int start, int end) => Label().IsMatch(sentence[..start] + "\u0001" + sentence[end..]);

    private static string Plain(string text)
    {
        var plain = Connection().Replace(text, "").Trim(' ', ',', ';', '.', ':', '`', '"', '-', '\u2013', '\u2014');
        return plain is ['(', .. var inside, ')'] && !inside.Contains('(', StringComparison.Ordinal) ? inside : plain;
    }

    [GeneratedRegex(
        "\\b(status|HTTP)\\b|\\b(response|error|return) codes?\\b|\\b(returns?|returned|responds?|responded|replies|results? in|gives|answers?|sends?|"
            + "fails|raises|"
            + "throws|produces|yields|(get|receive)s?)( back)?( (with|by|an?|the|in|code|error|status))*[ `\u201C\"']+[1-5][0-9]{2}\\b"
            + "|[1-5][0-9]{2}[`\"']?( (error|response|status|code))* ((is|are|will be|would be|gets) (returned|sent|given|raised|issued|thrown|used)|"
            + "means|indicates|"
            + "signals|says)\\b|\\b(an?|the|with|error) [`\u201C\"']?[1-5][0-9]{2}[`\"'\u201D]? (response|error|status|code|HTTP)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex About();

    // A number before another word is a number of things.
    [GeneratedRegex(
        @"(?<![\w.$/-])(?<code>[1-5][0-9]{2})(?=[`""'\u201D]?($|[.,;)](?![0-9])| ?(\(|[-\u2013\u2014:]| (if|when|on|upon|for|with|without|and|or|but|"
            + @"is|are|was|were|in|to"
            + @"|after|before|because|unless|while|once|as|at|otherwise|error|status|response|code|message|reply|HTTP|will|would|should|can|may|means|"
            + @"indicates|signals"
            + @"|says|instead|gets|plus|then|too)\b| [A-Z])))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex(@"^[`""'\u201D]?[ :(\u2013\u2014-]{1,3}(?<message>[A-Z][A-Za-z'/-]*( (of|for|to|is|in|not|[A-Z][A-Za-z'/-]*)){0,5})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    // 'HTTP' and the first word of a sentence are not a message.
    [GeneratedRegex("^(HTTP|If|When|On|For|The|This|It|In|A|An|Otherwise|Unless|JSON|XML)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"^(error |response |status |code )*(\(|on|upon|if|when|for|with|without|and|in|to|as|at|after|before|because|unless|while|once|"
        + @"otherwise|[A-Z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(if|unless|when|while|except|for|without|only|on|upon|after|once|otherwise|in case)\b|,",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();

    // 'it returns a status' at the end of a condition.
    [GeneratedRegex(
        @",?\s*((it|this|the [a-z]+|you|and) )?((then |will |would )?(returns?|responds? with|replies with|sends|gives|fails with|(get|receive)s?|"
            + @"results in|is|"
            + @"are|be) ?)?(back )?"
            + @"(an? |the )?((HTTP|status|error|response|code) ?)*[`""'\u201C]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"^[`""'\u201D]?( (error|response|status|code|message))*( (is|are|will be|would be|gets|was) (returned|sent|given|issued|raised|thrown|used|"
            + @"the result))?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Passive();

    [GeneratedRegex(
        "([,;] (and |or |but )?| (and|or|but) )(if|when|unless|otherwise|in case|on (success|failure|error)|upon (success|failure))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Turn();

    [GeneratedRegex("^[ ,;]*(and |or |but )?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TurnWord();

    [GeneratedRegex("^(and|together with|along with) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex(@"^[`""'\u201D]?(,| or|, or| and|, and)( an?| the)?( HTTP| status| error)* [`""'\u201C]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^[`""'\u201D]|[ ,;]*\b(and|or|but|as well as)( (it|the [a-z]+))?( (returns?|responds?|replies|sends|gives|fails))?( with| in)?"
            + @"( (an?|the))?( (HTTP|status|error|code|response))*[ `""'\u201C]*$|[ ,;]+(an?|the)( (HTTP|status|error|code|response))*[ `""'\u201C]*$"
            + @"|[ ,;]+(HTTP|status|error)( code)?[ `""'\u201C]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Connection();

    [GeneratedRegex(@"\s*(?:[,;]|\band\b|\bor\b)\s*(?:and\s+|or\s+)?(?=[1-5][0-9]{2}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^ ?(\([^()]+\)|[-\u2013\u2014:=] ?[^0-9,;]+|(if|when|on|for|unless|because) [^0-9;]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(
        "^([A-Za-z ]{0,40}(status|codes?)[A-Za-z ]{0,20}:?|((it|the|this)( (call|request|operation|endpoint|server|method|API))? )?(will )?"
            + "(returns?|responds?|replies|sends|gives)( with)?( an?| the)?( HTTP| status| code|"
            + " response)*) ?[`\"\u201C]?\u0001[`\"\u201D]?( status)?( code)?\\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
