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
    private readonly string _path;
    private FileStream _file;
    private byte[] _end = EndOf(null);
    private bool _hasEntries;
    private bool _isClosed;

    /// <exception cref="IOException">The file exists, or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created.</exception>
    public HarWriter(string path)
    {
        _file = Create(path);
        _path = _file.Name;
        try
        {
            _file.Write(Head);
            Append("", _end);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    private static byte[] Head => Encoding.UTF8.GetBytes(
        "{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"ApiSpec.Testing\", \"version\": \""
            + typeof(HarWriter).Assembly.GetName().Version?.ToString(3) + "\" },\n    \"entries\": [");

    /// <summary>Adds an exchange. One that would make the file too large ends the recording.</summary>
    /// <param name="exchange">The exchange, without secrets.</param>
    /// <param name="maxBytes">How many bytes the file may have.</param>
    /// <exception cref="IOException">The file cannot be written. It has the earlier exchanges.</exception>
    public void Add(Exchange exchange, long maxBytes)
    {
        var entry = Format(exchange);
        lock (_lock)
        {
            if (_isClosed)
                return;
            if (_file.Position + Encoding.UTF8.GetByteCount(entry) + _end.Length + ",\n".Length > maxBytes)
            {
                Stop(FormattableString.Invariant($"The recording ends here: the file would have more than {maxBytes} bytes."));
                return;
            }

            Append((_hasEntries ? ",\n" : "\n") + entry, _end);
            _hasEntries = true;
        }
    }

    /// <summary>Ends the recording, and says why in the file.</summary>
    /// <exception cref="IOException">The file cannot be written. It has the earlier exchanges.</exception>
    public void Stop(string comment)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            Append("", EndOf(comment));
        }
    }

    /// <summary>Ends the recording, and writes it again if that changes it. If that fails, no exchange stays in the file.</summary>
    /// <param name="revise">Makes the text of the whole file, or null if it cannot be read.</param>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written in the folder.</exception>
    public void Revise(Func<string, string?> revise)
    {
        lock (_lock)
        {
            _isClosed = true;
            if (!_hasEntries)
                return;
            try
            {
                _file.Position = 0;
                var bytes = new byte[_file.Length];
                _file.ReadExactly(bytes);
                var text = Encoding.UTF8.GetString(bytes);
                var revised = revise(text) ?? throw new InvalidDataException("The recording cannot be read.");
                if (revised != text)
                    Replace(revised);
            }
            catch
            {
                Clear("The recording is empty: it could not be searched again for secrets.");
                throw;
            }
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

    // A recording can have what the specs do not call secret, so other users of the computer cannot read it. Nothing is buffered, so that a failure is known
    // where it happens.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static byte[] EndOf(string? comment)
        => Encoding.UTF8.GetBytes(
            "\n    ]" + (comment is null ? "" : ",\n    \"comment\": \"" + JavaScriptEncoder.Default.Encode(comment) + "\"") + "\n  }\n}\n");

    // The end is written again after each exchange, so that the file is always complete.
    private void Append(string text, byte[] end)
    {
        var start = _file.Position;
        try
        {
            _file.Write([.. Encoding.UTF8.GetBytes(text), .. end]);
        }
        catch
        {
            // There is room for what was there before.
            _file.Position = start;
            _file.Write(_end);
            _file.SetLength(_file.Position);
            _file.Position = start;
            throw;
        }

        _end = end;
        _file.Position -= end.Length;
    }

    // Beside the file, so that it is lost neither when the disk is full nor when the program ends.
    private void Replace(string text)
    {
        var beside = _path + "." + Path.GetRandomFileName();
        try
        {
            using (var file = Create(beside))
                file.Write(Encoding.UTF8.GetBytes(text));
            _file.Dispose();
            File.Move(beside, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw;
        }
    }

    private void Clear(string comment)
    {
        if (!_file.CanWrite)
            _file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _file.SetLength(0);
        _file.Position = 0;
        _file.Write([.. Head, .. EndOf(comment)]);
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
