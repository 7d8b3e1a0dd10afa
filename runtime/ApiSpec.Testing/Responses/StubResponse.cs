using System.Text;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>The response of a stub.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Reason">The reason phrase after the status code.</param>
/// <param name="Headers">The headers, except the headers that the transport writes.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record StubResponse(int StatusCode, string Reason, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    // RFC 9110, sections 7.6.1 and 8.6: headers of one connection, or headers that follow from the sent body. Pages print decoded bodies.
    private static readonly string[] s_written =
    [
        "Connection", "Content-Encoding", "Content-Length", "Date", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    /// <summary>Whether the body is created from values, or printed, so that it can be converted to another format. A string of a test is not
    /// converted.</summary>
    public bool IsOfValues { get; init; }

    /// <summary>Where the response comes from; null: a test or a page of the stub.</summary>
    public ResponseSource? Source { get; init; }

    /// <summary>The delay before the response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The number of bytes after which the connection ends; null: the body is complete.</summary>
    public int? TruncateAfter { get; init; }

    /// <summary>Whether the connection ends without a response.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Returns whether a response with the code can have a body (RFC 9110, section 6.4.1).</summary>
    public static bool HasBody(int statusCode) => statusCode is not (204 or 205 or 304);

    public static StubResponse OfText(int statusCode, string reason, string? contentType, string body)
        => new(statusCode, reason, contentType is null ? [] : [KeyValuePair.Create("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    public static IEnumerable<KeyValuePair<string, string>> WithoutTransport(IEnumerable<KeyValuePair<string, string>> headers)
        => headers.Where(static header => !s_written.Contains(header.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>Removes text that HTTP does not allow. Pages can print it, and specs can contain any text.</summary>
    public StubResponse ToSendable() => this with
    {
        Reason = FieldText.IsReason(Reason) ? Reason : ReasonPhrases.GetReasonPhrase(StatusCode),
        Headers = [.. Headers.Where(static header => FieldText.IsName(header.Key) && FieldText.IsValue(header.Value))],
        Body = HasBody(StatusCode) ? Body : default,
    };

    public bool Has(string header) => Headers.Any(other => other.Key.Equals(header, StringComparison.OrdinalIgnoreCase));

    public StubResponse With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <summary>Returns the response with a header, which replaces headers with the same name.</summary>
    public StubResponse Replacing(string header, string value)
        => this with
        {
            Headers = [.. Headers.Where(other => !other.Key.Equals(header, StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create(header, value)],
        };
}
