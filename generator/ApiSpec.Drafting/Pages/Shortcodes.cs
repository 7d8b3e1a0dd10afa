using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Pages;

/// <summary>Removes the shortcodes of site generators, and keeps the words that they show: <c>{{&lt; badge "beta" &gt;}}</c>.</summary>
internal static partial class Shortcodes
{
    // What these show is a link, a picture or nothing.
    private static readonly HashSet<string> s_silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "anchor", "br", "figure", "icon", "image", "img", "include", "link", "raw", "endraw", "ref", "relref", "toc",
    };

    private static readonly HashSet<string> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "color", "colour", "height", "href", "icon", "id", "lang", "language", "link", "src", "style", "target", "url", "width",
    };

    /// <summary>Whether text can have shortcodes.</summary>
    public static bool CanBeIn(string text) => text.Contains("{{<", StringComparison.Ordinal) || text.Contains("{{%", StringComparison.Ordinal)
        || text.Contains("{%", StringComparison.Ordinal);

    /// <summary>Returns the text without shortcodes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Gets the words that they show. The name of one without any is a word as well, if nothing ends it: <c>{{&lt; required &gt;}}</c>.
    /// </param>
    public static string Remove(string text, List<string> words)
    {
        if (!CanBeIn(text))
            return text;
        var ended = Shortcode().Matches(text).Where(static match => match.Groups["end"].Success).Select(static match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Shortcode().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (match.Groups["end"].Success || s_silent.Contains(name))
                return "";
            // The other form has conditions and names of variables as well.
            var isTag = match.Value[1] == '%';
            var shown = Value().Matches(match.Groups["rest"].Value).Where(static value => !s_settings.Contains(value.Groups["key"].Value))
                .Where(value => !isTag || value.Value[^1] is '"' or '\'')
                .Select(static value => value.Groups["text"].Value.Trim()).Where(IsShown).ToList();
            if (!isTag && shown.Count == 0 && match.Groups["rest"].Value.Trim('/', ' ').Length == 0 && !ended.Contains(name))
                shown.Add(name);
            words.AddRange(shown);
            return "";
        });
    }

    // An address or the name of a file is not shown.
    private static bool IsShown(string value)
        => value.Any(char.IsLetterOrDigit) && (value.Contains(' ', StringComparison.Ordinal) || value.AsSpan().IndexOfAny('/', '#') < 0);

    // Names and spaces are atomic, so that an open brace in a long line takes time in proportion to it.
    [GeneratedRegex(
        @"\{\{[<%]-?(?>\s*)(?<end>/(?>\s*))?(?<name>(?>[A-Za-z][\w.-]*))(?<rest>[^{}]*?)-?[>%]\}\}"
            + @"|\{%-?(?>\s*)((?<end>end)(?=[a-z]))?(?<name>(?>[A-Za-z]\w*))(?<rest>[^{}%]*)%\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();

    [GeneratedRegex("((?<key>[A-Za-z][\\w-]*) ?= ?)?(\"(?<text>[^\"]*)\"|'(?<text>[^']*)'|(?<text>[^\\s\"'=/]+))", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
