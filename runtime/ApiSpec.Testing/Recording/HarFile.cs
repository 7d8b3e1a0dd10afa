using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ApiSpec.Testing.Recording;

/// <summary>Reads HTTP Archives (HAR 1.2): those of <see cref="RecordingHandler"/>, and those of browsers and proxies.</summary>
internal static class HarFile
{
    public const long MostBytes = 256 * 1024 * 1024;

    /// <summary>Reads the exchanges of a file, in the order of the file. Those without a response are left out.</summary>
    /// <exception cref="IOException">There is no such file, it cannot be read, or it is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="FormatException">The file is not an HTTP Archive.</exception>
    public static IReadOnlyList<Exchange> Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            throw new IOException($"The recording '{path}' is larger than {MostBytes / (1024 * 1024)} MiB.");
        var utf8 = File.ReadAllBytes(path);
        var text = utf8.AsMemory(utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        try
        {
            using var document = JsonDocument.Parse(text);
            var lines = LinesOf(text.Span);
            var exchanges = new List<Exchange>();
            var index = 0;
            foreach (var entry in document.RootElement.GetProperty("log").GetProperty("entries").EnumerateArray())
            {
                if (Read(entry, index < lines.Count ? lines[index] : default) is { } exchange)
                    exchanges.Add(exchange);
                index++;
            }

            return exchanges;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FormatException($"'{path}' is not an HTTP Archive (HAR): {exception.Message}", exception);
        }
    }

    private static Exchange? Read(JsonElement entry, (int Request, int Response) lines)
    {
        var request = entry.GetProperty("request");
        var response = entry.GetProperty("response");
        var status = response.GetProperty("status").GetInt32();
        if (status is < 200 or > 599
            || !Uri.TryCreate(request.GetProperty("url").GetString(), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https"))
            return null;
        return new Exchange
        {
            Started = StartOf(entry),
            Method = request.GetProperty("method").GetString() ?? "",
            Url = url.AbsoluteUri,
            RequestHeaders = Headers(request),
            RequestBody = request.TryGetProperty("postData", out var sent) && sent.ValueKind == JsonValueKind.Object
                && Text(sent, "text") is { Length: > 0 } text ? text : null,
            StatusCode = status,
            Reason = Line(Text(response, "statusText") ?? ""),
            ResponseHeaders = Headers(response),
            ResponseBody = response.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object ? Body(content) : null,
            RequestLine = lines.Request,
            ResponseLine = lines.Response,
        };
    }

    private static DateTimeOffset StartOf(JsonElement entry)
        => DateTimeOffset.TryParse(Text(entry, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started)
            ? started
            : default;

    private static string? Body(JsonElement content)
    {
        if (Text(content, "text") is not { Length: > 0 } text)
            return null;
        return Text(content, "encoding") == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
    }

    private static List<KeyValuePair<string, string>> Headers(JsonElement message)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in message.GetProperty("headers").EnumerateArray())
        {
            // HTTP/2 has the parts of the request line among them (RFC 9113, section 8.3). A name that was a secret is not one of a header.
            if (Text(header, "name") is { Length: > 0 } name && name[0] != ':' && !name.Contains(Redaction.Placeholder, StringComparison.Ordinal))
                headers.Add(new(Line(name), Line(Text(header, "value") ?? "")));
        }

        return headers;
    }

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(string text) => text.Replace('\r', ' ').Replace('\n', ' ');

    // Depth 4 is inside an entry: the file, log, entries and the entry itself.
    private static List<(int Request, int Response)> LinesOf(ReadOnlySpan<byte> utf8)
    {
        var lines = new List<(int Request, int Response)>();
        var reader = new Utf8JsonReader(utf8);
        var (line, counted) = (0, 0);
        var isEntries = false;
        (int Request, int Response) current = default;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 })
                isEntries = reader.ValueTextEquals("entries"u8);
            if (!isEntries)
                continue;
            if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 3 })
            {
                lines.Add(current);
                current = default;
            }

            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 4 })
                continue;
            var start = (int)reader.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            if (reader.ValueTextEquals("request"u8))
                current.Request = line;
            else if (reader.ValueTextEquals("response"u8))
                current.Response = line;
        }

        return lines;
    }
}
