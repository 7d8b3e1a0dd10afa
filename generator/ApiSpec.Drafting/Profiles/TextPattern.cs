using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Profiles;

/// <summary>A pattern in a profile, with gaps: <c>Array of {T}</c>, <c>see *</c>. Case and the number of spaces do not matter.</summary>
internal sealed class TextPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // '1,000' is one number, and '1..64' is not a number.
    private const string Number = @"[-+]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?";

    // A profile has hundreds of patterns, and a page only needs some of them.
    private readonly Lazy<Regex> _regex;
    private readonly TextPattern _original;
    private readonly PatternUse? _use;

    public TextPattern(string text)
    {
        Text = text;
        _original = this;
        var regex = "^" + RegexOf(Plain(text), Names) + "$";
        _regex = new Lazy<Regex>(() => new Regex(regex, Options));
    }

    private TextPattern(TextPattern original, PatternUse use)
        => (Text, Names, _regex, _original, _use) = (original.Text, original.Names, original._regex, original._original, use);

    /// <summary>Returns a copy that records when it matches.</summary>
    public TextPattern RecordedIn(PatternUse use) => new(this, use);

    /// <summary>Whether a string of a profile has gaps: <c>{name}</c> or <c>*</c>.</summary>
    public static bool HasGaps(string text) => Unescaped(text).AsSpan().IndexOfAny('*', '{') >= 0;

    /// <summary>Returns the text of a string without gaps. A backslash before <c>*</c> or <c>{</c> means the character itself: <c>\*</c>.</summary>
    public static string Literal(string text) => text.Replace("\\*", "*", StringComparison.Ordinal).Replace("\\{", "{", StringComparison.Ordinal);

    /// <summary>Returns a string without the characters that a backslash makes part of the text.</summary>
    public static string Unescaped(string text) => text.Replace("\\*", "", StringComparison.Ordinal).Replace("\\{", "", StringComparison.Ordinal);

    /// <summary>The pattern as written in the profile.</summary>
    public string Text { get; }

    /// <summary>Whether it has a gap without a name.</summary>
    public bool HasAnyWords => Unescaped(Text).Contains('*', StringComparison.Ordinal);

    /// <summary>The names of its gaps, in their order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Returns the content of the gaps; null: the string does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string text)
    {
        var match = _regex.Value.Match(Plain(text));
        Record(match.Success);
        return match.Success ? Names.ToDictionary(static name => name, name => match.Groups[GroupOf(name)].Value.Trim(), StringComparer.Ordinal) : null;
    }

    public bool IsMatch(string text)
    {
        var isMatch = _regex.Value.IsMatch(Plain(text));
        Record(isMatch);
        return isMatch;
    }

    private void Record(bool isMatch)
    {
        if (isMatch)
            _use?.Add(_original);
    }

    /// <summary>Fills the gaps of a template.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
        => values.Aggregate(template, static (text, value) => text.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));

    private static string RegexOf(string text, List<string> names)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '*' or '{')
            {
                regex.Append(Regex.Escape(text[++i].ToString()));
                continue;
            }

            var close = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (close > i + 1 && text.AsSpan(i + 1, close - i - 1).IndexOfAnyExceptInRange('A', 'z') < 0 && !names.Contains(text[(i + 1)..close]))
            {
                var name = text[(i + 1)..close];
                names.Add(name);
                regex.Append("(?<").Append(GroupOf(name)).Append('>').Append(name is "min" or "max" ? Number : ".+?").Append(')');
                i = close;
            }
            else if (text[i] == '*')
            {
                regex.Append(".*");
            }
            else if (text[i] == ' ')
            {
                // 'string(uuid)' and 'string (uuid)'.
                regex.Append(i + 1 < text.Length && text[i + 1] == '(' ? " *" : " +");
            }
            else if (text[i] == '-')
            {
                // Between words, manuals print a hyphen or a dash.
                regex.Append("[-\u2013\u2014]");
            }
            else
            {
                regex.Append(Regex.Escape(text[i].ToString()));
            }
        }

        return regex.ToString();
    }

    // Japanese manuals print ranges with one of two similar characters.
    private static string Plain(string text) => text.Replace('\uFF5E', '~').Replace('\u301C', '~');

    private static string GroupOf(string name) => "g" + name;
}
