using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads commands that show which values are possible, and no call: <c>curl -d enabled=[true|false]</c>.</summary>
internal static partial class CommandSyntax
{
    // In place of a bar, which would end the command in a shell.
    private const char Bar = '\u00A6';

    /// <summary>Whether a command has alternatives in place of a value, so that it is not an example.</summary>
    public static bool Is(string command) => Choice().IsMatch(command);

    /// <summary>Returns a command whose values with alternatives are one word each, with bars of another kind around each alternative. The positions stay the
    /// same.</summary>
    public static string WithWords(string command)
        => command.Contains('|', StringComparison.Ordinal)
            ? Choice().Replace(command, static match => Bar + match.Value[1..^1].Replace('|', Bar) + Bar) : command;

    /// <summary>Returns the type of a value with alternatives; null: none.</summary>
    public static string? TypeOf(string value)
        => !value.Contains(Bar, StringComparison.Ordinal) ? null
            : value.Split(Bar, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is var values
                && values is ["true", "false"] or ["false", "true"] ? "boolean" : "enum " + TypeWords.Join(values);

    // Only values of fields: a bar in an address or after the command has another meaning.
    [GeneratedRegex(
        @"(?<=\s(-d|--data|--data-raw|--data-urlencode|-F|--form)\s+(['""]?)[A-Za-z_][A-Za-z0-9_.\[\]-]{0,60}=)"
            + @"(\[[^\[\]\s|]{1,60}(\|[^\[\]\s|]{1,60})+\]|\([^()\s|]{1,60}(\|[^()\s|]{1,60})+\)|\{[^{}\s|]{1,60}(\|[^{}\s|]{1,60})+\}"
            + @"|<[^<>\s|]{1,60}(\|[^<>\s|]{1,60})+>)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}
