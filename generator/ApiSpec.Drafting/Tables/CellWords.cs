using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Decides which cell a string can belong to, for tables whose cells are not separated.</summary>
internal sealed class CellWords(Profile profile, string kind)
{
    private const int LongestName = 120;
    private const int LongestType = 80;

    private readonly Dictionary<string, bool> _types = new(StringComparer.Ordinal);

    /// <summary>The role of the first cell of each row.</summary>
    public string Key { get; } = kind is "status" or ProfileKeys.ErrorCodes ? "code" : "name";

    /// <summary>Whether rows of the table can be in any part of a request.</summary>
    public bool IsOfRequest => Key == "name" && kind is "query" or "path" or "headers" or ProfileKeys.Parameters;

    /// <summary>Whether a string can be the first cell of a row.</summary>
    public bool IsKey(string text)
        => kind == ProfileKeys.ErrorCodes ? IsName(text)
            : Key == "code" ? StatusLine.CodeAt(text) is not null
            : IsName(text) && !(char.IsUpper(text[0]) && IsRequirement(text)) && !IsAside(text);

    /// <summary>Whether a string is only a status code, which always starts a row of a status table.</summary>
    public bool IsWholeCode(string text) => kind == ProfileKeys.Status && StatusLine.CodeAt(text)?.Length == text.Length;

    /// <summary>Whether a string only says that the name before it is required or optional: <c>(Optional)</c>.</summary>
    public bool IsAside(string text) => text.StartsWith('(') && text.EndsWith(')') && IsRequirement(text.Trim('(', ')'));

    /// <summary>Whether a string can be in a column.</summary>
    public bool Fits(string? role, string text) => role switch
    {
        "code" or "name" => IsKey(text),
        "type" => IsType(text) || (IsShort(text) && !IsRequirement(text)),
        "required" or ProfileKeys.Optional or "null" or "filter" => IsRequirement(text) || profile.IsNothing(text),
        _ => true,
    };

    /// <summary>Whether only this column can have the string.</summary>
    public bool IsSure(string? role, string text) => role switch
    {
        "type" => IsType(text),
        "required" or ProfileKeys.Optional or "null" or "filter" => IsRequirement(text),
        _ => false,
    };

    /// <summary>Whether a string is a type that the profile knows, with types in its gaps.</summary>
    public bool IsType(string text)
    {
        // Cached, because a long table repeats a few types.
        if (!_types.TryGetValue(text, out var isType))
            _types[text] = isType = IsType(text, 0);
        return isType;
    }

    /// <summary>Returns the type of a spec for a type without types in its gaps; null: the profile does not know it.</summary>
    public string? SpecTypeOf(string text)
        => text.Length <= LongestType ? profile.Types.FirstOrDefault(type => !type.Printed.Names.Contains("T") && type.Printed.IsMatch(text))?.Type : null;

    private bool IsType(string text, int depth)
        => depth < 6 && text.Length <= LongestType && profile.Types.Any(type => type.Printed.Match(text) is { } gaps
            && gaps.All(gap => gap.Key != "T" || !gap.Value.Contains(' ', StringComparison.Ordinal) || IsType(gap.Value, depth + 1)));

    /// <summary>Whether a string means required or optional.</summary>
    public bool IsRequirement(string text) => Folding.Of(text) is var folded && (profile.Required.Contains(folded) || profile.Optional.Contains(folded));

    /// <summary>Whether a string can be the name of a parameter or member: one word, after any characters that manuals print for nesting.</summary>
    public static bool IsName(string text)
    {
        var name = Folding.WithoutBullet(text).Trim('"', '\'', '`');
        return name.Length is > 0 and <= LongestName && !name.Contains(' ', StringComparison.Ordinal) && name[^1] is not ('.' or ':' or '\u3002' or ';' or ',')
            && name.Any(char.IsLetterOrDigit)
            && name[0] is not ('{' or '}' or '/');
    }

    /// <summary>Whether a string is a word with one capital: <c>Limits</c>. In a table with other names, it can be the first word of a text.</summary>
    public static bool IsWord(string text)
        => text.Length > 1 && char.IsUpper(text[0]) && text.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>Whether a string names a part of a request.</summary>
    public static bool IsPlace(string text)
        => Folding.Of(text) is var folded && (folded is "cookie" || (folded is not ("url" or "uri") && ProfileKeys.KindOf(folded) is not null));

    private static bool IsShort(string text) => text.Length <= 40 && !text.EndsWith('.');
}
