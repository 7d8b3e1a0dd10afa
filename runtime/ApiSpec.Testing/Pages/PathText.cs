using System.Globalization;
using System.Text;

namespace ApiSpec.Testing.Pages;

/// <summary>Normalizes paths without changing their meaning (RFC 3986, section 6.2.2).</summary>
internal static class PathText
{
    /// <summary>The characters that can separate parts of a path (RFC 3986, section 2.2): encoded, they belong to a value.</summary>
    public const string Delimiters = ":@!$&'()*+,;=";

    /// <summary>
    /// Decodes characters that need no escape, escapes characters that a path cannot contain, and writes hexadecimal digits as capitals. Slashes and other
    /// delimiters stay as they were
    /// sent: <c>%3A</c> belongs to a value and <c>:</c> may end it.
    /// </summary>
    public static string Normalize(string path)
    {
        var text = new StringBuilder(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            var character = path[i];
            if (character == '%' && i + 2 < path.Length
                && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                if (IsUnreserved((char)value))
                    text.Append((char)value);
                else
                    Encode(text, value);
                i += 2;
            }
            else if (IsUnreserved(character) || character == '/' || Delimiters.Contains(character, StringComparison.Ordinal))
            {
                text.Append(character);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var length);
                foreach (var encoded in bytes[..rune.EncodeToUtf8(bytes)])
                    Encode(text, encoded);
                i += length - 1;
            }
        }

        return text.ToString();
    }

    /// <summary>Decodes the delimiters of a normalized path. Only parts of a path that hold no value can be compared like this.</summary>
    public static string DecodeDelimiters(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal))
            return path;
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var value = path[i] == '%' ? (char)byte.Parse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '\0';
            var isDelimiter = Delimiters.Contains(value, StringComparison.Ordinal);
            text.Append(isDelimiter ? value : path[i]);
            i += isDelimiter ? 2 : 0;
        }

        return text.ToString();
    }

    private static void Encode(StringBuilder text, byte value) => text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));

    // RFC 3986, section 2.3.
    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';
}
