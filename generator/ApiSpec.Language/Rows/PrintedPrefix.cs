using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Text that a server writes before the JSON of its responses, such as <c>)]}'</c>, so that no page of another site can run it as a script.</summary>
internal static class PrintedPrefix
{
    /// <summary>The largest number of characters.</summary>
    public const int LongestText = 100;

    // Other words before JSON are remarks of the page.
    private static readonly string[] Usual = [")]}", "while(", "while (", "for(", "for (", "throw "];

    private static readonly string[] Words = ["true", "false", "null"];

    /// <summary>Whether a string can be a prefix. JSON without the prefix must not start with it, because such a body is still read.</summary>
    public static bool IsValid(string text)
        => text.Length is > 0 and <= LongestText && text.All(static c => c is >= ' ' and <= '~') && !CanStartJson(text);

    /// <summary>Returns examples whose responses have spaces in place of the prefix, so that the positions in their text stay the same.</summary>
    public static EquatableArray<ExampleDeclaration> Without(EquatableArray<ExampleDeclaration> examples, string? prefix)
        => prefix is null || examples.Count == 0 ? examples : examples.Select(example => example with
        {
            ResponseHeader = Without(example.ResponseHeader, prefix),
            ResponseBody = Without(example.ResponseBody, prefix),
        }).ToEquatableArray();

    /// <summary>Returns a response as it is without the prefix.</summary>
    public static string? Without(string? text, string prefix) => text is not null && Find(text, prefix) is { } start
        ? text.Substring(0, start) + new string(' ', prefix.Length) + text.Substring(start + prefix.Length)
        : text;

    /// <summary>Returns the text before the first object or list, and the rest, if the text is one that servers use as a prefix; null otherwise.</summary>
    public static (string Prefix, string Json)? Before(string text)
    {
        var json = text.IndexOfAny(['{', '[']);
        if (json <= 0)
            return null;
        var prefix = text.Substring(0, json).Trim();
        return IsValid(prefix) && Array.Exists(Usual, start => prefix.StartsWith(start, StringComparison.Ordinal)) ? (prefix, text.Substring(json)) : null;
    }

    // The head of the response can be before it, under the same heading.
    private static int? Find(string text, string prefix)
    {
        for (var line = 0; line < text.Length;)
        {
            var start = line;
            while (start < text.Length && text[start] is ' ' or '\t')
                start++;
            if (string.CompareOrdinal(text, start, prefix, 0, prefix.Length) == 0)
                return start;
            var end = text.IndexOf('\n', line);
            line = end < 0 ? text.Length : end + 1;
        }

        return null;
    }

    private static bool CanStartJson(string text)
    {
        if (text[0] is '"' or '-' or (>= '0' and <= '9'))
            return true;
        if (text[0] is not ('{' or '['))
            return Array.Exists(Words, word => word.StartsWith(text, StringComparison.Ordinal) || text.StartsWith(word, StringComparison.Ordinal));
        var inner = text.Substring(1).TrimStart();
        return inner.Length == 0 || (inner[0] == (text[0] == '{' ? '}' : ']') ? inner.Length == 1
            : text[0] == '{' ? inner[0] == '"'
            : CanStartJson(inner));
    }
}
