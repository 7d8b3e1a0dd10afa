using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Divides a line that starts with a request, and goes on with what it does: <c>`PUT /racks/7` changes the rack with an ID of 7.</c></summary>
internal static partial class OpeningRequest
{
    private const int LongestLine = 1_000;

    /// <summary>Returns the parts of a section, in which the first of these lines is a request line and a sentence. A section with a request on a line of its
    /// own has no others.</summary>
    /// <param name="parts">The parts.</param>
    public static IReadOnlyList<SectionPart> Divide(IReadOnlyList<SectionPart> parts)
    {
        var own = parts.Where(static part => part.Key is "request" or ProfileKeys.Group).ToList();
        if (own.Exists(static part => part.Visible.Any(static line => PrintedRequest.Is(line) || PrintedRequest.InRow(line) is not null)))
            return parts;
        foreach (var part in own)
        {
            for (var i = 0; i < part.Lines.Count; i++)
            {
                if (In(part.Lines[i]) is not var (request, rest))
                    continue;
                var line = part.Lines[i];
                // Only a style shows where the request ends.
                var first = line with
                {
                    Text = request, IsItem = false, ListDepth = 0, Codes = [request], Lead = request,
                    CompletedBy = line.Codes.Contains(request) ? null : "the text",
                };
                var second = line with { Text = char.ToUpperInvariant(rest[0]) + rest[1..], IsItem = false, ListDepth = 0, Lead = null };
                var divided = part with { Lines = [.. part.Lines.Take(i), first, second, .. part.Lines.Skip(i + 1)] };
                return [.. parts.Select(other => ReferenceEquals(other, part) ? divided : other)];
            }
        }

        return parts;
    }

    /// <summary>Returns the request at the start of a line, and the words after it; null: the line has no such form.</summary>
    public static (string Request, string Words)? In(PageLine line)
    {
        if (line is not { Kind: LineKind.Text, IsAside: false, Text.Length: <= LongestLine } || line.Cells.Count > 1)
            return null;
        var text = Folding.WithoutBullet(line.Text).TrimStart('`');
        if (Opening().Match(text) is not { Success: true } match || !HttpMethods.IsKnown(match.Groups["method"].Value)
            || !PrintedRequest.IsAddress(match.Groups["address"].Value))
            return null;
        var request = match.Groups["method"].Value + " " + match.Groups["address"].Value;
        var rest = match.Groups["rest"].Value;
        var plain = Folding.WithoutSeparator(rest);
        // '/racks and POST /racks' has two.
        return plain.Contains(' ', StringComparison.Ordinal) && char.IsLetter(plain[0]) && (plain.Length < rest.Length || char.IsLower(plain[0]))
            && !Other().IsMatch(plain) ? (request, plain) : null;
    }

    [GeneratedRegex(@"^(?<method>[A-Z]{3,7}) (?<address>(/|https?://)[^\s`]+)`? (?<rest>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // 'HTTP/1.1' belongs to the request. A sentence such as '`GET /racks` is not supported' describes no call.
    [GeneratedRegex("^(HTTP/|(and|or|with|if|when|but|then|where) )|\\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /"
        + "|^([a-z]+ ){0,4}(not|never|cannot|no longer|removed|deprecated|obsolete|unsupported|unavailable|replace[sd]?)\\b|^[a-z]+n['\u2019]t\\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
