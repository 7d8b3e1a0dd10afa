namespace ApiSpec.Language.Rows;

/// <summary>
/// Finds parts of a printed path that can be missing: <c>/users/{id}[/{page}]</c>, <c>/users/{id}[.{format}]</c>, <c>/users/:id(.:format)</c>. A request with
/// the brackets would be wrong, and no single path describes both forms.
/// </summary>
/// <param name="Start">The position of the opening bracket.</param>
/// <param name="Length">The length of the part, with its brackets if both are printed.</param>
internal readonly record struct OptionalPart(int Start, int Length)
{
    private const int LongestShownPath = 60;

    /// <summary>Returns the first optional part that begins in some characters of a path, or null.</summary>
    /// <param name="text">The request line.</param>
    /// <param name="start">The first of the characters.</param>
    /// <param name="stop">The end of the characters.</param>
    /// <param name="pathEnd">The end of the path.</param>
    public static OptionalPart? Find(string text, int start, int stop, int pathEnd)
    {
        for (var i = start; i < stop; i++)
        {
            if (text[i] is not ('[' or '(') || i + 1 >= pathEnd)
                continue;
            var close = Close(text, i, pathEnd);
            // 'items[{n}]' and 'Things({id})' have literal brackets. A separator at either end belongs to the part, so it is missing as well.
            if (IsSeparator(text[i + 1]) || (close > i + 2 && text[close - 1] == '/'))
                return new OptionalPart(i, close < 0 ? 1 : close + 1 - i);
        }

        return null;
    }

    /// <summary>Says what to write instead.</summary>
    public static string Advice(string text, int pathStart, int pathEnd, OptionalPart part)
    {
        var before = text.Substring(pathStart, part.Start - pathStart);
        var after = text.Substring(part.Start + part.Length, pathEnd - part.Start - part.Length);
        var inside = part.Length > 2 ? text.Substring(part.Start + 1, part.Length - 2) : "";
        return inside.Length == 0 || before.Length + inside.Length + after.Length > LongestShownPath
            ? "write a section without the optional part in brackets, and another with it"
            : "write a section for '" + before + after + "', and another for '" + before + inside + after + "'";
    }

    private static bool IsSeparator(char c) => c is '/' or '.' or ':' or ';' or ',';

    private static int Close(string text, int open, int end)
    {
        var closing = text[open] == '[' ? ']' : ')';
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            depth += text[i] == text[open] ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return -1;
    }
}
