using System.Globalization;
using System.Text;

namespace ApiSpec.Transport;

/// <summary>Reads the file name of a Content-Disposition value (RFC 6266), and makes it safe to create, because the server chose it.</summary>
internal static class DispositionFileName
{
    // In octets of UTF-8, as most file systems count.
    private const int MaxLength = 255;
    private const int LongestExtension = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Names of devices on Windows, whatever their extension.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "CONIN$", "CONOUT$", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM\u00B9", "COM\u00B2", "COM\u00B3",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT\u00B9", "LPT\u00B2", "LPT\u00B3",
    };

    /// <summary>The name, or null if the header is absent, has no name, or has only invalid characters.</summary>
    public static string? Parse(string? disposition)
    {
        if (disposition is null)
            return null;

        string? plain = null;
        string? extended = null;
        foreach (var (name, value) in Parameters(disposition))
        {
            if (name.Equals("filename", StringComparison.OrdinalIgnoreCase))
                plain ??= value;
            else if (name.Equals("filename*", StringComparison.OrdinalIgnoreCase))
                extended ??= DecodeExtended(value);
        }

        return (extended is null ? null : MakeSafe(extended)) ?? (plain is null ? null : MakeSafe(DecodePlain(plain)));
    }

    private static List<(string Name, string Value)> Parameters(string text)
    {
        var parameters = new List<(string, string)>();
        var position = text.IndexOf(';');
        while (position >= 0 && position < text.Length)
        {
            position++;
            var equals = text.IndexOf('=', position);
            var semicolon = text.IndexOf(';', position);
            if (equals < 0)
                break;
            if (semicolon >= 0 && semicolon < equals)
            {
                position = semicolon;
                continue;
            }

            var name = text.Substring(position, equals - position).Trim();
            position = equals + 1;
            while (position < text.Length && text[position] is ' ' or '\t')
                position++;
            parameters.Add((name, position < text.Length && text[position] == '"' ? TakeQuoted(text, ref position) : TakeToken(text, ref position)));
            position = position < text.Length ? text.IndexOf(';', position) : -1;
        }

        return parameters;
    }

    private static string TakeToken(string text, ref int position)
    {
        var end = text.IndexOf(';', position);
        if (end < 0)
            end = text.Length;
        var token = text.Substring(position, end - position).Trim();
        position = end;
        return token;
    }

    private static string TakeQuoted(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            // Only these two characters can be escaped, because some servers send a Windows path with single backslashes.
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\')
                position++;
            value.Append(text[position]);
        }

        position++;
        return value.ToString();
    }

    /// <summary>Charset, language and percent-encoded text (RFC 8187); null when it is malformed.</summary>
    private static string? DecodeExtended(string value)
    {
        var first = value.IndexOf('\'');
        var second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
        if (second < 0)
            return null;

        var octets = new List<byte>(value.Length);
        for (var i = second + 1; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && Uri.IsHexDigit(value[i + 1]) && Uri.IsHexDigit(value[i + 2]))
            {
                octets.Add((byte)((Uri.FromHex(value[i + 1]) << 4) | Uri.FromHex(value[i + 2])));
                i += 2;
            }
            else if (value[i] is '%' or > '~' or < ' ')
            {
                return null;
            }
            else
            {
                octets.Add((byte)value[i]);
            }
        }

        var charset = value.Substring(0, first).Trim();
        if (charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase))
            return new string([.. octets.Select(static octet => (char)octet)]);
        return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? TryDecodeUtf8([.. octets]) : null;
    }

    /// <summary>Transports read headers as Latin-1, but servers that do not know RFC 8187 write UTF-8.</summary>
    private static string DecodePlain(string value)
    {
        var octets = new byte[value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] > '\u00FF')
                return value;
            octets[i] = (byte)value[i];
        }

        return TryDecodeUtf8(octets) ?? value;
    }

    private static string? TryDecodeUtf8(byte[] octets)
    {
        try
        {
            return StrictUtf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? MakeSafe(string name)
    {
        name = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        var safe = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                safe.Append(name[i]).Append(name[++i]);
            else if (IsVisible(name[i]))
                safe.Append("<>:\"|?*".Contains(name[i]) ? '_' : name[i]);
        }

        name = Trim(safe.ToString());
        if (name.Length == 0)
            return null;
        var dot = name.IndexOf('.');
        return Shorten(Devices.Contains((dot < 0 ? name : name.Substring(0, dot)).Trim()) ? "_" + name : name);
    }

    private static string Trim(string name) => name.Trim().TrimEnd('.', ' ');

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxLength)
            return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= LongestExtension ? name.Substring(dot) : "";
        var room = MaxLength - Encoding.UTF8.GetByteCount(extension);
        var kept = 0;
        while (true)
        {
            room -= name[kept] < 0x80 ? 1 : name[kept] < 0x800 ? 2 : char.IsHighSurrogate(name[kept]) ? 4 : 3;
            if (room < 0)
                return Trim(name.Remove(kept)) + extension;
            kept += char.IsHighSurrogate(name[kept]) ? 2 : 1;
        }
    }

    private static bool IsVisible(char value) => char.GetUnicodeCategory(value)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate);
}
