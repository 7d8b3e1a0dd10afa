using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Pages;

/// <summary>The mark on the line above code in Markdown: a fence, or a shortcode of a site generator such as <c>{{&lt; code &gt;}}</c>.</summary>
/// <param name="Name">The fence, or the name of the shortcode.</param>
/// <param name="Start">Its position on the line.</param>
internal sealed partial record CodeMark(string Name, int Start)
{
    /// <summary>Returns the mark on a line; null: the line has other text.</summary>
    public static CodeMark? At(string line)
        => Fence().Match(line) is { Success: true } fence ? Of(fence) : Shortcode().Match(line) is { Success: true } code ? Of(code) : null;

    /// <summary>Returns the mark at the end of a row of a table; null: the row ends with something else.</summary>
    public static CodeMark? AtEndOf(string row) => InRow().Match(row) is { Success: true } mark ? Of(mark) : null;

    /// <summary>Whether a line ends the code.</summary>
    public bool IsEnd(string line)
        => Name[0] is '`' or '~'
            ? Fence().Match(line) is { Success: true } end && end.Groups["name"].Value.StartsWith(Name, StringComparison.Ordinal)
                && string.IsNullOrWhiteSpace(end.Groups["rest"].Value)
            : ShortcodeEnd().Match(line) is { Success: true } code && code.Groups["name"].Value == Name;

    private static CodeMark Of(Match match) => new(match.Groups["name"].Value, match.Groups["mark"].Index);

    [GeneratedRegex(@"^[ \t]*(?<mark>(?<name>`{3,}|~{3,}))(?<rest>[^`]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(?<mark>\{\{[<%]\s*(?<name>code|highlight)\b[^{}]*[>%]\}\}|\{%-?\s*(?<name>code|highlight)\b[^{}]*%\})\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"^\s*(\{\{[<%]\s*/\s*(?<name>code|highlight)\s*[>%]\}\}|\{%-?\s*end(?<name>code|highlight)\s*-?%\})\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ShortcodeEnd();

    [GeneratedRegex(
        @"\|\s*(?<mark>(?<name>`{3,12}|~{3,12})[A-Za-z]*|\{\{[<%]\s*(?<name>code|highlight)\b[^{}]*[>%]\}\}"
            + @"|\{%-?\s*(?<name>code|highlight)\b[^{}]*%\})\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InRow();
}
