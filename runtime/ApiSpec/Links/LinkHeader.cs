namespace ApiSpec.Transport;

/// <summary>Reads <c>Link</c> headers (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    /// <summary>Returns the target of the first link with the relation <c>next</c>, or null.</summary>
    public static string? FindNext(IReadOnlyList<string> headers)
    {
        foreach (var header in headers)
        {
            var position = 0;
            while (Read(header, ref position, out var target, out var isNext))
            {
                if (isNext)
                    return target;
            }
        }

        return null;
    }

    // One link: <target> and its parameters, up to the next comma outside of quotation marks.
    private static bool Read(string header, ref int position, out string target, out bool isNext)
    {
        target = "";
        isNext = false;
        var open = header.IndexOf('<', position);
        var close = open < 0 ? -1 : header.IndexOf('>', open);
        if (close < 0)
            return false;
        target = header.Substring(open + 1, close - open - 1).Trim();
        position = close + 1;
        SkipTo(header, ref position);
        var hasRelation = false;
        while (position < header.Length && header[position] != ',')
        {
            var start = ++position;
            SkipTo(header, ref position);
            var parameter = header.Substring(start, position - start);
            var equals = parameter.IndexOf('=');
            if (equals < 0 || hasRelation || !parameter.Substring(0, equals).Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
                continue;
            // Only the first relation counts (section 3.3); it may name several.
            hasRelation = true;
            isNext = parameter.Substring(equals + 1).Trim().Trim('"').Split(' ')
                .Any(static relation => relation.Equals("next", StringComparison.OrdinalIgnoreCase));
        }

        return true;
    }

    // Moves to the semicolon or comma after a parameter.
    private static void SkipTo(string header, ref int position)
    {
        for (var isQuoted = false; position < header.Length; position++)
        {
            var value = header[position];
            if (isQuoted && value == '\\' && position < header.Length - 1)
                position++;
            else if (value == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && (value == ';' || value == ','))
                return;
        }
    }
}
