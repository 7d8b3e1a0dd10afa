using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A parameter in the query of a request line.</summary>
/// <param name="Name">The name.</param>
/// <param name="Placeholder">The name of the placeholder for its value; null: it does not have one.</param>
/// <param name="Value">The printed value; null: it does not have one.</param>
/// <param name="IsOptional">Whether the line prints it in brackets.</param>
internal sealed partial record PrintedQuery(string Name, string? Placeholder, string? Value, bool IsOptional)
{
    private const int MostParameters = 64;

    /// <summary>Returns the parameters of a request line.</summary>
    public static IReadOnlyList<PrintedQuery> In(string text)
    {
        if (Template().Match(text) is { Success: true } template)
        {
            var names = template.Groups["names"].Value.Split(',').Take(MostParameters);
            return [.. names.Select(static name => new PrintedQuery(name.TrimEnd('*'), null, null, true))];
        }

        var start = text.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
            return [];
        var parameters = new List<PrintedQuery>();
        foreach (Match match in Parameter().Matches(text[(start > 0 && text[start - 1] == '[' ? start - 1 : start)..]).Take(MostParameters))
        {
            var value = match.Groups["value"].Value;
            var placeholder = Placeholders().Match(value) is { Success: true } found ? found.Groups["name"].Value : null;
            parameters.Add(new PrintedQuery(
                match.Groups["name"].Value, placeholder, placeholder is null && value.Length > 0 ? value : null, match.Groups["open"].Success));
        }

        return parameters;
    }

    /// <summary>Returns a request line without a template of its query: <c>/racks{?size}</c>.</summary>
    public static string WithoutTemplate(string text) => Template().Replace(text, "");

    // RFC 6570.
    [GeneratedRegex(@"\{[?&](?<names>[A-Za-z0-9_.,*\[\]-]{1,400})\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    [GeneratedRegex(
        @"(?<open>\[ ?)?[?&](?<name>[A-Za-z_$][A-Za-z0-9_.$-]{0,60}(\[\])?)(=(?<value>\{[^}]*\}|<[^>]*>|[^&\[\]{}<> ]*))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(\{+ ?(?<name>[^{}]+?) ?\}+|<(?<name>[^<>]+)>|:(?<name>[A-Za-z_]\w*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholders();
}
