namespace ApiSpec.Transport;

/// <summary>
/// Knows which paths a server, or a proxy before it, may read as a step to another path (RFC 3986, 5.2.4). The one rule for specs, values and links.
/// </summary>
/// <remarks>
/// A dot segment is <c>.</c> or <c>..</c> between slashes. Some servers also take a backslash for a slash, undo escapes before they look for dots or do so more
/// than once, cut off what follows a semicolon or a NUL, or drop other control characters and spaces at the end. So escapes are undone until none is left; dots
/// and slashes stay what they are while that is done, so nothing that was a dot segment in between is missed.
/// </remarks>
internal static class DotSegments
{
    private const int OnStack = 256;

    /// <summary>Whether a part of a path, unescaped or escaped any number of times, is a dot segment.</summary>
    public static bool AreIn(ReadOnlySpan<char> path)
    {
        // A dot is either there, or escaped.
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

    // Some servers drop control characters before they look, or end the path at a NUL; Windows drops spaces at the end of a name.
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
                decoded[length - 1] = (char)((high << 4) | low);
            }
        }

        return decoded.Slice(0, length);
    }

    private static int Digit(char value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'A' and <= 'F' => value - 'A' + 10,
        >= 'a' and <= 'f' => value - 'a' + 10,
        _ => -1,
    };
}
