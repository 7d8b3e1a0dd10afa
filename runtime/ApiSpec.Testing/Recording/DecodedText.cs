using System.Globalization;
using System.Text;

namespace ApiSpec.Testing.Recording;

/// <summary>A decoded text that knows which characters of its source each of its characters was.</summary>
internal sealed class DecodedText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly Func<string, string> _encode;
    private string? _whole;

    private DecodedText(Func<string, string> encode) => _encode = encode;

    public string Text => _whole ??= _text.ToString();

    /// <summary>The same part in the source.</summary>
    public Redaction ToSource(Redaction part) => new(_starts[part.Start], _ends[part.End - 1], _encode(part.Replacement));

    /// <summary>A text without escapes.</summary>
    public static DecodedText OfPlain(string source)
    {
        var plain = new DecodedText(static text => text);
        for (var i = 0; i < source.Length; i++)
            plain.Add(source[i], i, i + 1);
        return plain;
    }

    /// <summary>Decodes <c>%41</c> (RFC 3986, section 2.1).</summary>
    /// <param name="source">The text.</param>
    /// <param name="plusIsSpace">Whether it is a form (WHATWG URL, section 5.1).</param>
    public static DecodedText OfPercent(string source, bool plusIsSpace)
    {
        var decoded = new DecodedText(Uri.EscapeDataString);
        var bytes = new List<byte>();
        for (var i = 0; i < source.Length;)
        {
            if (source[i] != '%')
            {
                decoded.Add(plusIsSpace && source[i] == '+' ? ' ' : source[i], i, i + 1);
                i++;
                continue;
            }

            bytes.Clear();
            var start = i;
            while (i + 2 < source.Length && source[i] == '%'
                && byte.TryParse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 3;
            }

            if (bytes.Count == 0)
            {
                decoded.Add('%', i, i + 1);
                i++;
            }
            else
            {
                decoded.AddUtf8([.. bytes], at => start + (3 * at), at => start + (3 * at) + 3);
            }
        }

        return decoded;
    }

    /// <summary>Decodes the escapes of a string in JSON (RFC 8259, section 7). What is not an escape stays.</summary>
    public static DecodedText OfJson(string source)
    {
        var decoded = new DecodedText(static text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
        for (var i = 0; i < source.Length;)
        {
            var (character, length) = source[i] != '\\' || i + 1 == source.Length ? (source[i], 1) : source[i + 1] switch
            {
                'n' => ('\n', 2),
                'r' => ('\r', 2),
                't' => ('\t', 2),
                'b' => ('\b', 2),
                'f' => ('\f', 2),
                '"' or '\\' or '/' => (source[i + 1], 2),
                'u' when i + 5 < source.Length
                    && ushort.TryParse(source.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => ((char)code, 6),
                _ => ('\\', 1),
            };
            decoded.Add(character, i, i + length);
            i += length;
        }

        return decoded;
    }

    /// <summary>Decodes references to characters and the five entities that XML has (XML 1.0, sections 4.1 and 4.6).</summary>
    public static DecodedText OfXml(string source)
    {
        var decoded = new DecodedText(static text => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal));
        for (var i = 0; i < source.Length;)
        {
            var end = source[i] == '&' ? source.IndexOf(';', i, Math.Min(12, source.Length - i)) : -1;
            if (end > 0 && Entity(source.AsSpan(i + 1, end - i - 1)) is { } entity)
            {
                foreach (var character in entity)
                    decoded.Add(character, i, end + 1);
                i = end + 1;
            }
            else
            {
                decoded.Add(source[i], i, i + 1);
                i++;
            }
        }

        return decoded;
    }

    /// <summary>Decodes Base64 (RFC 4648, sections 4 and 5) without its padding.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">The first character of it that is Base64.</param>
    /// <param name="end">The character after the last.</param>
    public static DecodedText OfBase64(string source, int start, int end)
    {
        var decoded = new DecodedText(static text => text);
        var bytes = new byte[(end - start) * 6 / 8];
        var (bits, count, length) = (0, 0, 0);
        for (var i = start; i < end; i++)
        {
            bits = ((bits << 6) | ValueOf(source[i])) & 0xFFFF;
            count += 6;
            if (count < 8)
                continue;
            count -= 8;
            bytes[length++] = (byte)(bits >> count);
        }

        decoded.AddUtf8(bytes.AsSpan(0, length), at => start + (at * 8 / 6), at => start + (((at * 8) + 7) / 6) + 1);
        return decoded;
    }

    /// <summary>Whether a character is one of Base64.</summary>
    public static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_';

    private static int ValueOf(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' or '-' => 62,
        _ => 63,
    };

    private static string? Entity(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x' or 'X', .. var digits] => OfCode(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => OfCode(digits, NumberStyles.None),
        _ => null,
    };

    private static string? OfCode(ReadOnlySpan<char> digits, NumberStyles style)
        => int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;

    private void Add(char character, int start, int end)
    {
        _text.Append(character);
        _starts.Add(start);
        _ends.Add(end);
    }

    // Bytes that are not UTF-8 are characters of Latin-1, as old clients send them.
    private void AddUtf8(ReadOnlySpan<byte> bytes, Func<int, int> startOf, Func<int, int> endOf)
    {
        Span<char> characters = stackalloc char[2];
        for (var i = 0; i < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
                (rune, length) = (new Rune((char)bytes[i]), 1);
            for (var j = 0; j < rune.EncodeToUtf16(characters); j++)
                Add(characters[j], startOf(i), endOf(i + length - 1));
            i += length;
        }
    }
}
