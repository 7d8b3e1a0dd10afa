using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a status code with its message and description from one string: <c>404 Not found - The task does not exist.</c></summary>
internal static partial class StatusLine
{
    private const int LongestMessage = 40;
    private const int MostWords = 5;
    private const int LongestHeading = 120;
    private const string Separators = "-\u2013\u2014:\uFF1A";

    /// <summary>Returns the code at the start of a string: <c>404</c>, <c>4xx</c>; null: no code.</summary>
    public static string? CodeAt(string text)
    {
        if (text.Length < 3 || text[0] is < '1' or > '5' || (text.Length > 3 && (char.IsLetterOrDigit(text[3]) || (text[3] == '.' && text.Length > 4))))
            return null;
        var rest = text[1..3];
        if (char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]))
            return text[..3];
        return rest.Equals("xx", StringComparison.OrdinalIgnoreCase) ? text[0] + "xx" : null;
    }

    /// <summary>Whether a response can have a body (RFC 9110, section 6.4.1).</summary>
    /// <param name="status">The code, or the code and its message.</param>
    public static bool CanHaveBody(string status) => CodeAt(status) is not (['1', ..] or "204" or "205" or "304");

    /// <summary>Whether a code is one of HTTP (RFC 9110, section 15) or a range of them: <c>4xx</c>.</summary>
    public static bool IsDefined(string code)
        => !int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) || StatusPhrases.Of(number).Count > 0;

    /// <summary>Whether a code means a failure.</summary>
    public static bool IsFailure(string code) => code[0] is '4' or '5';

    /// <summary>Divides the text after a code into message and description.</summary>
    /// <returns>Both, and whether the end of the message is only a guess.</returns>
    public static (string Message, string Description, bool IsGuess) Split(string code, string text)
    {
        var rest = text.Trim();
        // '404: Not there', '200 - Done': the text after the separator is a message if it is the standard message of the code.
        if (rest.Length > 1 && Separators.Contains(rest[0], StringComparison.Ordinal))
        {
            var behind = TrimSeparator(rest);
            return StandardAt(code, behind) is { } standard
                ? (behind[..standard.Length], TrimSeparator(behind[standard.Length..]), false)
                : ("", behind, !behind.EndsWith('.') && behind.Count(static c => c == ' ') < 4);
        }

        rest = rest.TrimStart(',', ' ');
        // '404 if there is no such rack'.
        if (Condition().IsMatch(rest))
            return ("", rest, false);
        if (rest.StartsWith('(') && rest.IndexOf(')', StringComparison.Ordinal) is > 0 and var close)
            return (rest[1..close].Trim(), TrimSeparator(rest[(close + 1)..].TrimStart('.')), false);
        // 'OK - Done.': a separator with spaces around it, or a colon.
        for (var i = 0; i < rest.Length && i < 60; i++)
        {
            var isColon = rest[i] is ':' or '\uFF1A';
            if (Separators.Contains(rest[i], StringComparison.Ordinal) && (isColon || (i > 0 && rest[i - 1] == ' '))
                && (i + 1 == rest.Length || rest[i + 1] == ' ' || rest[i] == '\uFF1A'))
                return (rest[..i].Trim(), rest[(i + 1)..].Trim(), false);
        }

        if (int.TryParse(code, out var number)
            && StatusPhrases.Of(number).FirstOrDefault(phrase => rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) is { } known)
            return (rest[..known.Length], rest[known.Length..].Trim(), false);
        // 'Server-side error A processing error occurred.': a sentence starts with a capital.
        for (var i = 1; i + 1 < rest.Length && i < 60; i++)
        {
            if (rest[i] == ' ' && char.IsUpper(rest[i + 1]) && char.IsLower(rest[i - 1]) && rest.EndsWith('.') && rest.AsSpan(i + 1).Contains(' '))
                return (rest[..i], rest[(i + 1)..], true);
        }

        var isSentence = rest.Contains(' ', StringComparison.Ordinal) && rest.EndsWith('.');
        return isSentence ? ("", rest, true) : (rest, "", rest.Length > LongestMessage || rest.Count(static c => c == ' ') >= MostWords);
    }

    // 'Not found' and 'Not found - No such rack.', but not a sentence that starts with the same words.
    private static string? StandardAt(string code, string text)
    {
        if (!int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return null;
        return StatusPhrases.Of(number).FirstOrDefault(phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
            && text[phrase.Length..].TrimStart() is "" or ['-' or '\u2013' or '\u2014' or ':' or '\uFF1A', ..]) ?? StatusPhrases.At(number, text);
    }

    /// <summary>Returns the string without the dash, colon or comma before it.</summary>
    public static string TrimSeparator(string text) => Folding.WithoutSeparator(text.Trim());

    /// <summary>Returns the string without the words before its code: <c>Status: 202, Accepted</c>.</summary>
    public static string WithoutLabel(string text)
        => Label().Match(text) is { Success: true } label && CodeAt(text[label.Length..]) is not null ? text[label.Length..] : text;

    /// <summary>Whether a string is only a status: a code with its standard message, or with a label before it.</summary>
    public static bool IsWhole(string text)
    {
        var plain = WithoutLabel(text);
        if (CodeAt(plain) is not { } code)
            return false;
        var rest = TrimSeparator(plain[code.Length..]);
        // 'HTTP 201 Created', but not 'HTTP 404 if there is no rack'.
        var isLabelled = plain.Length != text.Length && !text.StartsWith("HTTP " + code, StringComparison.OrdinalIgnoreCase);
        return isLabelled ? rest.Length <= LongestMessage : IsPhraseOf(code, rest) || (rest.Length == 0 && plain.Length != text.Length);
    }

    /// <summary>Whether a string starts with a code and its standard message: <c>404 Not Found No such rack.</c></summary>
    public static bool StartsWithPhrase(string text)
        => CodeAt(text) is { } code && int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && StatusPhrases.At(number, TrimSeparator(text[code.Length..])) is not null;

    /// <summary>Returns the status in a heading: <c>404 Not Found</c>, <c>Response 200</c>, <c>400 rackIsFull</c>; null: none. Only a code with its
    /// standard message, or with a label before it, is certainly a status.</summary>
    public static (string Code, string Text, bool IsSure)? OfHeading(string text)
    {
        var label = HeadingLabel().Match(text).Length;
        var plain = label > 0 && CodeAt(text[label..]) is not null ? text[label..] : WithoutLabel(text);
        if (CodeAt(plain) is not { } code)
            return null;
        var rest = TrimSeparator(plain[code.Length..]).TrimStart('(').TrimEnd(')', ':');
        if (rest.Length > LongestMessage || rest.Count(static c => c == ' ') >= MostWords)
            return null;
        return (code, (code + " " + rest).Trim(), plain.Length < text.Length || IsPhraseOf(code, rest));
    }

    /// <summary>Returns the status at the end of a string, and the words before it: <c>Example response: 404 Not Found</c>; null: none, or no words
    /// before it.</summary>
    public static (string Words, string Status)? AtEndOf(string text)
        => text.Length <= LongestHeading && Ending().Match(text) is { Success: true } match && match.Groups["code"].Value is var code
            && match.Groups["message"].Value is var message && (message.Length == 0 || IsPhraseOf(code, message))
            ? (match.Groups["words"].Value, (code + " " + message).TrimEnd()) : null;

    /// <summary>Returns the code in a string that only has a label and a status: <c>HTTP Status Code: 400</c>; null: it has more, or no label.</summary>
    public static string? Labelled(string text)
        => WithoutLabel(text) is var plain && plain.Length < text.Length && IsWhole(text) ? CodeAt(plain) : null;

    /// <summary>Whether a string is a labelled status with a text that describes it: <c>STATUS 400 - The size is not valid</c>.</summary>
    public static bool IsDescribed(string text)
        => WithoutLabel(text) is var plain && plain.Length < text.Length && !text.StartsWith("HTTP", StringComparison.OrdinalIgnoreCase)
            && plain[CodeAt(plain)!.Length..].Trim() is var rest && TrimSeparator(rest).Length < rest.Length;

    /// <summary>Returns the status and the text after it if the standard message follows its code directly: <c>404Not Found</c>; null: it does not.</summary>
    public static (string Status, string Behind)? Separated(string text)
        => text.Length > 3 && int.TryParse(text[..3], System.Globalization.CultureInfo.InvariantCulture, out var number)
            && StatusPhrases.Of(number).FirstOrDefault(phrase => text.AsSpan(3).StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) is { } known
            ? (string.Concat(text.AsSpan(0, 3), " ", text.AsSpan(3, known.Length)), TrimSeparator(text[(3 + known.Length)..]))
            : null;

    /// <summary>Returns the code and message inside a sentence; null: none, or several.</summary>
    public static (string Code, string Message)? InSentence(string text) => AllInSentence(text) is [var only] ? only : null;

    /// <summary>Returns all codes with their standard messages inside a sentence: <c>201 Created for a new rack, or 200 OK</c>.</summary>
    public static IReadOnlyList<(string Code, string Message)> AllInSentence(string text)
        => [.. Mention().Matches(text).Select(static match => (Code: match.Groups["code"].Value, Message: match.Groups["message"].Value))
            .Where(static found => IsPhraseOf(found.Code, found.Message)).Distinct()];

    /// <summary>Returns the codes that the words around them show to be statuses: <c>it returns a 200 status code, but if one failed, a 400 error</c>.
    /// </summary>
    public static IReadOnlyList<string> MentionedIn(string text)
        => [.. Words().Matches(text).Select(static match => match.Groups["code"].Value)
            .Where(static code => StatusPhrases.Of(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)).Count > 0)
            .Distinct(StringComparer.Ordinal)];

    private static bool IsPhraseOf(string code, string message)
        => int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && StatusPhrases.Of(number).Contains(message, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^((expected |successful )?(HTTP )?(response |return )?(status|code)( code)?|HTTP(/[0-9.]+)?)\s*[:\uFF1A]?\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?<words>[^0-9]*?[^0-9 :\uFF1A(\u2013\u2014-])[ :\uFF1A(\u2013\u2014-]+((success|successful|error|failure|failed|status|code|HTTP)[ :-]+){0,3}"
            + @"(?<code>[1-5][0-9]{2})( \(?(?<message>[A-Za-z][A-Za-z' -]*))?\)?:?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex("^(if|when|on|for|unless|because) [a-z]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(((error|success|successful|failure) )?responses?( \()?|HTTP)[:\uFF1A ]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadingLabel();

    [GeneratedRegex(
        @"\b(HTTP|status|code|returns?|returned|responds?|responded)( with)?( an?| the)?( HTTP| status| code| response| error){0,3}:? (?<code>[1-5][0-9]{2})"
            + @"(?=$|[.,;)](?![0-9])| (status|HTTP|response|error|code|if|when|on|for|and|or|with|is)\b)"
            + @"|(?<![\w.$-])(?<code>[1-5][0-9]{2})(?= (status|HTTP|response|error|code)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![0-9.])(?<code>[1-5][0-9]{2}) \(?(?<message>[A-Z][A-Za-z'-]*( [A-Z][A-Za-z'-]*){0,4})\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
