using System.Text;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Replaces the fixed words of an API file in a request line.</summary>
internal static class FixedWords
{
    // A word is only replaced if it is a whole word: 'version' is not replaced in 'versions'. If the result exceeds the limit, the rest is left unchanged, and
    // the caller rejects the result.
    public static string Replace(string text, WordReplacement word, int maximumLength)
    {
        if (word.Word.Length == 0)
            return text;
        var result = new StringBuilder();
        var position = 0;
        while (true)
        {
            var found = text.IndexOf(word.Word, position, StringComparison.Ordinal);
            if (found < 0 || result.Length > maximumLength)
                return result.Append(text, position, text.Length - position).ToString();
            var after = found + word.Word.Length;
            var isAlone = (found == 0 || !IsWordCharacter(text[found - 1]) || !IsWordCharacter(word.Word[0]))
                && (after == text.Length || !IsWordCharacter(text[after]) || !IsWordCharacter(word.Word[word.Word.Length - 1]));
            result.Append(text, position, found - position);
            if (isAlone)
                AppendReplacement(result, word.Replacement, after < text.Length && text[after] == '/');
            else
                result.Append(word.Word);
            position = after;
        }
    }

    // '/api-root/things' with 'api-root: /api/v2/': two slashes that meet become one.
    private static void AppendReplacement(StringBuilder result, string replacement, bool isBeforeSlash)
    {
        var start = replacement.StartsWith("/", StringComparison.Ordinal) && result.Length > 0 && result[result.Length - 1] == '/' ? 1 : 0;
        var end = isBeforeSlash && replacement.Length > start && replacement[replacement.Length - 1] == '/' ? replacement.Length - 1 : replacement.Length;
        result.Append(replacement, start, end - start);
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
