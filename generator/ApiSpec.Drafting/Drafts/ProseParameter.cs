using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A parameter that a sentence names: <c>Takes the optional parameters `size` (integer) and `label` (text)</c>, <c>Pass `size` to ...</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, before the name or in parentheses after it; empty: none.</param>
/// <param name="Aside">Other words in parentheses after the name; empty: none.</param>
/// <param name="Stated">Whether the sentence says that it is required; null: it does not.</param>
/// <param name="Place">The part of the request; empty: the sentence does not say.</param>
/// <param name="Text">What the sentence says of it; empty: no more than the list of names.</param>
internal sealed partial record ProseParameter(string Name, string Type, string Aside, Requirement? Stated, string Place, string Text)
{
    private const int LongestSentence = 600;
    private const int LongestAside = 160;
    private const int MostNames = 40;

    /// <summary>Returns the parameters of a sentence; empty: it names none, or is about something else.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="line">Its line, which shows the words that the page prints as code or in italics.</param>
    /// <param name="words">The types.</param>
    /// <param name="isOfParameters">Whether the heading above says that the text is about parameters.</param>
    public static IReadOnlyList<ProseParameter> In(string sentence, PageLine line, CellWords words, bool isOfParameters)
    {
        if (sentence.Length > LongestSentence || OfResponse().IsMatch(sentence))
            return [];
        var found = NamesIn(sentence, line);
        if (found.Count == 0 || !IsAbout(sentence, found, isOfParameters))
            return [];
        var place = PlaceOf(sentence);
        var parameters = new List<ProseParameter>();
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Start : sentence.Length;
            var aside = AsideAt(sentence, found[i].End);
            var type = aside.Length > 0 && IsFacts(aside, words) ? aside : TypeBefore(sentence[..found[i].Start], words);
            // The words in parentheses after a name can have the next name.
            var behind = Math.Min(end, found[i].End + (aside.Length > 0 ? aside.Length + 3 : 0));
            var text = found.Count == 1 ? sentence : Segment(sentence[behind..end]);
            parameters.Add(new ProseParameter(
                found[i].Name, type, type == aside ? "" : aside, StatedAt(sentence, found, i), place, text));
        }

        return parameters;
    }

    // The names, in their order. A word after 'to' or 'is' is a value.
    private static List<(string Name, int Start, int End)> NamesIn(string sentence, PageLine line)
    {
        var styled = line.Codes.Concat(line.Italics).Select(static text => text.Trim()).ToHashSet(StringComparer.Ordinal);
        var found = new List<(string Name, int Start, int End)>();
        var lastValue = -1;
        foreach (Match match in Token().Matches(sentence))
        {
            var name = match.Groups["name"].Value.TrimEnd('.');
            if (!(match.Groups["quote"].Success || styled.Contains(name)) || !IsName(name) || found.Count == MostNames)
                continue;
            var (start, end) = (match.Index, match.Index + match.Length - (match.Groups["name"].Length - name.Length));
            var before = sentence[..start];
            var isChained = lastValue >= 0 && Chain().IsMatch(sentence[lastValue..start]);
            if (isChained || AboveValue().IsMatch(before) || Thing().IsMatch(sentence[end..]))
            {
                lastValue = end;
                continue;
            }

            if (!found.Exists(other => other.Name == name))
                found.Add((name, start, end));
        }

        return found;
    }

    private static bool IsName(string name)
        => name.Length is > 0 and <= 60 && name is not ("true" or "false" or "null" or "none") && !HttpMethods.IsKnown(name) && CellWords.IsName(name)
            && !s_headers.Contains(name);

    // The headers that clients set by themselves.
    private static readonly HashSet<string> s_headers = new(StringComparer.OrdinalIgnoreCase)
        { "Accept", "Authorization", "Connection", "Content-Length", "Content-Type", "Cookie", "Date", "Host", "User-Agent" };

    private static bool IsAbout(string sentence, List<(string Name, int Start, int End)> found, bool isOfParameters)
    {
        var (first, last) = (found[0], found[^1]);
        var (before, behind) = (sentence[..first.Start], sentence[first.End..]);
        // 'parameters `a` and `b`', 'the `a` parameter'.
        var hasNoun = NounBefore().IsMatch(before) || NounBehind().IsMatch(WithoutAside(behind)) || NounBehind().IsMatch(WithoutAside(sentence[last.End..]));
        if (hasNoun && (isOfParameters || Taking().IsMatch(sentence)))
            return true;
        // 'Pass `size` to limit the racks.', '`size` (integer) limits the racks.'
        return (Imperative().IsMatch(before) && Purpose().IsMatch(WithoutAside(behind)))
            || (isOfParameters && Start().IsMatch(before) && (AsideAt(sentence, first.End).Length > 0 || Verb().IsMatch(behind)));
    }

    private static string WithoutAside(string text)
        => text.StartsWith(" (", StringComparison.Ordinal) && text.IndexOf(')', StringComparison.Ordinal) is > 0 and <= LongestAside and var close
            ? text[(close + 1)..] : text;

    private static string AsideAt(string sentence, int end)
        => end + 2 < sentence.Length && sentence.AsSpan(end).StartsWith(" (", StringComparison.Ordinal)
            && sentence.IndexOf(')', end) is > 0 and var close && close - end <= LongestAside ? sentence[(end + 2)..close] : "";

    private static bool IsFacts(string aside, CellWords words)
        => RowFacts.ReadWithDefault(aside, words) is not null;

    // 'an integer parameter `size`', 'the boolean `full`'.
    private static string TypeBefore(string before, CellWords words)
        => TypeWord().Match(before) is { Success: true } match && words.SpecTypeOf(match.Groups["type"].Value) is "string" or "int" or "long"
            or "double" or "boolean" or "date" or "date-time" or "uuid" ? match.Groups["type"].Value : "";

    // In 'one mandatory `a` and two optional ones, `b` and `c`', the word is before the names, and in '`a` and `b` are optional' after them.
    private static Requirement? StatedAt(string sentence, List<(string Name, int Start, int End)> found, int index)
    {
        var stated = Presence().Matches(sentence).Select(static match => (match.Index, Value: match.Groups["optional"].Success ? Requirement.Optional
            : Requirement.Required)).ToList();
        // Words in parentheses are about the name before them.
        var aside = AsideAt(sentence, found[index].End);
        if (aside.Length > 0 && stated.FindIndex(word => word.Index > found[index].End
                && word.Index < found[index].End + aside.Length + 2) is >= 0 and var inside)
            return stated[inside].Value;
        stated.RemoveAll(word => found.Exists(name => AsideAt(sentence, name.End) is { Length: > 0 } other && word.Index > name.End
            && word.Index < name.End + other.Length + 2));
        if (stated.Count == 0)
            return null;
        // A condition about another value says nothing of the call.
        if (stated[0].Index < found[0].Start)
            return stated.FindLast(word => word.Index < found[index].Start).Value;
        var after = stated.FindIndex(word => word.Index > found[index].Start);
        return after >= 0 && !Condition().IsMatch(sentence[stated[after].Index..]) ? stated[after].Value : null;
    }

    private static string PlaceOf(string sentence)
    {
        var places = new List<string>();
        if (Query().IsMatch(sentence))
            places.Add("query");
        if (Header().IsMatch(sentence))
            places.Add("header");
        if (Form().IsMatch(sentence))
            places.Add("form");
        else if (Body().IsMatch(sentence))
            places.Add("body");
        return places is [var only] ? only : "";
    }

    // ', which limits the racks, and' is about the name before it.
    private static string Segment(string text)
    {
        var plain = Connection().Replace(text, "").Trim(' ', ',', ';', '.', ':', '"', '`', ')', '\u201D', '\u201C');
        return OnlyPresence().IsMatch(plain) ? "" : Description().Match(plain) is { Success: true } match ? plain[match.Length..].Trim() : plain;
    }

    private const string Nouns = "(parameters?|params?|arguments?|options|fields?|form-fields?|properties|property|attributes?|keys?|headers?|flags?|"
        + "query strings?|"
        + "variables?)";

    [GeneratedRegex("(?<![\\w./-])(?:(?<quote>[`\"\u201C])(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,59}(\\[\\])?)[`\"\u201D]"
        + "|(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,59}(\\[\\])?))(?![\\w/(])", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("(\\b(to|as|is|are|be|of value|values?|value of|equals|than|either|one of|containing|like|default(s|ed)?|see|"
        + "called the)|=|:) ?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex AboveValue();

    [GeneratedRegex("^[`\"\u201D]?(, | or |, or | and |, and |/)[`\"\u201C]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Chain();

    // 'the `rack` object' is not a parameter.
    [GeneratedRegex("^( [a-z]+)? (object|resource|endpoint|call|operation|method|type|table|role|roles|permissions?|privileges?|scopes?|status|"
        + "errors?|codes?|state|page|"
        + "section|responses?|format|schema|class|function|command|event|module|service|element of|will be returned|is returned|are returned)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Thing();

    [GeneratedRegex("\\b(responds?|responses?|returns|returned|replies|outputs?|results? (has|contains?|includes?|is|are))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfResponse();

    [GeneratedRegex(
        "\\b(takes?|accepts?|requires?|expects?|needs?|supports?|allows?|understands?|recogni[sz]es?|has|have|pass(ed|ing)?|set|setting|sen[dt]|"
            + "sending|us(e|ed|ing)|"
            + "specif(y|ied|ying)|provid(e|ed|ing)|suppl(y|ied)|includ(e|ed|ing)|add(ed|ing)?|giv(e|en|ing)|required|optional|mandatory|must|can|may|"
            + "limits?|controls?|"
            + "filters?|determines?|specifies|defines?|selects?|tells?|restricts?|changes?|omit(ted)?|via|through|with|there (is|are))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Taking();

    [GeneratedRegex("\\b" + Nouns + "\\b[^.;]{0,80} (named|called|(with|by|under)( the)? name( of)?) ?$|\\b" + Nouns + "( (called|named|are|is|of|"
        + "such as|to this call are|with name|with the name))?( the)?( ones?,?| [a-z]+ ones,?)?[:,]? ?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex NounBefore();

    [GeneratedRegex("^[`\"\u201D]? (query |request |body |form |path |url |http |boolean |integer |string )?" + Nouns + "\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NounBehind();

    [GeneratedRegex(
        "(^|[,;] |\\b(can|may|must|should|to|and|or|also|optionally|please) )(also |optionally )?(pass|set|send|specify|provide|supply|include|add|"
            + "use|give|omit)( in| along)?"
            + "( an?| the| an optional| a mandatory| a required)?( optional| additional| mandatory| required)?( integer| string| boolean| number| numeric)? ?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Imperative();

    [GeneratedRegex("^[`\"\u201D]?( (to|as|for|in|if|when|with)\\b|[,.;=]|$| and | or )", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();

    [GeneratedRegex("^(- |\\* )?(the )?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex("^[`\"\u201D]? (is|are|specifies|limits|controls|sets|determines|defines|indicates|selects|filters|restricts|"
        + "tells|says|gives|names|"
        + "identifies|enables|disables|changes)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex("\\b(?<type>[A-Za-z]{3,10})( (parameter|argument|field|option|flag|value))?( (called|named))? ?$",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex TypeWord();

    [GeneratedRegex(
        "\\b((?<optional>optional(ly)?|not required|not mandatory|non-mandatory|can be (omitted|left out)|may be omitted)|required|mandatory|"
            + "requires?|must (always )?be (specified|given|provided|present|passed|sent|set(?! to))|compulsory|"
            + "obligatory)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Presence();

    [GeneratedRegex("\\b(if|when|unless|only|while)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();

    [GeneratedRegex("\\b(query([- ]string)?|querystring|url) ?(parameters?|params?|arguments?|options?|fields?|variables?|flags?)?\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Query();

    [GeneratedRegex("\\bheaders?\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex("\\b(form[- ](fields?|data|parameters?|encoded)|urlencoded)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex("\\b(body|payload|json)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Body();

    [GeneratedRegex("[ ,;]*\\b(and|or|as well as|plus)( (an?|the|two|three|one))?( (optional|mandatory|required))?( ones?,?| parameters?)?[ `\"\u201C]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Connection();

    [GeneratedRegex("^(which|that|to|for|-|\u2013|\u2014|=|is|specifies|limits|controls|sets) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Description();

    // The row says it, or it only names what the words around it are.
    [GeneratedRegex("^((is|are|both|all|also|can|may|must|be|an?|the|one|two|three|ones) ?)*((optional|required|mandatory|omitted|left out|" + Nouns + ") ?)*"
        + "((of|in|to|for) (the|this) (request|call|query|body|url|operation|method))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyPresence();
}
