using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a title over all columns that says in which part of the request the rows below it are: <c>Query parameters</c>.</summary>
internal static partial class SpannedPlace
{
    /// <summary>Returns the part in the words of a cell under <c>In</c>; null: the title names none, or the profile gives it another meaning as well.</summary>
    /// <param name="title">The title.</param>
    /// <param name="profile">The headings.</param>
    public static string? Of(string title, Profile profile)
    {
        var text = title.TrimEnd(':', ' ');
        var keys = PlacesOf(text, profile);
        // 'Optional query parameters': the first word says something else.
        if (keys.Count == 0 && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && !OfOther().IsMatch(text))
            keys = PlacesOf(text[(space + 1)..], profile);
        // 'Headers' alone is not a heading of most manuals.
        if (keys.Count == 0 && ProfileKeys.KindOf(Folding.Of(text).TrimEnd('s')) is { } kind)
            keys = [kind];
        return keys is not [var key] ? null : key switch
        {
            "path" or "query" or "body" => key,
            "headers" => "header",
            "body form" or "body multipart" => "form",
            _ => null,
        };
    }

    [GeneratedRegex("^(response|responses|error|errors|example|examples|no)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfOther();

    // The same words can be the heading of a part of an example.
    private static List<string> PlacesOf(string text, Profile profile)
        => [.. profile.HeadingsOf(text).Select(static heading => heading.Key).Where(static key => ProfileKeys.IsOfRequest(key)
            && key is not ("request" or "method" or ProfileKeys.Parameters)).Distinct(StringComparer.Ordinal).Take(2)];
}
