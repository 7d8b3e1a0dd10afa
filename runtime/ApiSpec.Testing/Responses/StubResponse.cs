using System.Text;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>What a stub answers.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Reason">What stands behind the status code.</param>
/// <param name="Headers">The headers, without those that the transport writes.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record StubResponse(int StatusCode, string Reason, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    // RFC 9110, sections 7.6.1 and 8.6: what belongs to one connection, or follows from the body as it is sent here. Pages print bodies decoded.
    private static readonly string[] s_written =
    [
        "Connection", "Content-Encoding", "Content-Length", "Date", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    /// <summary>The body is made of values, or printed, so that it may be sent in another format of the same values; a text that a test gives is not.</summary>
    public bool IsOfValues { get; init; }

    /// <summary>How long it is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>After how many bytes of the body the connection ends; null: after all of them, in good order.</summary>
    public int? TruncateAfter { get; init; }

    /// <summary>The connection ends before anything is answered.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Tells whether a response with the code can have a body (RFC 9110, section 6.4.1).</summary>
    public static bool HasBody(int statusCode) => statusCode is not (204 or 205 or 304);

    public static StubResponse OfText(int statusCode, string reason, string? contentType, string body)
        => new(statusCode, reason, contentType is null ? [] : [KeyValuePair.Create("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    public static IEnumerable<KeyValuePair<string, string>> WithoutTransport(IEnumerable<KeyValuePair<string, string>> headers)
        => headers.Where(static header => !s_written.Contains(header.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>The reply without what HTTP cannot carry: pages print it, and specs can hold any text.</summary>
    public StubResponse ToSendable() => this with
    {
        Reason = FieldText.IsReason(Reason) ? Reason : ReasonPhrases.GetReasonPhrase(StatusCode),
        Headers = [.. Headers.Where(static header => FieldText.IsName(header.Key) && FieldText.IsValue(header.Value))],
        Body = HasBody(StatusCode) ? Body : default,
    };

    public bool Has(string header) => Headers.Any(other => other.Key.Equals(header, StringComparison.OrdinalIgnoreCase));

    public StubResponse With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <summary>The reply with a header in place of those of the same name.</summary>
    public StubResponse Replacing(string header, string value)
        => this with { Headers = [.. Headers.Where(other => !other.Key.Equals(header, StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create(header, value)] };
}
