namespace ApiSpec.Language.Rows;

/// <summary>The messages of status codes in HTTP (RFC 9110, section 15; RFC 6585; RFC 4918). The current message comes first, then messages of earlier
/// editions.</summary>
internal static class StatusPhrases
{
    private static readonly Dictionary<int, string[]> Phrases = new()
    {
        [100] = ["Continue"],
        [101] = ["Switching Protocols"],
        [200] = ["OK"],
        [201] = ["Created"],
        [202] = ["Accepted"],
        [203] = ["Non-Authoritative Information"],
        [204] = ["No Content"],
        [205] = ["Reset Content"],
        [206] = ["Partial Content"],
        [300] = ["Multiple Choices"],
        [301] = ["Moved Permanently"],
        [302] = ["Found", "Moved Temporarily"],
        [303] = ["See Other"],
        [304] = ["Not Modified"],
        [307] = ["Temporary Redirect"],
        [308] = ["Permanent Redirect"],
        [400] = ["Bad Request"],
        [401] = ["Unauthorized"],
        [402] = ["Payment Required"],
        [403] = ["Forbidden"],
        [404] = ["Not Found"],
        [405] = ["Method Not Allowed"],
        [406] = ["Not Acceptable"],
        [407] = ["Proxy Authentication Required"],
        [408] = ["Request Timeout", "Request Time-out"],
        [409] = ["Conflict"],
        [410] = ["Gone"],
        [411] = ["Length Required"],
        [412] = ["Precondition Failed"],
        [413] = ["Content Too Large", "Payload Too Large", "Request Entity Too Large"],
        [414] = ["URI Too Long", "Request-URI Too Long", "Request-URI Too Large"],
        [415] = ["Unsupported Media Type"],
        [416] = ["Range Not Satisfiable", "Requested Range Not Satisfiable"],
        [417] = ["Expectation Failed"],
        [421] = ["Misdirected Request"],
        [422] = ["Unprocessable Content", "Unprocessable Entity"],
        [423] = ["Locked"],
        [426] = ["Upgrade Required"],
        [428] = ["Precondition Required"],
        [429] = ["Too Many Requests"],
        [500] = ["Internal Server Error"],
        [501] = ["Not Implemented"],
        [502] = ["Bad Gateway"],
        [503] = ["Service Unavailable"],
        [504] = ["Gateway Timeout", "Gateway Time-out"],
        [505] = ["HTTP Version Not Supported"],
        [507] = ["Insufficient Storage"],
    };

    /// <summary>The code of each message.</summary>
    public static readonly IReadOnlyDictionary<string, int> Codes = Phrases
        .SelectMany(static pair => pair.Value.Select(phrase => (phrase, pair.Key)))
        .ToDictionary(static pair => pair.phrase, static pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the messages of a code; empty for a code that these standards do not define.</summary>
    public static IReadOnlyList<string> Of(int code) => Phrases.TryGetValue(code, out var phrases) ? phrases : [];

    /// <summary>Returns the code with this message, ignoring case; null if there is no such code.</summary>
    public static int? CodeOf(string message) => Codes.TryGetValue(message, out var code) ? code : null;

    /// <summary>Returns the message of the code at the start of a string, for a row with a misplaced colon. Null if it can be the start of a
    /// sentence.</summary>
    public static string? At(int code, string text)
    {
        foreach (var phrase in Of(code))
        {
            if (!text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                continue;
            // 'Created a task.' and 'Not found in the list.' are sentences; 'Created The task was created.' is not.
            var rest = text.Substring(phrase.Length);
            var isPlain = text.StartsWith(phrase, StringComparison.Ordinal) && (code == 200 || phrase.IndexOf(' ') > 0);
            if (rest.Trim().Length == 0 || (rest[0] == ' ' && (isPlain || char.IsUpper(rest.TrimStart()[0]))))
                return phrase;
        }

        return null;
    }
}
