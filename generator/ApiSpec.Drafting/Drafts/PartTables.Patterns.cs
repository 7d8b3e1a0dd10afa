using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Lines that a pattern of the profile describes as rows.</content>
internal sealed partial class PartTables
{
    private const string RequiredGap = "required";
    private const int MostWordsOfPresence = 8;

    private TableRow? RowOfPattern(PageLine line, string text)
    {
        foreach (var pattern in _context.Profile.Rows)
        {
            if (pattern.Match(text) is not { } gaps || !CellWords.IsName(gaps.GetValueOrDefault("name", "")))
                continue;
            var cells = WithWholePresence(pattern, gaps, out var doubt);
            if (IsSure(pattern, cells))
                return new TableRow(cells, line.Indent / 2, [line], doubt);
        }

        return null;
    }

    // Without signs between its gaps, a pattern fits any sentence, unless the profile knows the type and the word for required.
    private bool IsSure(TextPattern pattern, IReadOnlyDictionary<string, string> gaps)
        => !IsOfGaps(pattern) || ((!gaps.TryGetValue("type", out var type) || _words.IsType(type))
            && (!gaps.TryGetValue(RequiredGap, out var required) || PresenceOf(required) is not null));

    private static bool IsOfGaps(TextPattern pattern) => pattern.Text == string.Join(' ', pattern.Names.Select(static name => "{" + name + "}"));

    // A word for required, also with a condition in parentheses after it: 'Yes (if creating)'.
    private string? PresenceOf(string cell)
        => (cell.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? cell[..open] : cell) is var words
            && (_words.IsRequirement(words) || _context.Profile.IsNothing(words)) ? words : null;

    // A gap takes as few words as it can. The cell has all words that mean required or optional together, and what is in parentheses after them.
    private IReadOnlyDictionary<string, string> WithWholePresence(TextPattern pattern, IReadOnlyDictionary<string, string> gaps, out string? doubt)
    {
        doubt = null;
        var at = pattern.Names.IndexOf(RequiredGap);
        if (at < 0 || at + 1 >= pattern.Names.Count || pattern.Names[at + 1] is not { } behind
            || !pattern.Text.Contains("{" + RequiredGap + "} {" + behind + "}", StringComparison.Ordinal))
            return gaps;
        var words = (gaps[RequiredGap] + " " + gaps[behind]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(MostWordsOfPresence, words.Length - 1);
        while (length > 0 && !_words.IsRequirement(string.Join(' ', words, 0, length)))
            length--;
        if (length == 0)
            return gaps;
        var cell = string.Join(' ', words, 0, length);
        var rest = string.Join(' ', words, length, words.Length - length);
        if (rest is ['(', ..] && rest.IndexOf(") ", StringComparison.Ordinal) is > 0 and var close)
            (cell, rest) = (cell + " " + rest[..(close + 1)], rest[(close + 2)..]);
        // 'Yes if size is given The rack': nothing shows where the condition ends.
        else if (Condition().IsMatch(rest))
            doubt = "where the cell 'required' ends";
        return new Dictionary<string, string>(gaps, StringComparer.Ordinal) { [RequiredGap] = cell, [behind] = rest };
    }

    [GeneratedRegex(@"^[(,;]? ?(if|when|unless|only|except|for)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();
}
