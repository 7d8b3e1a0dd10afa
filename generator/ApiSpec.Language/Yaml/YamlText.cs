using System.Globalization;
using System.Text;

namespace ApiSpec.Language.Yaml;

/// <summary>Writes a value as YAML. Every string that a program adds to a spec goes through it.</summary>
internal static class YamlText
{
    /// <summary>A value on one line, in the style of the file if the value allows that style.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style of the value that it replaces.</param>
    /// <param name="isInFlow">Whether it is in braces or brackets.</param>
    public static string Of(string value, ScalarStyle style, bool isInFlow)
    {
        if (value.Any(static c => IsEscaped(c)) || HasLoneSurrogate(value))
            return DoubleQuoted(value);
        return style switch
        {
            ScalarStyle.SingleQuoted => SingleQuoted(value),
            ScalarStyle.DoubleQuoted => DoubleQuoted(value),
            _ => IsPlain(value, isInFlow) ? value : value.IndexOf('"') >= 0 ? SingleQuoted(value) : DoubleQuoted(value),
        };
    }

    /// <summary>A key on one line.</summary>
    public static string OfKey(string key)
        => key.IndexOf(": ", StringComparison.Ordinal) < 0 && IsPlain(key, isInFlow: false) ? key : Of(key, ScalarStyle.DoubleQuoted, isInFlow: false);

    private static string SingleQuoted(string value) => "'" + value.Replace("'", "''") + "'";

    // YAML 1.2.2, section 5.7.
    private static string DoubleQuoted(string value)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else if (c == '\t')
                text.Append("\\t");
            // YAML cannot represent an unpaired surrogate.
            else if (IsLoneSurrogate(value, i))
                text.Append('\uFFFD');
            else if (IsEscaped(c))
                text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }

    // Line breaks, characters that a parser rejects, and invisible characters.
    private static bool IsEscaped(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static bool HasLoneSurrogate(string value) => value.Where((_, index) => IsLoneSurrogate(value, index)).Any();

    private static bool IsLoneSurrogate(string value, int index)
        => char.IsSurrogate(value[index])
            && !(char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
            && !(char.IsLowSurrogate(value[index]) && index > 0 && char.IsHighSurrogate(value[index - 1]));

    // YAML 1.2.2, section 7.3.3.
    private static bool IsPlain(string value, bool isInFlow)
        => value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] is '(' or '_' or '.' or '=' or '/') && value[value.Length - 1] != ':'
            && value.Trim().Length == value.Length
            && value is not ("null" or "Null" or "NULL") && !value.StartsWith("...", StringComparison.Ordinal)
            && value.IndexOf(": ", StringComparison.Ordinal) < 0 && value.IndexOf(" #", StringComparison.Ordinal) < 0
            && !(isInFlow && value.IndexOfAny([',', '[', ']', '{', '}']) >= 0);
}
