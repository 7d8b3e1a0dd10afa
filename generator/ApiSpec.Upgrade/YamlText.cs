using ApiSpec.Language.Yaml;

namespace ApiSpec.Upgrade;

/// <summary>Writes a value as YAML, in the style that the file has for it if the value allows that.</summary>
internal static class YamlText
{
    /// <summary>A value on one line.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style of the value that it replaces.</param>
    /// <param name="isInFlow">Whether it is in braces or brackets.</param>
    public static string Of(string value, ScalarStyle style, bool isInFlow) => style switch
    {
        ScalarStyle.SingleQuoted => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'",
        ScalarStyle.DoubleQuoted => DoubleQuoted(value),
        _ => IsPlain(value, isInFlow) ? value : value.Contains('"', StringComparison.Ordinal) ? "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'" : DoubleQuoted(value),
    };

    private static string DoubleQuoted(string value)
        => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    // YAML 1.2.2, section 7.3.3.
    private static bool IsPlain(string value, bool isInFlow)
        => value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] is '(' or '_' or '.' or '=' or '/') && !value.EndsWith(':') && value.Trim().Length == value.Length
            && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !(isInFlow && value.AsSpan().IndexOfAny(",[]{}") >= 0);
}
