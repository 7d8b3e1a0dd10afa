using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The values of a row that a page lists, each on a separate line.</summary>
/// <param name="Values">The values of an enum: <c>FAST|SLOW</c>.</param>
/// <param name="Meanings">The items that also say what their value means.</param>
internal sealed partial record ValueList(string Values, IReadOnlyList<string> Meanings)
{
    private const string Gap = "values";
    private const int MostWords = 3;

    // A text that no page prints.
    private const string Placeholder = "\u0001";

    private static readonly string[] s_separators = [": ", " - ", " \u2013 ", " \u2014 ", " = ", " ("];

    /// <summary>Whether an item is ordinary words, which can also be a sentence.</summary>
    public bool HasWords { get; private init; }

    /// <summary>The item that the page marks as the default; null: none.</summary>
    public string? Default { get; private init; }

    /// <summary>Divides a cell into paragraphs, each with the list under it: items, or single words on separate lines.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<string> Items)> Divide(IReadOnlyList<CellBlock> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var next = i + 1;
            var isList = next < blocks.Count && blocks[next].IsItem;
            while (!blocks[i].IsItem && next < blocks.Count && (isList ? blocks[next].IsItem : IsWord(blocks[next].Text)))
                next++;
            yield return (blocks[i].Text, [.. blocks.Skip(i + 1).Take(next - i - 1).Select(static block => block.Text)]);
            i = next;
        }
    }

    /// <summary>Returns the values of a list; null: its items are not values.</summary>
    public static ValueList? Read(IReadOnlyList<string> items)
    {
        var values = new List<string>();
        var meanings = new List<string>();
        var (hasWords, hasMeanings) = (false, true);
        string? standard = null;
        foreach (var printed in items)
        {
            // 'low (default)', and 'low (default) - slow'.
            var item = DefaultWords.Without(printed) ?? printed;
            var plain = item.TrimEnd(',', ';', '.');
            var end = s_separators.Select(separator => plain.IndexOf(separator, StringComparison.Ordinal)).Where(static index => index > 0)
                .DefaultIfEmpty(-1).Min();
            var value = (end < 0 ? plain : plain[..end]).Trim();
            if (value.Length == 0 || value.Count(static c => c == ' ') >= MostWords || (item.EndsWith('.') && value.Contains(' ', StringComparison.Ordinal)))
                return null;
            hasWords |= TypeWords.IsPhrase(value);
            values.Add(value.Trim('"', '\'', '`', '\u201C', '\u201D'));
            if (item.Length < printed.Length)
                standard ??= values[^1];
            hasMeanings &= end >= 0 && !value.Contains(' ', StringComparison.Ordinal);
            if (end >= 0)
                meanings.Add(item);
        }

        return values.Count == 0 || values.Exists(static value => value.Length == 0)
            ? null
            : new ValueList(TypeWords.Join(values), meanings.Count == 0 ? [] : [string.Join("; ", meanings)]) 
            {
                HasWords = hasWords, HasMeanings = hasMeanings, Default = standard,
            };
    }

    /// <summary>Whether a sentence of the profile starts with the words above a list, with or without a colon.</summary>
    public static bool Introduces(TextPattern pattern, string introduction)
    {
        if (!pattern.Names.Contains(Gap))
            return false;
        var words = introduction.TrimEnd(':', '\uFF1A', '.', ' ');
        return new[] { words + ": " + Placeholder, words + " " + Placeholder, introduction + " " + Placeholder }
            .Any(text => pattern.Match(text)?.GetValueOrDefault(Gap) == Placeholder);
    }

    /// <summary>Whether a sentence can introduce values in words that the profile does not know.</summary>
    public static bool IsIntroduction(string text) => Words().IsMatch(text) && !Others().IsMatch(text);

    /// <summary>Whether the items themselves show that they are values: several words under a colon, or each with its meaning.</summary>
    public bool IsIntroducedBy(string text)
        => Values.Contains('|', StringComparison.Ordinal) && !HasOtherWords(text) && (HasMeanings || text.EndsWith(':'));

    // Whether each item has its meaning.
    private bool HasMeanings { get; init; }

    /// <summary>Whether the words above a list, or before one on the same line, say that its items are something else than values.</summary>
    public static bool HasOtherWords(string text) => Others().IsMatch(text) || Things().IsMatch(text) || Caption().IsMatch(LastSentence(text));

    private static string LastSentence(string text) => Sentences.Of(text).LastOrDefault() ?? "";

    private static bool IsWord(string text) => !text.Contains(' ', StringComparison.Ordinal) && text[^1] is not ('.' or ':' or '\u3002');

    [GeneratedRegex("\\b(values?|one of|either|options?|choices?)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    // The items can also be members, or parts of the text.
    [GeneratedRegex("\\b(fields?|members?|properties|attributes?|parameters?|keys|objects?|formats?|rules?|notes?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Things();

    // 'See also:', 'Used by:' and 'Requires:' are above names of other things.
    [GeneratedRegex(
        "\\b(see|refer|reference|references|related|links?|more information|used (by|in|with)|applies to|depends|requires?|required (by|for|roles?)|conflicts|"
            + "overrides|replaces|replaced|returns|returned|errors?|steps|limits?|limitations?|restrictions?|permissions?|roles?|privileges?|warnings?|"
            + "cautions?|prerequisites|contains|supported (by|on|in)|available (on|in|for)|since|changes|versions?|deprecated|removed|excludes|excluding)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(
        "\\b(examples?|samples?|such as|not|cannot|disallowed|forbidden|prohibited|invalid|unsupported|reserved|default|unless|except|instead)\\b|e\\.g\\.",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
