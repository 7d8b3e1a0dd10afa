using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Examples;

namespace ApiSpec.Drafting.Sections;

/// <summary>Recognizes commands of a shell that send a request.</summary>
internal static partial class PrintedCommand
{
    /// <summary>Whether a line starts a curl command. A sentence about curl does not.</summary>
    public static bool Is(PageLine line)
        => line.Kind is LineKind.Text or LineKind.Code && CurlCommand.FindStart(line.Text) is >= 0 and var start
            && (start == 0 || line.Text.StartsWith("$ ", StringComparison.Ordinal)) && Argument().IsMatch(line.Text[start..]);

    /// <summary>Returns the request of an HTTPie command: <c>http POST example.com/racks name=A</c>; null: the line is not such a command.</summary>
    public static (string Method, string Address, string Items)? OfHttpie(PageLine line)
    {
        if (line.Kind is not (LineKind.Text or LineKind.Code) || Httpie().Match(line.Text) is not { Success: true } match)
            return null;
        var items = match.Groups["items"].Value.Trim();
        // HTTPie sends POST if the command has fields.
        var method = match.Groups["method"] is { Success: true } printed ? printed.Value : Field().IsMatch(items) ? "POST" : "GET";
        return (method, match.Groups["address"].Value.Trim('\'', '"'), items);
    }

    [GeneratedRegex("^\\S+( .*?)?( -|://|[ '\"]\\$|/|\\\\$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Argument();

    [GeneratedRegex(
        @"^(\$ )?https?(ie)? (--?[A-Za-z-]+ )*((?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) )?(?<address>\S*/\S*)(?<items>( .*)?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Httpie();

    [GeneratedRegex("[^=!<> ]:?=[^=]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
