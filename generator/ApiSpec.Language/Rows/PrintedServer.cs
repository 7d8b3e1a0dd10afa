namespace ApiSpec.Language.Rows;

/// <summary>The part of a request line before its path.</summary>
internal enum PrintedServerKind
{
    /// <summary>Nothing, or a placeholder without a meaning for the path of <c>base:</c>: <c>&lt;URL&gt;</c>, <c>...</c>.</summary>
    None,

    /// <summary>A host, so that the path is complete: <c>http://host:port</c>, <c>PDU_IP</c>.</summary>
    Host,

    /// <summary>A placeholder for the base address: <c>base-URL</c>. The path of <c>base:</c> replaces it.</summary>
    Base,
}

/// <summary>The server of a printed request line, which is ignored.</summary>
/// <param name="Kind">The printed kind.</param>
/// <param name="End">The start of the path; -1 without a path, or without a server before it.</param>
internal readonly record struct PrintedServer(PrintedServerKind Kind, int End)
{
    private const int LongestBase = 20;

    private static readonly char[] Brackets = ['{', '}', '<', '>', '$'];

    private static readonly HashSet<string> HostWords = new(
        ["ip", "host", "hostname", "server", "servername", "ipaddress", "ipaddr", "address", "fqdn"], StringComparer.Ordinal);

    // 'api.php/items' is a path that lacks its first slash, and 'pdu.local/items' is a host.
    private static readonly HashSet<string> FileTypes = new(
        ["action", "ashx", "asmx", "asp", "aspx", "cgi", "dll", "do", "exe", "htm", "html", "js", "json", "jsp", "php", "pl", "py", "svc", "txt", "xml"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Finds the server at the start of a URL: <c>http://host:port</c>, <c>https://{api_host}</c>, <c>user:secret@pdu</c>, <c>base-URL</c>.
    /// </summary>
    /// <param name="text">The text that contains the URL.</param>
    /// <param name="start">The start of the URL.</param>
    /// <param name="end">The end of its path.</param>
    /// <param name="beginsWithServer">Whether any word before the first slash is a server, as in a command.</param>
    public static PrintedServer Find(string text, int start, int end, bool beginsWithServer = false)
    {
        var scheme = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        var slash = text.IndexOf('/', start, end - start);
        if (scheme >= 0 && slash == scheme + 1)
        {
            var path = text.IndexOf('/', scheme + 3, end - scheme - 3);
            if (path < 0)
                return new(PrintedServerKind.Host, end);
            return IsBase(text.Substring(scheme + 3, path - scheme - 3))
                ? new(PrintedServerKind.Base, path)
                : SkipBase(text, path, end, PrintedServerKind.Host);
        }

        if (slash == start)
            return SkipBase(text, start, end, PrintedServerKind.None);
        if (slash < 0)
            return IsBase(text.Substring(start, end - start)) ? new(PrintedServerKind.Base, end)
                : beginsWithServer ? new(PrintedServerKind.Host, end)
                : new(PrintedServerKind.None, -1);
        var first = text.Substring(start, slash - start);
        if (IsBase(first))
            return new(PrintedServerKind.Base, slash);
        if (IsHost(first))
            return SkipBase(text, slash, end, PrintedServerKind.Host);
        if (IsBracketed(first) || IsEllipsis(first))
            return SkipBase(text, slash, end, PrintedServerKind.None);
        return beginsWithServer ? SkipBase(text, slash, end, PrintedServerKind.Host) : new(PrintedServerKind.None, -1);
    }

    /// <summary>Whether the start of the path is elided: <c>.../things</c>, <c>http://host/.../things</c>.</summary>
    /// <param name="address">The URL in which this server was found.</param>
    public bool EndsWithEllipsis(string address)
        => End > 0 && IsEllipsis(address.Substring(address.LastIndexOf('/', End - 1) + 1, End - address.LastIndexOf('/', End - 1) - 1));

    private static PrintedServer SkipBase(string text, int slash, int end, PrintedServerKind kind)
    {
        var after = text.IndexOf('/', slash + 1, end - slash - 1);
        var first = text.Substring(slash + 1, (after < 0 ? end : after) - slash - 1);
        if (IsBase(first))
            return new(PrintedServerKind.Base, after < 0 ? end : after);
        return after >= 0 && IsEllipsis(first) ? new(kind, after) : new(kind, slash);
    }

    // A host as references print it without 'http://': PDU_IP, server:8080, ims.example.com, user:secret@pdu. Any other word, such as v1.0 or server, can be
    // the start of a path that lacks its first slash.
    private static bool IsHost(string segment)
    {
        var name = segment.Trim(Brackets);
        return segment.IndexOf(':') > 0 || segment.Contains('@') || IsDomain(name)
            || ((IsBracketed(segment) || segment is not ("server" or "address")) && Words(name).Any(HostWords.Contains));
    }

    private static bool IsDomain(string segment)
    {
        var labels = segment.Trim('.').Split('.');
        if (labels.Length < 2 || (segment.Length > 1 && segment[0] is 'v' or 'V' && char.IsDigit(segment[1])))
            return false;
        var last = labels[labels.Length - 1];
        return labels.Length > 2 || (last.Length > 1 && last.All(char.IsLetter) && !FileTypes.Contains(last));
    }

    // pdu_ip, deviceIp and server01 contain the word of a host; ship and hosting do not.
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            yield return name.Substring(start, i - start).TrimStart('_', '-', '.', ' ', '$', '{', '}').TrimEnd("0123456789".ToCharArray()).ToLowerInvariant();
            start = i;
        }
    }

    private static bool IsBracketed(string segment) => segment.TrimStart('$') is ['{' or '<', ..];

    private static bool IsEllipsis(string segment) => segment is "..." or "\u2026";

    // The base address as references print it: base-URL, baseURL, {base-url}, <BASE_URL>, ${baseUri}.
    private static bool IsBase(string segment)
    {
        if (segment.Length > LongestBase)
            return false;
        var name = segment.Trim(Brackets);
        if (!name.All(static c => char.IsLetter(c) || c is '-' or '_' or ' '))
            return false;
        var word = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return word is "baseurl" or "baseuri" or "basepath" or "baseaddress" or "apibaseurl" || (word == "base" && IsBracketed(segment));
    }
}
