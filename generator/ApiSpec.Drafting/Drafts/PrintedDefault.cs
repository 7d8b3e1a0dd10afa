using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The default of a row, read from what a page prints for it: <c>1,000</c>, <c>"low"</c>, <c>30 seconds</c>, <c>0 (no limit)</c>.</summary>
/// <param name="Value">The value in the form of a spec.</param>
/// <param name="Mark">Its certainty.</param>
/// <param name="IsWhole">Whether the page says no more than the value.</param>
internal sealed partial record PrintedDefault(string Value, Mark Mark, bool IsWhole)
{
    /// <summary>The keyword of a spec, with the space after it.</summary>
    public const string Keyword = "default ";

    private const int LongestText = 200;
    private const int MostWords = 3;

    // How pages say that there is no value, or that it differs.
    private static readonly HashSet<string> s_none = new(StringComparer.OrdinalIgnoreCase)
    {
        "auto-generated", "blank", "calculated", "computed", "empty", "generated", "n/a", "nil", "none", "nothing", "null", "random", "undefined", "unset",
        "varies",
    };

    // Words that describe a value, or that belong to the sentence.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "all", "an", "and", "any", "applied", "be", "current", "depends", "each", "every", "for", "if", "is", "it", "its", "no", "not", "now", "one",
        "or", "same", "set", "that", "the", "this", "to", "today", "unlimited", "use", "used", "uses", "value", "what", "whatever", "when", "your",
    };

    // Words that can be a value, or describe one.
    private static readonly HashSet<string> s_descriptions = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "any", "current", "depends", "now", "optional", "required", "same", "today", "unlimited", "variable",
    };

    /// <summary>Whether a text says that there is no default: <c>null</c>, <c>none</c>.</summary>
    public static bool IsNone(string printed) => s_none.Contains(printed.Trim());

    /// <summary>Whether a remark is a default.</summary>
    public static bool Is(string remark) => remark.StartsWith(Keyword, StringComparison.Ordinal);

    /// <summary>Returns the default in a text that only has a default; null: the text has no value of the row's type.</summary>
    /// <param name="row">The row, with its type.</param>
    /// <param name="printed">The text: a cell, or what follows <c>Default:</c>.</param>
    /// <param name="profile">The forms of a condition.</param>
    /// <param name="isLabelled">Whether a label is before the text. A verb such as <c>is</c> can also have other words after it.</param>
    public static PrintedDefault? Read(DraftRow row, string printed, Profile profile, bool isLabelled)
    {
        var text = printed.Trim();
        if (text.Length is 0 or > LongestText || row.Lists > 0 || row.HasChildren || row.Constant is not null)
            return null;
        var plain = text.TrimEnd('.', '\u3002');
        if (((plain.Length == 0 ? null : OfValue(row, plain, isLabelled)) ?? OfValue(row, text, isLabelled)) is { } whole)
            return whole;
        if (profile.IsConditional(text))
            return null;
        // '0 (no limit)'.
        if (plain.EndsWith(')') && plain.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open
            && OfValue(row, plain[..open].TrimEnd(), isLabelled) is { } explained)
            return explained with { IsWhole = false };
        return Quantity().Match(plain) is { Success: true } quantity && TypeOf(row) is { } type && IsNumber(type)
            && OfValue(row, quantity.Groups["number"].Value, isLabelled) is { } number
            ? number with { Mark = Mark.Check("the unit of the default"), IsWhole = false }
            : null;
    }

    /// <summary>Whether a word can be the default of text inside a sentence. Words such as <c>used</c> and <c>created</c> belong to the sentence.</summary>
    public static bool CanBeValue(string word)
        => word.Length > 0 && !word.Contains(' ', StringComparison.Ordinal) && !s_words.Contains(word) && !s_none.Contains(word)
            && !(word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && word.All(char.IsAsciiLetter));

    /// <summary>Returns a value without the quotation marks around it.</summary>
    public static string Unquoted(string text)
        => text.Length > 1 && (text[0], text[^1]) is ('"', '"') or ('\'', '\'') or ('`', '`') or ('\u201C', '\u201D') or ('\u2018', '\u2019')
            && text.IndexOf(text[^1], 1) == text.Length - 1
            ? text[1..^1]
            : text;

    private static PrintedDefault? OfValue(DraftRow row, string text, bool isLabelled)
    {
        var value = Unquoted(text);
        if (TypeOf(row) is not { } type)
            return null;
        if (type.Kind == TypeKind.Boolean && type.Words.Count == 0)
        {
            return BooleanWords.Meaning(value) is not { } truth ? null
                : new(truth ? "true" : "false", bool.TryParse(value, out _) ? Mark.Printed : Mark.Check("the default '" + value + "'"), true);
        }

        if (IsNumber(type))
            return (PrintedNumbers.Read(value) ?? value) is var number && ValueText.Mismatch(type, number) is null ? new(number, Mark.Printed, true) : null;
        if (type.Kind == TypeKind.Enum && type.Values.Count > 0 && !type.IsOpen)
            return OfEnum(type, value);
        return type.Kind is TypeKind.String or TypeKind.Unknown or TypeKind.Url or TypeKind.Named or TypeKind.Any or TypeKind.Enum
            ? OfText(value, isQuoted: value.Length < text.Length, isSure: value.Length < text.Length || row.IsCode(value), isLabelled)
            : ValueText.Mismatch(type, value) is null ? new(value, Mark.Printed, true) : null;
    }

    private static PrintedDefault? OfEnum(TypeReference type, string value)
    {
        if (type.Values.Any(known => known.Value == value))
            return new(value, Mark.Printed, true);
        if (type.Values.Select(static known => known.Value).FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } alike)
            return new(alike, Mark.Check("the default '" + value + "'"), true);
        return CanBeValue(value) ? new(value, Mark.Check("the values do not have the default"), true) : null;
    }

    private static PrintedDefault? OfText(string value, bool isQuoted, bool isSure, bool isLabelled)
    {
        if (value.Length == 0)
            return isQuoted ? new("", Mark.Printed, true) : null;
        if (isQuoted || (isSure && value != "null"))
            return new(value, Mark.Printed, true);
        if (s_none.Contains(value) || (!isLabelled && !CanBeValue(value) && !value.Contains(' ', StringComparison.Ordinal)))
            return null;
        var words = value.Split(' ');
        if (words.Length == 1)
            return new(value, s_descriptions.Contains(value) ? Mark.Check("the default") : Mark.Printed, true);
        // Without quotation marks, several words can be a sentence about the value.
        return words.Length <= MostWords && char.IsUpper(value[0]) && !s_words.Contains(words[0]) && !s_none.Contains(words[0])
            ? new(value, Mark.Check("the default"), true)
            : null;
    }

    private static TypeReference? TypeOf(DraftRow row)
        => TypeParser.ParseAt(row.Type ?? TypeParser.Unknown, 0).Type is not { } type ? null : type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;

    private static bool IsNumber(TypeReference type) => type.Kind is TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal;

    // '30 seconds', '10%', '5 MB'.
    [GeneratedRegex(
        "^(?<number>" + PrintedNumbers.Pattern + @") ?\(?(?<unit>%|[\p{L}\u00B5\u00B0]{1,16}(/[\p{L}]{1,8})?( [\p{L}]{1,12})?)\)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
