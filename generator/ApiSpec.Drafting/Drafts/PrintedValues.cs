using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The values of an enum that a page prints in one string: <c>low, high (default)</c>, <c>"asc" | "desc"</c>, <c>0: off; 1: on</c>.</summary>
/// <param name="Text">The values in the form of a spec: <c>low|high</c>.</param>
/// <param name="Default">The value that the page marks as the default; null: none.</param>
/// <param name="IsWhole">Whether the string says no more than the values and the default.</param>
internal sealed partial record PrintedValues(string Text, string? Default, bool IsWhole)
{
    // Words for any value of a type.
    private static readonly HashSet<string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        "alphanumeric", "any", "anything", "boolean", "booleans", "email", "float", "integer", "integers", "none", "null", "number", "numbers", "numeric",
        "positive", "string", "strings", "text", "unlimited", "url", "urls", "uuid",
    };

    private static readonly string[] s_meanings = [": ", " = ", "=", " - ", " \u2013 ", " \u2014 "];

    /// <summary>Whether it is certain that the string has values: there are several, or they are in quotation marks.</summary>
    public bool IsSure { get; private init; }

    /// <summary>Reads a string; null: it is a sentence or a range.</summary>
    public static PrintedValues? Read(string list)
    {
        var hasBars = list.Contains('|', StringComparison.Ordinal);
        var printed = list.Split(SeparatorsOf(list, hasBars), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static value => value.StartsWith("or ", StringComparison.Ordinal) ? value[3..] : value).ToList();
        // 'MM/DD/YYYY' describes the values and is not one of them. Neither is 'and/or'.
        if (printed.Exists(static value => DateForm().IsMatch(Plain(value)) || Plain(value) is "and/or") || Plain(list) is "N/A" or "n/a")
            return null;
        var isOpen = printed.RemoveAll(static value => Others().IsMatch(value)) > 0;
        var standard = -1;
        for (var i = 0; i < printed.Count; i++)
        {
            if (DefaultWords.Without(printed[i]) is not { } value)
                continue;
            printed[i] = value;
            standard = standard < 0 ? i : standard;
        }

        var isWhole = true;
        if (printed.TrueForAll(static value => Meaning(value) is not null))
        {
            printed = printed.ConvertAll(static value => Meaning(value)!);
            isWhole = false;
        }

        if ((!hasBars && printed.Exists(TypeWords.IsPhrase)) || printed.Exists(IsRange))
            return null;
        var values = printed.ConvertAll(Plain);
        var marked = standard < 0 ? null : values[standard];
        values.RemoveAll(static value => value.Length == 0);
        if (values.Count == 0 || (values.Count == 1 && s_types.Contains(values[0])))
            return null;
        return new PrintedValues(TypeWords.Join(values) + (isOpen ? "|" + TypeParser.Rest : ""), marked, isWhole)
        {
            IsSure = values.Count > 1 || values[0].Length < printed[0].TrimEnd('.').Length,
        };
    }

    // 'application/json', '/dev/sda' and 'km/h' are one value, and so is 'N/A' between commas.
    private static string[] SeparatorsOf(string list, bool hasBars)
    {
        if (hasBars)
            return ["|"];
        var isOneSlash = list.Split([',', ';', ' ', '\u3001']).Any(IsOneWord)
            || list.AsSpan().IndexOfAny(',', ';', '\u3001') >= 0 || list.Contains("://", StringComparison.Ordinal);
        return isOneSlash ? [",", " or ", "\u3001", ";", " and "] : [",", " or ", "/", "\u3001", ";", " and "];
    }

    private static bool IsOneWord(string word)
        => TypeWords.IsMediaType(word) || word.TrimStart('"', '\'', '`') is ['/', _, ..] || DateForm().IsMatch(Plain(word)) || WithSlash().IsMatch(Plain(word));

    /// <summary>Whether a string says which values are possible, and is not a value: <c>a-z</c>, <c>1-100</c>, <c>&gt;= 0</c>.</summary>
    public static bool IsRange(string value)
        => value.Length == 3 && value[1] is '-' or '\u2013' && char.IsAsciiLetterOrDigit(value[0]) && char.IsAsciiLetterOrDigit(value[2])
            || value[0] is '<' or '>' or '\u2264' or '\u2265'
            || (PrintedRange.Read(value) is { IsSingle: false } && value[0] is not ('"' or '\'' or '`' or '\u201C'));

    // The value of '0: off', 'low (slow)'.
    private static string? Meaning(string text)
    {
        var end = s_meanings.Select(separator => text.IndexOf(separator, StringComparison.Ordinal)).Where(static index => index > 0).DefaultIfEmpty(-1).Min();
        if (end < 0 && text.EndsWith(')') && text.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open)
            end = open;
        return end > 0 && !text.AsSpan(0, end).Contains(' ') ? text[..end] : null;
    }

    private static string Plain(string value) => value.Trim('"', '\'', '`', '\u201C', '\u201D', ' ', '.', '{', '}');

    // 'DD/MM/YYYY', 'mm/yy'.
    [GeneratedRegex("^(d{1,4}|m{1,4}|y{2,4})(/(d{1,4}|m{1,4}|y{2,4})){1,2}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateForm();

    // Units of rates, and words that are written with a slash.
    [GeneratedRegex(
        "^(and/or|n/a|i/o|w/o|24/7|tcp/ip|(?!max/)[A-Za-z]{1,5}/(s|sec|ms|h|hr|min))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithSlash();

    [GeneratedRegex(@"^(etc\.?|\.{3}|\u2026|so on\.?|others?\.?|more\.?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
