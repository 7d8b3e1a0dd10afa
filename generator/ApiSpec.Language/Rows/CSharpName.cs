using System.Globalization;
using System.Text;

namespace ApiSpec.Language.Rows;

/// <summary>Derives C# names from names of the reference. The same input always returns the same name, regardless of the rest of the project.</summary>
internal static class CSharpName
{
    private const int LongestName = 900;

    // The length to which a long name is shortened. Names that contain it still fit.
    private const int LongestStart = 200;

    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
            + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override "
            + "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof "
            + "uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    // The Unicode names, in a word or two.
    private static readonly Dictionary<char, string> SignNames = new()
    {
        ['-'] = "Minus", ['+'] = "Plus", ['*'] = "Asterisk", ['/'] = "Slash", ['%'] = "Percent", ['='] = "Equal", ['<'] = "Less", ['>'] = "Greater",
        ['!'] = "Exclamation", ['?'] = "Question", ['.'] = "Dot", [','] = "Comma", [':'] = "Colon", [';'] = "Semicolon", ['_'] = "Underscore",
        ['#'] = "Hash", ['&'] = "Ampersand", ['|'] = "Bar", ['@'] = "At", ['$'] = "Dollar", ['~'] = "Tilde", ['^'] = "Caret", [' '] = "Space",
        ['('] = "OpenParenthesis", [')'] = "CloseParenthesis", ['['] = "OpenBracket", [']'] = "CloseBracket", ['{'] = "OpenBrace", ['}'] = "CloseBrace",
        ['"'] = "Quote", ['\''] = "Apostrophe", ['`'] = "Backtick", ['\\'] = "Backslash",
    };

    /// <summary>Converts <c>instanceID</c> to <c>InstanceID</c>, <c>POWERED_ON</c> to <c>PoweredOn</c>, <c>HQL::filter</c> to <c>HQLFilter</c>, <c>job_name</c>
    /// to <c>JobName</c>. The casing of the reference is kept, and each word is capitalised. A name in capitals with a word of three or more letters gets the
    /// casing of .NET.</summary>
    /// <returns>
    /// A name for every string. A string without letters and digits is named after its characters, and a name that is too long for a compiler is shortened.
    /// </returns>
    public static string Pascal(string text) => Shorten(OfWords(text, IsShouted(text)) ?? OfSigns(text));

    /// <summary>Returns the name of an element that the writer of the spec has named, such as a schema or an operation. Its capitals are intentional.</summary>
    /// <inheritdoc cref="Pascal(string)" path="/returns"/>
    public static string OfDeclared(string text) => Shorten(OfWords(text, isShouted: false) ?? OfSigns(text));

    /// <summary>Returns whether the string has a letter or digit for its name.</summary>
    public static bool HasWords(string text) => text.Any(IsNamePart);

    /// <summary>Returns the name itself. If it is too long for compilers, returns its start and a hash of the whole name.</summary>
    public static string Shorten(string name)
    {
        if (IsShort(name))
            return name;
        // FNV-1a has the same result on every machine and in every version.
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        return name.Substring(0, LongestStart) + "_" + hash.ToString("X8", CultureInfo.InvariantCulture);
    }

    private static string? OfWords(string text, bool isShouted)
    {
        var name = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var c in text)
        {
            if (!IsNamePart(c))
            {
                startsWord = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(c))
                name.Append('_');
            name.Append(startsWord ? char.ToUpperInvariant(c) : isShouted ? char.ToLowerInvariant(c) : c);
            startsWord = false;
        }

        return name.Length == 0 ? null : name.ToString();
    }

    // 'ID' and 'IO' are kept, because the .NET guidelines capitalise two letters. 'VENDOR_ID' is in the style of its page.
    private static bool IsShouted(string text)
    {
        var length = 0;
        var longest = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            length = char.IsUpper(c) ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest >= 3;
    }

    // A character without a name here is named by its Unicode number.
    private static string OfSigns(string text)
        => text.Length == 0 ? "Empty"
            : string.Concat(
                text.Select(static c => SignNames.TryGetValue(c, out var name) ? name : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    /// <summary>Converts <c>Not Found</c> to <c>NotFound</c>, and <c>OK</c> to <c>Ok</c>: each word of prose with one capital, followed by lower
    /// case.</summary>
    /// <inheritdoc cref="Pascal(string)" path="/returns"/>
    public static string PascalWords(string text)
    {
        var words = text.Split([' ', '-', '_', '/', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var name = new StringBuilder(text.Length);
        foreach (var word in words)
        {
            var isAcronym = word.All(static c => !char.IsLower(c));
            name.Append(HasWords(word) ? Pascal(isAcronym ? word.ToLowerInvariant() : word).TrimStart('_') : "");
        }

        return Pascal(name.Length == 0 ? text : name.ToString());
    }

    /// <summary>Returns a parameter name: <c>serviceGroupID</c>, <c>id</c> for <c>ID</c>, <c>hqlFilter</c> for <c>HQL::filter</c>; keywords are
    /// escaped.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        var upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
            upper++;
        // In HQLFilter, the last capital starts the next word. ID has no next word.
        var lowered = upper <= 1 || upper == pascal.Length ? Math.Max(upper, 1) : upper - 1;
        var camel = pascal.Substring(0, lowered).ToLowerInvariant() + pascal.Substring(lowered);
        return EscapeKeyword(camel);
    }

    /// <summary>Adds <c>@</c> to a keyword.</summary>
    public static string EscapeKeyword(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>
    /// Returns whether a compiler accepts a name of this length. Metadata allows 1,023 bytes of UTF-8, and generated names add a few characters.
    /// </summary>
    public static bool IsShort(string text) => text.Length <= LongestName / 3 || Encoding.UTF8.GetByteCount(text) <= LongestName;

    /// <summary>
    /// Returns whether the string is an identifier. Keywords are excluded, and names without a letter or digit, because <c>_</c> has another meaning.
    /// </summary>
    public static bool IsIdentifier(string text)
        => text.Length > 0 && (text[0] == '_' || char.IsLetter(text[0])) && HasNamePartsAlone(text) && IsShort(text) && !Keywords.Contains(text);

    /// <summary>Returns whether the string is an identifier, or a keyword with <c>@</c>.</summary>
    public static bool IsEscapedIdentifier(string text)
        => text.StartsWith("@", StringComparison.Ordinal) ? Keywords.Contains(text.Substring(1)) : IsIdentifier(text);

    /// <summary>Returns whether a type can have the name. The language reserves lower-case names for future keywords, and compilers warn about them.</summary>
    public static bool IsTypeName(string text) => IsIdentifier(text) && !text.All(static c => c is >= 'a' and <= 'z');

    /// <summary>Returns the string as a namespace, with <c>@</c> before keywords, or null.</summary>
    public static string? Namespace(string text)
    {
        var parts = text.Split('.').Select(EscapeKeyword).ToList();
        return parts.TrueForAll(IsEscapedIdentifier) ? string.Join(".", parts) : null;
    }

    private static bool HasNamePartsAlone(string text)
    {
        var hasAny = false;
        foreach (var c in text)
        {
            if (IsNamePart(c))
                hasAny = true;
            else if (c != '_')
                return false;
        }

        return hasAny;
    }

    // Letters and digits only: combining marks and format characters are legal in C#, and make two names look alike.
    private static bool IsNamePart(char c) => char.IsLetter(c) || c is >= '0' and <= '9';
}
