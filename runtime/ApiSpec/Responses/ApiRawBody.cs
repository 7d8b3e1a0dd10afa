using ApiSpec.Generated;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The unchanged bytes of a response body.</summary>
public sealed class ApiRawBody
{
    private readonly byte[] _bytes;

    /// <summary>Keeps a copy of a body.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="contentType">The value of the Content-Type header, or null.</param>
    /// <param name="isTruncated">Whether more bytes came, or should have come, than are kept.</param>
    public ApiRawBody(ReadOnlySpan<byte> bytes, string? contentType = null, bool isTruncated = false)
    {
        _bytes = bytes.ToArray();
        ContentType = contentType;
        IsTruncated = isTruncated;
    }

    /// <summary>The bytes, after decompression, at most as many as the client's options allow.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The value of the Content-Type header, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The zone of dates and times without one that the options of the client name, or null.</summary>
    internal TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether the body was longer than the limit, or was cut off.</summary>
    public bool IsTruncated { get; }

    /// <summary>
    /// Reads the body as JSON: for a failure whose status has a separate body in the reference. Invalid Unicode is replaced with U+FFFD.
    /// </summary>
    /// <typeparam name="T">The body.</typeparam>
    /// <param name="json">Its contract, such as <c>Conflict.Json</c>.</param>
    /// <exception cref="ApiJsonException">The body is not JSON, breaks off, or contradicts the contract.</exception>
    public T Read<T>(ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (BodyText.TryGetUtf8(_bytes, MediaType.Parse(ContentType).Charset, isStrict: false, out var utf8) is { } violation)
            throw new ApiJsonException(violation.Text, 0);
        using var localTime = ApiLocalTime.Begin(TimeZone);
        try
        {
            return json.Parse(utf8);
        }
        catch (ApiJsonException exception) when (exception.IsOfUnicode)
        {
            return json.Parse(UnicodeText.Repair(utf8));
        }
    }

    /// <summary>The body as text, in the charset of the content type; UTF-8 when that is absent or unknown. A byte order mark decides over both.</summary>
    public override string ToString() => BodyText.Decode(_bytes, MediaType.Parse(ContentType).Charset);
}
