using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads components of Markdown that show a request, and have its method as an attribute: <c>&lt;Call method="POST">/racks&lt;/Call></c>,
/// <c>&lt;Endpoint verb="get" path="/racks/{id}" /></c>.</summary>
internal static partial class MethodElement
{
    private const int LongestLine = 2_000;

    /// <summary>Returns the request line of an element that is all of a line, and the words of its other attributes; null: it is not such an element.</summary>
    public static (string Request, string Words)? Of(string line)
    {
        var text = line.Trim();
        if (text.Length is < 8 or > LongestLine || text[0] != '<' || text[^1] != '>' || Element().Match(text) is not { Success: true } element
            || s_html.Contains(element.Groups["element"].Value))
            return null;
        string? method = null;
        string? address = null;
        var words = new List<string>();
        foreach (Match attribute in Attribute().Matches(element.Groups["attributes"].Value))
        {
            var (name, value) = (attribute.Groups["name"].Value, attribute.Groups["value"].Value.Trim());
            if (method is null && IsMethod(name, value.ToUpperInvariant()))
                method = value.ToUpperInvariant();
            else if (address is null && IsPath(value) && !OfLink().IsMatch(name))
                address = value;
            else if (value.Contains(' ', StringComparison.Ordinal))
                words.Add(value);
        }

        var content = Escape().Replace(Link().Replace(element.Groups["content"].Value.Trim(), "${text}"), "").Trim('`', ' ');
        address = IsPath(content) ? content : content.Length == 0 ? address : null;
        return method is null || address is null ? null : (method + " " + address, string.Join(' ', words));
    }

    // A form of the page itself has a method as well.
    private static readonly HashSet<string> s_html = new(StringComparer.OrdinalIgnoreCase)
        { "a", "button", "form", "iframe", "img", "input", "link", "meta", "object", "script", "source", "video" };

    // The type of an element can also be a word such as 'link', which is a rare method.
    private static bool IsMethod(string attribute, string value)
        => OfMethod().IsMatch(attribute) ? HttpMethods.IsKnown(value)
            : attribute == "type"
                && value is ("GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS");

    private static bool IsPath(string text)
        => text is ['/', not '/', ..] or ['h', 't', 't', 'p', ..] && text.Contains('/', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    [GeneratedRegex(
        "^<(?<element>[A-Za-z][A-Za-z0-9._-]{0,40})(?<attributes>\\s[^<>]*?)(/>|>(?<content>[^<>]*)</[A-Za-z][A-Za-z0-9._-]{0,40}>)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    [GeneratedRegex(
        "(?<name>[A-Za-z][A-Za-z0-9:_-]*)\\s*=\\s*\\{?[\"'`](?<value>[^\"'`<>]*)[\"'`]\\}?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex("^(http[-_]?)?(method|verb)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfMethod();

    [GeneratedRegex("^(href|src|action|to|link|icon|image|id|class)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfLink();

    // '[{id}](/docs/racks#rack)'.
    [GeneratedRegex("\\[(?<text>[^\\[\\]]*)\\]\\([^()\\s]*\\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("\\\\", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
