using System.Text;

namespace ApiSpec.Drafting.Samples;

/// <summary>Repairs the JSON that manuals print as a schema: bare words as values, missing quotation marks, a missing end.</summary>
internal static class JsonRepair
{
    private const string Structure = "{}[],:";
    private const int LongestChoice = 200;

    /// <summary>Returns the text with each bare word in quotation marks, and with the missing brackets at its end.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="isCutOff">Whether the page ends before the value does.</param>
    /// <param name="bareWords">The positions of values that have no quotation marks on the page.</param>
    public static string Repair(string text, bool isCutOff, out IReadOnlySet<int> bareWords)
    {
        var bare = new HashSet<int>();
        bareWords = bare;
        var result = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '"')
            {
                i = CopyString(text, i, result);
            }
            else if (c == '\'' && EndOfQuoted(text, i) is > 0 and var behind)
            {
                result.Append('"').Append(text.Substring(i + 1, behind - i - 2).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                i = behind;
            }
            else if (c == '{' && EndOfChoice(text, i) is > 0 and var end)
            {
                result.Append('"').Append(text, i, end - i).Append('"');
                i = end;
            }
            else if (Structure.Contains(c, StringComparison.Ordinal) || char.IsWhiteSpace(c))
            {
                if (c is '{' or '[')
                    open.Push(c == '{' ? '}' : ']');
                else if (c is '}' or ']' && open.Count > 0)
                    open.Pop();
                result.Append(c);
                i++;
            }
            else
            {
                i = CopyWord(text, i, result, bare);
            }
        }

        if (isCutOff)
        {
            RemoveUnfinished(result);
            while (open.Count > 0)
                result.Append(open.Pop());
        }

        return result.ToString();
    }

    private static int CopyString(string text, int start, StringBuilder result)
    {
        var end = start + 1;
        while (end < text.Length && text[end] is not ('"' or '\n'))
            end += text[end] == '\\' && end + 1 < text.Length ? 2 : 1;
        end = Math.Min(end, text.Length);
        result.Append(text, start, end - start).Append('"');
        return end < text.Length && text[end] == '"' ? end + 1 : end;
    }

    // 'text' on one line, if text that can follow a value follows it.
    private static int EndOfQuoted(string text, int start)
    {
        var end = text.IndexOfAny(['\'', '\n', '\\'], start + 1);
        if (end < 0 || text[end] != '\'')
            return 0;
        var next = end + 1;
        while (next < text.Length && text[next] == ' ')
            next++;
        return next == text.Length || text[next] is ',' or ':' or '}' or ']' or '\r' or '\n' ? end + 1 : 0;
    }

    // Copies up to the end of the value: '"code":ReturnCode"', '"count" : 0 to n', '...'.
    private static int CopyWord(string text, int start, StringBuilder result, HashSet<int> bareWords)
    {
        var end = start;
        while (end < text.Length && text[end] is not (',' or '}' or ']' or '\n' or '"' or '{' or '['))
            end++;
        var word = text[start..end].TrimEnd();
        // Python writes these values differently.
        word = word switch { "True" => "true", "False" => "false", "None" => "null", _ => word };
        var isLiteral = word is "true" or "false" or "null" or "..." or "\u2026"
            || double.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _);
        // A quotation mark at only one end means that the other is missing.
        if (!isLiteral && !(end < text.Length && text[end] == '"'))
            bareWords.Add(result.Length);
        result.Append(isLiteral ? word : "\"" + word.Replace("\\", "\\\\", StringComparison.Ordinal) + "\"");
        return end < text.Length && text[end] == '"' ? end + 1 : end;
    }

    // '{true|false}' is a value. An object has a colon or a quotation mark before its first bar.
    private static int EndOfChoice(string text, int start)
    {
        var hasBar = false;
        for (var i = start + 1; i < text.Length && i - start < LongestChoice; i++)
        {
            if (text[i] == '}')
                return hasBar ? i + 1 : 0;
            if (text[i] is '"' or ':' or '\n' or '{' or '[')
                return 0;
            hasBar |= text[i] == '|';
        }

        return 0;
    }

    // Removes a name without a value, or a comma after the last value.
    private static void RemoveUnfinished(StringBuilder result)
    {
        while (result.Length > 0 && (char.IsWhiteSpace(result[^1]) || result[^1] is ',' or ':'))
            result.Length--;
    }
}
