namespace ApiSpec.Json;

/// <summary>Removes comments and trailing commas from JSON for readers that do not support them.</summary>
internal static class PlainJson
{
    /// <summary>Replaces comments and trailing commas with spaces, so that everything else keeps its position.</summary>
    /// <param name="utf8">JSON that was read without an error.</param>
    public static void Blank(Span<byte> utf8)
    {
        var comma = -1;
        for (var i = 0; i < utf8.Length; i++)
        {
            switch (utf8[i])
            {
                case (byte)'"':
                    comma = -1;
                    i = EndOfString(utf8, i);
                    break;
                case (byte)'/':
                    var end = EndOfComment(utf8, i);
                    utf8.Slice(i, end - i).Fill((byte)' ');
                    i = end - 1;
                    break;
                case (byte)',':
                    comma = i;
                    break;
                case (byte)']' or (byte)'}':
                    if (comma >= 0)
                        utf8[comma] = (byte)' ';
                    comma = -1;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    break;
                default:
                    comma = -1;
                    break;
            }
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> utf8, int start)
    {
        var end = start + 1;
        while (end < utf8.Length && utf8[end] != '"')
            end += utf8[end] == '\\' ? 2 : 1;
        return end;
    }

    // A line comment also ends at U+2028 and U+2029, because the reader of .NET does not allow them in a comment.
    private static int EndOfComment(ReadOnlySpan<byte> utf8, int start)
    {
        var isLine = start + 1 < utf8.Length && utf8[start + 1] == '/';
        var length = isLine ? utf8.Slice(start).IndexOfAny((byte)'\r', (byte)'\n') : utf8.Slice(Math.Min(start + 2, utf8.Length)).IndexOf("*/"u8);
        return length < 0 ? utf8.Length : isLine ? start + length : start + length + 4;
    }
}
