using System.Globalization;

namespace ApiSpec.Language.Examples;

/// <summary>
/// The status line of a response as references print it: <c>HTTP/1.1 200 OK</c> (RFC 9112, section 4), <c>200 OK</c>, <c>Status: 200 OK</c>, <c>HTTP 200
/// (OK)</c>.
/// </summary>
/// <param name="Code">The status code.</param>
/// <param name="CodePart">Its digits.</param>
/// <param name="Reason">The message of the status; null: none is printed.</param>
internal sealed record StatusLine(int Code, PastedPart CodePart, PastedPart? Reason)
{
    /// <summary>The message about an invalid status line.</summary>
    public const string Advice = "This is not a status line; write 'HTTP/1.1 200 OK'";

    private static readonly char[] AroundReason = [' ', '\t', ':', '-', '\u2013', '\u2014', ','];

    /// <summary>Reads a status line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Null if it is not a status line.</returns>
    public static StatusLine? Parse(PastedPart line)
    {
        var text = line.Text;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (CodeAt(text, start) is { } code)
                return new StatusLine(code, line.Slice(start, 3), ReasonOf(line.Slice(start + 3)));
            if (!IsLabel(text.Substring(start, end - start)))
                return null;
            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
        }

        return null;
    }

    private static int? CodeAt(string text, int start)
        => start + 3 <= text.Length && (start + 3 == text.Length || !char.IsLetterOrDigit(text[start + 3]))
            && int.TryParse(text.Substring(start, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= 100 ? code : null;

    // HTTP/1.1, HTTP, 'Status:', 'Status Code:', 'Response code:'.
    private static bool IsLabel(string word)
        => word.StartsWith("HTTP/", StringComparison.Ordinal) || word.TrimEnd(':').ToLowerInvariant() is "http" or "status" or "response" or "code";

    private static PastedPart? ReasonOf(PastedPart rest)
    {
        var start = rest.Length - rest.Text.TrimStart(AroundReason).Length;
        var reason = rest.Slice(start).Trim();
        if (reason.Length > 2 && reason.Text[0] == '(' && reason.Text.IndexOf(')') == reason.Length - 1)
            reason = reason.Slice(1, reason.Length - 2).Trim();
        return reason.Length == 0 ? null : reason;
    }
}
