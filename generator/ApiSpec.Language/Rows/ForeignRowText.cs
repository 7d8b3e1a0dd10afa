using System.Text.RegularExpressions;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Recognises text after a type in the style of other formats.</summary>
internal static class ForeignRowText
{
    // A page prints 'string(255)', '1-255', '1 to 255', '1…255' or '(max 64)'.
    private static readonly Regex Length = new(
        @"^[(\[]?\s*(?:(?<low>\d{1,19})\s*(?:-|~|to|,|…)\s*(?<high>\d{1,19})|(?:max\.?\s*)?(?<high>\d{1,19}))\s*[)\]]?(?=$|\s)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private const string EnumHint = "; join the values of an enum with '|', as in 'enum debug|release'";

    // The type ends with an enum, so the following text would belong to the enum.
    private static readonly Regex EnumWord = new(@"(^|[\s(<|])enum(\s[^()<>\[\]]*)?$", RegexOptions.CultureInvariant);

    // 'required unknown', 'required: ?', 'optional not stated'.
    private static readonly Regex NotStated = new(
        @"^[(\[]?(required|optional|mandatory)(\s*:?\s*\?|\W+(not|unknown|unstated|unclear)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Returns the hint about unexpected text, or null if it is not known from other formats.</summary>
    /// <param name="type">The type before the text.</param>
    /// <param name="text">The text.</param>
    public static string? Hint(string type, string text)
    {
        if (text.IndexOf('/') > 0 && WordList.OfPrinted(text) is { } media)
            return media.Values.Count > 1 ? "; " + WordList.AdviceOfPrinted(media) : "; write 'always' before it";
        if (Length.Match(text) is { Success: true } length)
            return text[0] == '(' && IsNumber(type)
                ? "; leave out the number of digits"
                : "; write a range as '" + length.Groups["low"].Value + ".." + length.Groups["high"].Value + "'";
        if (EnumWord.IsMatch(type) && text[0] is ',' or ';' or '(' or '[' or '{' or '<' or ':')
            return EnumHint;
        if (NotStated.IsMatch(text))
            return "; did you mean '" + RowText.RequiredNotStated + "'?";
        if (text.IndexOf('|') > 0 && EnumWord.IsMatch(type))
            return "; put a value with a space in quotation marks";
        var word = text.TrimStart(',', ';', ' ');
        var end = word.IndexOfAny([' ', ',', ';']);
        return (end < 0 ? word : word.Substring(0, end)).Trim('(', ')', '[', ']').ToUpperInvariant() switch
        {
            "OPTIONAL" => "; write '?' after the name of an optional row",
            "REQUIRED" or "MANDATORY" => "; leave it out, because a row without '?' after its name is required",
            "NULLABLE" or "NULL" => "; write 'or null', as in '" + type + " or null'",
            "READONLY" => "; did you mean 'read-only'?",
            "WRITEONLY" => "; did you mean 'write-only'?",
            "DEFAULTS" or "DEFAULT:" or "DEFAULT=" => "; did you mean 'default'?",
            "CONST" or "CONSTANT" or "FIXED" or "ALWAYS:" => "; did you mean 'always'?",
            "REMOVED" or "PRIOR" => "; write 'before' and the first version without it, as in 'before V12'",
            "BYTES" => "; write a number of bytes as a range, as in '1..255 bytes'",
            _ => null,
        };
    }

    private static bool IsNumber(string type) => ForeignTypeNames.Meaning(type)?.Kind is TypeKind.Int or TypeKind.Long or TypeKind.Decimal or TypeKind.Double
        || type.ToUpperInvariant() is "INTEGER" or "NUMBER" or "NUMERIC";

    /// <summary>Returns the hint about joining the values of an enum, for other text after an enum.</summary>
    public static string? HintOfEnum(string type) => EnumWord.IsMatch(type) ? EnumHint : null;
}
