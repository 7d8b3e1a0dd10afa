namespace ApiSpec.Transport;

/// <summary>
/// Finds paths that a server or a proxy can interpret as a step to another path (RFC 3986, 5.2.4). Specs, values and links use this rule.
/// </summary>
/// <remarks>
/// A dot segment is <c>.</c> or <c>..</c> between slashes. Some servers also treat a backslash as a slash, decode escapes before they search for dots or decode
/// them several times, cut the path at a semicolon or a NUL, or remove other control characters and spaces at the end. Some accept overlong UTF-8 (RFC 3629,
/// 3), such as <c>%C0%AE</c> for a dot. Therefore escapes are decoded until there are none. Decoding never changes dots and slashes, so no dot segment of a
/// step in between is missed.
/// </remarks>
internal static class DotSegments
{
    private const int OnStack = 256;

    // Where low surrogates start.
    private const int NotAscii = 0xDC00;

    /// <summary>Returns whether a segment of a path is a dot segment, even if it is escaped several times.</summary>
    public static bool AreIn(ReadOnlySpan<char> path)
    {
        // A dot segment needs a dot or an escape.
        if (path.IndexOfAny('.', '%') < 0)
            return false;
        return AreInDecoded(Decode(path, path.Length <= OnStack ? stackalloc char[OnStack] : new char[path.Length]));
    }

    private static bool AreInDecoded(ReadOnlySpan<char> path)
    {
        while (true)
        {
            var end = path.IndexOfAny('/', '\\');
            var part = end < 0 ? path : path.Slice(0, end);
            var semicolon = part.IndexOf(';');
            if (semicolon >= 0)
                part = part.Slice(0, semicolon);
            if (IsStep(part))
                return true;
            if (end < 0)
                return false;
            path = path.Slice(end + 1);
        }
    }

    // Some servers remove control characters first, or end the path at a NUL. Windows removes spaces at the end of a name.
    private static bool IsStep(ReadOnlySpan<char> part)
    {
        var dots = 0;
        var isEnded = false;
        foreach (var value in part)
        {
            if (value == '\0')
                break;
            if (value < ' ' || value == '\u007F')
                continue;
            if (value == ' ' && dots > 0)
                isEnded = true;
            else if (value != '.' || isEnded || ++dots > 2)
                return false;
        }

        return dots > 0;
    }

    /// <summary>
    /// Undoes all escapes, including new ones that this produces. Each undone escape shortens the text, so the work is linear in its length.
    /// </summary>
    private static ReadOnlySpan<char> Decode(ReadOnlySpan<char> path, Span<char> decoded)
    {
        var length = 0;
        foreach (var value in path)
        {
            decoded[length++] = value;
            while (length >= 3
                && decoded[length - 3] == '%'
                && Digit(decoded[length - 2]) is >= 0 and var high
                && Digit(decoded[length - 1]) is >= 0 and var low)
            {
                length -= 2;
                decoded[length - 1] = CharOf((high << 4) | low);
                length = ShortenAscii(decoded, length);
            }
        }

        return decoded.Slice(0, length);
    }

    // A byte that is not ASCII becomes a low surrogate, so that it differs from a character that was there before: no text has two of them in a row.
    private static char CharOf(int value) => (char)(value < 0x80 ? value : NotAscii + value);

    /// <summary>Replaces an overlong ASCII character of two to four bytes at the end with one byte.</summary>
    private static int ShortenAscii(Span<char> decoded, int length)
    {
        if (length < 2 || !IsContinuation(decoded[length - 1]))
            return length;
        var last = decoded[length - 1] & 0x3F;
        for (var bytes = 2; bytes <= 4 && bytes <= length; bytes++)
        {
            int value = decoded[length - bytes];
            // The highest bit of the ASCII character is in the first byte.
            if (bytes == 2 && (value is NotAscii + 0xC0 or NotAscii + 0xC1))
                return Replace(decoded, length - bytes, ((value & 1) << 6) | last);
            if ((bytes == 3 && value == NotAscii + 0xE0) || (bytes == 4 && value == NotAscii + 0xF0))
                return (decoded[length - 2] & 0x3E) == 0 ? Replace(decoded, length - bytes, ((decoded[length - 2] & 1) << 6) | last) : length;
            if (!IsContinuation(value) || (bytes == 3 && (value & 0x3F) != 0))
                return length;
        }

        return length;
    }

    private static int Replace(Span<char> decoded, int index, int value)
    {
        decoded[index] = (char)value;
        return index + 1;
    }

    private static bool IsContinuation(int value) => value is >= NotAscii + 0x80 and <= NotAscii + 0xBF;

    private static int Digit(char value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'A' and <= 'F' => value - 'A' + 10,
        >= 'a' and <= 'f' => value - 'a' + 10,
        _ => -1,
    };
}
