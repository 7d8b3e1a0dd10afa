using System.Text.RegularExpressions;

namespace ApiSpec.Language.Rows;

/// <summary>Finds out what a text behind a type was meant to say, where another format writes it differently.</summary>
internal static class ForeignRowText
{
    // A page prints 'string(255)', '1-255', '1 to 255', '1…255' or '(max 64)'.
    private static readonly Regex Length = new(
        @"^[(\[]?\s*(?:(?<low>\d{1,19})\s*(?:-|~|to|,|…)\s*(?<high>\d{1,19})|(?:max\.?\s*)?(?<high>\d{1,19}))\s*[)\]]?(?=$|\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private const string EnumHint = "; the values of an enum are joined with '|', as in 'enum debug|release'";

    // The type ends in an enum, to which what follows would belong.
    private static readonly Regex EnumWord = new(@"(^|[\s(<|])enum(\s[^()<>\[\]]*)?$", RegexOptions.CultureInvariant);

    // 'required unknown', 'required: ?', 'optional not stated'.
    private static readonly Regex NotStated = new(
        @"^[(\[]?(required|optional|mandatory)(\s*:?\s*\?|\W+(not|unknown|unstated|unclear)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The middle of a message about a text that means nothing; null when it is nothing that other formats write.</summary>
    /// <param name="type">The type before the text.</param>
    /// <param name="text">The text.</param>
    public static string? Hint(string type, string text)
    {
        if (Length.Match(text) is { Success: true } length)
            return "; a range is written '" + length.Groups["low"].Value + ".." + length.Groups["high"].Value + "'";
        if (EnumWord.IsMatch(type) && text[0] is ',' or ';' or '(' or '[' or '{' or '<' or ':')
            return EnumHint;
        if (NotStated.IsMatch(text))
            return "; did you mean '" + RowText.RequiredNotStated + "'";
        if (text.IndexOf('|') > 0 && EnumWord.IsMatch(type))
            return "; a value with a space stands in quotation marks";
        var word = text.TrimStart(',', ';', ' ');
        var end = word.IndexOfAny([' ', ',', ';']);
        return (end < 0 ? word : word.Substring(0, end)).Trim('(', ')', '[', ']').ToUpperInvariant() switch
        {
            "OPTIONAL" => "; what may be left out has '?' behind its name",
            "REQUIRED" or "MANDATORY" => "; a row is required unless '?' stands behind its name",
            "NULLABLE" or "NULL" => "; write 'or null', as in '" + type + " or null'",
            "READONLY" => "; did you mean 'read-only'",
            "WRITEONLY" => "; did you mean 'write-only'",
            "DEFAULTS" or "DEFAULT:" or "DEFAULT=" => "; did you mean 'default'",
            "CONST" or "CONSTANT" or "FIXED" or "ALWAYS:" => "; did you mean 'always'",
            "BYTES" => "; a number of bytes is a range, as in '1..255 bytes'",
            _ => null,
        };
    }

    /// <summary>How the values of an enum are joined, for a text behind one that is nothing else.</summary>
    public static string? HintOfEnum(string type) => EnumWord.IsMatch(type) ? EnumHint : null;
}
