using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>The attributes of a document: <c>:name: value</c>, and their use as <c>{name}</c>.</summary>
internal sealed partial class AsciiDocAttributes
{
    private const int LongestValue = 1_000;
    private const int MostAttributes = 1_000;
    private const int Deepest = 4;

    // The length of all values that replace their names.
    private const int LongestSubstitutions = 1_000_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["amp"] = "&", ["apos"] = "'", ["asterisk"] = "*", ["backslash"] = "\\", ["backtick"] = "`", ["blank"] = "", ["caret"] = "^", ["deg"] = "\u00B0",
        ["empty"] = "", ["endsb"] = "]", ["gt"] = ">", ["lt"] = "<", ["nbsp"] = " ", ["plus"] = "+", ["quot"] = "\"", ["sp"] = " ", ["startsb"] = "[",
        ["tilde"] = "~", ["two-colons"] = "::", ["two-semicolons"] = ";;", ["vbar"] = "|", ["zwsp"] = "",
    };

    private int _substituted;

    /// <summary>Returns the name and the value on a line; null: the line sets no attribute. A value of null unsets it.</summary>
    public static (string Name, string? Value)? At(string line)
        => Entry().Match(line) is not { Success: true } match ? null
            : match.Groups["not"].Length + match.Groups["end"].Length > 0 ? (match.Groups["name"].Value.ToLowerInvariant(), null)
            : (match.Groups["name"].Value.ToLowerInvariant(), match.Groups["value"].Value.Trim());

    public bool Has(string name) => _values.ContainsKey(name.ToLowerInvariant());

    public void Set(string name, string? value)
    {
        if (value is null)
            _values.Remove(name);
        else if (_values.Count < MostAttributes || _values.ContainsKey(name))
            _values[name] = Substitute(value.Length > LongestValue ? value[..LongestValue] : value);
    }

    /// <summary>Returns text with the values of its attributes. Other words in braces, such as placeholders, stay.</summary>
    public string Substitute(string text)
    {
        for (var depth = 0; depth < Deepest && text.Contains('{', StringComparison.Ordinal); depth++)
        {
            var result = Reference().Replace(text, match => match.Value[0] != '\\'
                && _values.TryGetValue(match.Groups["name"].Value.ToLowerInvariant(), out var value)
                && (_substituted += value.Length + 1) <= LongestSubstitutions ? value : match.Value);
            if (result == text)
                break;
            text = result;
        }

        return text;
    }

    [GeneratedRegex(@"^:(?<not>!?)(?<name>[A-Za-z0-9_][A-Za-z0-9_-]{0,80})(?<end>!?):([ \t]+(?<value>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\\?\{(?<name>[A-Za-z0-9_][A-Za-z0-9_-]{0,80})\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
