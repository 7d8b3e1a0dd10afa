using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiSpec.Testing.Recording;

/// <summary>Writes a recording as an HTTP Archive (HAR 1.2). The file is complete after each exchange.</summary>
internal sealed class HarWriter : IDisposable
{
    // For people who read the file: no browser shows it as a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly object _lock = new();
    private readonly FileStream _file;
    private byte[] _end = Encoding.UTF8.GetBytes("\n    ]\n  }\n}\n");
    private bool _hasEntries;
    private bool _isClosed;

    /// <exception cref="IOException">The file exists, or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created.</exception>
    public HarWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        var version = typeof(HarWriter).Assembly.GetName().Version?.ToString(3);
        Write("{\n  \"log\": {\n    \"version\": \"1.2\",\n");
        Write("    \"creator\": { \"name\": \"ApiSpec.Testing\", \"version\": \"" + version + "\" },\n    \"entries\": [");
        WriteEnd();
    }

    public void Add(Exchange exchange)
    {
        var entry = Format(exchange);
        lock (_lock)
        {
            if (_isClosed)
                return;
            Write((_hasEntries ? ",\n" : "\n") + entry);
            _hasEntries = true;
            WriteEnd();
        }
    }

    /// <summary>Ends the recording, and says why in the file.</summary>
    public void Stop(string comment)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            _end = Encoding.UTF8.GetBytes("\n    ],\n    \"comment\": \"" + JavaScriptEncoder.Default.Encode(comment) + "\"\n  }\n}\n");
            WriteEnd();
        }
    }

    /// <summary>Ends the recording, and writes it again if that changes it.</summary>
    /// <param name="revise">Makes the text of the whole file.</param>
    public void Revise(Func<string, string> revise)
    {
        lock (_lock)
        {
            _isClosed = true;
            if (!_hasEntries || _file.Length > HarFile.MostBytes)
                return;
            _file.Position = 0;
            var bytes = new byte[_file.Length];
            _file.ReadExactly(bytes);
            var text = Encoding.UTF8.GetString(bytes);
            var revised = revise(text);
            if (revised == text)
                return;
            _file.SetLength(0);
            Write(revised);
            _file.Flush();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }

    private void Write(string text) => _file.Write(Encoding.UTF8.GetBytes(text));

    private void WriteEnd()
    {
        _file.Write(_end);
        _file.Flush();
        _file.Position -= _end.Length;
    }

    private static string Format(Exchange exchange)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("startedDateTime", exchange.Started.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("time", Math.Round(exchange.Elapsed.TotalMilliseconds, 1));
            WriteRequest(json, exchange);
            WriteResponse(json, exchange);
            json.WriteStartObject("cache");
            json.WriteEndObject();
            json.WriteStartObject("timings");
            json.WriteNumber("send", 0);
            json.WriteNumber("wait", Math.Round(exchange.Elapsed.TotalMilliseconds, 1));
            json.WriteNumber("receive", 0);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        // Strings have no line breaks of their own: they are escaped.
        return "      " + text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\n      ", StringComparison.Ordinal);
    }

    private static void WriteRequest(Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteStartObject("request");
        json.WriteString("method", exchange.Method);
        json.WriteString("url", exchange.Url);
        WriteCommon(json, exchange.RequestHeaders);
        json.WriteStartArray("queryString");
        var query = new Uri(exchange.Url).Query.TrimStart('?');
        foreach (var pair in Pages.QueryText.Parse(query))
            WriteField(json, pair);
        json.WriteEndArray();
        if ((exchange.RequestBody ?? exchange.RequestNote) is not null)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", Exchange.Find(exchange.RequestHeaders, "Content-Type") ?? "");
            json.WriteString("text", exchange.RequestBody ?? "");
            WriteNote(json, exchange.RequestNote);
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", exchange.StatusCode);
        json.WriteString("statusText", exchange.Reason);
        WriteCommon(json, exchange.ResponseHeaders);
        json.WriteStartObject("content");
        json.WriteNumber("size", exchange.ResponseBody is null ? 0 : Encoding.UTF8.GetByteCount(exchange.ResponseBody));
        json.WriteString("mimeType", Exchange.Find(exchange.ResponseHeaders, "Content-Type") ?? "");
        if (exchange.ResponseBody is { } body)
            json.WriteString("text", body);
        WriteNote(json, exchange.ResponseNote);
        json.WriteEndObject();
        json.WriteString("redirectURL", Exchange.Find(exchange.ResponseHeaders, "Location") ?? "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        json.WriteString("httpVersion", "HTTP/1.1");
        json.WriteStartArray("cookies");
        json.WriteEndArray();
        json.WriteStartArray("headers");
        foreach (var header in headers)
            WriteField(json, header);
        json.WriteEndArray();
    }

    private static void WriteNote(Utf8JsonWriter json, string? note)
    {
        if (note is not null)
            json.WriteString("comment", note);
    }

    private static void WriteField(Utf8JsonWriter json, KeyValuePair<string, string> field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Key);
        json.WriteString("value", field.Value);
        json.WriteEndObject();
    }
}
