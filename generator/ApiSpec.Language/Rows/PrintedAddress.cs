using System.Net;
using System.Text;

namespace ApiSpec.Language.Rows;

/// <summary>
/// Reads a base address as references print it. Its server can have each form that it has in a request line: <c>http://[DEVICE-IP]/json</c>,
/// <c>PDU_IP/api</c>, <c>&lt;HOST&gt;:&lt;PORT&gt;</c>, <c>user:secret@server:8080</c>, <c>.../api</c>.
/// </summary>
internal static class PrintedAddress
{
    private const string SchemeEnd = "://";

    /// <summary>
    /// Returns the address with its placeholders in braces, and without a login. Only the path is returned if a placeholder stands for the whole server.
    /// What cannot be read stays as it is printed.
    /// </summary>
    /// <param name="printed">The address as printed.</param>
    public static string Read(string printed)
    {
        var text = printed.Trim();
        var hasPath = text.IndexOf('/', SchemeOf(text).Length) >= 0;
        var whole = hasPath ? text : text + "/";
        var server = PrintedServer.Find(whole, 0, whole.Length);
        if (server.End < 0)
            return text;
        var path = hasPath ? Braced(whole.Substring(server.End)) : "";
        if (server.End == 0)
            return path;
        var scheme = SchemeOf(whole);
        var host = whole.Substring(scheme.Length, whole.IndexOf('/', scheme.Length) - scheme.Length);
        host = host.Substring(host.LastIndexOf('@') + 1);
        if (scheme.Length == 0 && host.EndsWith(":", StringComparison.Ordinal))
            return text;
        var isUnknown = host is "..." or "\u2026" || (scheme.Length == 0 && (server.Kind == PrintedServerKind.Base || IsOnePlaceholder(host)));
        return isUnknown ? path.Length == 0 ? UriPath.Root : path : KnownScheme(scheme) + Port(Host(host)) + path;
    }

    private static string SchemeOf(string text)
    {
        var end = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return end < 0 || text.IndexOf('/') < end ? "" : text.Substring(0, end + SchemeEnd.Length);
    }

    // 'http[s]', 'http(s)' and a placeholder leave the choice to the reader.
    private static string KnownScheme(string scheme)
    {
        if (scheme.Length == 0)
            return "http://";
        var word = scheme.Remove(scheme.Length - SchemeEnd.Length);
        return word.ToUpperInvariant() is "HTTP[S]" or "HTTP(S)" or "HTTP{S}" or "HTTP<S>" || IsOnePlaceholder(word) ? "https://" : scheme;
    }

    private static bool IsOnePlaceholder(string text)
    {
        var start = text.StartsWith("$", StringComparison.Ordinal) ? 1 : 0;
        return start < text.Length && EndOfPlaceholder(text, start) == text.Length - 1;
    }

    private static string Host(string printed)
    {
        var host = new StringBuilder();
        for (var i = 0; i < printed.Length; i++)
        {
            var isVariable = printed[i] == '$' && i + 1 < printed.Length;
            var start = isVariable ? i + 1 : i;
            if (EndOfPlaceholder(printed, start) is > 0 and var end)
            {
                var inner = printed.Substring(start + 1, end - start - 1);
                // RFC 3986, section 3.2.2: an address of IP version 6.
                if (printed[start] == '[' && inner.Contains(':') && IPAddress.TryParse(inner, out _))
                    host.Append(printed, start, end + 1 - start);
                else if (!inner.StartsWith(":", StringComparison.Ordinal))
                    host.Append(Placeholder(inner));
                i = end;
            }
            else if (isVariable && EndOfName(printed, start) is var stop && stop > start)
            {
                host.Append(Placeholder(printed.Substring(start, stop - start)));
                i = stop - 1;
            }
            else
                host.Append(printed[i]);
        }

        // RFC 1123, section 2.1: the name of a computer has no underscore, so it stands for one.
        var name = host.ToString();
        var colon = name.LastIndexOf(':');
        var label = colon < 0 ? name : name.Substring(0, colon);
        return label.Contains('_') && label.IndexOfAny(['.', '{', '[', ' ']) < 0 ? Placeholder(label) + name.Substring(label.Length) : name;
    }

    // 'http://localhost:PORT'
    private static string Port(string host)
    {
        var colon = host.LastIndexOf(':');
        var port = host.Substring(colon + 1);
        return colon > 0 && port.Length > 0 && port.All(static c => char.IsLetter(c) || c is '-' or '_') ? host.Remove(colon + 1) + Placeholder(port) : host;
    }

    private static string Placeholder(string name)
        => "{" + string.Concat(name.Trim().Select(static c => char.IsLetterOrDigit(c) || c is '-' ? c : '_')) + "}";

    /// <summary>Returns the position of the bracket that closes the one at a position; -1: there is no bracket, or nothing in it.</summary>
    private static int EndOfPlaceholder(string text, int start)
    {
        var close = text[start] switch { '<' => '>', '{' => '}', '[' => ']', '(' => ')', _ => '\0' };
        var end = close == '\0' ? -1 : text.IndexOf(close, start);
        return end > start + 1 ? end : -1;
    }

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end;
    }

    private static string Braced(string path) => path.Replace('<', '{').Replace('>', '}');
}
