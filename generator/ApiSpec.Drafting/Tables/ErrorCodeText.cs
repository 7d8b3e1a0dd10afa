using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Tables;

/// <summary>Recognizes error codes by their form.</summary>
internal static partial class ErrorCodeText
{
    private const int Longest = 60;

    /// <summary>Whether a string looks like an error code: <c>1001</c>, <c>0x1F</c>, <c>E1001</c>, <c>ERR_BUSY</c>.</summary>
    public static bool Is(string text) => HasNumber(text) || (text.Length <= Longest && Words().IsMatch(text));

    /// <summary>Whether a string looks like an error code with a number: <c>1001</c>, <c>0x1F</c>, <c>E1001</c>.</summary>
    public static bool HasNumber(string text) => text.Length <= Longest && Number().IsMatch(text);

    /// <summary>Whether a string looks like an error code, and cannot be a value of another kind: <c>E1001</c>.</summary>
    public static bool HasPrefix(string text) => HasNumber(text) && char.IsAsciiLetterUpper(text[0]);

    /// <summary>Whether a string is a status code as well.</summary>
    public static bool IsStatus(string text) => StatusLine.CodeAt(text) is { Length: var length } && length == text.Length;

    [GeneratedRegex(
        "^(-?[0-9]{1,10}|0[xX][0-9A-Fa-f]{1,16}|[A-Z]{1,12}[-_.]?[0-9]{2,}(-[A-Z])?)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("^[A-Z][A-Z0-9]*([_-][A-Z0-9]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
