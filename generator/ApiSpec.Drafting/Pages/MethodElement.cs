using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads components of Markdown that show a request, and have its method as an attribute: <c>&lt;Call method="POST">/racks&lt;/Call></c>,
/// <c>&lt;Endpoint verb="get" path="/racks/{id}" /></c>.</summary>
internal static partial class MethodElement
{
    private const int LongestLine = 2_000;

    /// <summary>Returns the request line of an element that is all of a line; null: it is no such element.</summary>
    public static string? Of(string line)
    {
        var text = line.Trim();
        if (text.Length is < 8 or > LongestLine || text[0] != '<' || text[^1] != '>' || Element().Match(text) is not { Success: true } element)
            return null;
        string? method = null;
        string? address = null;
        foreach (Match attribute in Attribute().Matches(element.Groups["attributes"].Value))
        {
            var value = attribute.Groups["value"].Value.Trim();
            if (method is null && HttpMethods.IsKnown(value.ToUpperInvariant()))
                method = value.ToUpperInvariant();
            else if (address is null && IsPath(value))
                address = value;
        }

        var content = Escape().Replace(Link().Replace(element.Groups["content"].Value.Trim(), "${text}"), "").Trim('`', ' ');
        address = IsPath(content) ? content : content.Length == 0 ? address : null;
        return method is null || address is null ? null : method + " " + address;
    }

    private static bool IsPath(string text)
        => text is ['/', not '/', ..] or ['h', 't', 't', 'p', ..] && text.Contains('/', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    [GeneratedRegex(
        "^<[A-Za-z][A-Za-z0-9._-]{0,40}(?<attributes>\\s[^<>]*?)(/>|>(?<content>[^<>]*)</[A-Za-z][A-Za-z0-9._-]{0,40}>)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9:_-]*\\s*=\\s*\\{?[\"'`](?<value>[^\"'`<>]*)[\"'`]\\}?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    // '[{id}](/docs/racks#rack)'.
    [GeneratedRegex("\\[(?<text>[^\\[\\]]*)\\]\\([^()\\s]*\\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("\\\\", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
