using System.Text;

namespace ApiSpec.Language.Examples;

/// <summary>A request that a page prints as a command: <c>curl -X POST https://host/login -H 'Accept: application/json' -d '{ "name": "admin" }'</c>.</summary>
internal static class CurlCommand
{
    private const string Post = "POST";
    private const string Json = "--json";
    private const string DataRaw = "--data-raw";
    private const string DataEscaped = "--data-urlencode";
    private const string FormText = "--form-string";

    private static readonly char[] NotInName = ['|', ';', '&', '<', '>', '\'', '"'];

    private static readonly string[] FieldOptions = [";type=", ";filename=", ";headers=", ";encoder="];

    // Options with a value that does not affect the request.
    private static readonly HashSet<string> WithValue = new(
        [
            "-o", "--output", "-m", "--max-time", "--connect-timeout", "-E", "--cert", "--cert-type", "--key", "--key-type", "--pass", "--cacert", "--capath",
            "-x", "--proxy", "-U",
            "--proxy-user", "-c", "--cookie-jar", "-w", "--write-out", "-D", "--dump-header", "-K", "--config", "--resolve", "--connect-to", "--retry",
            "--retry-delay",
            "--retry-max-time", "--max-redirs", "--limit-rate", "--interface", "--noproxy", "--ciphers", "-C", "--continue-at", "-y", "-Y", "--speed-limit",
            "--speed-time",
            "--trace", "--trace-ascii", "--stderr", "--tls-max", "--unix-socket", "--output-dir", "--netrc-file", "--oauth2-bearer",
        ],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        ["--request"] = "-X", ["--header"] = "-H", ["--data"] = "-d", ["--data-raw"] = DataRaw, ["--data-ascii"] = "-d", ["--data-binary"] = "-d",
        [DataEscaped] = DataEscaped, ["--json"] = Json, ["--form"] = "-F", [FormText] = FormText, ["--user"] = "-u", ["--get"] = "-G", ["--head"] = "-I",
        ["--user-agent"] = "-A", ["--referer"] = "-e",
        ["--cookie"] = "-b", ["--upload-file"] = "-T", ["--range"] = "-r", ["--url"] = "--url", ["--url-query"] = "--url-query",
    };

    /// <summary>Returns the start of the command in a text, or -1.</summary>
    public static int FindStart(string text)
    {
        var position = 0;
        while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] is '$' or '#' or '%' or '>'))
            position++;
        var end = position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        var name = text.Substring(position, end - position);
        var isCommand = name is "curl" or "curl.exe" || (name.EndsWith("/curl", StringComparison.Ordinal) && name.IndexOfAny(NotInName) < 0);
        return isCommand ? position : -1;
    }

    /// <summary>Reads the command.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="start">The start of the command.</param>
    public static HttpHead Read(string text, int start)
    {
        var words = ShellWord.Split(text, start);
        var line = words[0].Part;
        PastedPart? method = null;
        PastedPart? address = null;
        var headers = new List<HttpHeader>();
        var data = new List<Datum>();
        var queries = new List<PastedPart>();
        var fields = new List<PastedField>();
        var isQuery = false;
        for (var i = 1; i < words.Count; i++)
        {
            var word = words[i];
            if (word.StartsLine && address is not null && !IsOption(word.Text))
                break;
            if (word.Text == "-")
                continue;
            if (word.Text.Length == 0 || word.Text[0] != '-')
            {
                address ??= word.Join("").Part;
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
                    if (Value()?.Join(" ").Part is { } header && header.Text.IndexOf(':') is > 0 and var colon)
                        headers.Add(new HttpHeader(header.Slice(0, colon).Trim(), header.Slice(colon + 1).Trim()));
                    break;
                case "-d" or DataRaw or DataEscaped or Json:
                    if (Value() is { } sent)
                        data.Add(DatumOf(option, sent));
                    break;
                case "-F" or FormText:
                    if (Value() is { } field)
                        fields.Add(FieldOf(option, field));
                    break;
                case "-T":
                    method ??= new PastedPart("PUT", word.Offsets[0]);
                    Value();
                    break;
                case "--url":
                    address = Value()?.Join("").Part ?? address;
                    break;
                case "--url-query":
                    if (Value() is { } query && QueryOf(query) is { } part)
                        queries.Add(part);
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

        var hasBody = !isQuery && (data.Count > 0 || fields.Count > 0);
        if (isQuery)
            queries.AddRange(data.Where(static datum => datum.Word is not null).Select(static datum => datum.Word!.Part));
        return new HttpHead(line, headers)
        {
            Method = method ?? new PastedPart(hasBody ? Post : "GET", line.Offset),
            Target = address ?? line.Slice(line.Length),
            Queries = queries,
            Fields = fields,
            Body = hasBody ? BodyOf(data) : null,
            IsCommand = true,
        };
    }

    // Once the command has a URL, a line that starts differently is not part of it.
    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsLetter(word[1]));

    // RFC 7617, section 2. Curl prompts for a missing password.
    private static PastedPart BasicOf(ShellWord user)
    {
        var text = user.Text.IndexOf(':') < 0 ? user.Text + ":" : user.Text;
        return new PastedPart("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), user.Offsets[0]);
    }

    private static string HeaderOf(string option)
        => option switch { "-u" => "Authorization", "-A" => "User-Agent", "-e" => "Referer", "-b" => "Cookie", _ => "Range" };

    // -XPOST, -sSkX POST, --request=POST: the letters before the last one are options without a value.
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

    // A body in a file (@body.json, name@body.txt) is not printed.
    private static Datum DatumOf(string option, ShellWord word) => option switch
    {
        DataEscaped => new(Escape(word), false),
        DataRaw => new(word, false),
        _ => new(word.Text.StartsWith("@", StringComparison.Ordinal) ? null : word, option == Json),
    };

    // -F: 'name=value', 'name=@file' and 'name=<file', each with options such as ';type=image/png'.
    private static PastedField FieldOf(string option, ShellWord word)
    {
        var equals = word.Text.IndexOf('=');
        var value = word.From(equals < 0 ? word.Text.Length : equals + 1).Part;
        var isFile = option != FormText && value.Text is ['@' or '<', ..] && !Elision.Is(value.Text);
        var end = option == FormText ? -1 : FieldOptions.Select(name => value.Text.IndexOf(name, StringComparison.Ordinal)).Where(static at => at >= 0)
            .DefaultIfEmpty(-1).Min();
        if (end >= 0)
            value = value.Slice(0, end);
        if (option != FormText && value.Text is ['"', _, .., '"'] or ['"', '"'])
            value = value.Slice(1, value.Length - 2);
        return new PastedField(word.Part.Slice(0, equals < 0 ? word.Text.Length : equals), value, isFile, IsEscaped: false);
    }

    // --data-urlencode: in 'name=value' and '=value' the value is escaped, 'name@file' and '@file' name a file, and anything else is escaped as a whole.
    private static ShellWord? Escape(ShellWord word)
    {
        var sign = word.Text.IndexOfAny(['=', '@']);
        if (sign >= 0 && word.Text[sign] == '@')
            return null;
        return sign == 0 ? word.From(1).Escape(0) : word.Escape(sign + 1);
    }

    // --url-query escapes like --data-urlencode, except after a '+'.
    private static PastedPart? QueryOf(ShellWord word)
        => (word.Text.StartsWith("+", StringComparison.Ordinal) ? word.From(1) : Escape(word))?.Part;

    private static PastedBody? BodyOf(List<Datum> data)
    {
        if (data.Count == 0 || data.Exists(static datum => datum.Word is null))
            return null;
        var text = new StringBuilder();
        var offsets = new List<int>();
        foreach (var (word, isJson) in data)
        {
            // A '&' between two parts has the position of the end of the first. JSON continues the text before it.
            if (offsets.Count > 0 && isJson)
                offsets.RemoveAt(offsets.Count - 1);
            else if (offsets.Count > 0)
                text.Append('&');
            text.Append(word!.Text);
            offsets.AddRange(word.Offsets);
        }

        return new PastedBody(text.ToString(), offsets);
    }

    /// <summary>A part of the body.</summary>
    /// <param name="Word">The part; null: it is in a file.</param>
    /// <param name="IsJson">Whether it continues the text before it.</param>
    private readonly record struct Datum(ShellWord? Word, bool IsJson);
}
