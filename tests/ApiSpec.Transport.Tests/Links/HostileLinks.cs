namespace ApiSpec.Tests.Links;

/// <summary>
/// Links as a hostile server can print them. Links that name another server but point to the documented operation are followed on the configured server,
/// because real servers print placeholders there. All others are rejected.
/// </summary>
public static class HostileLinks
{
    public const string Good = "/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke";

    /// <summary>Links that are followed, but only to the configured server, and with exactly this target.</summary>
    /// <param name="evil">Host and port of a server that must not see anything.</param>
    public static IEnumerable<(string Href, string Target)> Followed(string evil)
    {
        foreach (var scheme in new[] { "http", "https", "HTTP", "hTTpS", "ftp", "ws", "wss", "file", "gopher", "ldap", "x-evil.1+2", "jar" })
            yield return (scheme + "://" + evil + Good, Good);
        foreach (var host in Hosts(evil))
            yield return ("http://" + host + Good, Good);
        foreach (var (query, target) in Queries(evil))
        {
            yield return (Good + query, Good + target);
            yield return ("https://" + evil + Good + query, Good + target);
        }

        foreach (var (id, escaped) in Values(evil))
            yield return ("http://" + evil + With(id), With(escaped));
    }

    /// <summary>Links for which nothing is sent to any server.</summary>
    /// <param name="evil">Host and port of a server that must not see anything.</param>
    public static IEnumerable<string> Refused(string evil)
    {
        foreach (var start in Starts(evil))
            yield return start + Good;
        foreach (var whole in Wholes(evil))
            yield return whole;
        foreach (var id in Segments(evil))
        {
            yield return With(id);
            yield return "http://" + evil + With(id);
        }

        foreach (var path in Paths(evil))
        {
            yield return path;
            yield return "http://" + evil + path;
        }
    }

    private static string With(string id) => "/Automation/v1/objects/Tasks/" + id + "/actions/rerunStart/invoke";

    private static string[] Hosts(string evil)
    {
        var port = evil[evil.IndexOf(':', StringComparison.Ordinal)..];
        return
        [
            "localhost" + port, "LOCALHOST" + port, "[::1]" + port, "[::ffff:127.0.0.1]" + port, "[::ffff:7f00:1]" + port, "2130706433" + port,
            "0x7f000001" + port,
            "0177.0.0.1" + port, "127.1" + port, "127.0.0.1." + port, "0" + port, "evil.example", "evil.example.", "evil.example:80", "evil.example:443",
            "evil.example:",
            "evil.example:99999", "evil.example:-1", "evil.example:0x50", "evil.example:80:80", "evil.example:٨٠", "EVIL.EXAMPLE", "xn--vil-nla.example",
            "еvil.example",
            "ⓔvil.example", "ｅｖｉｌ．example", "evil。example", "evil．example", "evil\u00adexample", "evil\u200b.example", "evil\u200d.example",
            "\u202eelpmaxe.live",
            "\ufeffevil.example", "evil example", "evil\"example", "evil'example", "<evil.example>", "evil|example", "evil^example", "{evil.example}",
            "evil`example",
            "evil;example", "evil,good.example", "evil=example", "evil&good", "evil+example", "evil$example", "evil!example", "*.example", "(evil)", "~evil",
            "evil%2eexample", "evil%00.example", "evil%0d%0aHost:good", "evil%2fexample", "evil%5cexample", "good%40" + evil, "%65vil.example", "%", ":", port,
            "[evil", "evil]",
            "[::1%25eth0]", "[v1.evil]", ".", "..", "-", "_", new string('e', 5000) + ".example",
        ];
    }

    private static (string Query, string Target)[] Queries(string evil) =>
    [
        ("?next=http://" + evil + "/", "?next=http://" + evil + "/"),
        ("?//" + evil, "?//" + evil),
        ("?@" + evil, "?@" + evil),
        ("?../..//" + evil, "?../..//" + evil),
        ("?x=%2e%2e%2f", "?x=..%2f"),
        ("?x=é", "?x=%C3%A9"),
        ("?x=a b\"<>", "?x=a%20b%22%3C%3E"),
        ("#//" + evil, ""),
        ("#@" + evil, ""),
        ("?a=b#" + evil, "?a=b"),
    ];

    private static (string Id, string Escaped)[] Values(string evil) =>
    [
        ("@" + evil, "@" + evil),
        ("http:" + evil, "http:" + evil),
        (evil + ";x", evil + ";x"),
        ("a b", "a%20b"),
        ("%20", "%20"),
        ("...", "..."),
        ("a..b", "a..b"),
        ("\u202e1", "%E2%80%AE1"),
        ("\u2215\uff0f", "%E2%88%95%EF%BC%8F"),
        ("\uff0e\uff0e", "%EF%BC%8E%EF%BC%8E"),
        ("{id}", "%7Bid%7D"),
        ("%25", "%25"),
    ];

    private static string[] Starts(string evil) =>
    [
        "//" + evil, "///" + evil, "////" + evil, "/", "//", "///", "\\\\" + evil, "/\\" + evil, "\\/" + evil, "\\", "/\t/" + evil, "/\n/" + evil,
        "\t//" + evil,
        " //" + evil, "\u00a0//" + evil, "\ufeff//" + evil, "\u200b", "http:" + evil, "http:/" + evil, "http:///" + evil, "http:////" + evil,
        "http:\\\\" + evil, "http:/\\" + evil,
        "http://" + evil + "\\", "http://good\\@" + evil, "http://\\" + evil, "http://" + evil + "/", "http://" + evil + "//", "http://user@" + evil,
        "http://user:secret@" + evil,
        "http://good.example@" + evil, "http://" + evil + "@good.example", "http://a@b@" + evil, "http://@" + evil, "http://:@" + evil,
        "http://good.example:80@" + evil,
        "http://good.example:80:@" + evil, "http://[::1]@" + evil, "http://good.example%00@" + evil, "http://", "://" + evil, ":" + evil, "1http://" + evil,
        "-http://" + evil,
        "ht tp://" + evil, " http://" + evil, "\nhttp://" + evil, "\0http://" + evil, "http\n://" + evil, "http://" + evil + "\r\n", "http://evil\0.example",
        "http://" + evil + "?",
        "http://" + evil + "#", "http://" + evil + "?x=", "http://" + evil + "#x=", "javascript:", "javascript://" + evil + "/%0aalert(1)//", "data:text/html,",
        "view-source:http://" + evil,
        "url:http://" + evil, "mailto:a@" + evil, "about:", "blob:http://" + evil, "%2f%2f" + evil, "%2f" + evil, "/%2f" + evil, "/%5c" + evil, "/.//" + evil,
        "/..//" + evil, "./", "../", "..",
        "@" + evil, "?", "#", "*", evil, "httｐ://" + evil, "http：//" + evil, "http:／／" + evil, "／／" + evil, "∕∕" + evil, "“http://" + evil,
    ];

    private static string[] Wholes(string evil) =>
    [
        "", " ", "/", "//", "///", ".", "..", "?", "#", "%", "*", "null", "http://", "http:///", "http://" + evil, "http://" + evil + "/",
        "http://" + evil + "?" + Good,
        "http://" + evil + "#" + Good, "//" + evil, "javascript:alert(1)", "data:,x", "file:///etc/passwd", "mailto:a@b",
        "http://" + evil + "/" + new string('a', 20_000),
        Good[1..], Good.Replace('/', '\\'), "\uD800" + Good, Good + "\uDC00", With("a\uD800b"),
    ];

    private static string[] Segments(string evil) =>
    [
        "", ".", "..", "%2e", "%2E", "%2e%2e", ".%2e", "%2e.", "%252e%252e", "%25252e%25252e", "%252525252e", "..;", "..;x=y", ".;", "%2e%2e;", "%2e%2e%3b",
        "1/..", "1/../..", "../1",
        "1//2", "1/2", "1%2f2", "1%2F..%2F2", "%2f" + evil, "%252f2", "1%5c2", "1%5C2", "1%255c2", "1\\2", "%c0%ae%c0%ae", "%c0%af", "%e0%80%af", "%ff",
        "%f5%80%80%80", "%ed%a0%80",
        "%", "%2", "%zz", "%u002e%u002e", "%-1", "%00", "1%00", "%0d%0aHost:%20" + evil, "%0a", "%09", "%7f", "%C2%85", "\r\nHost: " + evil, "\n", "\0", "\t",
        "\u0085", "\u007f",
        "1 HTTP/1.1\r\nHost: " + evil + "\r\n\r\n", "1?x", "1#x", "//" + evil, "http://" + evil,
    ];

    private static string[] Paths(string evil) =>
    [
        "/", "/Automation", "/Automation/", "/Automation/v1/objects/Tasks/2026", "/automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "/Automation/v2/objects/Tasks/2026/actions/rerunStart/invoke", "/Automation/v1/objects/Users/2026/actions/rerunStart/invoke",
        "/Automation/v1/objects/Tasks/2026/actions/forceStop/invoke", "/%41utomation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "/x" + Good, "/ao" + Good, Good + "/", Good + "/x", Good + "//", Good + "/..", Good + "/%2e%2e", Good + ";x", Good + ";/" + evil, Good + "%00",
        Good + "%20", Good + " ",
        Good + "\n", Good + "\\", Good[..^1], Good + "e", "/./" + Good[1..], "/x/.." + Good, "/Automation/../Automation" + Good[11..],
        Good + "?x=%0d%0aHost:" + evil,
        Good + "?x=\r\n", Good + "?%", Good + "?x=%zz", Good + "?x=\\", Good + "?" + new string('x', 20_000), Good + Good, Good + "@" + evil,
        Good + "/http://" + evil,
    ];
}
