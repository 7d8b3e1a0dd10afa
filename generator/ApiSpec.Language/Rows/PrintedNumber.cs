using System.Globalization;

namespace ApiSpec.Language.Rows;

/// <summary>Numbers as references print them: <c>106</c>, <c>1.5e3</c>, and <c>0x1F</c> for a code that programs receive as 31.</summary>
internal static class PrintedNumber
{
    private const string HexPrefix = "0x";

    /// <summary>Returns a number; null: the text is not a number.</summary>
    public static decimal? Of(string text)
    {
        if (text.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase))
        {
            // A sign would make the highest of 64 bits a negative number.
            return ulong.TryParse(text.Substring(HexPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digits)
                ? digits
                : null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Returns a whole number of 64 bits; null: the text is another number, or none.</summary>
    public static long? Whole(string text)
        => long.TryParse(InJson(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns a number as JSON has it. Only hexadecimal digits differ; any other text is returned unchanged.</summary>
    public static string InJson(string text)
        => text.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase) && Of(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : text;
}
