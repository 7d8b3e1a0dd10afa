using System.Text;

namespace ApiSpec.Language.Examples;

/// <summary>A request that a page prints as a command: <c>curl -X POST https://host/login -H 'Accept: application/json' -d '{ "name": "admin" }'</c>.</summary>
internal static class CurlCommand
{
    private const string Post = "POST";

    // Options with a value that says nothing about the request.
    private static readonly HashSet<string> WithValue = new(
        [
            "-o", "--output", "-m", "--max-time", "--connect-timeout", "-E", "--cert", "--cert-type", "--key", "--key-type", "--pass", "--cacert", "--capath", "-x", "--proxy", "-U",
            "--proxy-user", "-c", "--cookie-jar", "-w", "--write-out", "-D", "--dump-header", "-K", "--config", "--resolve", "--connect-to", "--retry", "--retry-delay",
            "--retry-max-time", "--max-redirs", "--limit-rate", "--interface", "--noproxy", "--ciphers", "-C", "--continue-at", "-y", "-Y", "--speed-limit", "--speed-time",
            "--trace", "--trace-ascii", "--stderr", "--tls-max", "--unix-socket", "--output-dir", "--netrc-file", "--oauth2-bearer",
        ],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        ["--request"] = "-X", ["--header"] = "-H", ["--data"] = "-d", ["--data-raw"] = "-d", ["--data-ascii"] = "-d", ["--data-binary"] = "-d", ["--data-urlencode"] = "-d",
        ["--json"] = "--json", ["--form"] = "-F", ["--form-string"] = "-F", ["--user"] = "-u", ["--get"] = "-G", ["--head"] = "-I", ["--user-agent"] = "-A", ["--referer"] = "-e",
        ["--cookie"] = "-b", ["--upload-file"] = "-T", ["--range"] = "-r", ["--url"] = "--url", ["--url-query"] = "--url-query",
    };

    /// <summary>Where the command starts in a text; -1: the text is no such command.</summary>
    public static int FindStart(string text)
    {
        var position = 0;
        while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] is '$' or '#' or '%' or '>'))
            position++;
        var end = position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        var name = text.Substring(position, end - position);
        return name is "curl" or "curl.exe" || name.EndsWith("/curl", StringComparison.Ordinal) ? position : -1;
    }

    /// <summary>Reads the command.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="start">Where the command starts in it.</param>
    public static HttpHead Read(string text, int start)
    {
        var words = ShellWord.Split(text, start);
        var line = words[0].Part;
        PastedPart? method = null;
        PastedPart? address = null;
        var headers = new List<HttpHeader>();
        var data = new List<ShellWord>();
        var queries = new List<PastedPart>();
        var sendsForm = false;
        var isQuery = false;
        for (var i = 1; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Text.Length < 2 || word.Text[0] != '-')
            {
                address ??= word.Part;
                continue;
            }

            var (option, attached) = OptionOf(word);
            ShellWord? Value() => attached ?? (i + 1 < words.Count ? words[++i] : null);
            switch (option)
            {
                case "-X":
                    method = Value()?.Part ?? method;
                    break;
                case "-I":
                    method ??= new PastedPart("HEAD", word.Offsets[0]);
                    break;
                case "-G":
                    isQuery = true;
                    break;
                case "-H":
                    if (Value()?.Part is { } header && header.Text.IndexOf(':') is > 0 and var colon)
                        headers.Add(new HttpHeader(header.Slice(0, colon).Trim(), header.Slice(colon + 1).Trim()));
                    break;
                case "-d" or "--json":
                    if (Value() is { } sent)
                        data.Add(sent);
                    break;
                case "-F":
                    sendsForm |= Value() is not null;
                    break;
                case "-T":
                    method ??= new PastedPart("PUT", word.Offsets[0]);
                    Value();
                    break;
                case "--url":
                    address = Value()?.Part ?? address;
                    break;
                case "--url-query":
                    if (Value() is { } query)
                        queries.Add(query.Part);
                    break;
                case "-u" or "-A" or "-e" or "-b" or "-r":
                    if (Value() is { } value)
                        headers.Add(new HttpHeader(new PastedPart(HeaderOf(option), word.Offsets[0]), option == "-u" ? BasicOf(value) : value.Part));
                    break;
                default:
                    if (WithValue.Contains(option))
                        Value();
                    break;
            }
        }

        var hasBody = !isQuery && (data.Count > 0 || sendsForm);
        if (isQuery)
            queries.AddRange(data.Select(static word => word.Part));
        return new HttpHead(line, headers)
        {
            Method = method ?? new PastedPart(hasBody ? Post : "GET", line.Offset),
            Target = TargetOf(address ?? line.Slice(line.Length)),
            Queries = queries,
            Body = hasBody ? BodyOf(data) : null,
            IsCommand = true,
        };
    }

    // RFC 7617, section 2. Curl asks for a password that is not there.
    private static PastedPart BasicOf(ShellWord user)
    {
        var text = user.Text.IndexOf(':') < 0 ? user.Text + ":" : user.Text;
        return new PastedPart("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), user.Offsets[0]);
    }

    private static string HeaderOf(string option) => option switch { "-u" => "Authorization", "-A" => "User-Agent", "-e" => "Referer", "-b" => "Cookie", _ => "Range" };

    // -XPOST, -sSkX POST, --request=POST: the letters before the last one take no value.
    private static (string Option, ShellWord? Attached) OptionOf(ShellWord word)
    {
        var text = word.Text;
        if (text.StartsWith("--", StringComparison.Ordinal))
        {
            var equals = text.IndexOf('=');
            var name = equals < 0 ? text : text.Substring(0, equals);
            return (LongNames.TryGetValue(name, out var known) ? known : name, equals < 0 ? null : word.From(equals + 1));
        }

        for (var i = 1; i < text.Length; i++)
        {
            var option = "-" + text[i];
            if (option is "-X" or "-H" or "-d" or "-F" or "-T" or "-u" or "-A" or "-e" or "-b" or "-r" || WithValue.Contains(option))
                return (option, i + 1 < text.Length ? word.From(i + 1) : null);
            if (option is "-G" or "-I" && i == text.Length - 1)
                return (option, null);
        }

        return (text.Contains('G') ? "-G" : text.Contains('I') ? "-I" : text, null);
    }

    // The address is one with or without 'http://', and its host can be a variable: $HOST/login.
    private static PastedPart TargetOf(PastedPart address)
    {
        var scheme = address.Text.IndexOf("://", StringComparison.Ordinal);
        var slash = address.Text.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? new PastedPart("/", address.Offset) : address.Slice(slash);
    }

    // A body in a file (@body.json) is not printed.
    private static PastedBody? BodyOf(List<ShellWord> data)
    {
        if (data.Count == 0 || data.Exists(static word => word.Text.StartsWith("@", StringComparison.Ordinal)))
            return null;
        var offsets = new List<int>();
        foreach (var word in data)
        {
            // What stands between two of them is the end of the first.
            offsets.AddRange(word.Offsets);
        }

        return new PastedBody(string.Join("&", data.Select(static word => word.Text)), offsets);
    }
}
