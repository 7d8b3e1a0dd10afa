using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A sentence above rows that says in which part of the request they are: <c>The request body contains:</c>, <c>It accepts these parameters:</c>.
/// </summary>
internal static partial class RowLead
{
    private const int LongestSentence = 200;

    /// <summary>Returns the key of the part; null: the line introduces no rows of the request. <see cref="ProfileKeys.Parameters"/>: the sentence does not say
    /// in which part they are.</summary>
    public static string? PartOf(PageLine line)
        // A caption that names no part can name a nested object.
        => line.IsCaption ? PartIn(line) is var part && part == ProfileKeys.Parameters ? null : part : PartIn(line);

    private static string? PartIn(PageLine line)
    {
        var text = line.Text;
        if (line is not { Kind: LineKind.Text, IsItem: false, IsAside: false } || text.Length is 0 or > LongestSentence
            || (text[^1] is not (':' or '\uFF1A') && !line.IsCaption)
            || !text.Contains(' ', StringComparison.Ordinal) || Sample().IsMatch(text) || !Rows().IsMatch(text)
            || (OfResponse().IsMatch(text) && !OfRequest().IsMatch(text)))
            return null;
        return Headers().IsMatch(text) ? "headers"
            : Query().IsMatch(text) ? "query"
            : Path().IsMatch(text) ? "path"
            : Body().IsMatch(text) ? "body"
            : ProfileKeys.Parameters;
    }

    /// <summary>Whether a line introduces a sample of the response: <c>It returns:</c>.</summary>
    public static bool IsAboveResponse(PageLine line)
        => line is { Kind: LineKind.Text, IsItem: false, IsAside: false, Text: { Length: > 0 and <= LongestSentence } text } && text[^1] is ':' or '\uFF1A'
            && text.Contains(' ', StringComparison.Ordinal) && Result().IsMatch(text) && !Failure().IsMatch(text);

    [GeneratedRegex("\\b(responses?|responds|returns?|returned|results?|output)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Result();

    [GeneratedRegex("\\b(errors?|fails?|failures?|failed|headers?|status\\w*|codes?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Failure();

    // 'These query parameters limit the results:' is about the request, although it names the results.
    [GeneratedRegex("\\b(query([- ]string)?|request) (parameters?|params|arguments?|options|body|headers?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfRequest();

    [GeneratedRegex("\\b(examples?|samples?)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Sample();

    [GeneratedRegex("\\b(respon[sd]\\w*|returns?|returned|results?|output|errors?|status\\w*|codes?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfResponse();

    [GeneratedRegex("\\b(parameters?|params|fields?|members?|attributes?|properties|arguments?|options|headers?|data|body|payload|json)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rows();

    [GeneratedRegex("\\bheaders?\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Headers();

    [GeneratedRegex("\\b(query|querystring)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Query();

    [GeneratedRegex("\\b(path|url|uri) (parameters?|params|fields?|arguments?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    // 'Data' alone can also mean parameters of the query.
    [GeneratedRegex(
        "\\b(body|payload|json|(post|put|patch)\\b.*\\bdata)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Body();
}
