using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ApiSpec.Testing.Pages;

/// <summary>Reads requests and responses as references print them: a first line, then headers (RFC 9112, section 2.1).</summary>
/// <remarks>Pages leave out the blank behind a header's colon, or the protocol of a request line; whatever else is unusual is a mistake of the transcript.</remarks>
internal static class PastedHttp
{
    public static bool TryReadRequest(
        string header, string? body, [NotNullWhen(true)] out ExampleRequest? request, [NotNullWhen(false)] out string? mistake)
    {
        request = null;
        if (!TrySplit(header, out var line, out var headers, out mistake))
            return false;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 3) || !IsMethod(words[0]) || (words.Length == 3 && !words[2].StartsWith("HTTP/", StringComparison.Ordinal)))
        {
            mistake = $"'{line}' is no request line; write it as in 'GET /objects/Tasks HTTP/1.1'";
            return false;
        }

        if (ReadTarget(words[1]) is not { } target)
        {
            mistake = $"'{words[1]}' is no path; it begins with '/', or with 'http://' or 'https://' and a server";
            return false;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        request = new ExampleRequest(words[0], target, QueryText.Parse(question < 0 ? "" : target[(question + 1)..]), headers, body);
        return true;
    }

    public static bool TryReadResponse(
        string header, string? body, [NotNullWhen(true)] out ExampleResponse? response, [NotNullWhen(false)] out string? mistake)
    {
        response = null;
        if (!TrySplit(header, out var line, out var headers, out mistake))
            return false;
        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2
            || !words[0].StartsWith("HTTP/", StringComparison.Ordinal)
            || words[1].Length != 3
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || code is < 200 or > 599)
        {
            mistake = $"'{line}' is no status line; write it as in 'HTTP/1.1 200 OK'";
            return false;
        }

        response = new ExampleResponse(code, words.Length == 3 ? words[2].Trim() : null, headers, body);
        return true;
    }

    private static bool TrySplit(string text, out string line, out FieldCollection headers, [NotNullWhen(false)] out string? mistake)
    {
        var lines = text.Split('\n').Select(static line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        line = lines.Count == 0 ? "" : lines[0].Trim();
        var fields = new List<KeyValuePair<string, string>>();
        headers = FieldCollection.Headers(fields);
        foreach (var header in lines.Skip(1))
        {
            if (header.Length == 0)
            {
                mistake = "A blank line ends the headers; what follows it stands under the key of the body";
                return false;
            }

            if (header[0] is ' ' or '\t' && fields.Count > 0)
            {
                // A page that is too narrow breaks long values.
                fields[^1] = KeyValuePair.Create(fields[^1].Key, fields[^1].Value + " " + header.Trim());
                continue;
            }

            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !IsToken(header.AsSpan(0, colon)))
            {
                mistake = $"'{header}' is no header; write it as in 'Accept: application/json'";
                return false;
            }

            fields.Add(KeyValuePair.Create(header[..colon], header[(colon + 1)..].Trim()));
        }

        headers = FieldCollection.Headers(fields);
        mistake = null;
        return true;
    }

    private static string? ReadTarget(string target)
    {
        if (target[0] == '/')
            return target;
        if (!target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return null;
        var server = target.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = target.IndexOf('/', server);
        return path <= server ? null : target[path..];
    }

    private static bool IsMethod(string word) => word.All(char.IsAsciiLetterUpper);

    // RFC 9110, section 5.6.2.
    private static bool IsToken(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
