using System.Globalization;

namespace ApiSpec.Drafting.Tables;

/// <summary>The type of a row and its word for required, in one string: <c>string</c>, <c>required</c>, <c>string (uuid), optional</c>.</summary>
/// <param name="Type">The type as printed; empty: none is.</param>
/// <param name="Required">The word for required or optional; empty: none is printed.</param>
internal sealed record RowFacts(string Type, string Required)
{
    // A single letter can be anything.
    private const int FewestLetters = 4;

    private const int LongestFacts = 120;

    private static readonly char[] s_separators = [' ', ',', '|', ';', '\u00B7', '\u2022'];

    // How pages say that a value has no default, in the place for it.
    private static readonly string[] s_noDefaults = ["\"\"", "''", "nil", "null", "none", "[]", "{}"];

    private static readonly string[] s_defaults = ["default: ", "default=", "default = ", "default ", "defaults to ", "default is "];

    /// <summary>The default that follows the type; empty: none is printed.</summary>
    public string Default { get; private init; } = "";

    /// <summary>Whether there is a place for the default right after the type, so that a row without the word for required can be left out.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>Reads a string that contains nothing else; null: it says more.</summary>
    public static RowFacts? Read(string text, CellWords words)
    {
        var rest = text.Trim();
        if (rest is ['(', .., ')'] && rest.IndexOf(')', StringComparison.Ordinal) == rest.Length - 1)
            rest = rest[1..^1];
        var required = RequirementAt(ref rest, words, isLast: true);
        if (required.Length == 0)
            required = RequirementAt(ref rest, words, isLast: false);
        return rest.Length == 0 ? required.Length == 0 ? null : new RowFacts("", required)
            : words.IsType(rest) ? new RowFacts(rest, required)
            : null;
    }

    /// <summary>Reads a string that can also contain the default: <c>integer: 10</c>, <c>string, default: "low"</c>, <c>string: &lt;required&gt;</c>.</summary>
    public static RowFacts? ReadWithDefault(string text, CellWords words)
    {
        if (text.Length > LongestFacts)
            return null;
        if (Read(text, words) is { } facts)
            return facts;
        var inside = text.Trim();
        if (inside is ['(', .., ')'] && inside.IndexOf(')', StringComparison.Ordinal) == inside.Length - 1)
            inside = inside[1..^1].Trim();
        foreach (var separator in new[] { ", ", "; ", ": ", " = " })
        {
            if (TypedBefore(inside, separator, words) is not var (typed, end))
                continue;
            var value = inside[(end + separator.Length)..].Trim();
            var isLabelled = false;
            if (AfterLabel(value) is { } labelled)
                (value, isLabelled) = (labelled, true);
            else if (separator is ", " or "; ")
                continue;
            // In 'boolean: true', the word is the value.
            var isValue = value is not ['<', ..] && (isLabelled ? IsValue(value) : IsValueOf(words.SpecTypeOf(typed.Type), value));
            if (!isValue && words.IsRequirement(value.Trim('<', '>')))
                return typed.Required.Length > 0 ? null : typed with { Required = value.Trim('<', '>') };
            if (s_noDefaults.Contains(value, StringComparer.OrdinalIgnoreCase))
                return typed with { IsOptional = !isLabelled };
            return isValue ? typed with { Default = value, IsOptional = !isLabelled } : null;
        }

        return null;
    }

    /// <summary>Returns the text after the word for a default: <c>10</c> for <c>default: 10</c>; null: the text does not start with it.</summary>
    public static string? AfterLabel(string text)
        => Array.Find(s_defaults, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } label ? text[label.Length..].Trim() : null;

    // The default is the last part: 'integer, optional, default: 10'.
    private static (RowFacts Typed, int End)? TypedBefore(string text, string separator, CellWords words)
    {
        (RowFacts, int)? found = null;
        for (var end = text.IndexOf(separator, StringComparison.Ordinal); end > 0; end = text.IndexOf(separator, end + 1, StringComparison.Ordinal))
        {
            if (Read(text[..end], words) is not { Type.Length: > 0 } typed)
                break;
            found = (typed, end);
            if (AfterLabel(text[(end + separator.Length)..]) is not null)
                break;
        }

        return found;
    }

    // One word, or words in quotation marks.
    private static bool IsValue(string text) => text.Length > 0 && (!text.Contains(' ', StringComparison.Ordinal) || IsQuoted(text));

    private static bool IsQuoted(string text) => text.Length > 2 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1;

    // Without the word 'default', 'string: email' and 'string: 1-64' are a format and a length.
    private static bool IsValueOf(string? type, string text) => type switch
    {
        "int" or "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "double" or "decimal" => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "boolean" => text.ToLowerInvariant() is "true" or "false",
        _ => IsQuoted(text),
    };

    // Takes one or two words from an end of the text: 'required', '(optional)', 'not required'.
    private static string RequirementAt(ref string text, CellWords known, bool isLast)
    {
        var words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            var plain = string.Join(' ', isLast ? words[^count..] : words[..count]).Trim('(', ')', '[', ']', '*');
            if (plain.Length < FewestLetters || !known.IsRequirement(plain))
                continue;
            var end = isLast ? text.LastIndexOf(words[^count], StringComparison.Ordinal)
                : text.IndexOf(words[count - 1], StringComparison.Ordinal) + words[count - 1].Length;
            text = (isLast ? text[..end] : text[end..]).Trim(s_separators);
            return plain;
        }

        return "";
    }
}
